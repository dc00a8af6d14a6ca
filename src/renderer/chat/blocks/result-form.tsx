import { Play } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToolUseBlock } from '../../../shared/model/content.ts';
import { jsonPlace } from '../../settings/json-place.ts';
import { setResultDraft, useResultDraft } from '../../state/result-drafts.ts';
import { ownResult } from '../../state/turns.ts';
import { Button } from '../../ui/button.tsx';
import field from '../../ui/field.module.css';
import { Segments } from '../../ui/segments.tsx';
import css from './result-form.module.css';

/** The id of the form that sends all results of a turn together. */
export function resultsFormId(turnId: string): string {
	return `results-${turnId}`;
}

interface Props {
	readonly turnId: string;
	readonly use: ToolUseBlock;
	/** One of the app's own tools: it can say what it gives back. */
	readonly builtIn: boolean;
}

/** Where a person writes what a tool gave back. The main modifier with Enter sends it, with those of the others. */
export function ResultForm({ turnId, use, builtIn }: Props) {
	const { t } = useTranslation('blocks');
	const id = useId();
	const area = useRef<HTMLTextAreaElement>(null);
	const draft = useResultDraft(turnId, use.id);
	const { format, isError, text } = draft;
	const asJson = format === 'json' && text.trim() !== '';
	const wrong = asJson ? jsonPlace(text) : null;
	const set = (change: Partial<typeof draft>) => setResultDraft(turnId, use.id, { ...draft, ...change });
	const run = async () => {
		const own = await ownResult(turnId, use.id);
		if (own === null) return;
		setResultDraft(turnId, use.id, { format: own.format, isError: own.status === 'error', text: own.text });
		area.current?.focus();
	};
	const key = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
		event.preventDefault();
		event.currentTarget.form?.requestSubmit();
	};
	const placeholder = isError ? 'placeholderError' : format === 'json' ? 'placeholderJson' : 'placeholder';
	return (
		<div className={css['form']} data-result-form>
			{builtIn && (
				<div className={css['own']}>
					<Button onClick={() => void run()}>
						<Play size={13} aria-hidden />
						{t('form.run')}
					</Button>
					<p>{t('form.runHint')}</p>
				</div>
			)}
			<textarea
				ref={area}
				form={resultsFormId(turnId)}
				className={`${field['input']} ${field['mono']} ${css['text']}`}
				rows={2}
				value={text}
				placeholder={t(`form.${placeholder}`)}
				aria-label={t('form.result', { name: use.name })}
				aria-invalid={wrong !== null}
				aria-describedby={`${id}-hint`}
				spellCheck={false}
				onChange={(event) => set({ text: event.currentTarget.value })}
				onKeyDown={key}
			/>
			<div className={css['row']}>
				<span id={`${id}-format`} className={css['label']}>
					{t('form.format')}
				</span>
				<Segments
					small
					value={format}
					options={(['text', 'json'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
					onChange={(value) => set({ format: value })}
					labelledBy={`${id}-format`}
				/>
				<label className={css['error']}>
					<input
						type="checkbox"
						checked={isError}
						onChange={(event) => set({ isError: event.currentTarget.checked })}
					/>
					{t('form.isError')}
				</label>
			</div>
			<p id={`${id}-hint`} className={wrong !== null ? field['error'] : field['warning']}>
				{wrong !== null && (wrong === 'end' ? t('form.unfinished') : t('form.invalid', { ...wrong }))}
				{asJson && wrong === null && !text.trim().startsWith('{') && t('form.notObject')}
			</p>
		</div>
	);
}

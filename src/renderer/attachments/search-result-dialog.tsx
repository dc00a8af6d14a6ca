import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SmallDialog } from '../connections/small-dialog.tsx';
import { Check } from '../settings/check.tsx';
import { appStore, useApp } from '../state/app-store.ts';
import { isComparing } from '../state/columns.ts';
import { changeSettings, focusComposer, openSettings } from '../state/conversations.ts';
import { Button } from '../ui/button.tsx';
import field from '../ui/field.module.css';
import css from './search-result-dialog.module.css';
import { addWaitingResult } from './waiting-files.ts';

interface Props {
	readonly owner: string;
	readonly onClose: () => void;
}

/** A place to write a search result, which then waits in the composer. */
export function SearchResultDialog({ owner, onClose }: Props) {
	const { t } = useTranslation('attachments');
	const form = useId();
	const [title, setTitle] = useState('');
	const [source, setSource] = useState('');
	const [text, setText] = useState('');
	const [cited, setCited] = useState(true);
	// Each column of a comparison has settings of its own.
	const comparing = useApp(isComparing);
	const complete = [title, source, text].every((part) => /\S/.test(part));
	const add = (event: FormEvent) => {
		event.preventDefault();
		if (!complete) return;
		addWaitingResult(owner, { title: title.trim(), source: source.trim(), text });
		if (!comparing && openSettings(appStore.getState()).citations !== cited) void changeSettings({ citations: cited });
		onClose();
		focusComposer();
	};
	return (
		<SmallDialog
			open
			onClose={onClose}
			title={t('result.add')}
			foot={
				<>
					<Button onClick={onClose}>{t('result.cancel')}</Button>
					<Button type="submit" form={form} variant="go" disabled={!complete}>
						{t('result.submit')}
					</Button>
				</>
			}
		>
			<p>{t('result.about')}</p>
			<form id={form} className={css['form']} onSubmit={add}>
				<div className={field['field']}>
					<label className={field['label']} htmlFor={`${form}-title`}>
						{t('result.title')}
					</label>
					<input
						id={`${form}-title`}
						className={field['input']}
						value={title}
						maxLength={1000}
						autoComplete="off"
						onChange={(event) => setTitle(event.currentTarget.value)}
					/>
				</div>
				<div className={field['field']}>
					<label className={field['label']} htmlFor={`${form}-source`}>
						{t('result.source')}
					</label>
					<input
						id={`${form}-source`}
						className={field['input']}
						value={source}
						maxLength={2000}
						autoComplete="off"
						spellCheck={false}
						aria-describedby={`${form}-hint`}
						onChange={(event) => setSource(event.currentTarget.value)}
					/>
					<p id={`${form}-hint`} className={field['hint']}>
						{t('result.sourceHint')}
					</p>
				</div>
				<div className={field['field']}>
					<label className={field['label']} htmlFor={`${form}-text`}>
						{t('result.text')}
					</label>
					<textarea
						id={`${form}-text`}
						className={field['input']}
						rows={6}
						value={text}
						maxLength={1_000_000}
						onChange={(event) => setText(event.currentTarget.value)}
					/>
				</div>
				{!comparing && <Check label={t('result.cite')} checked={cited} onChange={setCited} />}
			</form>
		</SmallDialog>
	);
}

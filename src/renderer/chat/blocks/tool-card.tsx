import { CornerDownRight, TriangleAlert, Wrench } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { isJson } from '../../../shared/answers/can-continue.ts';
import type { ToolResultBlock, ToolUseBlock } from '../../../shared/model/content.ts';
import { useResultDraft } from '../../state/result-drafts.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { scrollable } from '../../ui/scrollable.ts';
import { JsonText } from './json-text.tsx';
import { ResultForm } from './result-form.tsx';
import css from './tool-card.module.css';

/** How a use of a tool stands. `asked`: it is whole, and the answer goes on. */
export type ToolState = 'writing' | 'asked' | 'waiting' | 'answered' | 'cut' | 'unanswered';

interface Props {
	readonly turnId: string;
	readonly use: ToolUseBlock;
	readonly result: ToolResultBlock | null;
	readonly state: ToolState;
	readonly builtIn: boolean;
}

/** A use of a tool: what the model wants it to do, and what it gave back, or the form for that. */
export const ToolCard = memo(function ToolCard({ turnId, use, result, state, builtIn }: Props) {
	const { t } = useTranslation('blocks');
	const { name, input } = use;
	const empty = input.trim() === '' || input.trim() === '{}';
	const written = useResultDraft(turnId, use.id).text.trim() !== '';
	const waiting = written ? 'ready' : builtIn ? 'waitingOwn' : 'waiting';
	const broken = !empty && state !== 'writing' && !isJson(input);
	return (
		<section className={css['card']} aria-label={t('tool.card', { name })} data-tool={name} data-state={state}>
			<header className={css['head']}>
				<Wrench size={14} strokeWidth={1.7} aria-hidden />
				<h3>{name}</h3>
				{(builtIn || result?.by === 'built-in') && <small className={css['tag']}>{t('tool.builtIn')}</small>}
				<span className={css['state']}>
					{t(`tool.state.${state === 'answered' ? (result?.by ?? 'person') : state === 'waiting' ? waiting : state}`)}
				</span>
			</header>
			<div className={css['part']}>
				{empty && state !== 'writing' ? (
					<p className={css['none']}>{t('tool.noInput')}</p>
				) : (
					<JsonText text={input} label={t('tool.inputOf', { name })} growing={state === 'writing'} />
				)}
				{broken && <p className={css['broken']}>{t('tool.notJson')}</p>}
				{!empty && state !== 'writing' && (
					<span className={css['copy']}>
						<CopyButton label={t('tool.copyInput')} text={() => input} />
					</span>
				)}
			</div>
			{result !== null && <ToolResult result={result} name={name} />}
			{state === 'waiting' && <ResultForm turnId={turnId} use={use} builtIn={builtIn} />}
		</section>
	);
});

/** What a tool gave back, in its card or without one. */
export function ToolResult({ result, name }: { readonly result: ToolResultBlock; readonly name: string }) {
	const { t } = useTranslation('blocks');
	const { text, format } = result;
	const failed = result.status === 'error';
	const label = t('tool.resultOf', { name });
	return (
		<div className={css['result']} data-status={result.status} data-result>
			<p className={css['resultHead']}>
				{failed ? <TriangleAlert size={13} aria-hidden /> : <CornerDownRight size={13} aria-hidden />}
				{t(failed ? 'tool.error' : 'tool.result')}
				{format === 'json' && <small className={css['tag']}>{t('form.json')}</small>}
			</p>
			{format === 'json' ? (
				<JsonText text={text} label={label} growing={false} />
			) : (
				<pre className={css['text']} {...scrollable(label)}>
					{text}
				</pre>
			)}
			<span className={css['copy']}>
				<CopyButton label={t('tool.copyResult')} text={() => text} />
			</span>
		</div>
	);
}

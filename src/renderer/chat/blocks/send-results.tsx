import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isJson } from '../../../shared/answers/can-continue.ts';
import type { ToolUseBlock } from '../../../shared/model/content.ts';
import type { ResultDraft } from '../../state/result-drafts.ts';
import { dropResultDrafts, useResultDrafts } from '../../state/result-drafts.ts';
import { answerTools } from '../../state/turns.ts';
import { Button } from '../../ui/button.tsx';
import { enterShortcut } from '../../ui/shortcut.ts';
import css from './result-form.module.css';
import { resultsFormId } from './result-form.tsx';

interface Props {
	readonly turnId: string;
	readonly uses: readonly ToolUseBlock[];
	/** Names of the app's own tools, which can be run. */
	readonly own: readonly string[];
}

/** Sends the results of all tools that a turn waits for, together. */
export function SendResults({ turnId, uses, own }: Props) {
	const { t } = useTranslation('blocks');
	const drafts = useResultDrafts(
		turnId,
		uses.map(({ id }) => id),
	);
	const [sending, setSending] = useState(false);
	const missing = uses.filter((_, index) => !isWhole(drafts[index]));
	const begun = drafts.some(({ text }) => text.trim() !== '');
	const send = async () => {
		if (missing.length > 0 || sending) return;
		setSending(true);
		const results = uses.map(({ id }, index) => {
			const { format, isError, text } = drafts[index] ?? { format: 'text', isError: false, text: '' };
			return { toolUseId: id, status: isError ? ('error' as const) : ('success' as const), format, text };
		});
		if (await answerTools(turnId, results)) dropResultDrafts(turnId);
		setSending(false);
	};
	const count = uses.length;
	const first = missing[0];
	return (
		<form
			id={resultsFormId(turnId)}
			className={css['send']}
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<p>
				{first === undefined || (count === 1 && !begun && !own.includes(first.name))
					? t(first === undefined ? 'form.hint' : 'form.empty', { count })
					: t(own.includes(first.name) ? 'form.runOf' : count === 1 ? 'form.empty' : 'form.emptyOf', {
							name: first.name,
						})}
			</p>
			<Button type="submit" variant="go" disabled={missing.length > 0 || sending}>
				{sending ? t('form.sending') : t('form.send', { count })}
				<kbd>{enterShortcut}</kbd>
			</Button>
		</form>
	);
}

/** Whether a result can be sent: there is one, and it is JSON where it is sent as such. */
function isWhole(draft: ResultDraft | undefined): boolean {
	if (draft === undefined || draft.text.trim() === '') return false;
	return draft.format === 'text' || isJson(draft.text);
}

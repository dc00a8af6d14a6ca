import { useTranslation } from 'react-i18next';
import type { Operation } from '../../shared/model/operation.ts';
import { embeddedTexts } from '../../shared/requests/embedded-texts.ts';
import { isPromptArn } from '../../shared/requests/sent-settings.ts';
import { useWaitingFiles } from '../attachments/waiting-files.ts';
import { useConnectionName } from '../connections/use-connection-name.ts';
import type { AppState } from '../state/app-store.ts';
import { useApp } from '../state/app-store.ts';
import { columnIds, composerKey, openComparison } from '../state/columns.ts';
import { openDraft, openSettings } from '../state/conversations.ts';
import { Button } from '../ui/button.tsx';
import { scrollable } from '../ui/scrollable.ts';
import css from './editor-dialog.module.css';
import { isChecked } from './editor-limits.ts';
import type { BodyDraft, EditedCall } from './editor-store.ts';
import { isEdited } from './editor-store.ts';
import { OperationChoice } from './operation-choice.tsx';

interface Props {
	readonly call: EditedCall;
	readonly draft: BodyDraft;
	readonly onOperation: (operation: Operation) => void;
	readonly onTakeNewer: () => void;
}

/** Where the body goes, and what there is to know before it is edited. */
export function EditorNotes({ call, draft, onOperation, onTakeNewer }: Props) {
	const { t } = useTranslation('editor');
	const { preview, newer, text } = draft;
	const { operation, modelId, region, failure, headers, lost } = preview;
	const written = useApp(openDraft);
	// One out of a file goes where new conversations do.
	const settings = useApp((state) => (call.conversationId === null ? state.fresh : openSettings(state)));
	const connection = useConnectionName()(settings.connection);
	const column = useApp((state) => columnNumber(state, call.conversationId));
	// Of Titan's a body has one text, and each other line makes a call of its own.
	const texts = call.exchangeId === null && preview.family === 'titan-embed' ? embeddedTexts(written).length : 1;
	const files = useWaitingFiles(useApp(composerKey));
	const asks = written.trim() !== '' || files.length > 0 || isPromptArn(modelId);
	const notes = [
		...(call.exchangeId === null && preview.text !== '' && !asks && !isEdited(draft) ? [t('blank')] : []),
		...(texts > 1 ? [t('firstOfTexts', { count: texts })] : []),
		...(call.conversationId === null && call.exchangeId !== null ? [t('newConversation')] : []),
		...(call.exchangeId !== null ? [t('asThen')] : []),
		...(column !== null ? [t('onlyColumn', { number: column })] : []),
		...(lost.length > 0 ? [t('lostHeaders', { names: lost.join(', ') })] : []),
		...(failure !== null ? [t('notWritten', { reason: failure.message })] : []),
		...(preview.text === '' && failure === null ? [t('notKnown')] : []),
		...(preview.utf8 ? [] : [t('notUtf8')]),
		...(isChecked(text) ? [] : [t('large')]),
	];
	return (
		<div className={css['head']}>
			<div className={css['target']}>
				{call.exchangeId === null ? <OperationChoice value={operation} onChange={onOperation} /> : <b>{operation}</b>}
				<span title={modelId}>{modelId}</span>
				<span>
					{connection} · {region ?? t('noRegion')}
				</span>
			</div>
			{headers.length > 0 && (
				<div className={css['headers']} {...scrollable(t('headers'))} title={t('headers')}>
					{headers.map(([name, value]) => (
						<code key={name}>
							<span>{name}:</span> {value}
						</code>
					))}
				</div>
			)}
			{notes.map((note) => (
				<p key={note} className={css['note']}>
					{note}
				</p>
			))}
			{newer !== null && (
				<p className={css['note']} data-warn role="status">
					{t('newer')}
					<Button onClick={onTakeNewer}>{t('takeNewer')}</Button>
				</p>
			)}
		</div>
	);
}

/** From 1, in the open comparison; null: it is no column of it. */
function columnNumber(state: AppState, conversationId: string | null): number | null {
	const comparison = openComparison(state);
	if (comparison === null || conversationId === null) return null;
	return columnIds(state, comparison).indexOf(conversationId) + 1;
}

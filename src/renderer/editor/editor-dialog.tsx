import { Dialog } from '@base-ui/react/dialog';
import type { RefObject } from 'react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldContext } from '../../shared/fields/field-context.ts';
import type { BodyPreview } from '../../shared/model/body-preview.ts';
import type { Operation } from '../../shared/model/operation.ts';
import { waitingFiles } from '../attachments/waiting-files.ts';
import { toasts } from '../notices/toasts.ts';
import { appStore, useApp } from '../state/app-store.ts';
import { composerKey } from '../state/columns.ts';
import { openDraft, openRunning, openSettings } from '../state/conversations.ts';
import { send, sendBody } from '../state/turns.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import type { Problem } from './check-body.ts';
import type { CodeFieldHandle } from './code-field.tsx';
import { CodeField } from './code-field.tsx';
import css from './editor-dialog.module.css';
import { EditorFoot } from './editor-foot.tsx';
import { isChecked } from './editor-limits.ts';
import { EditorNotes } from './editor-notes.tsx';
import type { BodyDraft, EditedCall } from './editor-store.ts';
import {
	chooseOperation,
	closeEditor,
	drop,
	isEdited,
	resetBody,
	sentText,
	setBodyText,
	stayOpenIn,
	useBodyDraft,
	useEditedCall,
} from './editor-store.ts';
import { compactJson, layOut } from './lay-out.ts';
import { ProblemList } from './problem-list.tsx';

/** The editor of the body that would be sent, or that was sent before. Closed, it keeps what was edited. */
export function EditorDialog() {
	const call = useEditedCall();
	return call === null ? null : <Editor key={JSON.stringify(call)} call={call} />;
}

function Editor({ call }: { readonly call: EditedCall }) {
	const { t } = useTranslation('editor');
	const draft = useBodyDraft(call);
	const field = useRef<CodeFieldHandle>(null);
	/** What has just been written may not have been told yet. */
	const tell = () => {
		const text = field.current?.text() ?? null;
		if (text !== null) setBodyText(call, text);
	};
	return (
		<Dialog.Root
			open
			disablePointerDismissal
			onOpenChange={(open, details) => {
				// Escape has closed something in the editor: suggestions, its search.
				if (details.reason === 'escape-key' && details.event.defaultPrevented) details.cancel();
				else if (!open) {
					tell();
					closeEditor();
				}
			}}
		>
			<DialogFrame title={t(call.exchangeId === null ? 'title' : 'titleAgain')} className={css['dialog']} finalFocus>
				{draft === null ? (
					<p className={css['reading']} role="status">
						{t('reading')}
					</p>
				) : (
					<Opened
						call={call}
						draft={draft}
						field={field}
						onOperation={(operation) => {
							tell();
							chooseOperation(call, operation);
						}}
					/>
				)}
			</DialogFrame>
		</Dialog.Root>
	);
}

interface OpenedProps {
	readonly call: EditedCall;
	readonly draft: BodyDraft;
	readonly field: RefObject<CodeFieldHandle | null>;
	readonly onOperation: (operation: Operation) => void;
}

function Opened({ call, draft, field, onOperation }: OpenedProps) {
	const { t } = useTranslation('editor');
	const { preview } = draft;
	const { context, byPrompt } = useContextOf(preview);
	const anyway = useRef<HTMLButtonElement>(null);
	/** null: nobody has looked yet. */
	const [problems, setProblems] = useState<readonly Problem[] | null>(null);
	const [sending, setSending] = useState(false);
	const running = useApp((state) => call.conversationId !== null && openRunning(state) !== null);
	const refused = isRefused(problems ?? []);

	/** What stands in the editor may not have been told yet. */
	const latest = (): BodyDraft => ({ ...draft, text: field.current?.text() ?? draft.text });
	const sendNow = async () => {
		if (sending || running) return;
		setSending(true);
		setBodyText(call, latest().text);
		if (!(await sendDraft(call, latest()))) return setSending(false);
		closeEditor();
		drop(call);
	};
	/** What has just been written may not have been looked at. What would be refused is sent by its own button only. */
	const trySend = () => {
		if (!isRefused(field.current?.check() ?? [])) void sendNow();
		else requestAnimationFrame(() => anyway.current?.focus());
	};
	const change = (to: (text: string) => string | null) => {
		const next = to(latest().text);
		if (next === null) toasts.add({ id: 'body-format', title: t('cannotFormat'), type: 'refused' });
		else field.current?.replace(next);
		field.current?.focus();
	};
	return (
		<>
			<EditorNotes
				call={call}
				draft={draft}
				onOperation={onOperation}
				onTakeNewer={() => change(() => resetBody(call))}
			/>
			<CodeField
				ref={field}
				text={draft.text}
				caret={call.exchangeId === null ? endOfQuestion(draft.text) : 0}
				context={context}
				byPrompt={byPrompt}
				onText={(text) => setBodyText(call, text)}
				onProblems={setProblems}
				onSend={trySend}
			/>
			<ProblemList
				problems={problems}
				text={draft.text}
				checked={isChecked(draft.text)}
				onReveal={({ from }) => field.current?.reveal(from)}
			/>
			<EditorFoot
				call={call}
				draft={draft}
				edited={isEdited(draft)}
				refused={refused}
				running={running}
				sending={sending}
				anyway={anyway}
				latest={latest}
				onFormat={() => change(layOut)}
				onCompact={() => change(compactJson)}
				onReset={() => change(() => resetBody(call))}
				onSend={trySend}
				onSendAnyway={() => void sendNow()}
			/>
		</>
	);
}

/** Sends what stands in the editor; as the composer would where nobody has changed it. False: the turn has not begun. */
async function sendDraft(call: EditedCall, draft: BodyDraft): Promise<boolean> {
	const { preview } = draft;
	const fromComposer = call.exchangeId === null;
	const state = appStore.getState();
	const asComposer = preview.operation === openSettings(state).operation && preview.text !== '' && hasDraft();
	if (fromComposer && asComposer && sentText(draft) === preview.text) {
		await send(openDraft(state));
		return true;
	}
	const { operation, modelId, beside } = preview;
	const body = { text: sentText(draft), operation, modelId, beside };
	const { begun, conversationId } = await sendBody(call.conversationId, body, fromComposer);
	// Pressed once more, it must not make another conversation.
	if (!begun && call.conversationId === null && conversationId !== null) stayOpenIn(call, conversationId);
	return begun;
}

/** An empty composer sends nothing, but the body that it would make can be sent. */
function hasDraft(): boolean {
	const state = appStore.getState();
	return openDraft(state).trim() !== '' || waitingFiles(composerKey(state)).length > 0;
}

/** After what stands in the composer, where that is found: in a long talk it is far down. */
function endOfQuestion(body: string): number {
	const written = JSON.stringify(openDraft(appStore.getState())).slice(1, -1);
	// Where nothing is written yet, it can be written into the blank text at once.
	const end = written === '' ? '"text": "' : written;
	const at = end.length > LONGEST_FOUND ? -1 : body.lastIndexOf(`${end}"`);
	return at < 0 ? 0 : at + end.length;
}

/** Characters. */
const LONGEST_FOUND = 10_000;

function isRefused(problems: readonly Problem[]): boolean {
	return problems.some(({ refused }) => refused);
}

/** Where the fields of a body are looked up. Of the same kind of body it is the same. */
function useContextOf({ operation, modelFamily, modelId }: BodyPreview) {
	return useMemo(
		() => ({
			context: { kind: 'body', side: 'request', operation, family: modelFamily } satisfies FieldContext,
			byPrompt: /^arn:.*:prompt\//.test(modelId),
		}),
		[operation, modelFamily, modelId],
	);
}

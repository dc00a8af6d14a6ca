import { Paperclip, Square } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseAttachments } from '../attachments/attach-files.ts';
import { AttachmentShelf } from '../attachments/attachment-shelf.tsx';
import { usePastedFiles } from '../attachments/use-pasted-files.ts';
import { useWaitingFiles } from '../attachments/waiting-files.ts';
import css from '../chat/composer.module.css';
import { LongText } from '../chat/long-text.tsx';
import { useComposing } from '../chat/use-composing.ts';
import { useFittingHeight } from '../chat/use-fitting-height.ts';
import { useLongDraft } from '../chat/use-long-draft.ts';
import { useApp } from '../state/app-store.ts';
import { composerKey } from '../state/columns.ts';
import { openConversation, openDraft, openSettings, setDraft } from '../state/conversations.ts';
import { stop } from '../state/turns.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { sendToAll } from './ask-columns.ts';
import { useRunning } from './use-columns.ts';

/** Where a message to all columns is written; its keys are those of the chat's composer. */
export function ComparisonComposer({ columns }: { readonly columns: readonly string[] }) {
	const { t } = useTranslation(['comparison', 'chat', 'attachments']);
	const owner = useApp(composerKey);
	const draft = useApp(openDraft);
	const conversation = useApp(openConversation);
	const settings = useApp(openSettings);
	const files = useWaitingFiles(owner);
	const running = useRunning(columns);
	const ready = useApp((state) => state.phase === 'ready');
	const readOnly = useApp((state) => state.info?.readOnly === true);
	const linked = useApp((state) => state.linked);
	const field = useRef<HTMLTextAreaElement>(null);
	const composing = useComposing(field);
	const [sending, setSending] = useState(false);
	/** Enter was pressed while something was being answered, to no effect. */
	const [pressed, setPressed] = useState(false);
	const busy = running.length > 0;

	const opened = useApp((state) => state.opened);
	const focused = useRef(-1);
	useEffect(() => {
		if (!ready || focused.current === opened) return;
		focused.current = opened;
		field.current?.focus({ preventScroll: true });
	}, [ready, opened]);
	useEffect(() => {
		if (!busy) setPressed(false);
	}, [busy]);
	const { held, typed, write, removeHeld } = useLongDraft(field, owner, draft, (text) => setDraft(owner, text));
	useFittingHeight(field, typed);
	usePastedFiles(field);

	const blocked = readOnly ? t('chat:composer.readOnly') : linked ? null : t('chat:composer.linkLost');
	const sendable = (/\S/.test(draft) || files.length > 0) && !busy && blocked === null && !sending && ready;
	const submit = async () => {
		if (!sendable) return;
		setSending(true);
		await sendToAll(draft);
		setSending(false);
		if (document.activeElement?.closest('[role="dialog"]') == null) field.current?.focus();
	};
	const stopAll = () => {
		for (const turnId of running) void stop(turnId);
	};
	const key = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		if (event.key === 'Escape' && !composing.current) stopAll();
		if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
		// 229: what a key that belongs to the IME reports where isComposing does not say so.
		if (event.nativeEvent.isComposing || event.keyCode === 229 || composing.current) return;
		event.preventDefault();
		if (busy && draft !== '') setPressed(true);
		void submit();
	};
	return (
		<div className={css['composer']}>
			<form
				className={css['box']}
				data-blocked={blocked !== null}
				onSubmit={(event) => {
					event.preventDefault();
					void submit();
				}}
			>
				{held !== '' && (
					<LongText
						text={held}
						onRemove={() => {
							removeHeld();
							field.current?.focus();
						}}
					/>
				)}
				<AttachmentShelf
					owner={owner}
					files={files}
					settings={settings}
					conversation={conversation}
					hasText={/\S/.test(draft)}
					field={field}
				/>
				<textarea
					ref={field}
					className={css['field']}
					rows={1}
					value={typed}
					placeholder={t('composer.label')}
					aria-label={t('composer.label')}
					aria-describedby="composer-hint"
					disabled={readOnly}
					onChange={(event) => write(event.currentTarget.value)}
					onKeyDown={key}
				/>
				<div className={css['row']}>
					<IconButton small label={t('attachments:attach')} disabled={readOnly} onClick={chooseAttachments}>
						<Paperclip size={15} strokeWidth={1.7} aria-hidden />
					</IconButton>
					<span id="composer-hint" className={blocked === null ? 'visually-hidden' : css['blocked']}>
						{blocked ?? t('chat:composer.hint')}
					</span>
					<span className={css['later']} role="status">
						{busy && pressed && t('composer.later')}
					</span>
					<Ended count={columns.length} busy={busy} />
					{busy ? (
						<Button className={css['send'] ?? ''} disabled={!linked} onClick={stopAll}>
							<Square size={11} fill="currentColor" aria-hidden />
							{t('composer.stop')}
						</Button>
					) : (
						<Button type="submit" variant="go" className={css['send'] ?? ''} disabled={!sendable}>
							{t('composer.send')}
						</Button>
					)}
				</div>
			</form>
		</div>
	);
}

/** Says politely that all answers have ended; not each of them, which would talk over the other. */
function Ended({ count, busy }: { readonly count: number; readonly busy: boolean }) {
	const { t } = useTranslation('comparison');
	const [ended, setEnded] = useState(false);
	const before = useRef(busy);
	useEffect(() => {
		if (before.current !== busy) setEnded(!busy);
		before.current = busy;
	}, [busy]);
	return (
		<span className="visually-hidden" role="status">
			{ended && t('allDone', { count })}
		</span>
	);
}

import { Paperclip, Square } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddSearchResult } from '../attachments/add-search-result.tsx';
import { chooseAttachments } from '../attachments/attach-files.ts';
import { AttachmentShelf } from '../attachments/attachment-shelf.tsx';
import { usePastedFiles } from '../attachments/use-pasted-files.ts';
import { useWaitingFiles } from '../attachments/waiting-files.ts';
import { useApp } from '../state/app-store.ts';
import { composerKey } from '../state/columns.ts';
import { openConversation, openDraft, openSettings, setDraft } from '../state/conversations.ts';
import { stop } from '../state/turns.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import css from './composer.module.css';
import { LongText } from './long-text.tsx';
import { UnansweredNote } from './unanswered-note.tsx';
import { useComposing } from './use-composing.ts';
import { useFittingHeight } from './use-fitting-height.ts';
import { useLongDraft } from './use-long-draft.ts';

interface Props {
	/** What is being answered: nothing is sent meanwhile. */
	readonly running: readonly string[];
	/** Resolves when the message has begun to be answered, or could not. */
	readonly onSend: (text: string) => Promise<void>;
	readonly words: {
		readonly label: string;
		readonly placeholder: string;
		readonly send: string;
		readonly stop: string;
		/** Said when Enter is pressed while something is being answered. */
		readonly later: string;
	};
	/** Buttons beside the one that attaches files. */
	readonly children?: ReactNode;
}

/**
 * Where a message is written, to one conversation or to all columns of a comparison. Enter sends, Shift+Enter begins a
 * line, Escape stops, and none of them while an IME composes.
 */
export function ComposerForm({ running, onSend, words, children }: Props) {
	const { t } = useTranslation(['chat', 'attachments']);
	const owner = useApp(composerKey);
	const draft = useApp(openDraft);
	const conversation = useApp(openConversation);
	const settings = useApp(openSettings);
	const files = useWaitingFiles(owner);
	const ready = useApp((state) => state.phase === 'ready');
	const readOnly = useApp((state) => state.info?.readOnly === true);
	const linked = useApp((state) => state.linked);
	const field = useRef<HTMLTextAreaElement>(null);
	const composing = useComposing(field);
	/** Whose message is on its way: the other composers need not wait for it. */
	const [sending, setSending] = useState<string | null>(null);
	/** The turns during which Enter was pressed, to no effect. */
	const [pressedDuring, setPressedDuring] = useState<readonly string[]>([]);

	// What stands open can be written to at once, and so can what is asked again or was stopped.
	const opened = useApp((state) => state.opened);
	const focused = useRef(-1);
	useEffect(() => {
		if (!ready || focused.current === opened) return;
		focused.current = opened;
		field.current?.focus({ preventScroll: true });
	}, [ready, opened]);
	const { held, typed, write, removeHeld } = useLongDraft(field, owner, draft, (text) => setDraft(owner, text));
	useFittingHeight(field, typed);
	usePastedFiles(field);

	const busy = running.length > 0;
	const blocked = readOnly ? t('composer.readOnly') : linked ? null : t('composer.linkLost');
	const sendable = (/\S/.test(draft) || files.length > 0) && !busy && blocked === null && sending !== owner && ready;
	const submit = async () => {
		if (!sendable) return;
		setSending(owner);
		await onSend(draft);
		setSending((now) => (now === owner ? null : now));
		// Who has gone elsewhere stays there, as in what the message has already asked for.
		const { activeElement, body } = document;
		if (activeElement === body || field.current?.form?.contains(activeElement) === true) field.current?.focus();
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
		if (busy && draft !== '') setPressedDuring(running);
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
				<UnansweredNote conversation={conversation} writing={!busy && (/\S/.test(draft) || files.length > 0)} />
				<textarea
					ref={field}
					className={css['field']}
					rows={1}
					value={typed}
					placeholder={words.placeholder}
					aria-label={words.label}
					aria-describedby="composer-hint"
					disabled={readOnly}
					onChange={(event) => write(event.currentTarget.value)}
					onKeyDown={key}
				/>
				<div className={css['row']}>
					<IconButton small label={t('attachments:attach')} disabled={readOnly} onClick={chooseAttachments}>
						<Paperclip size={15} strokeWidth={1.7} aria-hidden />
					</IconButton>
					<AddSearchResult owner={owner} disabled={readOnly} />
					{children}
					<span id="composer-hint" className={blocked === null ? 'visually-hidden' : css['blocked']}>
						{blocked ?? t('composer.hint')}
					</span>
					<span className={css['later']} role="status">
						{pressedDuring.some((turnId) => running.includes(turnId)) && words.later}
					</span>
					{busy ? (
						<Button className={css['send'] ?? ''} disabled={!linked} onClick={stopAll}>
							<Square size={11} fill="currentColor" aria-hidden />
							{words.stop}
						</Button>
					) : (
						<Button type="submit" variant="go" className={css['send'] ?? ''} disabled={!sendable}>
							{words.send}
						</Button>
					)}
				</div>
			</form>
		</div>
	);
}

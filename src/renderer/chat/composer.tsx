import { Paperclip, Square } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { familyOf } from '../../shared/catalogue.ts';
import { isEmbedding } from '../../shared/model/family.ts';
import { chooseAttachments } from '../attachments/attach-files.ts';
import { AttachmentShelf } from '../attachments/attachment-shelf.tsx';
import { usePastedFiles } from '../attachments/use-pasted-files.ts';
import { useWaitingFiles } from '../attachments/waiting-files.ts';
import { BodyButtons } from '../editor/body-buttons.tsx';
import { NEW, useApp } from '../state/app-store.ts';
import { openConversation, openDraft, openRunning, openSettings, setDraft } from '../state/conversations.ts';
import { send, stop } from '../state/turns.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import css from './composer.module.css';
import { LongText } from './long-text.tsx';
import { ParameterChips } from './parameter-chips.tsx';
import { useComposing } from './use-composing.ts';
import { useFittingHeight } from './use-fitting-height.ts';
import { useLongDraft } from './use-long-draft.ts';

/** Where a message is written. Enter sends, Shift+Enter begins a line, and neither while an IME composes. */
export const Composer = memo(function Composer() {
	const { t } = useTranslation(['chat', 'attachments']);
	const openId = useApp((state) => state.openId);
	const draft = useApp(openDraft);
	const conversation = useApp(openConversation);
	const files = useWaitingFiles(openId ?? NEW);
	const running = useApp(openRunning);
	const settings = useApp(openSettings);
	const ready = useApp((state) => state.phase === 'ready');
	const readOnly = useApp((state) => state.info?.readOnly === true);
	const linked = useApp((state) => state.linked);
	const field = useRef<HTMLTextAreaElement>(null);
	const composing = useComposing(field);
	const [sending, setSending] = useState(false);
	/** The turn during which Enter was pressed, to no effect. */
	const [pressedDuring, setPressedDuring] = useState<string | null>(null);

	// What stands open can be written to at once, and so can what is asked again or was stopped.
	const opened = useApp((state) => state.opened);
	const focused = useRef(-1);
	useEffect(() => {
		if (!ready || focused.current === opened) return;
		focused.current = opened;
		field.current?.focus({ preventScroll: true });
	}, [ready, opened]);
	const { held, typed, write, removeHeld } = useLongDraft(field, openId, draft, (text) => setDraft(openId, text));
	useFittingHeight(field, typed);
	usePastedFiles(field);

	const blocked = readOnly ? t('composer.readOnly') : linked ? null : t('composer.linkLost');
	const sendable = (/\S/.test(draft) || files.length > 0) && running === null && blocked === null && !sending && ready;
	const submit = async () => {
		if (!sendable) return;
		setSending(true);
		await send(draft);
		setSending(false);
		// What has been sent may already have asked for something.
		if (document.activeElement?.closest('[role="dialog"]') == null) field.current?.focus();
	};
	const key = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		if (event.key === 'Escape' && running !== null && !composing.current) void stop(running);
		if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
		// 229: what a key that belongs to the IME reports where isComposing does not say so.
		if (event.nativeEvent.isComposing || event.keyCode === 229 || composing.current) return;
		event.preventDefault();
		if (running !== null && draft !== '') setPressedDuring(running);
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
					owner={openId ?? NEW}
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
					placeholder={t(isEmbedding(familyOf(settings.modelId)) ? 'composer.texts' : 'composer.label')}
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
					<BodyButtons />
					<ParameterChips settings={settings} />
					<span id="composer-hint" className={blocked === null ? 'visually-hidden' : css['blocked']}>
						{blocked ?? t('composer.hint')}
					</span>
					<span className={css['later']} role="status">
						{running !== null && pressedDuring === running && t('composer.later')}
					</span>
					{running === null ? (
						<Button type="submit" variant="go" className={css['send'] ?? ''} disabled={!sendable}>
							{t('composer.send')}
						</Button>
					) : (
						<Button className={css['send'] ?? ''} disabled={!linked} onClick={() => void stop(running)}>
							<Square size={11} fill="currentColor" aria-hidden />
							{t('composer.stop')}
						</Button>
					)}
				</div>
			</form>
		</div>
	);
});

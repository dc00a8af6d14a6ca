import type { RefObject } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { exactByteSize } from '../ui/quantities.ts';
import { shortcutText } from '../ui/shortcut.ts';
import css from './editor-dialog.module.css';
import type { BodyDraft, EditedCall } from './editor-store.ts';
import { sentText } from './editor-store.ts';
import { TokenCounter } from './token-counter.tsx';

interface Props {
	readonly call: EditedCall;
	readonly draft: BodyDraft;
	readonly edited: boolean;
	/** AWS would most likely refuse it. */
	readonly refused: boolean;
	readonly running: boolean;
	readonly sending: boolean;
	readonly anyway: RefObject<HTMLButtonElement | null>;
	/** The draft with what stands in the editor this moment. */
	readonly latest: () => BodyDraft;
	readonly onFormat: () => void;
	readonly onCompact: () => void;
	readonly onReset: () => void;
	readonly onSend: () => void;
	readonly onSendAnyway: () => void;
}

/** What would be sent in figures, and what can be done with it. */
export function EditorFoot(props: Props) {
	const {
		call,
		draft,
		edited,
		refused,
		running,
		sending,
		anyway,
		latest,
		onFormat,
		onCompact,
		onReset,
		onSend,
		onSendAnyway,
	} = props;
	const { t, i18n } = useTranslation('editor');
	const size = useMemo(() => new TextEncoder().encode(sentText(draft)).byteLength, [draft]);
	const disabled = sending || running;
	return (
		<footer className={css['foot']}>
			{(refused || running) && (
				<p className={css['anyway']} role="status">
					{running ? t('running') : t('anyway')}
				</p>
			)}
			<div className={css['figures']}>
				<span>
					{t('size', { size: exactByteSize(size, i18n.language) })} ·{' '}
					{edited ? t('byHand') : t(call.exchangeId === null ? 'asGenerated' : 'asSent')}
				</span>
				<TokenCounter call={call} draft={draft} latest={latest} />
			</div>
			<div className={css['actions']}>
				<Button variant="quiet" className={css['reset'] ?? ''} onClick={onReset} disabled={!edited}>
					{t('reset')}
				</Button>
				<Button variant="quiet" onClick={onFormat}>
					{t('format')}
				</Button>
				<Button variant="quiet" onClick={onCompact}>
					{t('compact')}
				</Button>
				{refused ? (
					<Button ref={anyway} onClick={onSendAnyway} disabled={disabled}>
						{t('sendAnyway')}
					</Button>
				) : (
					<Button variant="go" onClick={onSend} disabled={disabled} title={shortcutText('Enter')}>
						{t('send')}
					</Button>
				)}
			</div>
		</footer>
	);
}

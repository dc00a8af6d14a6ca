import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../shared/model/conversation.ts';
import css from '../conversations/conversation-item.module.css';
import { openById, remove } from '../state/conversations.ts';
import { classNames } from '../ui/class-names.ts';
import own from './imported-item.module.css';

interface Props {
	readonly summary: ConversationSummary;
	readonly open: boolean;
	/** Moves the focus along the list. */
	readonly onMove: (event: KeyboardEvent) => void;
}

/** A line of the list for a file that was opened: it can be closed, which leaves the file as it is. */
export function ImportedItem({ summary, open, onMove }: Props) {
	const { t } = useTranslation(['files', 'conversations']);
	const title = summary.title === '' ? t('conversations:untitled') : summary.title;
	const key = (event: KeyboardEvent) => {
		onMove(event);
		if (event.key === 'Delete') void remove(summary.id);
	};
	return (
		<li className={classNames(css['item'], own['item'])} data-open={open}>
			<button
				type="button"
				className={css['link']}
				data-conversation={summary.id}
				aria-current={open ? 'page' : undefined}
				title={title}
				onClick={() => void openById(summary.id)}
				onKeyDown={key}
			>
				<b>{title}</b>
				<span>{summary.imported?.fileName}</span>
			</button>
			<button
				type="button"
				className={own['close']}
				aria-label={t('close', { title })}
				onClick={() => void remove(summary.id)}
			>
				<X size={14} aria-hidden />
			</button>
		</li>
	);
}

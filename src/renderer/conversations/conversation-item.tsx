import { Menu } from '@base-ui/react/menu';
import { Download, Ellipsis, Eraser, Pencil, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askExport } from '../files/export-request.ts';
import { isArn, modelWord } from '../models/model-word.ts';
import { addUndoable } from '../notices/toasts.ts';
import { appStore, useApp } from '../state/app-store.ts';
import { openById } from '../state/conversations.ts';
import { askToForget } from '../state/storage.ts';
import { classNames } from '../ui/class-names.ts';
import popup from '../ui/popup.module.css';
import css from './conversation-item.module.css';
import { actionsOf } from './item-actions.ts';
import type { ListItem } from './list-items.ts';

interface Props {
	/** A conversation, or a comparison with all its columns. */
	readonly item: ListItem;
	readonly open: boolean;
	/** Moves the focus along the list. */
	readonly onMove: (event: KeyboardEvent) => void;
}

/** A line of the list: opened by a press, renamed in place (double click, F2, menu), deleted with a way back. */
export function ConversationItem({ item, open, onMove }: Props) {
	const { t } = useTranslation(['conversations', 'common', 'comparison', 'files', 'storage']);
	const actions = actionsOf(item);
	const ids = item.columns.map(({ id }) => id);
	const [renaming, setRenaming] = useState(false);
	const line = useRef<HTMLButtonElement>(null);
	/** Set where a rename ended by key: the line takes the focus back. */
	const refocus = useRef(false);
	useEffect(() => {
		if (renaming || !refocus.current) return;
		refocus.current = false;
		line.current?.focus();
	}, [renaming]);
	const running = useApp((state) =>
		item.columns.some(({ id, running: runs }) => runs || state.running[id] !== undefined),
	);
	const readOnly = useApp((state) => state.info?.readOnly === true);
	const title = item.title === '' ? t('untitled') : item.title;
	const compares = item.comparison !== undefined;

	const take = async () => {
		const { openId } = appStore.getState();
		const next = openId !== null && ids.includes(openId) ? null : lineBeside(line.current);
		if (!(await actions.remove())) return;
		next?.focus();
		addUndoable(t(compares ? 'comparison:deleted' : 'deleted', { title }), t('common:undo'), actions.restore);
	};
	const key = (event: KeyboardEvent) => {
		onMove(event);
		if (readOnly) return;
		if (event.key === 'F2') setRenaming(true);
		else if (event.key === 'Delete') void take();
		else return;
		event.preventDefault();
	};
	const done = (byKey: boolean) => {
		refocus.current = byKey;
		setRenaming(false);
	};
	const about = (
		<span title={isArn(item.modelId) ? item.modelId : undefined}>
			{running && <i className={css['running']} role="img" aria-label={t('running')} />}
			{compares ? t('comparison:listed', { count: ids.length }) : `${modelWord(item.modelId)} · ${item.operation}`}
		</span>
	);
	if (renaming) {
		return (
			<li className={css['item']} data-open={open} data-renaming>
				<div className={css['link']}>
					<Rename title={item.title} onRename={actions.rename} onDone={done} />
					{about}
				</div>
			</li>
		);
	}
	return (
		<li className={css['item']} data-open={open}>
			<button
				type="button"
				ref={line}
				className={css['link']}
				data-conversation={item.id}
				aria-current={open ? 'page' : undefined}
				title={title}
				onClick={() => void openById(ids.find((id) => id === appStore.getState().openId) ?? item.id)}
				onDoubleClick={() => !readOnly && setRenaming(true)}
				onKeyDown={key}
			>
				<b>{title}</b>
				{about}
			</button>
			{!readOnly && (
				<Menu.Root modal={false}>
					<Menu.Trigger className={css['more']} aria-label={t('actions', { title })}>
						<Ellipsis size={15} aria-hidden />
					</Menu.Trigger>
					<Menu.Portal>
						<Menu.Positioner className={popup['positioner']} sideOffset={4} align="start">
							<Menu.Popup className={classNames(popup['popup'], popup['list'])}>
								<Menu.Item className={popup['item']} onClick={() => setRenaming(true)}>
									<Pencil size={14} aria-hidden />
									<span className={popup['name']}>{t('rename')}</span>
									<span className={popup['side']}>F2</span>
								</Menu.Item>
								<Menu.Item
									className={popup['item']}
									onClick={() =>
										askExport({ conversationId: item.id, turnId: null, exchangeId: null }, compares ? ids : [])
									}
								>
									<Download size={14} aria-hidden />
									<span className={popup['name']}>{t('files:export')}</span>
								</Menu.Item>
								{item.imported === undefined && (
									<Menu.Item className={popup['item']} onClick={() => askToForget(ids)}>
										<Eraser size={14} aria-hidden />
										<span className={popup['name']}>{t('storage:menu')}</span>
									</Menu.Item>
								)}
								<Menu.Item className={popup['item']} onClick={() => void take()}>
									<Trash2 size={14} aria-hidden />
									<span className={popup['name']}>{t('delete')}</span>
									<span className={popup['side']}>Del</span>
								</Menu.Item>
							</Menu.Popup>
						</Menu.Positioner>
					</Menu.Portal>
				</Menu.Root>
			)}
		</li>
	);
}

function Rename({
	title: before,
	onRename,
	onDone,
}: {
	readonly title: string;
	readonly onRename: (title: string) => void;
	readonly onDone: (byKey: boolean) => void;
}) {
	const { t } = useTranslation('conversations');
	const [title, setTitle] = useState(before);
	const keep = (byKey: boolean) => {
		onDone(byKey);
		if (title.trim() !== before) onRename(title);
	};
	return (
		<input
			className={css['rename']}
			value={title}
			autoFocus
			maxLength={500}
			aria-label={t('renameLabel')}
			onFocus={(event) => event.currentTarget.select()}
			onChange={(event) => setTitle(event.currentTarget.value)}
			onBlur={() => keep(false)}
			onKeyDown={(event) => {
				if (event.nativeEvent.isComposing || event.keyCode === 229) return;
				if (event.key !== 'Enter' && event.key !== 'Escape') return;
				// Or the same Enter would also press the line that takes the focus.
				event.preventDefault();
				if (event.key === 'Enter') keep(true);
				else onDone(true);
			}}
		/>
	);
}

/** The line after one that goes, else the one before it: where the focus stays in the list. */
function lineBeside(line: HTMLElement | null): HTMLElement | null {
	const lines = [...document.querySelectorAll<HTMLElement>('[data-conversation]')];
	const at = line === null ? -1 : lines.indexOf(line);
	return at < 0 ? null : (lines[at + 1] ?? lines[at - 1] ?? null);
}

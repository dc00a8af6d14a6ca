import { Columns3, FolderOpen, PanelLeft, Plus, Search, Settings, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startBeside } from '../comparison/start.ts';
import { ImportedItem } from '../files/imported-item.tsx';
import { chooseFiles } from '../files/open-file.ts';
import { appStore, useApp } from '../state/app-store.ts';
import { startNew } from '../state/conversations.ts';
import { openPanel } from '../state/panels.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Logo } from '../ui/logo.tsx';
import { shortcutText } from '../ui/shortcut.ts';
import { ConversationItem } from './conversation-item.tsx';
import css from './conversations.module.css';
import type { DayGroup } from './group-by-day.ts';
import { filterByTitle, groupByDay } from './group-by-day.ts';
import { listItems } from './list-items.ts';

/** The search field's id: the shortcut goes there. */
export const SEARCH_ID = 'conversation-search';

/** The left pane: what was talked about, newest first. */
export function Conversations({ onHide }: { readonly onHide: () => void }) {
	const { t } = useTranslation(['conversations', 'common', 'comparison', 'files']);
	const list = useApp((state) => state.list);
	const openId = useApp((state) => state.openId);
	const ready = useApp((state) => state.phase === 'ready');
	const [search, setSearch] = useState('');
	const lines = useRef<HTMLDivElement>(null);
	const found = useMemo(() => filterByTitle(listItems(list), search), [list, search]);
	const imported = found.filter((summary) => summary.imported !== undefined);
	const groups = useMemo(
		() =>
			groupByDay(
				found.filter((summary) => summary.imported === undefined),
				new Date(),
			),
		[found],
	);
	const nameOf = useGroupName();
	const listed = found.some(({ columns }) => columns.some(({ id }) => id === openId));
	useEffect(() => {
		// A new one begins the list, which may have been scrolled down.
		if (openId === null || !listed) return;
		lines.current?.querySelector('[data-open="true"]')?.scrollIntoView({ block: 'nearest' });
	}, [openId, listed]);

	/** Up and down go through the lines; from the search field down goes to the first. */
	const move = (event: KeyboardEvent) => {
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
		const buttons = [...(lines.current?.querySelectorAll<HTMLElement>('[data-conversation]') ?? [])];
		const at = document.activeElement instanceof HTMLElement ? buttons.indexOf(document.activeElement) : -1;
		const next = buttons[Math.min(buttons.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))];
		if (next === undefined) return;
		event.preventDefault();
		next.focus();
	};

	return (
		<>
			<div className={css['brand']}>
				<Logo />
				{t('common:app')}
				<span className={css['tools']}>
					<IconButton label={t('common:hideConversations')} shortcut={shortcutText('B')} small onClick={onHide}>
						<PanelLeft size={16} strokeWidth={1.6} />
					</IconButton>
					<IconButton
						label={t('comparison:new')}
						small
						onClick={() => startBeside(appStore.getState().settings.defaults)}
					>
						<Columns3 size={16} strokeWidth={1.6} />
					</IconButton>
					<IconButton label={t('new')} shortcut={shortcutText('⇧O')} small onClick={startNew}>
						<Plus size={17} strokeWidth={1.6} />
					</IconButton>
				</span>
			</div>
			<div className={css['search']}>
				<Search size={14} aria-hidden />
				<input
					id={SEARCH_ID}
					value={search}
					placeholder={t('search')}
					aria-label={t('search')}
					spellCheck={false}
					onChange={(event) => setSearch(event.currentTarget.value)}
					onKeyDown={(event) => {
						if (event.nativeEvent.isComposing) return;
						if (event.key === 'Escape') setSearch('');
						else move(event);
					}}
				/>
				{search === '' ? (
					<kbd aria-hidden>{shortcutText('K')}</kbd>
				) : (
					<button type="button" aria-label={t('searchClear')} onClick={() => setSearch('')}>
						<X size={13} aria-hidden />
					</button>
				)}
			</div>
			<div ref={lines} className={css['lines']}>
				{imported.length > 0 && (
					<section aria-label={t('files:imported')}>
						<h2 className={css['group']}>{t('files:imported')}</h2>
						<ul>
							{imported.map((summary) => (
								<ImportedItem key={summary.id} summary={summary} open={summary.id === openId} onMove={move} />
							))}
						</ul>
					</section>
				)}
				{groups.map(({ group, items }) => (
					<section key={group} aria-label={nameOf(group)}>
						<h2 className={css['group']}>{nameOf(group)}</h2>
						<ul>
							{items.map((item) => (
								<ConversationItem
									key={item.comparison?.id ?? item.id}
									item={item}
									open={item.columns.some(({ id }) => id === openId)}
									onMove={move}
								/>
							))}
						</ul>
					</section>
				))}
				{ready && list.length === 0 && <p className={css['none']}>{t('none')}</p>}
				{list.length > 0 && found.length === 0 && (
					<p className={css['none']}>{t('noneFound', { text: search.trim() })}</p>
				)}
			</div>
			<div className={css['foot']}>
				<button type="button" title={t('files:openHint')} onClick={chooseFiles}>
					<FolderOpen size={14} strokeWidth={1.6} aria-hidden />
					{t('files:openFile')}
				</button>
				<button type="button" onClick={() => openPanel('settings')}>
					<Settings size={14} strokeWidth={1.6} aria-hidden />
					{t('settings')}
				</button>
			</div>
		</>
	);
}

function useGroupName(): (group: DayGroup) => string {
	const { t, i18n } = useTranslation('conversations');
	return (group) => {
		if (group === 'today' || group === 'yesterday' || group === 'week' || group === 'month') return t(group);
		const [year = 0, month = 1] = group.split('-').map(Number);
		return new Date(year, month - 1).toLocaleDateString(i18n.language, { year: 'numeric', month: 'long' });
	};
}

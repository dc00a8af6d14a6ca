import { Braces, ChevronLeft, ChevronRight, Columns3, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MOST_COLUMNS } from '../../shared/model/conversation.ts';
import { PresenterSign } from '../presenter/presenter-sign.tsx';
import { appStore, useApp } from '../state/app-store.ts';
import { showBodies, useBodiesShown } from '../state/bodies-shown.ts';
import { composerKey } from '../state/columns.ts';
import { addColumn } from '../state/comparisons.ts';
import { ownRegion } from '../state/connections.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { PaneSwitches } from '../window/pane-switches.tsx';
import { ConversationsSwitch, InspectorSwitch } from '../window/pane-switches.tsx';
import css from './comparison-bar.module.css';
import { besideThem } from './presets.ts';
import { columnSettings } from './use-columns.ts';
import type { useColumnsInView } from './use-columns-in-view.ts';

interface Props extends PaneSwitches {
	readonly columns: readonly string[];
	readonly inView: ReturnType<typeof useColumnsInView>;
}

/** The head of a comparison: what it is, what is done with all of it, and the panes' switches. */
export function ComparisonBar({ columns, inView, ...switches }: Props) {
	const { t } = useTranslation('comparison');
	const key = useApp(composerKey);
	const bodies = useBodiesShown(key);
	const readOnly = useApp((state) => state.info?.readOnly === true);
	const full = columns.length >= MOST_COLUMNS;
	return (
		<header className={css['bar']}>
			<ConversationsSwitch {...switches} />
			<p className={css['name']}>
				<Columns3 size={16} strokeWidth={1.6} aria-hidden />
				<b>{t('name')}</b>
				<InView {...inView} count={columns.length} />
			</p>
			<Button
				disabled={readOnly}
				aria-disabled={full}
				title={full ? t('most') : t('add')}
				aria-label={t('add')}
				onClick={() => {
					if (!full) void addColumn(another(columns));
				}}
			>
				<Plus size={14} strokeWidth={1.8} aria-hidden />
				{t('addShort')}
			</Button>
			<IconButton
				label={t(bodies ? 'hideBodies' : 'bodies')}
				on={bodies}
				aria-pressed={bodies}
				onClick={() => showBodies(key, !bodies)}
			>
				<Braces size={17} strokeWidth={1.6} />
			</IconButton>
			<PresenterSign />
			<InspectorSwitch {...switches} />
		</header>
	);
}

/** How many columns there are, or where there is no room for all of them: which are in view, and the ways to the others. */
function InView({ first, last, show, count }: Props['inView'] & { readonly count: number }) {
	const { t } = useTranslation('comparison');
	if (last - first + 1 >= count) return <span>{t('columnCount', { count })}</span>;
	const range = first === last ? String(first) : `${first}–${last}`;
	// Not disabled at the ends, where the focus would be lost.
	return (
		<>
			<span role="status">{t('inView', { range, count })}</span>
			<IconButton small label={t('before')} aria-disabled={first === 1} onClick={() => show(first - 1)}>
				<ChevronLeft size={15} aria-hidden />
			</IconButton>
			<IconButton small label={t('after')} aria-disabled={last === count} onClick={() => show(first + 1)}>
				<ChevronRight size={15} aria-hidden />
			</IconButton>
		</>
	);
}

/** Settings of one more column: as the last one's, for a model that is not there yet. */
function another(columns: readonly string[]) {
	const state = appStore.getState();
	const { recentModels, favouriteModels } = state.settings;
	const them = columns.flatMap((id) => columnSettings(state, id) ?? []);
	const last = them.at(-1);
	const region = last === undefined ? null : (last.region ?? ownRegion(last.connection));
	return besideThem(them, [...recentModels, ...favouriteModels], region);
}

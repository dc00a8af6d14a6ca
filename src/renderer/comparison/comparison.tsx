import { ArrowDown } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelectByClick } from '../chat/use-select-by-click.ts';
import { useStickToBottom } from '../chat/use-stick-to-bottom.ts';
import { ConversationTotals } from '../cost/conversation-totals.tsx';
import { ShowInStream } from '../inspector/links/show-in-stream.tsx';
import { Banners } from '../notices/banners.tsx';
import { useApp } from '../state/app-store.ts';
import { useBodiesShown } from '../state/bodies-shown.ts';
import { composerKey, openComparison } from '../state/columns.ts';
import { focusColumn } from '../state/comparisons.ts';
import { openDraft } from '../state/conversations.ts';
import { Button } from '../ui/button.tsx';
import type { PaneSwitches } from '../window/pane-switches.tsx';
import { ColumnHead } from './column-head.tsx';
import css from './comparison.module.css';
import { ComparisonBar } from './comparison-bar.tsx';
import { ComparisonComposer } from './comparison-composer.tsx';
import { EmptyComparison } from './empty-comparison.tsx';
import { FiguresTable } from './figures-table.tsx';
import { NextBodies } from './next-bodies.tsx';
import { RoundView } from './round-view.tsx';
import { roundsOf } from './rounds-of.ts';
import { focusedColumn, useColumns, useTurnsOf } from './use-columns.ts';
import { useColumnsInView } from './use-columns-in-view.ts';

interface Props extends PaneSwitches {
	/** Shows the inspector, where it is not open. */
	readonly onInspect: () => void;
}

/** The middle pane with several targets side by side: each question once, and below it what every column answered. */
export function Comparison({ onInspect, ...switches }: Props) {
	const { t } = useTranslation(['comparison', 'chat']);
	const columns = useColumns();
	const comparison = useApp(openComparison);
	const turns = useTurnsOf(columns);
	const rounds = useMemo(() => roundsOf(turns), [turns]);
	const all = useMemo(() => turns.flat(), [turns]);
	const last = rounds.at(-1) ?? null;
	const ready = useApp((state) => state.phase === 'ready');
	const loaded = useApp((state) => comparison === null || columns.every((id) => state.loaded[id] !== undefined));
	const title = useApp((state) => columns.map((id) => state.loaded[id]?.title ?? '').find((one) => one !== '') ?? '');
	const bodies = useBodiesShown(useApp(composerKey));
	const drafted = useApp((state) => openDraft(state) !== '');
	const { scroller, content, atEnd, toEnd } = useStickToBottom(`${comparison}/${last?.key}`);
	useSelectByClick(content);
	useFocusedColumn(content);
	const focused = useApp(focusedColumn);
	const inView = useColumnsInView(scroller, columns.length, columns.indexOf(focused ?? ''));
	useEffect(() => {
		document.title = t('chat:documentTitle', { title: title === '' ? t('newTitle') : title });
	}, [title, t]);
	const loading = !ready || !loaded;
	return (
		<>
			<h1 className="visually-hidden">{title === '' ? t('newTitle') : title}</h1>
			<ComparisonBar {...switches} columns={columns} inView={inView} />
			<Banners />
			<div className={css['middle']}>
				<section
					ref={scroller}
					className={css['scroll']}
					data-long={false}
					aria-label={t('columns')}
					aria-busy={loading}
				>
					<div
						ref={content}
						className={css['grid']}
						style={{ '--columns': columns.length } as CSSProperties}
						data-comparison
					>
						{columns.map((id, index) => (
							<ColumnHead key={id} id={id} number={index + 1} removable={columns.length > 2} />
						))}
						{!loading && rounds.length === 0 && <EmptyComparison columns={columns} bodies={bodies} />}
						{rounds.map((round) => (
							<RoundView
								key={round.key}
								cells={round.cells}
								columns={columns}
								bodies={bodies}
								last={round === last}
								onInspect={onInspect}
							/>
						))}
						{last !== null && <FiguresTable columns={columns} cells={last.cells} onInspect={onInspect} />}
						<div className={css['totals']}>
							<ConversationTotals turns={all} compared />
						</div>
						{bodies && !loading && (rounds.length === 0 || drafted) && <NextBodies columns={columns} />}
						<ShowInStream onInspect={onInspect} />
					</div>
				</section>
				{!atEnd && last !== null && (
					<Button className={css['jump'] ?? ''} onClick={toEnd}>
						<ArrowDown size={14} aria-hidden />
						{t('chat:jumpToLatest')}
					</Button>
				)}
			</div>
			<ComparisonComposer columns={columns} />
		</>
	);
}

/** The column that is pressed, or gets the focus, is the one that inspector and dialogs are about. */
function useFocusedColumn(content: React.RefObject<HTMLElement | null>) {
	useEffect(() => {
		const element = content.current;
		if (element === null) return;
		const take = ({ target }: Event) => {
			const id =
				target instanceof Element ? target.closest<HTMLElement>('[data-column]')?.dataset['column'] : undefined;
			if (id !== undefined) focusColumn(id);
		};
		element.addEventListener('pointerdown', take, { capture: true });
		element.addEventListener('focusin', take, { capture: true });
		return () => {
			element.removeEventListener('pointerdown', take, { capture: true });
			element.removeEventListener('focusin', take, { capture: true });
		};
	}, [content]);
}

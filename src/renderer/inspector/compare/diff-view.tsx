import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { count } from '../../ui/quantities.ts';
import { explainable } from '../explain/explainable.ts';
import { hold } from '../explain/explained.ts';
import { frameKey } from '../stream/frame-keys.ts';
import { DiffRowView } from './diff-row.tsx';
import css from './diff-view.module.css';
import { differenceKey, neighbour } from './difference-keys.ts';
import type { ComparedIn } from './row-field.ts';
import { rowField } from './row-field.ts';
import type { ComparisonHandle, HeldComparison } from './use-comparison.ts';
import { rowAt } from './use-comparison.ts';

/** Height of a row of one line. Pixels. */
const ROW = 20;

interface Props extends Pick<ComparisonHandle, 'need' | 'toggle'> {
	readonly comparedIn: ComparedIn;
	readonly held: HeldComparison;
	/** Where the ways to the differences stand. */
	readonly slot: HTMLElement | null;
	/** What stands above the rows and scrolls with them. */
	readonly children: ReactNode;
}

/** The rows of a comparison, of which only those in view are drawn, and the ways from one difference to the next. */
export function DiffView({ comparedIn, held, slot, need, toggle, children }: Props) {
	const { t, i18n } = useTranslation('compare');
	const { total, differences, round } = held.listing;
	const [active, setActive] = useState(0);
	const [above, setAbove] = useState(0);
	const scroller = useRef<HTMLDivElement>(null);
	const intro = useRef<HTMLDivElement>(null);
	const table = useRef<HTMLTableElement>(null);
	useLayoutEffect(() => {
		const element = intro.current;
		if (element === null) return;
		const watch = new ResizeObserver(() => setAbove(element.offsetHeight));
		watch.observe(element);
		setAbove(element.offsetHeight);
		return () => watch.disconnect();
	}, []);
	const virtual = useVirtualizer({
		count: total,
		getScrollElement: () => scroller.current,
		getItemKey: (place) => rowAt(held, place)?.id ?? `${round} ${place}`,
		estimateSize: () => ROW,
		overscan: 10,
		scrollMargin: above,
	});
	const rows = virtual.getVirtualItems();
	const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0];
	const missing = [first, last].find((place) => place < total && rowAt(held, place) === undefined);
	useEffect(() => {
		if (missing !== undefined) need(missing);
	}, [missing, need]);

	const moveTo = (place: number, align: 'auto' | 'center'): void => {
		setActive(place);
		virtual.scrollToIndex(place, { align });
		const row = rowAt(held, place);
		const field = row === undefined ? null : rowField(row, comparedIn);
		if (field !== null) hold(field, 'keyboard');
	};
	const go = (direction: 1 | -1): void => {
		const place = neighbour(differences, active, direction);
		if (place === null) return;
		moveTo(place, 'center');
		table.current?.focus({ preventScroll: true });
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const direction = differenceKey(event);
		if (direction !== null) {
			event.preventDefault();
			go(direction);
			return;
		}
		const fold = rowAt(held, active)?.fold ?? null;
		const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2);
		const action = frameKey(event.key, { active, count: total, page, open: fold?.open ?? false });
		if (action === null) return;
		event.preventDefault();
		if (action !== 'toggle') moveTo(action, 'auto');
		else if (fold !== null) toggleAt(active);
	};
	const toggleAt = (place: number): void => {
		const row = rowAt(held, place);
		if (row?.fold == null) return;
		setActive(place);
		toggle(row.id, place);
	};
	const onClick = (event: MouseEvent): void => {
		const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-place]') : null;
		if (row !== null) toggleAt(Number(row.dataset['place']));
	};

	// Rows that open and close: to a screen reader a treegrid, in which the arrow keys move the active row.
	const treegrid = {
		role: 'treegrid',
		tabIndex: 0,
		'aria-label': t('rows'),
		'aria-rowcount': total,
		'aria-activedescendant': rows.some(({ index }) => index === active) ? rowId(active) : undefined,
	};
	const none = differences.length === 0;
	const shown = count(differences.length, i18n.language);
	return (
		<div className={css['view']}>
			{slot !== null &&
				createPortal(
					<>
						<span role="status">
							{none ? t('noDifferences') : t('differences', { count: differences.length, shown })}
						</span>
						<IconButton small label={t('previous')} shortcut="P" disabled={none} onClick={() => go(-1)}>
							<ArrowUp size={14} strokeWidth={1.6} aria-hidden />
						</IconButton>
						<IconButton small label={t('next')} shortcut="N" disabled={none} onClick={() => go(1)}>
							<ArrowDown size={14} strokeWidth={1.6} aria-hidden />
						</IconButton>
					</>,
					slot,
				)}
			<div ref={scroller} className={css['scroller']}>
				<div ref={intro}>{children}</div>
				<table
					ref={table}
					className={css['rows']}
					{...treegrid}
					onKeyDown={onKeyDown}
					onClick={onClick}
					style={{ height: virtual.getTotalSize() }}
				>
					<tbody>
						{rows.map(({ index, key, start }) => {
							const row = rowAt(held, index);
							const field = row === undefined ? null : rowField(row, comparedIn);
							return (
								<tr
									key={key}
									id={rowId(index)}
									ref={virtual.measureElement}
									data-index={index}
									data-place={index}
									data-mark={row?.mark}
									{...(field !== null && explainable(field))}
									aria-level={(row?.depth ?? 0) + 1}
									aria-rowindex={index + 1}
									aria-expanded={row?.fold == null ? undefined : row.fold.open}
									className={classNames(css['row'], index === active && css['active'])}
									style={{ transform: `translateY(${start - above}px)` }}
								>
									{row !== undefined && <DiffRowView row={row} />}
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
		</div>
	);
}

function rowId(place: number): string {
	return `difference-${place}`;
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { Download } from 'lucide-react';
import type { CSSProperties, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { frameShown, tellOpenFrame, useAskedFrame } from '../../state/inspector-focus.ts';
import { Button } from '../../ui/button.tsx';
import { byteSize, count } from '../../ui/quantities.ts';
import { useSaveBody } from '../body/save-body.ts';
import { useCallFacts } from '../call-facts.ts';
import { LoadFailed, Loading } from '../load-state.tsx';
import { FrameBytes } from './frame-bytes.tsx';
import { longestType } from './frame-excerpt.ts';
import type { Frames } from './frame-feed.ts';
import { cutInsideFrame } from './frame-feed.ts';
import { frameKey } from './frame-keys.ts';
import { FrameRow, rowId } from './frame-row.tsx';
import css from './stream-panel.module.css';
import { useGiveUpFrame } from './use-go-to-frame.ts';

/** Heights of a closed row and of the sticky head. Pixels. */
const ROW = 24;
const HEAD = 29;
/** So much of what a row opens to is seen at once; pixels. */
const SEEN = 220;

const columns = ['number', 'time', 'gap', 'event', 'size', 'content'] as const;

interface Props {
	readonly attemptId: string;
	readonly frames: Frames;
	/** Of the whole body, as far as it has arrived; bytes. */
	readonly size: number;
	/** True while more may come: the end is followed when it is in view. */
	readonly arriving: boolean;
	readonly onRetry: () => void;
	/** Stands beside the size. */
	readonly note?: ReactNode;
}

/** The frames of an event stream, a row each; a row opens to what is inside. Only the rows in view are drawn. */
export function StreamPanel({ attemptId, frames, size, arriving, onRetry, note }: Props) {
	const { t } = useTranslation('inspector');
	const { trailingBytes } = frames;
	useGiveUpFrame(attemptId, frames, arriving);
	if (frames.failure !== null) return <LoadFailed failure={frames.failure} onRetry={onRetry} />;
	if (!frames.known) return <Loading />;
	return (
		<div className={css['panel']}>
			<Toolbar attemptId={attemptId} total={frames.total} size={size} note={note} />
			{!arriving && cutInsideFrame(frames, size) && (
				<>
					<p className={css['cut']} role="alert">
						{t('trailing', { count: trailingBytes })}
					</p>
					<details className={css['trailing']}>
						<summary>{t('showTrailing')}</summary>
						<FrameBytes attemptId={attemptId} index={frames.total + 1} />
					</details>
				</>
			)}
			{frames.frames.length === 0 ? (
				<p className={css['quiet']} role="status">
					{arriving ? t('noFramesYet') : t('noFrames')}
				</p>
			) : (
				<FrameTable attemptId={attemptId} frames={frames} arriving={arriving} />
			)}
		</div>
	);
}

interface ToolbarProps {
	readonly attemptId: string;
	readonly total: number;
	readonly size: number;
	readonly note: ReactNode;
}

function Toolbar({ attemptId, total, size, note }: ToolbarProps) {
	const { t, i18n } = useTranslation('stream');
	const save = useSaveBody(attemptId, 'event-stream');
	return (
		<div className={css['toolbar']}>
			<span>
				{t('frameCount', { count: total, frames: count(total, i18n.language), size: byteSize(size, i18n.language) })}
			</span>
			{note}
			<Button variant="quiet" onClick={save}>
				<Download size={14} strokeWidth={1.6} aria-hidden />
				{t('saveStream')}
			</Button>
		</div>
	);
}

function FrameTable({ attemptId, frames: { frames }, arriving }: Pick<Props, 'attemptId' | 'frames' | 'arriving'>) {
	const { t, i18n } = useTranslation('inspector');
	const { timed = true } = useCallFacts() ?? {};
	const [active, setActive] = useState(0);
	const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
	const scroller = useRef<HTMLDivElement>(null);
	const typeLength = useMemo(() => longestType(frames), [frames]);
	const virtual = useVirtualizer({
		count: frames.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW,
		overscan: 8,
		scrollMargin: HEAD,
		scrollPaddingStart: HEAD,
		anchorTo: arriving ? 'end' : 'start',
		followOnAppend: arriving,
	});

	const rows = virtual.getVirtualItems();
	const table = useRef<HTMLTableElement>(null);
	const asked = useAskedFrame();
	const askedRow = asked?.attemptId === attemptId && asked.index <= frames.length ? asked.index - 1 : null;
	useEffect(() => {
		if (askedRow === null) return;
		setOpen((opened) => new Set(opened).add(askedRow));
		setActive(askedRow);
		virtual.scrollToIndex(askedRow, { align: 'start' });
		table.current?.focus({ preventScroll: true });
		frameShown();
	}, [askedRow, virtual]);
	const toggle = (index: number): void => {
		const next = new Set(open);
		if (next.delete(index)) virtual.resizeItem(index, ROW);
		else {
			next.add(index);
			const row = rows.find((item) => item.index === index);
			const end = (virtual.scrollOffset ?? 0) + (scroller.current?.clientHeight ?? 0);
			// Near the lower edge it would seem that nothing has happened.
			if (row !== undefined && row.end + SEEN > end) virtual.scrollToIndex(index, { align: 'start' });
		}
		setOpen(next);
		setActive(index);
	};
	const openIndex = open.has(active) ? active + 1 : null;
	useEffect(() => {
		tellOpenFrame(openIndex === null ? null : { attemptId, index: openIndex });
		return () => tellOpenFrame(null);
	}, [attemptId, openIndex]);
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
		const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2);
		const action = frameKey(event.key, { active, count: frames.length, page, open: open.has(active) });
		if (action === null) return;
		event.preventDefault();
		if (action === 'toggle') {
			toggle(active);
		} else {
			setActive(action);
			virtual.scrollToIndex(action, { align: 'auto' });
		}
	};

	const onClick = (event: MouseEvent): void => {
		const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-row]') : null;
		if (row !== null) toggle(Number(row.dataset['row']) - 1);
	};

	// A table whose rows open: to a screen reader a treegrid, in which the arrow keys move the active row.
	const treegrid = {
		role: 'treegrid',
		tabIndex: 0,
		'aria-label': t('frames'),
		'aria-rowcount': frames.length + 1,
		// Rows out of view are not in the page.
		'aria-activedescendant': rows.some(({ index }) => index === active) ? rowId(active + 1) : undefined,
	};
	return (
		<div ref={scroller} className={css['scroller']}>
			<table
				ref={table}
				className={css['table']}
				{...treegrid}
				data-long={frames.length > 999 || (frames.at(-1)?.atMs ?? 0) >= 10_000 || undefined}
				data-untimed={!timed || undefined}
				onKeyDown={onKeyDown}
				onClick={onClick}
				style={{ '--event': `${typeLength}ch`, height: virtual.getTotalSize() + HEAD } as CSSProperties}
			>
				<thead>
					<tr className={css['row']} aria-rowindex={1}>
						{columns.map((column) => (
							<th key={column} scope="col" className={css[column]}>
								{t(`column.${column}`)}
							</th>
						))}
					</tr>
				</thead>
				{rows.map(({ index, key, start }) => {
					const frame = frames[index];
					return frame === undefined ? null : (
						<tbody
							key={key}
							// Closed rows are of one height; measuring each would cost more than drawing it.
							ref={open.has(index) ? virtual.measureElement : undefined}
							data-index={index}
							style={{ transform: `translateY(${start}px)` }}
						>
							<FrameRow
								attemptId={attemptId}
								frame={frame}
								frames={open.has(index) ? frames : null}
								language={i18n.language}
								active={index === active}
								open={open.has(index)}
							/>
						</tbody>
					);
				})}
			</table>
		</div>
	);
}

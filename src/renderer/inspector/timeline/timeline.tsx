import type { KeyboardEvent, MouseEvent } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { Attempt, ExchangeSummary } from '../../../shared/model/exchange.ts';
import { showAttempt, showFrame, useOpenFrame } from '../../state/inspector-focus.ts';
import { select } from '../../state/selection.ts';
import { LaneRow } from './lane-row.tsx';
import type { Lane } from './lanes.ts';
import { RateRow } from './rate-row.tsx';
import type { FrameGroup } from './stream-marks.ts';
import { partOf } from './time-scale.ts';
import css from './timeline.module.css';
import type { TimelineItem } from './timeline-items.ts';
import { itemAt, itemKey } from './timeline-items.ts';
import { itemWords, rateWords, summaryWords } from './timeline-words.ts';
import { useTimeline } from './use-timeline.ts';

interface Props {
	readonly turn: Turn;
	/** The call that is looked at. */
	readonly summary: ExchangeSummary;
	readonly attempts: readonly Attempt[];
	/** For what still runs; milliseconds since the epoch. */
	readonly now: number;
}

/** What is pointed at: an item by its position, or a moment of the curve below. */
type Pointed = { readonly item: number } | { readonly rateAtMs: number };

/** The call that was opened from the timeline of another: its own timeline, which is a new one, takes the focus over. */
let openedHere: string | null = null;

/** When a frame came, as far as it is drawn; null: it is not. Milliseconds since the exchange's start. */
function timeOf(index: number, groups: readonly FrameGroup[]): number | null {
	return groups.find(({ first, last }) => index >= first && index <= last)?.atMs ?? null;
}

/** Whether something is there to be opened: of a single attempt everything is shown already. */
function opens({ type, lane }: TimelineItem, lanes: readonly Lane[], attempts: number): boolean {
	return type !== 'band' || (attempts > 1 && lanes[lane]?.attemptId != null);
}

/** How far from a frame a pointer still points at it; CSS pixels. */
const REACH = 3;

/**
 * The layers of a turn on one scale of time: a lane for each attempt and each wait of the call that is looked at, and one
 * for each other call; the frames below the band in which they came; how fast the text came; and a line of words for what
 * is pointed at. To a screen reader the parts are the steps of a slider, because there may be hundreds.
 */
export function Timeline({ turn, summary, attempts, now }: Props) {
	const { t, i18n } = useTranslation('timeline');
	const { lanes, scale, items, frames, groups, rate, longest, current, context } = useTimeline(
		turn,
		summary,
		attempts,
		now,
	);
	const words = useMemo(() => ({ ...context, t, language: i18n.language }), [context, t, i18n.language]);
	const openFrame = useOpenFrame();
	const [hovered, setHovered] = useState<Pointed | null>(null);
	const [walked, setWalked] = useState<number | null>(null);
	const walker = useRef<HTMLDivElement>(null);
	const rows = useRef<HTMLUListElement>(null);
	const chosenLane = lanes.findIndex(({ exchangeId }) => exchangeId === summary.id);
	const step = Math.max(0, Math.min(walked ?? 0, items.length - 1));
	const lastOfCall = lanes.findLastIndex(({ exchangeId }) => exchangeId === summary.id);
	const lane = walked === null ? null : (items[step]?.lane ?? null);
	// Below the last lane there is how fast it came.
	const [fromLane, toLane] = lane === null ? [chosenLane, lastOfCall + 1] : [lane, lane];
	useEffect(() => {
		// All of the call that is looked at, or its beginning where there is no room for all of it.
		for (let at = toLane; at >= fromLane; at--) rows.current?.children[at]?.scrollIntoView({ block: 'nearest' });
	}, [fromLane, toLane]);
	const firstOfChosen = items.findIndex(({ lane }) => lane === chosenLane);
	useEffect(() => {
		if (openedHere !== summary.id || walker.current === null) return;
		openedHere = null;
		walker.current.focus({ preventScroll: true });
		setWalked(firstOfChosen);
	}, [summary.id, firstOfChosen]);
	if (lanes.length === 0) return null;

	const pointed = hovered ?? (walked === null ? null : { item: step });
	const item = pointed !== null && 'item' in pointed ? items[pointed.item] : undefined;
	const rateAtMs = pointed !== null && 'rateAtMs' in pointed ? pointed.rateAtMs : null;
	const stepWords = (position: number): string => {
		const at = items[position];
		return at === undefined ? '' : itemWords(at, words);
	};
	const readout =
		rateAtMs !== null && rate !== null
			? rateWords(rate, rateAtMs, words)
			: item !== undefined
				? itemWords(item, words)
				: summaryWords(longest, current, words);

	const openExchange = (exchangeId: string): void => {
		openedHere = exchangeId;
		select({ turnId: turn.id, exchangeId });
	};
	const open = (at: TimelineItem | undefined): void => {
		const lane = at === undefined ? undefined : lanes[at.lane];
		if (at === undefined || lane === undefined) return;
		if (at.type === 'exchange') openExchange(lane.exchangeId);
		else if (at.type === 'band' && lane.attemptId !== null) showAttempt(lane.attemptId);
		else if (at.type === 'frames' && lane.attemptId !== null)
			showFrame({ attemptId: lane.attemptId, index: at.group.first });
		else if (at.type === 'pause' && lane.attemptId !== null) {
			const last = frames?.groups.at(-1)?.last ?? 1;
			showFrame({ attemptId: lane.attemptId, index: at.pause.frame ?? last });
		}
	};

	const pointAt = (event: MouseEvent): Pointed | null => {
		// The slider lies over all lanes.
		const tracks = walker.current?.parentElement?.querySelectorAll<HTMLElement>('[data-lane]') ?? [];
		const track = [...tracks].find((one) => {
			const { top, bottom } = one.getBoundingClientRect();
			return event.clientY >= top && event.clientY < bottom;
		});
		if (track === undefined) return null;
		const { left, width } = track.getBoundingClientRect();
		const part = (event.clientX - left) / width;
		if (part < 0 || part > 1) return null;
		const chosenMs = (part - partOf(scale, summary.id, 0)) / scale.perMs;
		if (track.dataset['lane'] === 'rate') return { rateAtMs: chosenMs };
		const position = Number(track.dataset['lane']);
		const id = lanes[position]?.exchangeId ?? summary.id;
		const ms = (part - partOf(scale, id, 0)) / scale.perMs;
		const found = itemAt(items, position, ms, REACH / width / scale.perMs);
		return found === -1 ? null : { item: found };
	};

	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			open(items[step]);
			return;
		}
		const next = itemKey(event.key, items, step);
		if (next === null) return;
		event.preventDefault();
		setHovered(null);
		setWalked(next);
	};

	return (
		<section className={css['timeline']} aria-label={t('label')}>
			<div className={css['scroller']}>
				<div className={css['rows']}>
					<ul ref={rows} className={css['lanes']} aria-label={t('label')}>
						{lanes.map((lane, position) => {
							const drawn = frames !== null && frames.attemptId === lane.attemptId;
							return (
								<LaneRow
									key={`${lane.exchangeId} ${lane.kind} ${lane.index}`}
									lane={lane}
									position={position}
									place={(ms) => partOf(scale, lane.exchangeId, ms)}
									breaks={scale.breaks.map(({ part }) => part)}
									pointed={item?.lane === position ? item : null}
									groups={drawn ? groups : []}
									openMs={drawn && openFrame?.attemptId === frames.attemptId ? timeOf(openFrame.index, groups) : null}
									pauses={drawn ? frames.pauses : []}
									frameCount={drawn ? (frames.groups.at(-1)?.last ?? 0) : 0}
									onOpen={() => openExchange(lane.exchangeId)}
								/>
							);
						})}
						{rate !== null && (
							<RateRow
								rate={rate}
								place={(ms) => partOf(scale, summary.id, ms)}
								words={rateWords(rate, null, words)}
								atMs={rateAtMs}
							/>
						)}
					</ul>
					<div
						ref={walker}
						className={css['walker']}
						role="slider"
						tabIndex={0}
						aria-label={t('walk')}
						aria-description={t('walkHelp')}
						aria-valuemin={1}
						aria-valuemax={Math.max(1, items.length)}
						aria-valuenow={step + 1}
						aria-valuetext={stepWords(step)}
						data-open={(item !== undefined && opens(item, lanes, attempts.length)) || undefined}
						onPointerMove={(event) => setHovered(pointAt(event))}
						onPointerLeave={() => setHovered(null)}
						onClick={(event) => {
							const clicked = pointAt(event);
							if (clicked === null || 'rateAtMs' in clicked) return;
							setWalked(clicked.item);
							open(items[clicked.item]);
						}}
						onKeyDown={onKeyDown}
						onFocus={() => setWalked((before) => before ?? 0)}
						onBlur={() => setWalked(null)}
					/>
				</div>
			</div>
			<p className={css['readout']} title={readout}>
				{readout}
			</p>
		</section>
	);
}

import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import { count, durationText } from '../../ui/quantities.ts';
import type { Lane } from './lanes.ts';
import type { FrameGroup, Pause } from './stream-marks.ts';
import css from './timeline.module.css';
import { laneName } from './timeline-words.ts';

interface Props {
	readonly lane: Lane;
	readonly position: number;
	/** Where a moment of this lane lies, as a part (0 to 1) of the width. */
	readonly place: (ms: number) => number;
	/** Where time is left out. */
	readonly breaks: readonly number[];
	/** What is pointed at, if it is in this lane. */
	readonly pointed: { readonly startMs: number; readonly endMs: number } | null;
	/** The frames of this lane, and their pauses. */
	readonly groups: readonly FrameGroup[];
	readonly pauses: readonly Pause[];
	/** When the frame came that lies open in the Stream tab; null: none of this lane. */
	readonly openMs: number | null;
	/** How many frames there are, for the name of the lane. */
	readonly frameCount: number;
	/** Shows the call of which this is the whole. */
	readonly onOpen: () => void;
}

/** A line of the timeline: its name, its bands on the scale of time, and how long it took. */
export function LaneRow({ lane, position, place, breaks, pointed, groups, pauses, openMs, frameCount, onOpen }: Props) {
	const { t, i18n } = useTranslation('timeline');
	const name = laneName(lane, t);
	const whole = lane.reason === null ? name : `${name} (${lane.reason})`;
	const laneMs = lane.endMs - lane.startMs;
	const other = lane.kind === 'exchange';
	return (
		<li className={classNames(css['lane'], other && css['other'])}>
			{other ? (
				<button type="button" className={classNames(css['name'], lane.failed && css['failed'])} onClick={onOpen}>
					{name}
				</button>
			) : (
				<span className={classNames(css['name'], lane.failed && css['failed'])} title={whole}>
					{name}
				</span>
			)}
			<div className={css['track']} data-lane={position} role="img" aria-label={useSpoken(lane, whole, frameCount)}>
				{breaks.map((part) => (
					<s key={part} style={{ left: percent(part) }} />
				))}
				{lane.bands.map(({ part, failed, startMs, endMs }) => (
					<i
						key={`${part} ${failed} ${startMs}`}
						className={css[failed ? 'bad' : part]}
						data-part={part}
						data-failed={failed || undefined}
						style={placeOf(place(startMs), place(endMs))}
					/>
				))}
				{pauses.map(({ startMs, endMs }) => (
					<em key={startMs} style={placeOf(place(startMs), place(endMs))} />
				))}
				{groups.length > 0 && (
					<svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
						<path d={groups.map(({ atMs }) => `M${place(atMs).toFixed(4)} 0V1`).join('')} />
					</svg>
				)}
				{openMs !== null && <u data-open-frame style={{ left: percent(place(openMs)) }} />}
				{pointed !== null && <b style={placeOf(place(pointed.startMs), place(pointed.endMs))} />}
			</div>
			<span className={css['time']}>{durationText(laneMs, i18n.language)}</span>
		</li>
	);
}

function useSpoken({ bands, startMs, endMs }: Lane, name: string, frameCount: number): string {
	const { t, i18n } = useTranslation('timeline');
	const words = bands
		.map((band) => {
			const ms = band.endMs - band.startMs;
			const part = t(`part.${band.part}`);
			// A failure that took no time of its own.
			if (band.failed && ms < 1) return t('failedPart', { part });
			const time = durationText(ms, i18n.language, endMs - startMs);
			return t('bandSpoken', { part: band.failed ? t('failedPart', { part }) : part, time });
		})
		.join(', ');
	const spoken = t('laneSpoken', { name, bands: words });
	return frameCount === 0
		? spoken
		: t('framesSpoken', { words: spoken, count: frameCount, frames: count(frameCount, i18n.language) });
}

/** Where a band lies; one that begins at the track's very end still has room for its least width. */
function placeOf(from: number, to: number): CSSProperties {
	return { left: `min(${percent(from)}, 100% - var(--least))`, width: percent(to - from) };
}

function percent(part: number): string {
	return `${part * 100}%`;
}

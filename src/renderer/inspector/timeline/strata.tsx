import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import { durationText } from '../quantities.ts';
import css from './strata.module.css';
import type { Lane, Strata as Timeline } from './strata-lanes.ts';
import { marksOf } from './strata-lanes.ts';

interface Props {
	readonly timeline: Timeline;
	/** When the frames of an attempt (by its index) were there; milliseconds since the exchange's start. */
	readonly frames: { readonly attempt: number; readonly timesMs: readonly number[] } | null;
}

/** The layers of a call: a lane for each attempt and each wait, on one scale of time. */
export function Strata({ timeline, frames }: Props) {
	const { t } = useTranslation('inspector');
	if (timeline.lanes.length === 0) return null;
	return (
		<ul className={css['strata']} aria-label={t('timeline')}>
			{timeline.lanes.map((lane) => (
				<LaneRow
					key={`${lane.kind} ${lane.index}`}
					lane={lane}
					totalMs={timeline.totalMs}
					marks={
						lane.kind === 'attempt' && frames?.attempt === lane.index ? marksOf(frames.timesMs, timeline.totalMs) : []
					}
				/>
			))}
		</ul>
	);
}

interface LaneProps {
	readonly lane: Lane;
	readonly totalMs: number;
	readonly marks: readonly number[];
}

function LaneRow({ lane, totalMs, marks }: LaneProps) {
	const { t, i18n } = useTranslation('inspector');
	const laneMs = lane.endMs - lane.startMs;
	const name = useLaneName(lane);
	const whole = lane.reason === null ? name : `${name} (${lane.reason})`;
	const bands = lane.bands
		.map(({ kind, startMs, endMs }) => {
			const ms = endMs - startMs;
			// A failure that took no time of its own.
			if (kind === 'bad' && ms < 1) return t('state.failed');
			return t(`band.${kind}`, { time: durationText(ms, i18n.language, laneMs) });
		})
		.join(', ');
	return (
		<li className={css['lane']}>
			<span className={classNames(css['name'], lane.failed && css['failed'])} title={whole}>
				{name}
			</span>
			<div className={css['track']} role="img" aria-label={t('laneSpoken', { name: whole, bands })} title={bands}>
				{lane.bands.map(({ kind, startMs, endMs }) => (
					<i key={kind} className={css[kind]} style={placeOf(startMs / totalMs, endMs / totalMs)} />
				))}
				{marks.map((part) => (
					<u key={part} style={{ left: `${part * 100}%` }} />
				))}
			</div>
			<span className={css['time']}>{durationText(laneMs, i18n.language)}</span>
		</li>
	);
}

function useLaneName({ kind, index, outcome }: Lane): string {
	const { t } = useTranslation('inspector');
	if (kind !== 'attempt') return t(kind);
	if (outcome === null) return t('attempt', { number: index });
	return t('attemptOutcome', {
		number: index,
		outcome: typeof outcome === 'number' ? String(outcome) : t(`state.${outcome}`),
	});
}

/** Where a band lies, as parts of the track; one that begins at the track's very end still has room for its least width. */
function placeOf(from: number, to: number): CSSProperties {
	return { left: `min(${from * 100}%, 100% - var(--least))`, width: `${(to - from) * 100}%` };
}

import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import { milliseconds } from './quantities.ts';
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
	const name =
		lane.kind === 'wait'
			? t('wait')
			: lane.outcome === null
				? t('attempt', { number: lane.index })
				: t('attemptOutcome', { number: lane.index, outcome: lane.outcome });
	const bands = lane.bands
		.map(({ kind, startMs, endMs }) => t(`band.${kind}`, { ms: milliseconds(endMs - startMs, i18n.language) }))
		.join(', ');
	const place = (from: number, to: number): CSSProperties => ({
		left: `${(from / totalMs) * 100}%`,
		width: `${((to - from) / totalMs) * 100}%`,
	});
	return (
		<li className={css['lane']}>
			<span className={classNames(css['name'], lane.failed && css['failed'])} title={name}>
				{name}
			</span>
			<div className={css['track']} role="img" aria-label={t('laneSpoken', { name, bands })} title={bands}>
				{lane.bands.map(({ kind, startMs, endMs }) => (
					<i key={kind} className={css[kind]} style={place(startMs, endMs)} />
				))}
				{marks.map((part) => (
					<u key={part} style={{ left: `${part * 100}%` }} />
				))}
			</div>
			<span className={css['time']}>{milliseconds(lane.endMs - lane.startMs, i18n.language)}</span>
		</li>
	);
}

import { useMemo } from 'react';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { Attempt, ExchangeSummary, FramePulse } from '../../../shared/model/exchange.ts';
import type { Lane } from './lanes.ts';
import { exchangeLane, lanesOf } from './lanes.ts';
import type { CurrentPart } from './longest-part.ts';
import { currentPart, longestPart } from './longest-part.ts';
import type { FrameGroup } from './stream-marks.ts';
import { frameGroups, pausesOf, pauseThreshold } from './stream-marks.ts';
import type { TextRate } from './text-rate.ts';
import { textRate } from './text-rate.ts';
import type { TimeScale } from './time-scale.ts';
import { timeScale } from './time-scale.ts';
import type { DrawnFrames, TimelineItem } from './timeline-items.ts';
import { timelineItems } from './timeline-items.ts';
import type { WordsContext } from './timeline-words.ts';
import { useOtherRuns } from './use-other-runs.ts';
import { usePulse } from './use-pulse.ts';

/** As many marks of frames as fit into the widest pane, and as many as somebody may walk through. Parts of the width. */
const DRAWN = 1 / 600;
const WALKED = 1 / 120;

/** Everything that the timeline of a turn draws, with one of its exchanges looked at. */
export interface TimelineParts {
	readonly lanes: readonly Lane[];
	readonly scale: TimeScale;
	readonly items: readonly TimelineItem[];
	/** The frames in groups that can be pointed at. */
	readonly frames: DrawnFrames | null;
	/** The same in finer groups, for drawing. */
	readonly groups: readonly FrameGroup[];
	readonly rate: TextRate | null;
	readonly longest: ReturnType<typeof longestPart>;
	/** What the exchange is doing, since when; null once it has ended. */
	readonly current: CurrentPart | null;
	readonly context: Omit<WordsContext, 't' | 'language'>;
}

/** Reads what is missing (the times of the frames, the attempts of the other exchanges) and joins it. */
export function useTimeline(
	turn: Turn,
	summary: ExchangeSummary,
	attempts: readonly Attempt[],
	now: number,
): TimelineParts {
	const others = useOtherRuns(turn.exchanges, summary.id);
	const streamed = attempts.findLast(({ response }) => response?.kind === 'event-stream') ?? null;
	const pulse = usePulse(summary.id, streamed?.id ?? null, turn);
	const timesMs = useMemo(() => timesOf(pulse, streamed), [pulse, streamed]);
	const thresholdMs = useMemo(() => pauseThreshold(timesMs), [timesMs]);
	const rate = useMemo(() => rateOf(pulse, streamed, summary), [pulse, streamed, summary]);
	const nowMs =
		summary.state === 'running' ? Math.max(0, now - summary.startedAt) : lastKnownMs(summary, attempts, timesMs);

	return useMemo(() => {
		const runs = turn.exchanges.map((one) => {
			const chosen = one.id === summary.id;
			const run = { summary: one, attempts: chosen ? attempts : (others.get(one.id) ?? null) };
			const lanes = chosen ? lanesOf(run, nowMs) : [exchangeLane(run, lastKnownMs(one, run.attempts ?? [], []))];
			return { summary: one, lanes, ms: lanes.reduce((latest, { endMs }) => Math.max(latest, endMs), 0) };
		});
		const lanes = runs.flatMap((run) => run.lanes);
		const scale = timeScale(runs);
		const lane = lanes.find(({ attemptId }) => attemptId !== null && attemptId === streamed?.id);
		const frames =
			streamed === null || lane === undefined
				? null
				: {
						attemptId: streamed.id,
						groups: frameGroups(timesMs, WALKED / scale.perMs),
						pauses: pausesOf(timesMs, thresholdMs, lane.endMs),
					};
		const chosenLanes = lanes.filter(({ kind }) => kind !== 'exchange');
		return {
			lanes,
			scale,
			frames,
			items: timelineItems(lanes, frames),
			groups: frameGroups(timesMs, DRAWN / scale.perMs),
			rate,
			longest: longestPart(chosenLanes, frames?.pauses ?? [], summary.totalMs),
			current: summary.state === 'running' ? currentPart(chosenLanes, frames?.pauses ?? []) : null,
			context: {
				lanes,
				thresholdMs,
				endOf: { attemptId: attempts.at(-1)?.id ?? null, reason: summary.stopReason },
				attempts: new Map(attempts.map((attempt) => [attempt.id, knownOf(attempt)])),
				pauses: pausesBetween(runs),
			},
		};
	}, [turn.exchanges, summary, attempts, others, nowMs, streamed, timesMs, thresholdMs, rate]);
}

function timesOf(pulse: FramePulse, streamed: Attempt | null): readonly number[] {
	return streamed === null ? [] : pulse.map(([atMs]) => streamed.startedMs + atMs);
}

function rateOf(pulse: FramePulse, streamed: Attempt | null, { usage }: ExchangeSummary): TextRate | null {
	if (streamed === null) return null;
	const frames = pulse.map(([atMs, bytes]) => [streamed.startedMs + atMs, bytes] as const);
	return textRate(frames, usage?.outputTokens ?? null);
}

/** The end of an exchange that has ended; of one that was interrupted, the last moment of which anything is known. */
function lastKnownMs({ totalMs }: ExchangeSummary, attempts: readonly Attempt[], timesMs: readonly number[]): number {
	if (totalMs !== null) return totalMs;
	return Math.max(0, timesMs.at(-1) ?? 0, ...attempts.map(({ startedMs, endedMs }) => endedMs ?? startedMs));
}

function knownOf({ response, sending }: Attempt) {
	return { headersMs: response?.headersMs ?? null, reused: sending?.reused ?? false };
}

/** The time between each exchange and the one before it, by its id. */
function pausesBetween(
	runs: readonly { readonly summary: ExchangeSummary; readonly ms: number }[],
): ReadonlyMap<string, number> {
	return new Map(
		runs.slice(1).map(({ summary }, position) => {
			const before = runs[position];
			return [summary.id, before === undefined ? 0 : summary.startedAt - (before.summary.startedAt + before.ms)];
		}),
	);
}

import { setTimeout as sleep } from 'node:timers/promises';

/** The time that practice lives by. */
export interface PracticeClock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Milliseconds on a clock that never jumps. */
	monotonic(): number;
	/** Resolves after some milliseconds, or as soon as the signal is aborted. Never rejects. */
	wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: PracticeClock = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
	async wait(ms, signal) {
		await sleep(ms, undefined, { signal }).catch(() => undefined);
	},
};

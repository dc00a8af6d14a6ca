import type { CallSettings } from '../../../shared/model/app-settings.ts';

/** How often a call is tried and how long it may take. Times in milliseconds; null: no limit. */
export interface CallLimits {
	/** How many requests at most, the first one included. */
	readonly attempts: number;
	/** To get a connection, for each attempt. */
	readonly connect: number;
	/** Until a response begins, for each attempt. */
	readonly firstByte: number | null;
	/** Without a byte in a response that has begun. */
	readonly idle: number;
	/** From the first attempt to the end of the answer, with the waits between attempts. */
	readonly total: number | null;
}

/** As long as Bedrock itself lets a model work (user guide, "Inference request timeouts"; unverified). */
const WHOLE_FIRST_BYTE = 60 * 60_000;

/**
 * The limits that the settings give a call. An answer that is not streamed begins when all of it has been made, so it
 * gets an hour at least: giving it up would throw away what is paid for.
 */
export function callLimits(settings: CallSettings, streaming: boolean): CallLimits {
	const firstByte = milliseconds(settings.firstByteSeconds);
	return {
		attempts: settings.attempts,
		connect: settings.connectSeconds * 1000,
		firstByte: streaming || firstByte === null ? firstByte : Math.max(firstByte, WHOLE_FIRST_BYTE),
		idle: settings.idleSeconds * 1000,
		total: milliseconds(settings.totalSeconds),
	};
}

function milliseconds(seconds: number | null): number | null {
	return seconds === null ? null : seconds * 1000;
}

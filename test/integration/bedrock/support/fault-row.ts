import type { Fault } from '../../../../src/main/practice/faults.ts';
import type { CallFailure, FailureCode } from '../../../../src/shared/model/failure.ts';
import type { Operation } from '../../../../src/shared/model/operation.ts';
import { isStreaming, operations } from '../../../../src/shared/model/operation.ts';

export const versions = ['1.1', '2'] as const;
export type Version = (typeof versions)[number];

/** An attempt as it is to be told: its status, and the error that it ended with. */
export type ExpectedAttempt = readonly [
	status: number | null,
	error: { readonly name: string; readonly message: string; readonly code: string | null } | null,
];

/** How a call is to end. */
export interface Outcome {
	readonly state: 'complete' | 'incomplete' | 'failed';
	/** A message in slashes is a pattern. The request id is that of the last attempt that had a status. */
	readonly failure: (Omit<CallFailure, 'requestId' | 'message'> & { readonly message: string | RegExp }) | null;
	readonly text: string;
	readonly attempts: readonly ExpectedAttempt[];
	/** Event streams only: whole frames in the last attempt, and the bytes after them. */
	readonly frames?: { readonly whole: number; readonly rest: 'none' | 'prefix' | 'half' };
	/** Indexes of frames whose checksums do not fit, from 1. */
	readonly broken?: readonly number[];
}

/** A fault with the operations that it concerns. */
export interface FaultRow {
	readonly name: string;
	readonly operations: readonly Operation[];
	readonly fault: (operation: Operation) => Fault;
	readonly outcome: (version: Version, operation: Operation) => Outcome;
	/**
	 * `released`: the break comes once all that was sent before it has arrived. `no response`, `stalled`: that limit
	 * passes, on a clock that the test moves.
	 */
	readonly drive?: 'released' | 'no response' | 'stalled';
}

export const IDLE_LIMIT = 45_000;
export const FIRST_BYTE_LIMIT = 90_000;

/** The answer to `Hi` with five tokens, and its first four. */
export const WHOLE = '## Hello from the';
export const PART = '## Hello from';

export const streams = operations.filter(isStreaming);
export const wholes = operations.filter((operation) => !isStreaming(operation));

/** The whole frames of the answer. */
export const all = (operation: Operation) => (operation === 'ConverseStream' ? 9 : 10);
/** The frames before the fifth token: of Converse the start, of the Messages format start and block start. */
export const mid = (operation: Operation) => (operation === 'ConverseStream' ? 5 : 6);

export function failure(
	code: FailureCode,
	type: string,
	message: string | RegExp,
	status: number | null,
	systemCode: string | null = null,
) {
	return { code, type, message, status, systemCode };
}

export function times(count: number, attempt: ExpectedAttempt): readonly ExpectedAttempt[] {
	return Array.from({ length: count }, () => attempt);
}

export const fine: ExpectedAttempt = [200, null];
export const aborted: ExpectedAttempt = [200, { name: 'Error', message: 'aborted', code: 'ECONNRESET' }];
export const connectionLost = failure('connection-lost', 'Error', 'aborted', 200, 'ECONNRESET');
export const unclosed = failure(
	'incomplete-stream',
	'IncompleteStream',
	'The stream ended without its closing event.',
	200,
);
export const truncated = failure('incomplete-stream', 'Error', 'Truncated event message received.', 200);

export function complete(operation: Operation, attempts: readonly ExpectedAttempt[] = [fine]): Outcome {
	return {
		state: 'complete',
		failure: null,
		text: WHOLE,
		attempts,
		...(isStreaming(operation) && { frames: { whole: all(operation), rest: 'none' } }),
	};
}

import type { Fault } from '../../../../src/main/practice/faults.ts';
import { operations } from '../../../../src/shared/model/operation.ts';
import type { FaultRow, Outcome } from './fault-row.ts';
import {
	aborted,
	complete,
	connectionLost,
	FIRST_BYTE_LIMIT,
	failure,
	fine,
	IDLE_LIMIT,
	times,
	wholes,
} from './fault-row.ts';

const refusals: readonly (readonly [Fault, number, Outcome['failure'] & object])[] = [
	[
		{ kind: 'throttled' },
		3,
		failure('throttled', 'ThrottlingException', 'Too many requests, please wait before trying again.', 429),
	],
	[
		{ kind: 'internal-error' },
		3,
		failure(
			'unavailable',
			'InternalServerException',
			'The system encountered an unexpected error during processing. Try your request again.',
			500,
		),
	],
	[
		{ kind: 'service-unavailable' },
		3,
		failure('unavailable', 'ServiceUnavailableException', 'Bedrock is unable to process your request.', 503),
	],
	[
		{ kind: 'access-denied' },
		1,
		failure(
			'model-access',
			'AccessDeniedException',
			"You don't have access to the model with the specified model ID.",
			403,
		),
	],
	[
		{ kind: 'model-timeout' },
		1,
		failure(
			'model-timeout',
			'ModelTimeoutException',
			'Model has timed out in processing the request. Try your request again.',
			408,
		),
	],
	[
		{ kind: 'signature-expired' },
		3,
		failure(
			'clock-skew',
			'InvalidSignatureException',
			/^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)$/,
			403,
		),
	],
	[
		{ kind: 'html-page', status: 502 },
		3,
		failure('unavailable', 'UnreadableAnswer', 'HTTP 502 Bad Gateway (text/html)', 502),
	],
	[
		{ kind: 'html-page', status: 200 },
		1,
		failure('unreadable-answer', 'UnreadableAnswer', 'HTTP 200 OK: Sign in to the network (text/html)', 200),
	],
];

const answeredOtherwise: readonly FaultRow[] = refusals.map(([fault, attempts, expected]) => ({
	name: fault.kind === 'html-page' ? `HTML with status ${fault.status}` : fault.kind,
	operations,
	fault: () => fault,
	outcome: () => ({ state: 'failed', failure: expected, text: '', attempts: times(attempts, [expected.status, null]) }),
}));

/** Odd, and yet the right answer. */
const harmless: readonly FaultRow[] = (
	[
		['slow drip', { kind: 'slow-drip' }],
		['wrong content type', { kind: 'wrong-content-type', contentType: 'text/html' }],
		['a Date ten minutes ahead', { kind: 'wrong-date', minutes: 10 }],
		['a Date ten minutes behind', { kind: 'wrong-date', minutes: -10 }],
	] as const
).map(([name, fault]) => ({ name, operations, fault: () => fault, outcome: (_, operation) => complete(operation) }));

/** The SDK reads the server's time from the refusal and signs again with it. */
const wrongClocks: readonly FaultRow[] = [10, -10].map((minutes) => ({
	name: `a server's clock that is off by ${minutes} minutes`,
	operations,
	fault: () => ({ kind: 'wrong-clock', minutes }),
	outcome: (_, operation) => complete(operation, [[403, null], fine]),
}));

const beforeTheAnswer: readonly FaultRow[] = [
	{
		name: 'a reset before the answer',
		operations,
		fault: () => ({ kind: 'connection-reset' }),
		outcome(version) {
			const http2 = { name: 'TimeoutError', message: 'Unexpected error: http2 request did not get a response' };
			const error =
				version === '2'
					? { ...http2, code: null }
					: { name: 'TimeoutError', message: 'read ECONNRESET', code: 'ECONNRESET' };
			return {
				state: 'failed',
				failure: failure(
					'connection-lost',
					version === '2' ? 'TimeoutError' : 'Error',
					error.message,
					null,
					error.code,
				),
				text: '',
				attempts: times(3, [null, error]),
			};
		},
	},
	{
		name: 'a stall before the headers',
		operations,
		fault: () => ({ kind: 'slow-first-byte' }),
		outcome() {
			const message = `No response began within ${FIRST_BYTE_LIMIT} ms.`;
			return {
				state: 'failed',
				failure: failure('timeout-first-byte', 'NoResponse', message, null),
				text: '',
				attempts: [[null, { name: 'NoResponse', message, code: null }]],
			};
		},
		drive: 'no response',
	},
];

const cutBodies: readonly FaultRow[] = (['half-close', 'reset'] as const).map((how) => ({
	name: `${how} inside the body`,
	operations: wholes,
	fault: () => ({ kind: 'cut-body', how, held: true }),
	outcome: () => ({ state: 'failed', failure: connectionLost, text: '', attempts: times(3, aborted) }),
	drive: 'released',
}));

const stalledBody: FaultRow = {
	name: 'a stall inside the body',
	operations: wholes,
	fault: () => ({ kind: 'stalled-body' }),
	outcome() {
		const message = `No byte of the response arrived for ${IDLE_LIMIT} ms.`;
		return {
			state: 'failed',
			failure: failure('timeout-idle', 'StalledResponse', message, 200),
			text: '',
			attempts: [[200, { name: 'StalledResponse', message, code: null }]],
		};
	},
	drive: 'stalled',
};

/** The faults that concern an answer as a whole. */
export const answerFaultRows: readonly FaultRow[] = [
	...answeredOtherwise,
	...harmless,
	...wrongClocks,
	...beforeTheAnswer,
	...cutBodies,
	stalledBody,
];

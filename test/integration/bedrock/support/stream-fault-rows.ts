import type { Fault, StreamException } from '../../../../src/main/practice/faults.ts';
import type { FailureCode } from '../../../../src/shared/model/failure.ts';
import type { FaultRow, Outcome } from './fault-row.ts';
import {
	aborted,
	all,
	connectionLost,
	failure,
	fine,
	IDLE_LIMIT,
	mid,
	PART,
	streams,
	times,
	truncated,
	unclosed,
	WHOLE,
} from './fault-row.ts';

const stalls: readonly FaultRow[] = (['before the first frame', 'in mid-stream'] as const).map((when) => {
	const first = when === 'before the first frame';
	const message = `No byte of the response arrived for ${IDLE_LIMIT} ms.`;
	return {
		name: `a stall ${when}`,
		operations: streams,
		fault: (operation) => ({ kind: 'stalled-stream', afterFrames: first ? 0 : mid(operation) }),
		outcome: (_, operation) => ({
			state: first ? 'failed' : 'incomplete',
			failure: failure('timeout-idle', 'StalledResponse', message, 200),
			text: first ? '' : PART,
			attempts: [[200, { name: 'StalledResponse', message, code: null }]],
			frames: { whole: first ? 0 : mid(operation), rest: 'none' },
		}),
		drive: 'stalled',
	};
});

/**
 * Over HTTP/2 the SDK's transport makes of every break a regular end. What is incomplete is known by the closing event
 * alone.
 */
const cuts: readonly FaultRow[] = (['end', 'half-close', 'reset'] as const).flatMap((how) =>
	([undefined, 'length', 'frame'] as const).flatMap((inside) =>
		(['first', 'mid'] as const).map((place): FaultRow => {
			const where =
				inside === undefined ? 'between frames' : inside === 'length' ? 'inside a length prefix' : 'inside a frame';
			return {
				name: `${how} ${where}, ${place === 'first' ? 'at once' : 'in mid-stream'}`,
				operations: streams,
				fault: (operation) => ({
					kind: 'cut-stream',
					afterFrames: place === 'first' ? 0 : mid(operation),
					...(inside !== undefined && { inside }),
					how,
					held: true,
				}),
				outcome(version, operation) {
					const silent = how === 'end' || version === '2';
					const rest = inside === undefined ? 'none' : inside === 'length' ? 'prefix' : 'half';
					return {
						state: place === 'first' ? 'failed' : 'incomplete',
						failure: !silent ? connectionLost : inside === 'frame' ? truncated : unclosed,
						text: place === 'first' ? '' : PART,
						attempts: silent ? [fine] : times(place === 'first' ? 3 : 1, aborted),
						frames: { whole: place === 'first' ? 0 : mid(operation), rest },
					};
				},
				drive: 'released',
			};
		}),
	),
);

/** Nothing is missing of the answer but its token counts. */
const cutsAfterTheClosingEvent: readonly FaultRow[] = (['end', 'half-close', 'reset'] as const).map((how) => ({
	name: `${how} after the closing event`,
	operations: ['ConverseStream'],
	fault: () => ({ kind: 'cut-stream', afterFrames: 8, how, held: true }),
	outcome: (version) => ({
		state: 'complete',
		failure: null,
		text: WHOLE,
		attempts: [how === 'end' || version === '2' ? fine : aborted],
		frames: { whole: 8, rest: 'none' },
	}),
	drive: 'released',
}));

const checksums: readonly FaultRow[] = (['wrong-checksum', 'wrong-prelude-checksum'] as const).flatMap((kind) =>
	(['first', 'mid'] as const).map(
		(place): FaultRow => ({
			name: `${kind}, ${place === 'first' ? 'at once' : 'in mid-stream'}`,
			operations: streams,
			fault: (operation) => ({ kind, afterFrames: place === 'first' ? 0 : mid(operation) }),
			outcome: (_, operation) => ({
				state: place === 'first' ? 'failed' : 'incomplete',
				failure: failure(
					'bad-stream',
					'Error',
					kind === 'wrong-checksum'
						? /^The message checksum \(\d+\) did not match the expected value of \d+$/
						: /^The prelude checksum specified in the message \(\d+\) does not match the calculated CRC32 checksum \(\d+\)$/,
					200,
				),
				text: place === 'first' ? '' : PART,
				attempts: [fine],
				frames: { whole: all(operation), rest: 'none' },
				broken: [place === 'first' ? 1 : mid(operation) + 1],
			}),
		}),
	),
);

const unexpected = 'The system encountered an unexpected error during processing. Try your request again.';
const exceptions: readonly (readonly [StreamException, FailureCode, string, number, string])[] = [
	['internalServerException', 'unavailable', 'InternalServerException', 1, unexpected],
	['modelStreamErrorException', 'model-error', 'ModelStreamErrorException', 1, unexpected],
	[
		'modelTimeoutException',
		'model-timeout',
		'ModelTimeoutException',
		1,
		'Model has timed out in processing the request. Try your request again.',
	],
	[
		'serviceUnavailableException',
		'unavailable',
		'ServiceUnavailableException',
		1,
		'Bedrock is unable to process your request.',
	],
	['throttlingException', 'throttled', 'ThrottlingException', 3, 'Too many requests, please wait before trying again.'],
	[
		'validationException',
		'validation',
		'ValidationException',
		1,
		'The model returned the following errors: the practice endpoint was told to fail here.',
	],
];

/** Frames that end a stream: what they are, what they mean, and how often a call that begins with one is tried. */
const lastFrames: readonly (readonly [string, (afterFrames: number) => Fault, Outcome['failure'] & object, number])[] =
	[
		...exceptions.map(
			([exception, code, type, attempts, message]) =>
				[
					exception,
					(afterFrames: number) => ({ kind: 'stream-exception', afterFrames, exception }) satisfies Fault,
					failure(code, type, message, 200),
					attempts,
				] as const,
		),
		[
			'an exception that nobody knows',
			(afterFrames) => ({
				kind: 'unknown-stream-exception',
				afterFrames,
				exception: 'brandNewException',
				message: '新しい。',
			}),
			failure('unknown', 'BrandNewException', '新しい。', 200),
			1,
		],
		[
			'an error that is not modelled',
			(afterFrames) => ({ kind: 'stream-error', afterFrames, code: 'InternalFailure', message: 'Something broke.' }),
			failure('unavailable', 'InternalFailure', 'Something broke.', 200),
			1,
		],
	];

const lastFrameRows: readonly FaultRow[] = lastFrames.flatMap(([name, fault, expected, attempts]) =>
	(['first', 'mid'] as const).map(
		(place): FaultRow => ({
			name: `${name}, ${place === 'first' ? 'at once' : 'in mid-stream'}`,
			operations: streams,
			fault: (operation) => fault(place === 'first' ? 0 : mid(operation)),
			outcome: (_, operation) => ({
				state: place === 'first' ? 'failed' : 'incomplete',
				failure: expected,
				text: place === 'first' ? '' : PART,
				attempts: times(place === 'first' ? attempts : 1, fine),
				frames: { whole: place === 'first' ? 1 : mid(operation) + 1, rest: 'none' },
			}),
		}),
	),
);

/** The faults that only a stream can have. */
export const streamFaultRows: readonly FaultRow[] = [
	...stalls,
	...cuts,
	...cutsAfterTheClosingEvent,
	...checksums,
	...lastFrameRows,
];

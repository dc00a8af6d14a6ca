import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ExceptionName } from '../../../src/main/practice/refusal.ts';
import { explain } from '../../../src/shared/explanations/explain.ts';
import { accessErrors } from '../../helpers/explained-errors/access-errors.ts';
import { contentErrors } from '../../helpers/explained-errors/content-errors.ts';
import { explainedCall, factsOfCall, saidOf } from '../../helpers/explained-errors/explained-error.ts';
import { optionErrors } from '../../helpers/explained-errors/option-errors.ts';
import { requestErrors } from '../../helpers/explained-errors/request-errors.ts';
import { serviceErrors } from '../../helpers/explained-errors/service-errors.ts';
import { makeCall, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterEach(() => practice.server.faults.clear());
afterAll(() => practice.server.close());

const errors = [...accessErrors, ...requestErrors, ...contentErrors, ...optionErrors, ...serviceErrors].map(
	([name, type, message, id, causes, steps, facts = {}]) => ({ name, type, message, id, causes, steps, facts }),
);

/** Status of each exception (bedrock-facts.md, 4), and how often the SDK asks. */
const expected = {
	AccessDeniedException: [403, 1],
	ValidationException: [400, 1],
	ResourceNotFoundException: [404, 1],
	ThrottlingException: [429, 3],
	ModelNotReadyException: [429, 3],
	ModelTimeoutException: [408, 1],
	ModelErrorException: [424, 1],
	InternalServerException: [500, 3],
	ServiceUnavailableException: [503, 3],
	ServiceQuotaExceededException: [400, 1],
	ConflictException: [400, 1],
	UnrecognizedClientException: [403, 1],
	ExpiredTokenException: [403, 1],
	MissingAuthenticationTokenException: [403, 1],
	IncompleteSignatureException: [400, 1],
	InvalidSignatureException: [403, 1],
	SerializationException: [400, 1],
} as const satisfies Readonly<Partial<Record<ExceptionName, readonly [status: number, attempts: number]>>>;

/** Makes the call of the tables, and explains how it failed. */
async function explained(operation: 'ConverseStream' | 'InvokeModelWithResponseStream') {
	const sink = recordingSink();
	const call = makeCall({ modelId: explainedCall.modelId, region: explainedCall.region, operation });
	const { state, failure } = await practice.caller()(call, sink, unstopped);
	await practice.exchanges(sink.attempts.length);
	if (failure === null) throw new Error(`The call ended as ${state}.`);
	const made = { ...explainedCall, operation, attemptCount: sink.attempts.length };
	const { id, causes, steps, facts } = explain(failure, made, 'practice');
	return {
		state,
		failure,
		attempts: sink.attempts.length,
		explanation: {
			id,
			causes: causes.map((cause) => `${cause.certain ? '' : '?'}${cause.id}`).join(' '),
			steps: steps.map((step) => step.id).join(' '),
			facts,
		},
	};
}

const operations = ['ConverseStream', 'InvokeModelWithResponseStream'] as const;

test.each(operations.flatMap((operation) => errors.map((error) => ({ operation, ...error }))))(
	'$operation: $name',
	async ({ operation, type, message, id, causes, steps, facts }) => {
		if (!isExpected(type)) throw new Error(`${type} is no exception of the table.`);
		const [status, attempts] = expected[type];
		practice.server.faults.arm({ kind: 'refused', exception: type, message }, attempts);
		const told = await explained(operation);
		expect(told.explanation).toEqual({
			id,
			causes: saidOf(causes, operation),
			steps: saidOf(steps, operation),
			facts: { ...factsOfCall, ...facts },
		});
		expect(told.failure).toMatchObject({ type, message, status });
		expect([told.state, told.attempts]).toEqual(['failed', attempts]);
	},
);

test.each(errors.filter(({ type }) => type === 'ValidationException'))(
	'in the stream, before its first frame: $name',
	async ({ message, id, causes, steps, facts }) => {
		practice.server.faults.arm({ kind: 'stream-exception', afterFrames: 0, exception: 'validationException', message });
		const told = await explained('ConverseStream');
		expect(told.explanation).toEqual({
			id,
			causes: saidOf(causes, 'ConverseStream'),
			steps: saidOf(steps, 'ConverseStream'),
			facts: { ...factsOfCall, ...facts },
		});
		expect(told.failure).toMatchObject({ code: id, type: 'ValidationException', message, status: 200 });
	},
);

function isExpected(type: string): type is keyof typeof expected {
	return Object.hasOwn(expected, type);
}

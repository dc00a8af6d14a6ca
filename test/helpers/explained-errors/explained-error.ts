import type { ExplanationId } from '../../../src/shared/explanations/advice.ts';
import type { ExplainedCall } from '../../../src/shared/explanations/explain.ts';
import type { Facts } from '../../../src/shared/explanations/rule.ts';

/**
 * An error as AWS or the SDK words it, and what is to be said of it: causes in order, with `?` before what is merely
 * likely; steps in order; the facts in the error's words, without those of the call.
 */
export type ExplainedError = readonly [
	name: string,
	type: string,
	message: string,
	id: ExplanationId,
	causes: string,
	steps: string,
	facts?: Facts,
];

/** Causes and steps of a table for a call by an operation: no body and no operation is proposed that it has already. */
export function saidOf(words: string, operation: ExplainedCall['operation']): string {
	const unsaid = operation.startsWith('Converse') ? ['?other-family', 'use-converse'] : ['use-invoke'];
	return words
		.split(' ')
		.filter((word) => !unsaid.includes(word))
		.join(' ');
}

/** The call that failed. */
export const explainedCall: ExplainedCall = {
	modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
	region: 'us-east-1',
	operation: 'ConverseStream',
	attemptCount: 1,
};

/** The facts of that call, which every explanation of it has. */
export const factsOfCall: Facts = {
	model: explainedCall.modelId,
	region: explainedCall.region,
	action: 'bedrock:InvokeModelWithResponseStream',
};

import type { FailureCode } from '../model/failure.ts';
import { accessAdvice } from './access-advice.ts';
import { contentAdvice } from './content-advice.ts';
import { credentialAdvice } from './credential-advice.ts';
import { requestAdvice } from './request-advice.ts';
import { serviceAdvice } from './service-advice.ts';
import type { StepId } from './steps.ts';

/**
 * What can be explained: each code, and what is only known by joining it with the call.
 * - `routed-region-denied`: a profile routed the call to another region, and the model was denied there.
 * - `web-page`: HTML came back, with whatever status.
 */
export type ExplanationId = FailureCode | 'routed-region-denied' | 'web-page';

/** What follows from a failure. Of several causes the likeliest comes first. */
export interface Advice {
	readonly causes: readonly { readonly id: string; readonly certain: boolean }[];
	readonly steps: readonly StepId[];
	/** The same call would be refused again as long as nothing is changed, here or at AWS. */
	readonly refusal: boolean;
}

/** Causes and steps of every explanation. */
export const advice = {
	...accessAdvice,
	...requestAdvice,
	...contentAdvice,
	...credentialAdvice,
	...serviceAdvice,
} as const satisfies Readonly<Record<ExplanationId, Advice>>;

/** Words: i18n `failure.cause.*`. */
export type CauseId = (typeof advice)[ExplanationId]['causes'][number]['id'];

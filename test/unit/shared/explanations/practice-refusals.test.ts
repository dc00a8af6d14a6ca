import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { recognise } from '../../../../src/shared/explanations/recognise.ts';
import { refusalsOfPractice } from '../../../helpers/explained-errors/refusals-of-practice.ts';

const refusals = refusalsOfPractice(fileURLToPath(new URL('../../../../src/main/practice', import.meta.url)));

/** What is said where nothing nearer is known. */
const GENERIC: ReadonlySet<string> = new Set(['validation', 'unknown', 'access-denied']);

/** Refusals that need no explanation of their own, by their file and a part of their source, and why. */
const allowed: readonly (readonly [file: string, source: string, why: string])[] = [
	['authenticate.ts', 'message', 'made of the two texts below its call; in the table of credentials'],
	[
		'control-plane.ts',
		"'The provided pagination token",
		'of ListInferenceProfiles, which the app pages through itself',
	],
	[
		'inference-profiles.ts',
		'`Could not find the inference profile',
		'of GetInferenceProfile, which no card is shown for',
	],
	['sts.ts', '`Could not find operation', 'of STS, for operations that the app does not call'],
	['converse/parse-converse.ts', 'errors.length', 'joined of constraints; in the table of requests'],
	['schema.ts', 'result.error.issues', 'joined of the violations of a schema; in the table of requests'],
	['refusal.ts', 'message', 'what others give it'],
	['refusal.ts', '`Malformed input request:', 'what others give it'],
	['refusal.ts', '`The model returned the following errors:', 'what others give it'],
	['fault-answers.ts', 'THROTTLED[reason]', 'of faults that a person arms; in the table of the service'],
	['fault-answers.ts', 'UNEXPECTED', 'of faults that a person arms; in the table of the service'],
	['fault-answers.ts', 'UNABLE', 'of faults that a person arms; in the table of the service'],
	['fault-answers.ts', 'TIMED_OUT', 'of faults that a person arms; in the table of the service'],
	['fault-answers.ts', 'fault.message', 'words that a person arms'],
];

function isAllowed({ file, source }: (typeof refusals)[number]): boolean {
	return allowed.some(([where, part]) => where === file && source.includes(part));
}

test('the sources of the practice endpoint are read', () => {
	expect(refusals.length).toBeGreaterThan(130);
	expect(refusals.map(({ message }) => message)).toContain('Could not process image');
});

test.each(refusals.filter((refusal) => !isAllowed(refusal)))('$file: $source', ({ type, message }) => {
	expect(message).not.toBe(null);
	const code = recognise({ type, message: message ?? '', systemCode: null })?.code ?? 'unknown';
	expect(GENERIC.has(code), `${type}: ${message} is explained as ${code}`).toBe(false);
});

test('no exception is left over', () => {
	const unused = allowed.filter(
		([where, part]) => !refusals.some(({ file, source }) => file === where && source.includes(part)),
	);
	expect(unused).toEqual([]);
});

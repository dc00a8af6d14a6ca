import { expect, test } from 'vitest';
import {
	asFirst,
	causeWords,
	failureTexts,
	stepWords,
	titleWords,
} from '../../../../src/renderer/failures/failure-words.ts';
import type { ExplanationId } from '../../../../src/shared/explanations/advice.ts';
import { advice } from '../../../../src/shared/explanations/advice.ts';
import { explain } from '../../../../src/shared/explanations/explain.ts';
import type { StepId } from '../../../../src/shared/explanations/steps.ts';
import { stepActions } from '../../../../src/shared/explanations/steps.ts';
import { failureCodes } from '../../../../src/shared/model/failure.ts';
import { accessErrors } from '../../../helpers/explained-errors/access-errors.ts';
import { contentErrors } from '../../../helpers/explained-errors/content-errors.ts';
import { credentialErrors } from '../../../helpers/explained-errors/credential-errors.ts';
import { explainedCall } from '../../../helpers/explained-errors/explained-error.ts';
import { optionErrors } from '../../../helpers/explained-errors/option-errors.ts';
import { requestErrors } from '../../../helpers/explained-errors/request-errors.ts';
import { sdkErrors } from '../../../helpers/explained-errors/sdk-errors.ts';
import { serviceErrors } from '../../../helpers/explained-errors/service-errors.ts';

const languages = ['en', 'ja'] as const;

function wordsOf(explanation: ReturnType<typeof explain>, language: (typeof languages)[number]) {
	const texts = failureTexts(language);
	return {
		title: titleWords(explanation, texts),
		causes: explanation.causes.map(({ id }) => causeWords(id, explanation, texts)),
		steps: explanation.steps.map(({ id }) => stepWords(id, explanation, null, texts)),
	};
}

const errors = [
	...accessErrors,
	...requestErrors,
	...contentErrors,
	...optionErrors,
	...serviceErrors,
	...credentialErrors,
	...sdkErrors,
];
const rows = languages.flatMap((language) =>
	errors.map(([name, type, message]) => ({ language, name, type, message })),
);

test.each(rows)('$language, $name: everything has words, and nothing is left open', ({ language, type, message }) => {
	const explanation = explain({ code: 'unknown', type, message, systemCode: null }, explainedCall, null);
	const { title, causes, steps } = wordsOf(explanation, language);
	for (const text of [title, ...causes, ...steps]) {
		expect(text).toMatch(/\S/);
		expect(text).not.toMatch(/\{\{|\}\}|undefined/);
		// Marks of code come in pairs.
		expect(text.split('`').length % 2).toBe(1);
	}
});

test.each(languages)('%s: so have those of which nothing is known but the code', (language) => {
	for (const code of failureCodes) {
		const explanation = explain({ code, type: '', message: '', systemCode: null }, null, null);
		const { title, causes, steps } = wordsOf(explanation, language);
		for (const text of [title, ...causes, ...steps]) expect(text, code).toMatch(/^[^{}]*[^{}\s][^{}]*$/);
	}
});

test.each(languages)('%s: no text is without a use', (language) => {
	const texts = failureTexts(language);
	const named = (group: object) => Object.keys(group).filter((key) => !key.endsWith('_bare'));
	const causes = new Set<string>(Object.values(advice).flatMap((one) => one.causes.map(({ id }) => id)));
	expect(named(texts.cause).filter((id) => !causes.has(id))).toEqual([]);
	const steps: readonly string[] = Object.keys(stepActions) satisfies readonly string[];
	expect(named(texts.step).filter((id) => !steps.includes(id))).toEqual([]);
	const actions = new Set<string>(Object.values(stepActions).filter((action) => action !== null));
	expect(Object.keys(texts.action).filter((id) => !actions.has(id))).toEqual(['retry']);
});

/** What is said of an error in words, in English. */
function said(type: string, message: string) {
	return wordsOf(explain({ code: 'unknown', type, message, systemCode: null }, explainedCall, null), 'en');
}

test('puts the error’s own facts into the words', () => {
	const tooMany = said('ValidationException', 'The maximum tokens you requested exceeds the model limit of 4096.');
	expect(tooMany.causes).toEqual(['It gives 4,096 tokens at most in one answer.']);
	expect(tooMany.steps[0]).toBe('Lower max tokens to 4,096');
	const field = said('ValidationException', "This model doesn't support the temperature field.");
	expect(field.title).toBe('This model does not take temperature');
	expect(field.steps[0]).toBe('Leave temperature out');
	const form = said('ResourceNotFoundException', 'The use case details are missing. Try again in 15 minutes.');
	expect(form.steps[1]).toBe('Then wait 15 minutes, and try again');
	const later = said('ResourceNotFoundException', 'The use case details are missing.');
	expect(later.steps[1]).toBe('Then wait a few minutes, and try again');
	const one = said('AccessDeniedException', 'INVALID_PAYMENT_INSTRUMENT. Try again after 1 minute.');
	expect(one.steps[1]).toBe('Then wait 1 minute, and try again');
});

test('an error’s words can’t pass for code', () => {
	const texts = failureTexts('en');
	const facts = { field: 'a`b`c' };
	expect(titleWords({ id: 'parameter-deprecated', facts }, texts)).toBe("This model no longer takes a'b'c");
});

test('says how credentials of each kind are renewed', () => {
	const texts = failureTexts('en');
	const renew = (kind: Parameters<typeof stepWords>[2]) => stepWords('renew', { facts: {} }, kind, texts);
	expect(renew('static')).toBe('Replace the access key');
	expect(renew('none')).toBe(texts.step.renew);
	expect(renew(null)).toBe(texts.step.renew);
});

test('every id and step of the tables is known to both languages', () => {
	for (const language of languages) {
		const texts = failureTexts(language);
		const ids = Object.keys(advice) as readonly ExplanationId[];
		for (const id of ids) expect(texts[id].title, id).toMatch(/\S/);
		const steps = Object.keys(stepActions) as readonly StepId[];
		for (const id of steps) expect(texts.step[id], id).toMatch(/\S/);
	}
});

test('the same steps are other ways in both languages', () => {
	const others = languages.map((language) => {
		const { step, or } = failureTexts(language);
		return Object.entries(step).flatMap(([id, words]) => (words.startsWith(or) ? [id] : []));
	});
	expect(others[1]).toEqual(others[0]);
});

test('the first step is no other way', () => {
	expect(asFirst('Or choose another model', failureTexts('en'))).toBe('Choose another model');
	expect(asFirst('Organize it', failureTexts('en'))).toBe('Organize it');
	expect(asFirst('または、別のモデルを選ぶ', failureTexts('ja'))).toBe('別のモデルを選ぶ');
});

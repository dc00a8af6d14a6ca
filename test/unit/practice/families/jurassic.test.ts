import { describe, expect, test } from 'vitest';
import { complete } from '../../../../src/main/practice/completion.ts';
import { findFamily } from '../../../../src/main/practice/families/find-family.ts';
import type { JsonObject } from '../../../../src/main/practice/json.ts';
import { Refusal } from '../../../../src/main/practice/refusal.ts';
import { findModel } from '../../../../src/shared/catalogue.ts';

const MID = 'ai21.j2-mid-v1';
const found = findModel(MID);
if (found === null) throw new Error(`The catalogue has lost ${MID}.`);
const model = found;
const { family } = findFamily(model, { prompt: 'Hi' });

const read = (body: JsonObject) => family.read(body, model);

function answer(body: JsonObject): JsonObject {
	const prompt = read(body);
	const context = { operation: 'InvokeModel', modelId: MID, model, format: 'jurassic' } as const;
	const completion = complete(prompt, context, family.lead, family.defaultMaxTokens(model));
	return family.response(completion, model, prompt);
}

function refusalOf(body: JsonObject): string {
	try {
		read(body);
	} catch (error) {
		if (error instanceof Refusal) return error.message;
		throw error;
	}
	return '';
}

describe('a prompt', () => {
	test('is the question as it stands', () => {
		expect(read({ prompt: 'User: is that a word?' })).toMatchObject({
			turns: [{ role: 'user', text: 'User: is that a word?' }],
			system: null,
			prefill: null,
			extras: [],
		});
	});

	test('of lines is a talk, with what stands before them', () => {
		const talk = read({ prompt: 'Be brief.\nUser: Hi\nAssistant:\nHello!\nUser: What\n\nnow?\nAssistant:' });
		expect(talk.turns.map(({ role, text }) => [role, text])).toEqual([
			['user', 'Hi'],
			['assistant', '\nHello!'],
			['user', 'What\n\nnow?'],
		]);
		expect(talk).toMatchObject({ system: 'Be brief.', prefill: null });
	});

	test('that ends in an answer goes on there, white space and all', () => {
		expect(read({ prompt: 'User: Hi\nAssistant:\nHel ' })).toMatchObject({ prefill: '\nHel ' });
	});

	test('is told again in the answer, whose id is a number', () => {
		const prompt = 'Be brief.\nUser: Hi\nAssistant:';
		expect(answer({ prompt, maxTokens: 5 })).toEqual({
			id: expect.any(Number),
			prompt: { text: prompt, tokens: [] },
			completions: [{ data: { text: '\n## Hello from', tokens: [] }, finishReason: { reason: 'length' } }],
		});
	});
});

test.each([
	['as many tokens as without a limit', { prompt: 'Hi' }, 'length'],
	['its end', { prompt: 'Hi', maxTokens: 4000 }, 'endoftext'],
	['a stop sequence', { prompt: 'Hi', stopSequences: ['practice'] }, 'stop'],
])('%s: %j ends with %s', (_, body, reason) => {
	expect(answer(body)['completions']).toMatchObject([{ finishReason: { reason } }]);
});

test('the article’s body, with its three penalties, is answered and they are named', () => {
	const scale = { scale: 0 };
	const body = { prompt: 'Hi', maxTokens: 200, countPenalty: scale, presencePenalty: scale, frequencyPenalty: scale };
	expect(read({ ...body, temperature: 0.7, topP: 1, stopSequences: [] }).extras).toEqual([
		'presencePenalty',
		'countPenalty',
		'frequencyPenalty',
	]);
});

test.each<readonly [JsonObject, string]>([
	[{ maxTokens: 9 }, '#: required key [prompt] not found'],
	[{ prompt: 'Hi', top_p: 1 }, '#: extraneous key [top_p] is not permitted'],
	[{ prompt: 'Hi', maxTokens: 8192 }, '#/maxTokens: 8192 is not less or equal to 8191'],
	[{ prompt: 'Hi', temperature: 1.5 }, '#/temperature: 1.5 is not less or equal to 1'],
	[{ prompt: 'Hi', countPenalty: { scale: 2 } }, '#/countPenalty/scale: 2 is not less or equal to 1'],
	[{ prompt: 'Hi', countPenalty: {} }, '#/countPenalty: required key [scale] not found'],
])('%j is refused in AWS’s words', (body, what) => {
	expect(refusalOf(body)).toBe(`Malformed input request: ${what}, please reformat your input and try again.`);
});

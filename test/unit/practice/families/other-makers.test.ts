import { describe, expect, test } from 'vitest';
import { complete } from '../../../../src/main/practice/completion.ts';
import { findFamily } from '../../../../src/main/practice/families/find-family.ts';
import type { JsonObject } from '../../../../src/main/practice/json.ts';
import type { Prompt } from '../../../../src/main/practice/prompt.ts';
import { Refusal } from '../../../../src/main/practice/refusal.ts';
import { findModel } from '../../../../src/shared/catalogue.ts';
import type { CatalogueModel } from '../../../../src/shared/model/model-entry.ts';

const LLAMA = 'meta.llama3-8b-instruct-v1:0';
const MISTRAL = 'mistral.mistral-7b-instruct-v0:2';
const COMMAND = 'cohere.command-r-v1:0';
const DEEPSEEK = 'deepseek.r1-v1:0';
const JAMBA = 'ai21.jamba-1-5-mini-v1:0';

function modelOf(id: string): CatalogueModel {
	const model = findModel(id);
	if (model === null) throw new Error(`The catalogue has lost ${id}.`);
	return model;
}

function read(id: string, body: JsonObject): Prompt {
	const model = modelOf(id);
	return findFamily(model, body).family.read(body, model);
}

function refusalOf(id: string, body: JsonObject): string {
	try {
		read(id, body);
	} catch (error) {
		if (error instanceof Refusal) return error.message;
		throw error;
	}
	return '';
}

/** A whole answer and the chunks of the same. */
function answer(id: string, body: JsonObject): { readonly whole: JsonObject; readonly chunks: readonly JsonObject[] } {
	const model = modelOf(id);
	const { name, family } = findFamily(model, body);
	const prompt = family.read(body, model);
	const context = { operation: 'InvokeModel', modelId: id, model, format: name } as const;
	const completion = complete(prompt, context, family.lead, family.defaultMaxTokens(model));
	const chunks = [...family.chunks(completion, model, prompt)];
	expect(chunks.filter(({ token }) => token).length).toBeGreaterThanOrEqual(completion.outputTokens);
	return { whole: family.response(completion, model, prompt), chunks: chunks.map(({ json }) => json) };
}

const spoken = ({ turns }: Prompt) => turns.map(({ role, text }) => `${role}: ${text}`);

describe('a talk is read out of a prompt', () => {
	test.each([
		[
			'Llama 3',
			LLAMA,
			'<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nHello!<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nWhat\n\nnow?<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n',
			['user: Hi', 'assistant: Hello!', 'user: What\n\nnow?'],
			'Be brief.',
		],
		[
			'Llama 4',
			LLAMA,
			'<|begin_of_text|><|header_start|>user<|header_end|>\n\nHi<|eot|><|header_start|>assistant<|header_end|>\n\n',
			['user: Hi'],
			null,
		],
		[
			'Mistral',
			MISTRAL,
			'<s>[INST] Hi [/INST] Hello!</s> [INST] What\nnow? [/INST]',
			['user: Hi', 'assistant:  Hello!', 'user: What\nnow?'],
			null,
		],
		[
			'DeepSeek-R1',
			DEEPSEEK,
			'<｜begin▁of▁sentence｜>Be brief.<｜User｜>Hi<｜Assistant｜><think>\nHm</think>Hello!<｜end▁of▁sentence｜><｜User｜>What now?<｜Assistant｜><think>\n',
			['user: Hi', 'assistant: Hello!', 'user: What now?'],
			'Be brief.',
		],
	])('%s', (_, id, prompt, turns, system) => {
		const found = read(id, { prompt });
		expect(spoken(found)).toEqual(turns);
		expect(found).toMatchObject({ system, prefill: null, extras: [] });
	});

	test.each([
		[
			LLAMA,
			'<|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nHel ',
		],
		[MISTRAL, '<s>[INST] Hi [/INST]Hel '],
		[DEEPSEEK, '<｜User｜>Hi<｜Assistant｜><think>\nHm</think>Hel '],
	])('%s: one that ends in the answer goes on there, white space and all', (id, prompt) => {
		expect(read(id, { prompt })).toMatchObject({ prefill: 'Hel ', turns: [{ role: 'user', text: 'Hi' }] });
	});

	test.each([
		[LLAMA, 'no start_header_id'],
		[MISTRAL, 'no [INST]'],
		[DEEPSEEK, 'no <｜User｜>'],
	])('%s without its tokens: answers, and says what it read', (id, missing) => {
		const body = { prompt: 'Human: Hi' };
		expect(read(id, body).extras).toEqual([missing]);
		expect(JSON.stringify(answer(id, body).whole)).toContain(`| Also in it | \`${missing}\` |`);
		expect(spoken(read(id, body))).toEqual(['user: Human: Hi']);
	});
});

test('Command R reads the talk before, the preamble and its own names of parameters', () => {
	const found = read(COMMAND, {
		message: 'What now?',
		chat_history: [
			{ role: 'USER', message: 'Hi' },
			{ role: 'CHATBOT', message: 'Hello!' },
		],
		preamble: 'Be brief.',
		max_tokens: 9,
		p: 0.5,
		k: 40,
		tools: [{}],
	});
	expect(spoken(found)).toEqual(['user: Hi', 'assistant: Hello!', 'user: What now?']);
	expect(found).toMatchObject({ system: 'Be brief.', extras: ['tools'], sent: { max_tokens: 9, p: 0.5, k: 40 } });
});

test('Jamba reads system messages, wherever they stand', () => {
	const found = read(JAMBA, {
		messages: [
			{ role: 'system', content: 'Be brief.' },
			{ role: 'user', content: 'Hi' },
		],
		stop: '###',
		temperature: 2,
	});
	expect(spoken(found)).toEqual(['user: Hi']);
	expect(found).toMatchObject({ system: 'Be brief.', parameters: { stopSequences: ['###'], temperature: 2 } });
});

describe('in AWS’s words', () => {
	const malformed = (what: string) => `Malformed input request: ${what}, please reformat your input and try again.`;

	test.each<readonly [name: string, id: string, body: JsonObject, what: string]>([
		['no prompt', LLAMA, {}, '#: required key [prompt] not found'],
		['another maker’s key', LLAMA, { prompt: 'Hi', max_tokens: 9 }, '#: extraneous key [max_tokens] is not permitted'],
		[
			'more tokens than it writes',
			LLAMA,
			{ prompt: 'Hi', max_gen_len: 9000 },
			'#/max_gen_len: 9000 is not less or equal to 2048',
		],
		['a text for a number', LLAMA, { prompt: 'Hi', top_p: '1' }, '#/top_p: expected type: Number, found: String'],
		['stop sequences', LLAMA, { prompt: 'Hi', stop: ['a'] }, '#: extraneous key [stop] is not permitted'],
		['Converse’s key', MISTRAL, { messages: [] }, '2 schema violations found'],
		['too hot', MISTRAL, { prompt: 'Hi', temperature: 1.5 }, '#/temperature: 1.5 is not less or equal to 1'],
		['a prompt', COMMAND, { prompt: 'Hi', message: 'Hi' }, '#: extraneous key [prompt] is not permitted'],
		['nothing said', COMMAND, { message: '' }, '#/message: expected minLength: 1, actual: 0'],
		['all of the probability', COMMAND, { message: 'Hi', p: 1 }, '#/p: 1 is not less or equal to 0.99'],
		[
			'a role of another maker',
			COMMAND,
			{ message: 'Hi', chat_history: [{ role: 'user', message: 'Hi' }] },
			'#/chat_history/0/role: user is not a valid enum value',
		],
		['top k', DEEPSEEK, { prompt: 'Hi', top_k: 5 }, '#: extraneous key [top_k] is not permitted'],
		[
			'eleven stop sequences',
			DEEPSEEK,
			{ prompt: 'Hi', stop: Array.from({ length: 11 }, String) },
			'#/stop: expected maximum item count: 10, found: 11',
		],
		['no messages', JAMBA, { messages: [] }, '#/messages: expected minimum item count: 1, found: 0'],
		[
			'blocks',
			JAMBA,
			{ messages: [{ role: 'user', content: [{ text: 'Hi' }] }] },
			'#/messages/0/content: expected type: String, found: JSONArray',
		],
	])('%s', (_, id, body, what) => expect(refusalOf(id, body)).toBe(malformed(what)));
});

describe('answers', () => {
	const asked: readonly (readonly [id: string, limit: string, body: JsonObject])[] = [
		[LLAMA, 'max_gen_len', { prompt: '<|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|>' }],
		[MISTRAL, 'max_tokens', { prompt: '<s>[INST] Hi [/INST]', max_tokens: 2000 }],
		[COMMAND, 'max_tokens', { message: 'Hi' }],
		[JAMBA, 'max_tokens', { messages: [{ role: 'user', content: 'Hi' }] }],
	];

	test.each(asked)('%s: a stream says what a whole answer says, and why it ended once', (id, limit, body) => {
		for (const wanted of [body, { ...body, [limit]: 5 }]) {
			const { whole, chunks } = answer(id, wanted);
			const text = textOf(whole);
			expect(chunks.map(textOf).join('')).toBe(text);
			expect(text).toContain('Hello');
			expect(chunks.flatMap(reasonsOf)).toEqual(reasonsOf(whole));
		}
	});

	test('for each reason there is a word of the family', () => {
		const reason = (id: string, body: JsonObject) => reasonsOf(answer(id, body).whole);
		const stop = { stop: ['practice'] };
		const [[, , llama], [, , mistral], [, , command], [, , jamba]] = asked as [
			(typeof asked)[0],
			(typeof asked)[0],
			(typeof asked)[0],
			(typeof asked)[0],
		];
		expect(reason(LLAMA, { ...llama, max_gen_len: 5 })).toEqual(['length']);
		expect(reason(LLAMA, { ...llama, max_gen_len: 2000 })).toEqual(['stop']);
		expect(reason(MISTRAL, { ...mistral, max_tokens: 5 })).toEqual(['length']);
		expect(reason(MISTRAL, { ...mistral, ...stop })).toEqual(['stop']);
		expect(reason(COMMAND, command)).toEqual(['COMPLETE']);
		expect(reason(COMMAND, { ...command, max_tokens: 5 })).toEqual(['MAX_TOKENS']);
		expect(reason(COMMAND, { ...command, stop_sequences: ['practice'] })).toEqual(['STOP_SEQUENCE']);
		expect(reason(JAMBA, { ...jamba, max_tokens: 5 })).toEqual(['length']);
		expect(reason(JAMBA, { ...jamba, ...stop })).toEqual(['stop']);
	});

	test('Llama counts as it goes; only the first chunk tells the prompt', () => {
		const { chunks } = answer(LLAMA, { prompt: 'Hi there', max_gen_len: 3 });
		const counts = chunks.map((chunk) => [chunk['prompt_token_count'], chunk['generation_token_count']]);
		expect(counts).toEqual([
			[2, 1],
			[null, 2],
			[null, 3],
			[null, 3],
		]);
	});

	test('Command R’s last chunk has the whole answer again, and the talk with it', () => {
		const { whole, chunks } = answer(COMMAND, { message: 'Hi', max_tokens: 3 });
		expect(chunks.at(-1)).toMatchObject({
			event_type: 'stream-end',
			is_finished: true,
			finish_reason: 'MAX_TOKENS',
			response: { text: whole['text'], finish_reason: 'MAX_TOKENS' },
		});
		expect(whole['chat_history']).toEqual([
			{ role: 'USER', message: 'Hi' },
			{ role: 'CHATBOT', message: whole['text'] },
		]);
	});
});

describe('DeepSeek-R1', () => {
	const prompt = '<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜>';
	const text = (body: JsonObject) => textOf(answer(DEEPSEEK, body).whole);
	const whole = text({ prompt: `${prompt}<think>\n` });
	const thoughts = whole.slice(0, whole.indexOf('</think>'));

	test('thinks where the prompt has opened the tag, and closes it', () => {
		expect(whole).toMatch(/^The user writes: “Hi”.*\n<\/think>\n\n## Hello from the practice endpoint/s);
		expect(text({ prompt })).toMatch(/^## Hello/);
	});

	test('cut in its thoughts there is no such tag; from there it goes on', () => {
		let said = '';
		for (let calls = 0; calls < 200; calls += 1) {
			const more = answer(DEEPSEEK, { prompt: `${prompt}<think>\n${said}`, max_tokens: 7 });
			said += textOf(more.whole);
			expect(more.chunks.map(textOf).join('')).toBe(textOf(more.whole));
			if (reasonsOf(more.whole)[0] === 'stop') break;
		}
		// The answer names its parameters, and so its limit.
		expect(said.replace(/```json.*$/s, '')).toBe(whole.replace(/No parameters were sent.*$/s, ''));
	});

	test('goes on after thoughts that are over', () => {
		expect(text({ prompt: `${prompt}<think>\n${thoughts}</think>\n\n## Hello` })).toMatch(
			/^ from the practice endpoint/,
		);
	});
});

/** The text in a response or a chunk of any of these families. */
function textOf(json: JsonObject): string {
	const body = json as {
		generation?: string;
		outputs?: readonly { text: string }[];
		text?: string;
		choices?: readonly { text?: string; message?: { content: string }; delta?: { content?: string } }[];
	};
	const choice = body.choices?.[0];
	return (
		body.generation ??
		body.outputs?.[0]?.text ??
		body.text ??
		choice?.text ??
		choice?.message?.content ??
		choice?.delta?.content ??
		''
	);
}

function reasonsOf(json: JsonObject): readonly string[] {
	type Ended = { readonly stop_reason?: string | null; readonly finish_reason?: string | null };
	const body = json as Ended & { readonly outputs?: readonly Ended[]; readonly choices?: readonly Ended[] };
	return [body, ...(body.outputs ?? []), ...(body.choices ?? [])].flatMap(
		({ stop_reason, finish_reason }) => stop_reason ?? finish_reason ?? [],
	);
}

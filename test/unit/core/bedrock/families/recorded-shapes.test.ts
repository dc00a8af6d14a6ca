import { describe, expect, test } from 'vitest';
import type { Call } from '../../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { chunkReader } from '../../../../../src/main/core/bedrock/families/family-codec.ts';
import { codecs } from '../../../../../src/main/core/bedrock/families/registry.ts';
import { countsFromMetrics, toUsage } from '../../../../../src/main/core/bedrock/token-counts.ts';
import { appendPart } from '../../../../../src/shared/answers/append-part.ts';
import { stopKind } from '../../../../../src/shared/answers/stop-reason.ts';
import { familyOf, findModel } from '../../../../../src/shared/catalogue.ts';
import type { AnswerPart, ContentBlock } from '../../../../../src/shared/model/content.ts';
import type { Family } from '../../../../../src/shared/model/family.ts';
import { families, isEmbedding } from '../../../../../src/shared/model/family.ts';
import { defaultRequestSettings } from '../../../../../src/shared/model/settings.ts';
import { chats } from './recorded/chats.ts';
import { messages } from './recorded/messages.ts';
import { prompts } from './recorded/prompts.ts';
import type { Recorded, TalkFamily } from './recorded/recorded.ts';
import { counted } from './recorded/recorded.ts';

/** Those of models that make vectors: `embeddings.test.ts`. */
const talking = families.filter((family): family is TalkFamily => !isEmbedding(family));

const recorded: Readonly<Record<TalkFamily, Recorded>> = { ...messages, ...prompts, ...chats };

/** These three are alike in their answers, so that one reads another's. */
const kin: readonly Family[] = ['openai-chat', 'mistral-chat', 'jamba'];

const question = textMessage('user', 'Hi');
const said = [question, textMessage('assistant', 'Hello!'), textMessage('user', '俳句')];

function call(modelId: string, messages: Call['messages'], settings: Partial<Call['settings']> = {}): Call {
	return { settings: { ...defaultRequestSettings, modelId, maxTokens: 9, ...settings }, messages, body: null };
}

function blocks(parts: readonly AnswerPart[]): readonly ContentBlock[] {
	return parts.reduce(appendPart, [] as readonly ContentBlock[]);
}

describe.each(talking)('%s', (family) => {
	const { modelId, reasons, ...shape } = recorded[family];
	const codec = codecs[family];

	test('writes the talk, and no key for what is not set', () => {
		expect(JSON.stringify(codec.toBody(call(modelId, said)))).toBe(shape.talk);
	});

	test('writes everything that is set and has a key, by the family’s own names', () => {
		const everything = { system: '短く。', temperature: 0, topP: 0.5, topK: 40, stopSequences: ['終'] };
		const body = codec.toBody(call(modelId, [question], everything));
		expect(body).toEqual(shape.everything);
		expect(Object.keys(body)).toEqual(Object.keys(shape.everything));
	});

	test('reads a whole response', () => {
		const piece = codec.fromResponse(shape.response);
		expect(blocks(piece?.parts ?? [])).toEqual(shape.answer);
		expect([piece?.stopReason, piece?.closes]).toEqual([reasons.whole, true]);
		expect(toUsage(piece?.usage ?? {})).toEqual(shape.usage);
		expect(stopKind(reasons.whole)).toBe(family === 'claude-text' ? 'sequence' : 'finished');
	});

	test('reads one that was cut off', () => {
		expect(codec.fromResponse(shape.cut)?.stopReason).toBe(reasons.cut);
		expect(stopKind(reasons.cut)).toBe('length');
	});

	test('takes no other body for its own, and knows nothing of foreign chunks', () => {
		for (const other of [null, '<html>', [], { message: 'Too many requests' }]) {
			expect(codec.fromResponse(other)).toBeNull();
			expect(codec.fromChunk(other)).toEqual({ parts: [], usage: {}, stopReason: null, closes: false });
		}
		for (const other of talking) {
			if (other === family || (kin.includes(family) && kin.includes(other))) continue;
			expect(codec.fromResponse(recorded[other].response), other).toBeNull();
			const pieces = (recorded[other].chunks ?? []).map((chunk) => codec.fromChunk(chunk));
			expect(
				pieces.flatMap((piece) => piece.parts),
				other,
			).toEqual([]);
		}
	});

	const { chunks } = shape;
	if (chunks === null) {
		test('has no stream, as its models say', () => {
			expect(findModel(modelId)?.streaming).toBe(false);
		});
		return;
	}
	test('reads a stream, whose end is told once', () => {
		const reader = chunkReader(codec, codec.toBody(call(modelId, [question])));
		const pieces = chunks.map((chunk) => reader.chunk(chunk));
		const parts = [...pieces.flatMap((piece) => piece.parts), ...reader.end()];
		expect(blocks(parts)).toEqual(shape.answer);
		expect(pieces.flatMap(({ stopReason }) => stopReason ?? [])).toEqual([reasons.whole]);
		expect(pieces.filter(({ closes }) => closes)).toHaveLength(1);
		const usage = Object.assign({}, ...pieces.map((piece) => piece.usage));
		expect(toUsage(usage)).toEqual(shape.usage);
		const metered = Object.assign({}, ...chunks.map(countsFromMetrics));
		expect(toUsage(usage, metered)).toEqual(shape.usage ?? counted);
	});
});

describe('a prompt that ends within the answer', () => {
	const begun = [question, textMessage('assistant', 'Hel')];
	const thinking: Call['messages'][number] = {
		role: 'assistant',
		content: [{ type: 'reasoning', text: 'Hm', signature: null, redacted: null }],
	};
	const thought: Call['messages'][number] = {
		role: 'assistant',
		content: [...thinking.content, { type: 'text', text: '\n\nHel' }],
	};

	test.each([
		[
			'meta.llama3-8b-instruct-v1:0',
			begun,
			'<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nHel',
		],
		[
			'us.meta.llama4-scout-17b-instruct-v1:0',
			begun,
			'<|begin_of_text|><|header_start|>user<|header_end|>\n\nHi<|eot|><|header_start|>assistant<|header_end|>\n\nHel',
		],
		['mistral.mistral-7b-instruct-v0:2', begun, '<s>[INST] Hi [/INST] Hel'],
		['mistral.mistral-7b-instruct-v0:2', [question, textMessage('assistant', ' Hel')], '<s>[INST] Hi [/INST] Hel'],
		['ai21.j2-mid-v1', begun, 'User: Hi\nAssistant: Hel'],
		['ai21.j2-mid-v1', [question, textMessage('assistant', '\nHel')], 'User: Hi\nAssistant:\nHel'],
		['us.deepseek.r1-v1:0', begun, '<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜>Hel'],
		['us.deepseek.r1-v1:0', [question, thinking], '<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜><think>\nHm'],
		[
			'us.deepseek.r1-v1:0',
			[question, thought],
			'<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜><think>\nHm</think>\n\nHel',
		],
	])('%s, %j', (modelId, messages, prompt) => {
		const family = familyOf(modelId);
		expect(codecs[family ?? 'nova'].toBody(call(modelId, messages))).toEqual({
			prompt,
			[family === 'llama' ? 'max_gen_len' : family === 'jurassic' ? 'maxTokens' : 'max_tokens']: 9,
		});
	});

	test('of Jurassic’s, a first question alone is the prompt', () => {
		expect(codecs.jurassic.toBody(call('ai21.j2-mid-v1', [question]))).toEqual({ prompt: 'Hi', maxTokens: 9 });
	});

	test('Command R can’t: the talk is all history, and nothing is asked', () => {
		expect(codecs['cohere-command'].toBody(call('cohere.command-r-v1:0', begun))).toEqual({
			message: '',
			chat_history: [
				{ role: 'USER', message: 'Hi' },
				{ role: 'CHATBOT', message: 'Hel' },
			],
			max_tokens: 9,
		});
	});
});

describe('whether DeepSeek-R1’s answer begins with thoughts is seen in the request', () => {
	const { fromResponse } = codecs['deepseek-r1'];
	const answer = (text: string) => ({ choices: [{ text, stop_reason: 'stop' }] });
	const text = (...parts: readonly (readonly [type: 'text' | 'reasoning', text: string])[]) =>
		parts.map(([type, words]) => ({ type, text: words }));

	test.each([
		['an open tag', '<｜Assistant｜><think>\n', 'Hm', text(['reasoning', 'Hm'])],
		['an open tag, thoughts', '<think>\nHm', ', so</think>Hello', text(['reasoning', ', so'], ['text', 'Hello'])],
		['thoughts that are over', '<think>Hm</think>\n\nHel', 'lo', text(['text', 'lo'])],
		['no tag', 'Hi', 'Hello', text(['text', 'Hello'])],
		['no tag, and the model opens one', 'Hi', '\n<think>Hm</think>Hello', text(['reasoning', 'Hm'], ['text', 'Hello'])],
		['no tag, and one later in the answer', 'Hi', 'Say <think>', text(['text', 'Say <think>'])],
		['thoughts that are over, and such a tag', '</think>Hel', 'lo </think>', text(['text', 'lo </think>'])],
		['an open tag, and one that is none', '<think>', 'a </thin b', text(['reasoning', 'a </thin b'])],
	])('%s', (_, prompt, written, expected) => {
		expect(fromResponse(answer(written), { prompt })?.parts).toEqual(expected);
		// One character at a time it is the same, and nothing is held longer than it must be.
		const reader = chunkReader(codecs['deepseek-r1'], { prompt });
		const parts = [...written].flatMap((character) => reader.chunk(answer(character)).parts);
		expect(blocks([...parts, ...reader.end()])).toEqual(blocks(expected));
	});

	test('of a request that is not known, by the answer alone', () => {
		expect(fromResponse(answer('Hm</think>Hello'))?.parts).toEqual(text(['reasoning', 'Hm'], ['text', 'Hello']));
		expect(fromResponse(answer('Hello'))?.parts).toEqual(text(['text', 'Hello']));
	});
});

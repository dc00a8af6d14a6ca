import { describe, expect, test } from 'vitest';
import type { Call } from '../../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { chunkReader } from '../../../../../src/main/core/bedrock/families/family-codec.ts';
import { codecs } from '../../../../../src/main/core/bedrock/families/registry.ts';
import { countsFromMetrics, toUsage } from '../../../../../src/main/core/bedrock/token-counts.ts';
import { appendPart } from '../../../../../src/shared/append-part.ts';
import { familyOf, findModel } from '../../../../../src/shared/catalogue.ts';
import type { AnswerPart, ContentBlock } from '../../../../../src/shared/model/content.ts';
import type { Usage } from '../../../../../src/shared/model/exchange.ts';
import type { EmbeddingFamily, Family } from '../../../../../src/shared/model/family.ts';
import { families, isEmbedding } from '../../../../../src/shared/model/family.ts';
import { defaultRequestSettings } from '../../../../../src/shared/model/settings.ts';
import { stopKind } from '../../../../../src/shared/stop-reason.ts';

/** What is said, and how it goes over the wire (bedrock-facts.md, 2). */
interface Recorded {
	readonly modelId: string;
	/** A first question, an answer and a second question, with nothing set but max tokens; as JSON text, for the order. */
	readonly talk: string;
	/** One question with everything set that the body has a key for. */
	readonly everything: object;
	/** A whole answer, and one that is cut off. */
	readonly response: object;
	readonly cut: object;
	/** A stream that says `Hello`; null: the family has none. */
	readonly chunks: readonly object[] | null;
	readonly answer: readonly ContentBlock[];
	/** As the body or the chunks tell it; null: only headers and metrics do. */
	readonly usage: Usage | null;
	readonly reasons: { readonly whole: string; readonly cut: string };
}

const metrics = {
	'amazon-bedrock-invocationMetrics': {
		inputTokenCount: 5,
		outputTokenCount: 2,
		invocationLatency: 586,
		firstByteLatency: 283,
	},
};
const counted: Usage = { inputTokens: 5, outputTokens: 2, cacheReadInputTokens: null, cacheWriteInputTokens: null };
const cached: Usage = { ...counted, cacheReadInputTokens: 0, cacheWriteInputTokens: 0 };
const hello: readonly ContentBlock[] = [{ type: 'text', text: 'Hello' }];
const spaced: readonly ContentBlock[] = [{ type: 'text', text: ' Hello' }];

type TalkFamily = Exclude<Family, EmbeddingFamily>;

/** Those of models that make vectors: `embeddings.test.ts`. */
const talking = families.filter((family): family is TalkFamily => !isEmbedding(family));

const recorded: Readonly<Record<TalkFamily, Recorded>> = {
	'claude-messages': {
		modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
		talk: '{"anthropic_version":"bedrock-2023-05-31","max_tokens":9,"messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]},{"role":"assistant","content":[{"type":"text","text":"Hello!"}]},{"role":"user","content":[{"type":"text","text":"俳句"}]}]}',
		everything: {
			anthropic_version: 'bedrock-2023-05-31',
			max_tokens: 9,
			system: '短く。',
			messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
			temperature: 0,
			top_p: 0.5,
			top_k: 40,
			stop_sequences: ['終'],
		},
		response: {
			id: 'msg_bdrk_01',
			type: 'message',
			role: 'assistant',
			model: 'claude-3-haiku-20240307',
			content: [{ type: 'text', text: 'Hello' }],
			stop_reason: 'end_turn',
			stop_sequence: null,
			usage: { input_tokens: 5, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 2 },
		},
		cut: { content: [], stop_reason: 'max_tokens', stop_sequence: null, usage: { input_tokens: 5, output_tokens: 2 } },
		chunks: [
			{
				type: 'message_start',
				message: {
					usage: { input_tokens: 5, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 1 },
				},
			},
			{ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
			{ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hel' } },
			{ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'lo' } },
			{ type: 'content_block_stop', index: 0 },
			{ type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 2 } },
			{ type: 'message_stop', ...metrics },
		],
		answer: hello,
		usage: cached,
		reasons: { whole: 'end_turn', cut: 'max_tokens' },
	},
	'claude-text': {
		modelId: 'anthropic.claude-v2:1',
		talk: '{"prompt":"\\n\\nHuman: Hi\\n\\nAssistant: Hello!\\n\\nHuman: 俳句\\n\\nAssistant:","max_tokens_to_sample":9}',
		everything: {
			prompt: '短く。\n\nHuman: Hi\n\nAssistant:',
			max_tokens_to_sample: 9,
			temperature: 0,
			top_p: 0.5,
			top_k: 40,
			stop_sequences: ['終'],
		},
		response: { completion: ' Hello', stop_reason: 'stop_sequence', stop: '\n\nHuman:' },
		cut: { completion: ' Hel', stop_reason: 'max_tokens', stop: null },
		chunks: [
			{ completion: ' Hel', stop_reason: null, stop: null },
			{ completion: 'lo', stop_reason: 'stop_sequence', stop: '\n\nHuman:', ...metrics },
		],
		answer: spaced,
		usage: null,
		reasons: { whole: 'stop_sequence', cut: 'max_tokens' },
	},
	'titan-text': {
		modelId: 'amazon.titan-text-express-v1',
		talk: '{"inputText":"User: Hi\\nBot: Hello!\\nUser: 俳句\\nBot:","textGenerationConfig":{"maxTokenCount":9}}',
		everything: {
			inputText: '短く。\nUser: Hi\nBot:',
			textGenerationConfig: { maxTokenCount: 9, temperature: 0, topP: 0.5, stopSequences: ['終'] },
		},
		response: {
			inputTextTokenCount: 5,
			results: [{ tokenCount: 2, outputText: ' Hello', completionReason: 'FINISH' }],
		},
		cut: { inputTextTokenCount: 5, results: [{ tokenCount: 2, outputText: ' Hel', completionReason: 'LENGTH' }] },
		chunks: [
			{
				outputText: ' Hel',
				index: 0,
				totalOutputTextTokenCount: null,
				completionReason: null,
				inputTextTokenCount: 5,
			},
			{
				outputText: 'lo',
				index: 0,
				totalOutputTextTokenCount: 2,
				completionReason: 'FINISH',
				inputTextTokenCount: 5,
				...metrics,
			},
		],
		answer: spaced,
		usage: counted,
		reasons: { whole: 'FINISH', cut: 'LENGTH' },
	},
	nova: {
		modelId: 'amazon.nova-lite-v1:0',
		talk: '{"schemaVersion":"messages-v1","messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[{"text":"Hello!"}]},{"role":"user","content":[{"text":"俳句"}]}],"inferenceConfig":{"maxTokens":9}}',
		everything: {
			schemaVersion: 'messages-v1',
			system: [{ text: '短く。' }],
			messages: [{ role: 'user', content: [{ text: 'Hi' }] }],
			inferenceConfig: { maxTokens: 9, temperature: 0, topP: 0.5, topK: 40, stopSequences: ['終'] },
		},
		response: {
			output: { message: { content: [{ text: 'Hello' }], role: 'assistant' } },
			stopReason: 'end_turn',
			usage: {
				inputTokens: 5,
				outputTokens: 2,
				totalTokens: 7,
				cacheReadInputTokenCount: 0,
				cacheWriteInputTokenCount: 0,
			},
		},
		cut: { output: { message: { content: [], role: 'assistant' } }, stopReason: 'max_tokens' },
		chunks: [
			{ messageStart: { role: 'assistant' } },
			{ contentBlockDelta: { delta: { text: 'Hel' }, contentBlockIndex: 0 } },
			{ contentBlockStop: { contentBlockIndex: 0 } },
			{ contentBlockDelta: { delta: { text: 'lo' }, contentBlockIndex: 1 } },
			{ contentBlockStop: { contentBlockIndex: 1 } },
			{ messageStop: { stopReason: 'end_turn' } },
			{
				metadata: {
					usage: {
						inputTokens: 5,
						outputTokens: 2,
						cacheReadInputTokenCount: 0,
						cacheWriteInputTokenCount: 0,
					},
					metrics: {},
					trace: {},
				},
				...metrics,
			},
		],
		answer: hello,
		usage: cached,
		reasons: { whole: 'end_turn', cut: 'max_tokens' },
	},
	llama: {
		modelId: 'us.meta.llama3-3-70b-instruct-v1:0',
		talk: '{"prompt":"<|begin_of_text|><|start_header_id|>user<|end_header_id|>\\n\\nHi<|eot_id|><|start_header_id|>assistant<|end_header_id|>\\n\\nHello!<|eot_id|><|start_header_id|>user<|end_header_id|>\\n\\n俳句<|eot_id|><|start_header_id|>assistant<|end_header_id|>\\n\\n","max_gen_len":9}',
		everything: {
			prompt:
				'<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\n短く。<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n',
			max_gen_len: 9,
			temperature: 0,
			top_p: 0.5,
		},
		response: { generation: 'Hello', prompt_token_count: 5, generation_token_count: 2, stop_reason: 'stop' },
		cut: { generation: 'Hel', prompt_token_count: 5, generation_token_count: 1, stop_reason: 'length' },
		chunks: [
			{ generation: 'Hel', prompt_token_count: 5, generation_token_count: 1, stop_reason: null },
			{ generation: 'lo', prompt_token_count: null, generation_token_count: 2, stop_reason: null },
			{ generation: '', prompt_token_count: null, generation_token_count: 2, stop_reason: 'stop', ...metrics },
		],
		answer: hello,
		usage: counted,
		reasons: { whole: 'stop', cut: 'length' },
	},
	'mistral-text': {
		modelId: 'mistral.mistral-7b-instruct-v0:2',
		talk: '{"prompt":"<s>[INST] Hi [/INST] Hello!</s> [INST] 俳句 [/INST]","max_tokens":9}',
		everything: {
			prompt: '<s>[INST] 短く。\n\nHi [/INST]',
			max_tokens: 9,
			temperature: 0,
			top_p: 0.5,
			top_k: 40,
			stop: ['終'],
		},
		response: { outputs: [{ text: ' Hello', stop_reason: 'stop' }] },
		cut: { outputs: [{ text: ' Hel', stop_reason: 'length' }] },
		chunks: [
			{ outputs: [{ text: ' Hel', stop_reason: null }] },
			{ outputs: [{ text: 'lo', stop_reason: null }] },
			{ outputs: [{ text: '', stop_reason: 'stop' }], ...metrics },
		],
		answer: spaced,
		usage: null,
		reasons: { whole: 'stop', cut: 'length' },
	},
	'cohere-command': {
		modelId: 'cohere.command-r-v1:0',
		talk: '{"message":"俳句","chat_history":[{"role":"USER","message":"Hi"},{"role":"CHATBOT","message":"Hello!"}],"max_tokens":9}',
		everything: {
			message: 'Hi',
			preamble: '短く。',
			max_tokens: 9,
			temperature: 0,
			p: 0.5,
			k: 40,
			stop_sequences: ['終'],
		},
		response: {
			response_id: 'ac6d5f86',
			text: 'Hello',
			generation_id: '586ac33f',
			chat_history: [
				{ role: 'USER', message: 'Hi' },
				{ role: 'CHATBOT', message: 'Hello' },
			],
			finish_reason: 'COMPLETE',
		},
		cut: { response_id: 'a', text: 'Hel', generation_id: 'b', chat_history: [], finish_reason: 'MAX_TOKENS' },
		chunks: [
			{ is_finished: false, event_type: 'stream-start', generation_id: '586ac33f' },
			{ is_finished: false, event_type: 'text-generation', text: 'Hel' },
			{ is_finished: false, event_type: 'text-generation', text: 'lo' },
			{
				is_finished: true,
				event_type: 'stream-end',
				response: { response_id: 'ac6d5f86', text: 'Hello', generation_id: '586ac33f', finish_reason: 'COMPLETE' },
				finish_reason: 'COMPLETE',
				...metrics,
			},
		],
		answer: hello,
		usage: null,
		reasons: { whole: 'COMPLETE', cut: 'MAX_TOKENS' },
	},
	'deepseek-r1': {
		modelId: 'us.deepseek.r1-v1:0',
		talk: '{"prompt":"<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜>Hello!<｜end▁of▁sentence｜><｜User｜>俳句<｜Assistant｜><think>\\n","max_tokens":9}',
		everything: {
			prompt: '<｜begin▁of▁sentence｜>短く。<｜User｜>Hi<｜Assistant｜><think>\n',
			max_tokens: 9,
			temperature: 0,
			top_p: 0.5,
			stop: ['終'],
		},
		response: { choices: [{ text: 'Hm.\n</think>\n\nHello', stop_reason: 'stop' }] },
		cut: { choices: [{ text: 'Hm', stop_reason: 'length' }] },
		chunks: [
			{ choices: [{ text: 'Hm.\n</', stop_reason: null }] },
			{ choices: [{ text: 'think', stop_reason: null }] },
			{ choices: [{ text: '>\n\nHel', stop_reason: null }] },
			{ choices: [{ text: 'lo', stop_reason: 'stop' }], ...metrics },
		],
		answer: [
			{ type: 'reasoning', text: 'Hm.\n', signature: null, redacted: null },
			{ type: 'text', text: '\n\nHello' },
		],
		usage: null,
		reasons: { whole: 'stop', cut: 'length' },
	},
	jamba: {
		modelId: 'ai21.jamba-1-5-mini-v1:0',
		talk: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"},{"role":"user","content":"俳句"}],"max_tokens":9}',
		everything: {
			messages: [
				{ role: 'system', content: '短く。' },
				{ role: 'user', content: 'Hi' },
			],
			max_tokens: 9,
			temperature: 0,
			top_p: 0.5,
			stop: ['終'],
		},
		response: {
			id: 'chat-1',
			choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }],
			usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
		},
		cut: { id: 'chat-1', choices: [{ index: 0, message: { content: 'Hel' }, finish_reason: 'length' }] },
		chunks: [
			{ id: 'chat-1', choices: [{ index: 0, delta: { role: 'assistant' }, finish_reason: null }] },
			{ id: 'chat-1', choices: [{ index: 0, delta: { content: 'Hel' }, finish_reason: null }] },
			{ id: 'chat-1', choices: [{ index: 1, delta: { content: 'of another answer' }, finish_reason: null }] },
			{ id: 'chat-1', choices: [{ index: 0, delta: { content: 'lo' }, finish_reason: null }] },
			{
				id: 'chat-1',
				choices: [{ index: 0, delta: { content: '' }, finish_reason: 'stop' }],
				usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
				...metrics,
			},
		],
		answer: hello,
		usage: counted,
		reasons: { whole: 'stop', cut: 'length' },
	},
	// As New Relic recorded it; of its tokens one.
	jurassic: {
		modelId: 'ai21.j2-mid-v1',
		talk: '{"prompt":"User: Hi\\nAssistant: Hello!\\nUser: 俳句\\nAssistant:","maxTokens":9}',
		everything: {
			prompt: '短く。\nUser: Hi\nAssistant:',
			maxTokens: 9,
			temperature: 0,
			topP: 0.5,
			stopSequences: ['終'],
		},
		response: {
			id: 1234,
			prompt: { text: 'Hi', tokens: [] },
			completions: [
				{
					data: {
						text: '\nHello',
						tokens: [
							{
								generatedToken: { token: '<|newline|>', logprob: -0.1, raw_logprob: -0.2 },
								topTokens: null,
								textRange: { start: 0, end: 1 },
							},
						],
					},
					finishReason: { reason: 'endoftext' },
				},
			],
		},
		cut: {
			id: 1234,
			prompt: { text: 'Hi', tokens: [] },
			completions: [{ data: { text: '\nHel', tokens: [] }, finishReason: { reason: 'length', length: 2 } }],
		},
		chunks: null,
		answer: [{ type: 'text', text: '\nHello' }],
		usage: null,
		reasons: { whole: 'endoftext', cut: 'length' },
	},
	'openai-chat': {
		modelId: 'openai.gpt-oss-20b-1:0',
		talk: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"},{"role":"user","content":"俳句"}],"max_completion_tokens":9}',
		everything: {
			messages: [
				{ role: 'system', content: '短く。' },
				{ role: 'user', content: 'Hi' },
			],
			max_completion_tokens: 9,
			temperature: 0,
			top_p: 0.5,
			stop: ['終'],
		},
		response: {
			choices: [
				{
					finish_reason: 'stop',
					index: 0,
					message: { content: '<reasoning>Hm</reasoning>Hello', role: 'assistant' },
				},
			],
			created: 1763683200,
			id: 'chatcmpl-1',
			model: 'openai.gpt-oss-20b-1:0',
			object: 'chat.completion',
			usage: { completion_tokens: 2, prompt_tokens: 5, total_tokens: 7 },
		},
		cut: { choices: [{ finish_reason: 'length', index: 0, message: { content: '<reasoning>H', role: 'assistant' } }] },
		chunks: [
			{ choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] },
			{ choices: [{ index: 0, delta: { content: '<reason' }, finish_reason: null }] },
			{ choices: [{ index: 0, delta: { content: 'ing>Hm</' }, finish_reason: null }] },
			{ choices: [{ index: 0, delta: { content: 'reasoning>Hel' }, finish_reason: null }] },
			{ choices: [{ index: 0, delta: { content: 'lo' }, finish_reason: null }] },
			{ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
			{ choices: [], usage: { completion_tokens: 2, prompt_tokens: 5, total_tokens: 7 }, ...metrics },
		],
		answer: [{ type: 'reasoning', text: 'Hm', signature: null, redacted: null }, ...hello],
		usage: counted,
		reasons: { whole: 'stop', cut: 'length' },
	},
	'mistral-chat': {
		modelId: 'mistral.mistral-large-3-675b-instruct',
		talk: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"},{"role":"user","content":"俳句"}],"max_tokens":9}',
		everything: {
			messages: [
				{ role: 'system', content: '短く。' },
				{ role: 'user', content: 'Hi' },
			],
			max_tokens: 9,
			temperature: 0,
			top_p: 0.5,
			stop: ['終'],
		},
		response: { choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, stop_reason: 'stop' }] },
		cut: { choices: [{ index: 0, message: { role: 'assistant', content: 'Hel' }, stop_reason: 'length' }] },
		chunks: [
			{ choices: [{ index: 0, message: { role: 'assistant', content: 'Hel' }, stop_reason: null }] },
			{ choices: [{ index: 0, message: { role: 'assistant', content: 'lo' }, stop_reason: null }] },
			{ choices: [{ index: 0, message: { role: 'assistant', content: '' }, stop_reason: 'stop' }], ...metrics },
		],
		answer: hello,
		usage: null,
		reasons: { whole: 'stop', cut: 'length' },
	},
};

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

import type { Recorded, TalkFamily } from './recorded.ts';
import { counted, hello, metrics, spaced } from './recorded.ts';

/** Bodies whose talk is one text. */
export const prompts = {
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
} satisfies Partial<Record<TalkFamily, Recorded>>;

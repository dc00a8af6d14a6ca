import { expect, test } from 'vitest';
import type { FieldContext } from '../../../../src/shared/fields/field-context.ts';
import type { Family } from '../../../../src/shared/model/family.ts';
import { missingFields } from '../../../helpers/missing-fields.ts';

const request = (family: Family): FieldContext => ({ kind: 'body', side: 'request', operation: 'InvokeModel', family });
const response = (family: Family): FieldContext => ({ ...request(family), side: 'response' }) as FieldContext;
const chunk = (family: Family): FieldContext => ({ kind: 'chunk', family });
const event = (type: string): FieldContext => ({ kind: 'event', type, family: 'claude-messages' });
const converse: FieldContext = { kind: 'body', side: 'response', operation: 'Converse', family: 'claude-messages' };

const metrics = {
	'amazon-bedrock-invocationMetrics': {
		inputTokenCount: 14,
		outputTokenCount: 10,
		invocationLatency: 586,
		firstByteLatency: 283,
		cacheReadInputTokenCount: 0,
		cacheWriteInputTokenCount: 0,
	},
};
const titanEmbedRequest = { inputText: 'a', dimensions: 256, normalize: true, embeddingTypes: ['float', 'binary'] };
const cohereEmbedRequest = {
	texts: ['a'],
	input_type: 'search_document',
	images: ['data:image/png;base64,'],
	inputs: [{ content: [{ type: 'text', text: 'a' }] }],
	embedding_types: ['float'],
	output_dimension: 256,
	max_tokens: 128,
	truncate: 'NONE',
};
const text = { type: 'text', text: 'Hi', citations: null };
const claudeUsage = {
	input_tokens: 1,
	output_tokens: 2,
	cache_creation_input_tokens: 0,
	cache_read_input_tokens: 0,
	cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
	service_tier: 'standard',
	server_tool_use: { web_search_requests: 0 },
};
const claudeAnswer = {
	id: 'msg_bdrk_01',
	type: 'message',
	role: 'assistant',
	model: 'claude',
	content: [
		text,
		{ type: 'thinking', thinking: '', signature: 'a' },
		{ type: 'redacted_thinking', data: 'a' },
		{ type: 'tool_use', id: 'toolu_1', name: 'weather', input: { city: { deep: 1 } } },
	],
	stop_reason: 'refusal',
	stop_sequence: null,
	stop_details: { type: 'refusal' },
	usage: claudeUsage,
};
const padding = { p: 'abcdefghij' };

/** Shapes of real requests and answers that practice does not send (bedrock-facts.md, 1.4, 1.5, 2 and 3.1). */
test.each<readonly [string, FieldContext, object]>([
	[
		'Claude Messages, asked for everything',
		request('claude-messages'),
		{
			anthropic_version: 'bedrock-2023-05-31',
			anthropic_beta: ['a'],
			max_tokens: 1,
			system: [{ ...text, cache_control: { type: 'ephemeral', ttl: '1h' } }],
			messages: [
				{ role: 'user', content: 'Hi' },
				{ role: 'user', content: [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: '' } }] },
				{ role: 'user', content: [{ type: 'document', source: { type: 'text', data: '' }, title: 'a', context: 'b' }] },
				{ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'a', content: [text], is_error: true }] },
			],
			temperature: 1,
			top_p: 1,
			top_k: 1,
			stop_sequences: ['a'],
			tools: [{ type: 'custom', name: 'a', description: 'b', input_schema: { type: 'object', properties: {} } }],
			tool_choice: { type: 'tool', name: 'a', disable_parallel_tool_use: true },
			thinking: { type: 'adaptive', budget_tokens: 1024, display: 'summarized' },
			output_config: { effort: 'high', format: { type: 'json_schema', schema: {} } },
			metadata: { user_id: 'a' },
			'amazon-bedrock-guardrailConfig': { tagSuffix: 'x' },
		},
	],
	['Claude Messages, answered', response('claude-messages'), claudeAnswer],
	['message_start', chunk('claude-messages'), { type: 'message_start', message: claudeAnswer }],
	[
		'content_block_start',
		chunk('claude-messages'),
		{
			type: 'content_block_start',
			index: 0,
			content_block: { type: 'tool_use', id: 'a', name: 'b', input: {} },
		},
	],
	...[
		{ type: 'text_delta', text: 'a' },
		{ type: 'input_json_delta', partial_json: '{' },
		{ type: 'thinking_delta', thinking: 'a' },
		{ type: 'signature_delta', signature: 'a' },
		{ type: 'citations_delta', citation: { cited_text: 'a' } },
	].map((delta) => [delta.type, chunk('claude-messages'), { type: 'content_block_delta', index: 0, delta }] as const),
	[
		'message_delta',
		chunk('claude-messages'),
		{ type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 1 } },
	],
	['message_stop', chunk('claude-messages'), { type: 'message_stop', ...metrics }],
	[
		'Claude text completion',
		request('claude-text'),
		{
			prompt: 'a',
			max_tokens_to_sample: 1,
			temperature: 1,
			top_p: 1,
			top_k: 1,
			stop_sequences: ['a'],
			anthropic_version: 'bedrock-2023-05-31',
		},
	],
	['Claude text completion, answered', response('claude-text'), { completion: 'a', stop_reason: 'b', stop: null }],
	['a piece of it', chunk('claude-text'), { completion: 'a', stop_reason: null, stop: null, ...metrics }],
	[
		'Titan Text',
		request('titan-text'),
		{ inputText: 'a', textGenerationConfig: { maxTokenCount: 1, temperature: 0, topP: 1, stopSequences: [] } },
	],
	[
		'Titan Text, answered',
		response('titan-text'),
		{ inputTextTokenCount: 5, results: [{ tokenCount: 10, outputText: 'a', completionReason: 'FINISH' }] },
	],
	[
		'a piece of it',
		chunk('titan-text'),
		{
			outputText: 'a',
			index: 0,
			totalOutputTextTokenCount: null,
			completionReason: null,
			inputTextTokenCount: 1,
			...metrics,
		},
	],
	[
		'Nova',
		request('nova'),
		{
			schemaVersion: 'messages-v1',
			system: [{ text: 'a' }],
			messages: [
				{ role: 'user', content: [{ text: 'a' }, { image: { format: 'png', source: { bytes: '' } } }] },
				{
					role: 'user',
					content: [{ video: { format: 'mp4', source: { s3Location: { uri: 'a', bucketOwner: 'b' } } } }],
				},
			],
			inferenceConfig: { max_new_tokens: 1, maxTokens: 1, temperature: 0, topP: 1, topK: 1, stopSequences: [] },
			toolConfig: {
				tools: [{ toolSpec: { name: 'a', description: 'b', inputSchema: { json: { type: 'object' } } } }],
				toolChoice: { auto: {} },
			},
			reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' },
		},
	],
	[
		'Nova, answered',
		response('nova'),
		{
			output: { message: { content: [{ text: 'a' }], role: 'assistant' } },
			stopReason: 'max_tokens',
			usage: {
				inputTokens: 1,
				outputTokens: 1,
				totalTokens: 2,
				cacheReadInputTokenCount: 0,
				cacheWriteInputTokenCount: 0,
			},
		},
	],
	[
		'Nova’s tool call',
		chunk('nova'),
		{ contentBlockStart: { start: { toolUse: { name: 'a', toolUseId: 'b' } }, contentBlockIndex: 0 } },
	],
	['Nova’s end', chunk('nova'), { metadata: { usage: { inputTokens: 1 }, metrics: {}, trace: {} }, ...metrics }],
	['Llama', request('llama'), { prompt: 'a', max_gen_len: 1, temperature: 0, top_p: 1, images: ['a'] }],
	[
		'Llama, answered',
		response('llama'),
		{ generation: 'a', prompt_token_count: 1, generation_token_count: 1, stop_reason: 'stop' },
	],
	[
		'a piece of it',
		chunk('llama'),
		{ generation: 'a', prompt_token_count: null, generation_token_count: 1, stop_reason: null, ...metrics },
	],
	[
		'Mistral text completion',
		request('mistral-text'),
		{ prompt: 'a', max_tokens: 1, temperature: 0, top_p: 1, top_k: 1, stop: ['a'] },
	],
	['Mistral text completion, answered', response('mistral-text'), { outputs: [{ text: 'a', stop_reason: 'stop' }] }],
	['a piece of it', chunk('mistral-text'), { outputs: [{ text: 'a', stop_reason: null }], ...metrics }],
	[
		'Command R',
		request('cohere-command'),
		{
			message: 'a',
			chat_history: [{ role: 'USER', message: 'a' }],
			documents: [{ title: 'a', snippet: 'b' }],
			search_queries_only: false,
			preamble: 'a',
			max_tokens: 1,
			temperature: 0,
			p: 0.5,
			k: 1,
			prompt_truncation: 'OFF',
			frequency_penalty: 0,
			presence_penalty: 0,
			seed: 1,
			return_prompt: false,
			tools: [{ name: 'a', description: 'b', parameter_definitions: { c: { type: 'str' } } }],
			tool_results: [{ call: { name: 'a', parameters: {} }, outputs: [{ text: 'a' }] }],
			stop_sequences: ['a'],
			raw_prompting: false,
		},
	],
	[
		'Command R, answered',
		response('cohere-command'),
		{
			response_id: 'a',
			text: 'a',
			generation_id: 'a',
			chat_history: [{ role: 'CHATBOT', message: 'a' }],
			finish_reason: 'COMPLETE',
			citations: [{ start: 0, end: 1, text: 'a', document_ids: ['a'] }],
			documents: [{ id: 'a' }],
			is_search_required: false,
			search_queries: [{ text: 'a' }],
			tool_calls: [{ name: 'a', parameters: { b: 1 } }],
			meta: { api_version: { version: '1' } },
		},
	],
	[
		'a piece of it',
		chunk('cohere-command'),
		{ is_finished: false, event_type: 'text-generation', text: 'a', generation_id: 'a' },
	],
	[
		'its end',
		chunk('cohere-command'),
		{
			is_finished: true,
			event_type: 'stream-end',
			response: { text: 'a', finish_reason: 'COMPLETE', chat_history: [{ role: 'USER', message: 'a' }] },
			finish_reason: 'COMPLETE',
			...metrics,
		},
	],
	['DeepSeek-R1', request('deepseek-r1'), { prompt: 'a', max_tokens: 1, temperature: 0, top_p: 1, stop: ['a'] }],
	['DeepSeek-R1, answered', response('deepseek-r1'), { choices: [{ text: 'a', stop_reason: 'stop', index: 0 }] }],
	['a piece of it', chunk('deepseek-r1'), { choices: [{ text: 'a', stop_reason: null, index: 0 }], ...metrics }],
	[
		'Jurassic-2',
		request('jurassic'),
		{
			prompt: 'a',
			maxTokens: 1,
			temperature: 0.5,
			topP: 0.5,
			stopSequences: ['a'],
			countPenalty: {
				scale: 0,
				applyToWhitespaces: true,
				applyToPunctuations: true,
				applyToNumbers: true,
				applyToStopwords: true,
				applyToEmojis: true,
			},
			presencePenalty: { scale: 0 },
			frequencyPenalty: { scale: 0 },
		},
	],
	[
		'Jurassic-2, answered',
		response('jurassic'),
		{
			id: 1234,
			prompt: { text: 'a', tokens: [] },
			completions: [
				{
					data: {
						text: 'a',
						tokens: [
							{
								generatedToken: { token: '▁a', logprob: -0.1, raw_logprob: -0.2 },
								topTokens: null,
								textRange: { start: 0, end: 1 },
							},
						],
					},
					finishReason: { reason: 'length', length: 1, sequence: null },
				},
			],
		},
	],
	[
		'Jamba',
		request('jamba'),
		{
			messages: [{ role: 'system', content: 'a' }],
			max_tokens: 1,
			temperature: 0,
			top_p: 1,
			stop: ['a'],
			n: 1,
			frequency_penalty: 0,
			presence_penalty: 0,
		},
	],
	[
		'Jamba, answered',
		response('jamba'),
		{
			id: 'a',
			model: 'jamba-1.5-large',
			choices: [{ index: 0, message: { role: 'assistant', content: 'a' }, finish_reason: 'stop' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			meta: { requestDurationMillis: 1 },
		},
	],
	[
		'a piece of it',
		chunk('jamba'),
		{
			id: 'a',
			choices: [{ index: 0, delta: { role: 'assistant', content: 'a' }, finish_reason: null }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			...metrics,
		},
	],
	['a request of Titan Embeddings', request('titan-embed'), titanEmbedRequest],
	[
		'its vectors',
		response('titan-embed'),
		{ embedding: [0.1], inputTextTokenCount: 2, embeddingsByType: { float: [0.1], binary: [1] } },
	],
	['a request of Cohere Embed', request('cohere-embed'), cohereEmbedRequest],
	[
		'its vectors',
		response('cohere-embed'),
		{ id: 'a', response_type: 'embeddings_floats', embeddings: [[0.1]], texts: ['a'] },
	],
	[
		'its vectors by type',
		response('cohere-embed'),
		{
			id: 'a',
			response_type: 'embeddings_by_type',
			embeddings: { float: [[0.1]], int8: [[1]], uint8: [[129]], binary: [[-128]], ubinary: [[0]] },
			texts: ['a'],
			inputs: [{ content: [{ type: 'text', text: 'a' }] }],
			images: [{ width: 1, height: 1, format: 'png', bit_depth: 8 }],
		},
	],
	[
		'Converse, answered with a cache',
		converse,
		{
			metrics: { latencyMs: 1864 },
			output: { message: { content: [{ text: 'a' }], role: 'assistant' } },
			stopReason: 'end_turn',
			additionalModelResponseFields: { stop_sequence: null },
			usage: {
				cacheReadInputTokenCount: 0,
				cacheReadInputTokens: 0,
				cacheWriteInputTokenCount: 0,
				cacheWriteInputTokens: 0,
				inputTokens: 22,
				outputTokens: 57,
				serverToolUsage: { anything: 1 },
				totalTokens: 79,
			},
		},
	],
	[
		'a tool call of ConverseStream',
		event('contentBlockStart'),
		{ contentBlockIndex: 0, start: { toolUse: { name: 'a', toolUseId: 'b', type: 'tool_use' } }, ...padding },
	],
	['its input', event('contentBlockDelta'), { contentBlockIndex: 0, delta: { toolUse: { input: '{"a' } }, ...padding }],
	[
		'thoughts of ConverseStream',
		event('contentBlockDelta'),
		{ contentBlockIndex: 0, delta: { reasoningContent: { text: 'a', signature: 'b', redactedContent: '' } } },
	],
	[
		'the end of ConverseStream',
		event('messageStop'),
		{ additionalModelResponseFields: { delta: { stop_sequence: null } }, stopReason: 'end_turn', ...padding },
	],
	[
		'what it used',
		event('metadata'),
		{ metrics: { latencyMs: 1 }, usage: { serverToolUsage: {}, totalTokens: 1 }, trace: { guardrail: {} }, ...padding },
	],
	['a throttle with more in it', { kind: 'error' }, { message: 'a', exceptionMetadata: { anything: { deep: 1 } } }],
	['a refused API key', { kind: 'error' }, { Message: 'a' }],
	[
		'an unknown path',
		{ kind: 'error' },
		{ Output: { __type: 'com.amazon.coral.service#UnknownOperationException' }, Version: '1.0' },
	],
])('%s', (_, context, json) => expect(missingFields(context, json)).toEqual([]));

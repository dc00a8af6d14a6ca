import type { Rows } from '../scenarios.ts';

/** The bodies of families that take messages of blocks, or a message and its history (bedrock-facts.md, 2). */

const claudePlain = {
	anthropic_version: 'bedrock-2023-05-31',
	max_tokens: 2000,
	messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
};
const claudeTools = {
	anthropic_version: 'bedrock-2023-05-31',
	max_tokens: 2000,
	tools: [
		{
			name: 'get_weather',
			description: 'The weather in a city',
			input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
		},
	],
};
const claudeQuestion = { role: 'user', content: [{ type: 'text', text: 'What is the weather in Kyoto?' }] };

/** Anthropic's Messages. */
export const claudeMessages: Rows = {
	plain: { first: claudePlain },
	system: { first: { ...claudePlain, system: 'Be brief — “now”.' } },
	'multi-turn': {
		first: claudePlain,
		second: ({ text }) => ({
			...claudePlain,
			messages: [
				{ role: 'user', content: [{ type: 'text', text: 'Hello' }] },
				{ role: 'assistant', content: [{ type: 'text', text }] },
				{ role: 'user', content: [{ type: 'text', text: 'And then?' }] },
			],
		}),
	},
	japanese: {
		first: {
			...claudePlain,
			messages: [{ role: 'user', content: [{ type: 'text', text: 'カエルの俳句 🐸 を作ってください' }] }],
		},
	},
	'stop sequence': { first: { ...claudePlain, stop_sequences: ['practice'] } },
	'max tokens': { first: { ...claudePlain, max_tokens: 7 } },
	tools: {
		first: { ...claudeTools, messages: [claudeQuestion] },
		second: ({ text, toolUseId }) => ({
			...claudeTools,
			messages: [
				claudeQuestion,
				{
					role: 'assistant',
					content: [
						{ type: 'text', text },
						{ type: 'tool_use', id: toolUseId, name: 'get_weather', input: { city: 'Kyoto' } },
					],
				},
				{ role: 'user', content: [{ type: 'tool_result', tool_use_id: toolUseId, content: 'Clear, 21 °C' }] },
			],
		}),
	},
	image: {
		first: {
			...claudePlain,
			messages: [
				{
					role: 'user',
					content: [
						{
							type: 'image',
							source: {
								type: 'base64',
								media_type: 'image/png',
								data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
							},
						},
						{ type: 'text', text: 'What is this?' },
					],
				},
			],
		},
	},
	thoughts: {
		first: { ...claudePlain, thinking: { type: 'enabled', budget_tokens: 1024 } },
		second: ({ text, thoughts, signature }) => ({
			...claudePlain,
			thinking: { type: 'enabled', budget_tokens: 1024 },
			messages: [
				{ role: 'user', content: [{ type: 'text', text: 'Hello' }] },
				{
					role: 'assistant',
					content: [
						{ type: 'thinking', thinking: thoughts, signature },
						{ type: 'text', text },
					],
				},
				{ role: 'user', content: [{ type: 'text', text: 'And then?' }] },
			],
		}),
	},
};

const novaPlain = {
	schemaVersion: 'messages-v1',
	messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
	inferenceConfig: { maxTokens: 2000 },
};
const novaTools = {
	schemaVersion: 'messages-v1',
	inferenceConfig: { maxTokens: 2000 },
	toolConfig: {
		tools: [
			{
				toolSpec: {
					name: 'get_weather',
					description: 'The weather in a city',
					inputSchema: { json: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
				},
			},
		],
	},
};
const novaQuestion = { role: 'user', content: [{ text: 'What is the weather in Kyoto?' }] };
const novaThinks = { ...novaPlain, reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } };

/** Amazon Nova's `messages-v1`. */
export const nova: Rows = {
	plain: { first: novaPlain },
	system: { first: { ...novaPlain, system: [{ text: 'Be brief — “now”.' }] } },
	'multi-turn': {
		first: novaPlain,
		second: ({ text }) => ({
			...novaPlain,
			messages: [
				{ role: 'user', content: [{ text: 'Hello' }] },
				{ role: 'assistant', content: [{ text }] },
				{ role: 'user', content: [{ text: 'And then?' }] },
			],
		}),
	},
	japanese: {
		first: { ...novaPlain, messages: [{ role: 'user', content: [{ text: 'カエルの俳句 🐸 を作ってください' }] }] },
	},
	'stop sequence': {
		first: { ...novaPlain, inferenceConfig: { maxTokens: 2000, stopSequences: ['practice'] } },
	},
	'max tokens': { first: { ...novaPlain, inferenceConfig: { maxTokens: 7 } } },
	tools: {
		first: { ...novaTools, messages: [novaQuestion] },
		second: ({ text, toolUseId }) => ({
			...novaTools,
			messages: [
				novaQuestion,
				{
					role: 'assistant',
					content: [{ text }, { toolUse: { toolUseId, name: 'get_weather', input: { city: 'Kyoto' } } }],
				},
				{
					role: 'user',
					content: [{ toolResult: { toolUseId, content: [{ text: 'Clear, 21 °C' }], status: 'success' } }],
				},
			],
		}),
	},
	image: {
		first: {
			...novaPlain,
			messages: [
				{
					role: 'user',
					content: [
						{
							image: {
								format: 'png',
								source: {
									bytes:
										'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
								},
							},
						},
						{ text: 'What is this?' },
					],
				},
			],
		},
	},
	thoughts: {
		first: novaThinks,
		// No signature proves them, so that they do not go back.
		second: ({ text }) => ({
			...novaThinks,
			messages: [
				{ role: 'user', content: [{ text: 'Hello' }] },
				{ role: 'assistant', content: [{ text }] },
				{ role: 'user', content: [{ text: 'And then?' }] },
			],
		}),
	},
};

/** Cohere Command R: the newest question, the talk before it, and a preamble. */
export const cohereCommand: Rows = {
	plain: { first: { message: 'Hello', max_tokens: 2000 } },
	system: { first: { message: 'Hello', preamble: 'Be brief — “now”.', max_tokens: 2000 } },
	'multi-turn': {
		first: { message: 'Hello', max_tokens: 2000 },
		second: ({ text }) => ({
			message: 'And then?',
			chat_history: [
				{ role: 'USER', message: 'Hello' },
				{ role: 'CHATBOT', message: text },
			],
			max_tokens: 2000,
		}),
	},
	japanese: { first: { message: 'カエルの俳句 🐸 を作ってください', max_tokens: 2000 } },
	'stop sequence': { first: { message: 'Hello', max_tokens: 2000, stop_sequences: ['practice'] } },
	'max tokens': { first: { message: 'Hello', max_tokens: 7 } },
	tools: {
		first: { message: 'What is the weather in Kyoto?', max_tokens: 2000 },
		leftOut: 'the app writes no tools into this body: Converse offers them',
	},
	image: { first: { message: 'What is this?', max_tokens: 2000 }, leftOut: 'the body has no place for images' },
	thoughts: { absent: 'it does not think' },
};

import type { Operation } from '../../../../src/shared/model/operation.ts';
import type { Body, Row, Rows } from '../scenarios.ts';

/** What differs between models in Converse. */
interface ConverseModel {
	readonly system: boolean;
	readonly images: boolean;
	readonly tools: 'all' | 'not streamed' | 'none';
	/** The members beside the messages that make it think, empty where it thinks unasked; null: it doesn't think. */
	readonly thinking: Body | null;
	/** Whether its thoughts come with a signature, and so go back. */
	readonly signed: boolean;
}

const both: readonly Operation[] = ['Converse', 'ConverseStream'];
const inferenceConfig = { maxTokens: 2000 };

/** The bodies of Converse and ConverseStream (API reference, Converse: request syntax). */
export function converseRows(model: ConverseModel): Rows {
	return {
		plain: { first: { messages: [{ role: 'user', content: [{ text: 'Hello' }] }], inferenceConfig } },
		system: {
			first: {
				system: [{ text: 'Be brief — “now”.' }],
				messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
				inferenceConfig,
			},
			...(!model.system && {
				refused: {
					words:
						"This model doesn't support system messages. Try again without a system message or use a model that supports system messages.",
					by: both,
				},
			}),
		},
		'multi-turn': {
			first: { messages: [{ role: 'user', content: [{ text: 'Hello' }] }], inferenceConfig },
			second: ({ text }) => ({
				messages: [
					{ role: 'user', content: [{ text: 'Hello' }] },
					{ role: 'assistant', content: [{ text }] },
					{ role: 'user', content: [{ text: 'And then?' }] },
				],
				inferenceConfig,
			}),
		},
		japanese: {
			first: {
				messages: [{ role: 'user', content: [{ text: 'カエルの俳句 🐸 を作ってください' }] }],
				inferenceConfig,
			},
		},
		'stop sequence': {
			first: {
				messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
				inferenceConfig: { maxTokens: 2000, stopSequences: ['practice'] },
			},
		},
		'max tokens': {
			first: { messages: [{ role: 'user', content: [{ text: 'Hello' }] }], inferenceConfig: { maxTokens: 7 } },
		},
		tools: tools(model),
		image: {
			first: {
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
				inferenceConfig,
			},
			...(!model.images && {
				refused: {
					words: "This model doesn't support the image field for user messages. Remove image and try again.",
					by: both,
				},
			}),
		},
		thoughts: model.thinking === null ? { absent: 'it does not think' } : thoughts(model.thinking, model.signed),
	};
}

function tools(model: ConverseModel): Row {
	const question = { role: 'user', content: [{ text: 'What is the weather in Kyoto?' }] };
	const toolConfig = {
		tools: [
			{
				toolSpec: {
					name: 'get_weather',
					description: 'The weather in a city',
					inputSchema: { json: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
				},
			},
		],
	};
	const streamed = { words: "This model doesn't support tool use in streaming mode.", by: ['ConverseStream'] } as const;
	const none = { words: "This model doesn't support tool use.", by: both };
	return {
		first: { messages: [question], inferenceConfig, toolConfig },
		second: ({ text, toolUseId }) => ({
			messages: [
				question,
				{
					role: 'assistant',
					content: [{ text }, { toolUse: { toolUseId, name: 'get_weather', input: { city: 'Kyoto' } } }],
				},
				{
					role: 'user',
					content: [{ toolResult: { toolUseId, content: [{ text: 'Clear, 21 °C' }], status: 'success' } }],
				},
			],
			inferenceConfig,
			toolConfig,
		}),
		...(model.tools !== 'all' && { refused: model.tools === 'none' ? none : streamed }),
	};
}

function thoughts(thinking: Body, signed: boolean): Row {
	return {
		first: { messages: [{ role: 'user', content: [{ text: 'Hello' }] }], inferenceConfig, ...thinking },
		second: ({ text, thoughts: thought, signature }) => ({
			messages: [
				{ role: 'user', content: [{ text: 'Hello' }] },
				{
					role: 'assistant',
					content: [
						...(signed ? [{ reasoningContent: { reasoningText: { text: thought, signature } } }] : []),
						{ text },
					],
				},
				{ role: 'user', content: [{ text: 'And then?' }] },
			],
			inferenceConfig,
			...thinking,
		}),
	};
}

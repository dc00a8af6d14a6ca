import type { Operation } from '../../../../src/shared/model/operation.ts';
import type { Body, Row, Rows } from '../scenarios.ts';

/** The bodies of families in the shape of OpenAI's Chat Completions (bedrock-facts.md, 2; OpenAI API reference). */

const invokes: readonly Operation[] = ['InvokeModel', 'InvokeModelWithResponseStream'];

/** What all three have in common; `limit` is the limit of tokens under the family's name. */
function chatRows(limit: (tokens: number) => Body) {
	const talk = (text: string): Body => ({
		messages: [
			{ role: 'user', content: 'Hello' },
			{ role: 'assistant', content: text },
			{ role: 'user', content: 'And then?' },
		],
		...limit(2000),
	});
	return {
		plain: { first: { messages: [{ role: 'user', content: 'Hello' }], ...limit(2000) } },
		system: {
			first: {
				messages: [
					{ role: 'system', content: 'Be brief — “now”.' },
					{ role: 'user', content: 'Hello' },
				],
				...limit(2000),
			},
		},
		'multi-turn': {
			first: { messages: [{ role: 'user', content: 'Hello' }], ...limit(2000) },
			second: ({ text }) => talk(text),
		},
		japanese: {
			first: { messages: [{ role: 'user', content: 'カエルの俳句 🐸 を作ってください' }], ...limit(2000) },
		},
		'stop sequence': {
			first: { messages: [{ role: 'user', content: 'Hello' }], ...limit(2000), stop: ['practice'] },
		},
		'max tokens': { first: { messages: [{ role: 'user', content: 'Hello' }], ...limit(7) } },
	} as const satisfies Partial<Rows>;
}

/** `text`: what the model said before it asked for the tool. */
function toolRow(limit: Body): Row {
	const question = { role: 'user', content: 'What is the weather in Kyoto?' };
	const tools = [
		{
			type: 'function',
			function: {
				name: 'get_weather',
				description: 'The weather in a city',
				parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
			},
		},
	];
	return {
		first: { messages: [question], tools, ...limit },
		second: ({ text, toolUseId }) => ({
			messages: [
				question,
				{
					role: 'assistant',
					content: text,
					tool_calls: [
						{
							id: toolUseId,
							type: 'function',
							function: { name: 'get_weather', arguments: '{"city":"Kyoto"}' },
						},
					],
				},
				{ role: 'tool', tool_call_id: toolUseId, content: 'Clear, 21 °C' },
			],
			tools,
			...limit,
		}),
	};
}

function imageRow(limit: Body): Row {
	return {
		first: {
			messages: [
				{
					role: 'user',
					content: [
						{
							type: 'image_url',
							image_url: {
								url: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
							},
						},
						{ type: 'text', text: 'What is this?' },
					],
				},
			],
			...limit,
		},
	};
}

const noImages = {
	words: "This model doesn't support the image field for user messages. Remove image and try again.",
	by: invokes,
};

const openai = chatRows((max_completion_tokens) => ({ max_completion_tokens }));

/** gpt-oss: the limit counts thoughts, too; thoughts stand in tags in its answer and do not go back. */
export const gptOss: Rows = {
	...openai,
	tools: toolRow({ max_completion_tokens: 2000 }),
	image: { ...imageRow({ max_completion_tokens: 2000 }), refused: noImages },
	thoughts: {
		first: { ...openai.plain.first, reasoning_effort: 'low' },
		second: (seen) => ({ ...openai['multi-turn'].second(seen), reasoning_effort: 'low' }),
	},
};

/** Another maker's model in the same shape: it sees images, and knows the limit by its older name. */
export const gemma: Rows = {
	...chatRows((max_tokens) => ({ max_tokens })),
	tools: { ...toolRow({ max_tokens: 2000 }), refused: { words: "This model doesn't support tool use.", by: invokes } },
	image: imageRow({ max_tokens: 2000 }),
	thoughts: { absent: 'it does not think' },
};

/** Mistral's chat. */
export const mistralChat: Rows = {
	...chatRows((max_tokens) => ({ max_tokens })),
	tools: toolRow({ max_tokens: 2000 }),
	image: { ...imageRow({ max_tokens: 2000 }), refused: noImages },
	thoughts: { absent: 'it does not think' },
};

/** AI21 Jamba. */
export const jamba: Rows = {
	...chatRows((max_tokens) => ({ max_tokens })),
	tools: {
		first: { messages: [{ role: 'user', content: 'What is the weather in Kyoto?' }], max_tokens: 2000 },
		leftOut: 'the app writes no tools into this body: Converse offers them',
	},
	image: {
		first: { messages: [{ role: 'user', content: 'What is this?' }], max_tokens: 2000 },
		leftOut: 'the body has no place for images',
	},
	thoughts: { absent: 'it does not think' },
};

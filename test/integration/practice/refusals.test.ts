import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { practiceClient, rejection, transports } from './support/practice-client.ts';
import { rawPost } from './support/raw-call.ts';

let server: PracticeServer;
beforeAll(async () => {
	server = await startPractice();
});
afterAll(() => server.close());

const BEDROCK = 'ValidationException:http://internal.amazon.com/coral/com.amazon.bedrock/';
const MALFORMED = (what: string) => `Malformed input request: ${what}, please reformat your input and try again.`;
const MODEL = 'The model returned the following errors: ';
const SONNET = 'us.anthropic.claude-sonnet-4-6';
const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const HAIKU_3 = 'anthropic.claude-3-haiku-20240307-v1:0';
const TITAN = 'amazon.titan-text-express-v1';
const NOVA = 'amazon.nova-micro-v1:0';
const V2 = 'anthropic.claude-v2';

const user = (text: string) => ({ role: 'user', content: [{ text }] });
const assistant = (text: string) => ({ role: 'assistant', content: [{ text }] });
const talk = (...messages: readonly object[]) => ({ messages });
const claude = (more: object) => ({
	anthropic_version: 'bedrock-2023-05-31',
	max_tokens: 10,
	messages: [{ role: 'user', content: 'Hi' }],
	...more,
});
const prompt = (text: string, more: object = {}) => ({ prompt: text, max_tokens_to_sample: 10, ...more });
const titan = (config: object) => ({ inputText: 'Hi', textGenerationConfig: config });

type Refusal = readonly [name: string, modelId: string, body: unknown, message: string];

const models: readonly Refusal[] = [
	['an unknown model', 'anthropic.claude-9', talk(user('Hi')), 'The provided model identifier is invalid.'],
	['a profile that there is not', `eu.${TITAN}`, talk(user('Hi')), 'The provided model identifier is invalid.'],
	[
		'an ARN of the wrong kind',
		`arn:aws:bedrock:us-east-1::foundation-model/${SONNET}`,
		talk(user('Hi')),
		'The provided model identifier is invalid.',
	],
	[
		'an on-demand call of a model behind a profile',
		'anthropic.claude-sonnet-4-6',
		talk(user('Hi')),
		'Invocation of model ID anthropic.claude-sonnet-4-6 with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.',
	],
];

const converse: readonly Refusal[] = [
	...models,
	['bad JSON', NOVA, '{"messages":', MALFORMED('').replace(': ,', ',').replace('Malformed', `${MODEL}Malformed`)],
	[
		'no messages',
		NOVA,
		{},
		'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
	],
	[
		'the assistant first',
		NOVA,
		talk(assistant('Hi'), user('Hi')),
		'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
	],
	[
		'roles that do not alternate',
		SONNET,
		talk(user('Hi'), user('Hi')),
		'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.',
	],
	[
		'empty content',
		SONNET,
		talk(user('Hi'), { role: 'assistant', content: [] }, user('Hi')),
		'The content field in the Message object at messages.1 is empty. Add a ContentBlock object to the content field and try again.',
	],
	[
		'blank text',
		SONNET,
		talk(user('Hi'), assistant(' \n'), user('Hi')),
		'The text field in the ContentBlock object at messages.1.content.0 is blank. Add text to the text field, and try again.',
	],
	[
		'a prefill where a new Claude has none',
		SONNET,
		talk(user('Hi'), assistant('Well')),
		`${MODEL}This model does not support assistant message prefill. The conversation must end with a user message.`,
	],
	[
		'a prefill where another maker has none',
		NOVA,
		talk(user('Hi'), assistant('Well')),
		'The model that you are using requires the last turn in the conversation to be a user message. Add a user message to the conversation and try again.',
	],
	[
		'white space after a prefill',
		HAIKU,
		talk(user('Hi'), assistant('Well ')),
		`${MODEL}messages: final assistant content cannot end with trailing whitespace`,
	],
	[
		'temperature with top p where only one may be',
		HAIKU,
		{ ...talk(user('Hi')), inferenceConfig: { temperature: 0.5, topP: 0.5 } },
		`${MODEL}\`temperature\` and \`top_p\` cannot both be specified for this model. Please use only one.`,
	],
	[
		'temperature where none may be',
		'us.anthropic.claude-sonnet-5',
		{ ...talk(user('Hi')), inferenceConfig: { temperature: 0.5 } },
		`${MODEL}\`temperature\` is deprecated for this model.`,
	],
	[
		'top p where none may be',
		'us.anthropic.claude-opus-5-5',
		{ ...talk(user('Hi')), inferenceConfig: { topP: 0.5 } },
		`${MODEL}\`top_p\` is deprecated for this model.`,
	],
	[
		'a system prompt where none may be',
		TITAN,
		{ ...talk(user('Hi')), system: [{ text: 'Be brief.' }] },
		"This model doesn't support system messages. Try again without a system message or use a model that supports system messages.",
	],
	[
		'tools where there are none',
		V2,
		{ ...talk(user('Hi')), toolConfig: { tools: [{ toolSpec: { name: 'clock', inputSchema: { json: {} } } }] } },
		"This model doesn't support tool use.",
	],
	[
		'an image for a model that reads text',
		NOVA,
		talk({ role: 'user', content: [{ text: 'Hi' }, { image: { format: 'png', source: { bytes: '' } } }] }),
		"This model doesn't support the image field for user messages. Remove image and try again.",
	],
	[
		'too many tokens',
		HAIKU_3,
		{ ...talk(user('Hi')), inferenceConfig: { maxTokens: 4097 } },
		'The maximum tokens you requested exceeds the model limit of 4096. Try again with a maximum tokens value that is lower than 4096.',
	],
	[
		'a prompt that is too long',
		HAIKU_3,
		talk(user('山'.repeat(200_001))),
		`${MODEL}prompt is too long: 200001 tokens > 200000 maximum`,
	],
	[
		'a prompt that is too long for Titan',
		TITAN,
		talk(user('山'.repeat(8193))),
		'Input is too long for requested model.',
	],
	[
		'a parameter out of its range',
		NOVA,
		{ ...talk(user('Hi')), inferenceConfig: { temperature: 1.5 } },
		"1 validation error detected: Value '1.5' at 'inferenceConfig.temperature' failed to satisfy constraint: Member must have value less than or equal to 1",
	],
	[
		'two things wrong',
		NOVA,
		{ messages: [{ ...user('Hi'), role: 'robot' }], inferenceConfig: { maxTokens: 0 } },
		"2 validation errors detected: Value 'robot' at 'messages.1.member.role' failed to satisfy constraint: Member must satisfy enum value set: [user, assistant]; Value '0' at 'inferenceConfig.maxTokens' failed to satisfy constraint: Member must have value greater than or equal to 1",
	],
	[
		'a native field that the model does not know',
		HAIKU,
		{ ...talk(user('Hi')), additionalModelRequestFields: { topK: 5 } },
		`${MODEL}${MALFORMED('#: extraneous key [topK] is not permitted')}`,
	],
];

const invoke: readonly Refusal[] = [
	...models,
	['bad JSON', HAIKU, '{"max_tokens":', MALFORMED('').replace(': ,', ',')],
	['a missing key', HAIKU, claude({ max_tokens: undefined }), MALFORMED('#: required key [max_tokens] not found')],
	['an unknown key', HAIKU, claude({ stream: true }), MALFORMED('#: extraneous key [stream] is not permitted')],
	['two violations', HAIKU, claude({ stream: true, max_tokens: undefined }), MALFORMED('2 schema violations found')],
	[
		'a number out of its range',
		HAIKU,
		claude({ temperature: 2 }),
		MALFORMED('#/temperature: 2 is not less or equal to 1'),
	],
	[
		'a value of the wrong type',
		HAIKU,
		claude({ max_tokens: '10' }),
		MALFORMED('#/max_tokens: expected type: Integer, found: String'),
	],
	[
		'a block of the wrong type inside a union',
		HAIKU,
		claude({ messages: [{ role: 'user', content: [{ type: 'text', text: 5 }] }] }),
		MALFORMED('#/messages/0/content/0/text: expected type: String, found: Integer'),
	],
	[
		'another maker’s version',
		HAIKU,
		claude({ anthropic_version: '2023-06-01' }),
		MALFORMED('#/anthropic_version: 2023-06-01 is not a valid enum value'),
	],
	[
		'a prompt for a Claude of messages',
		HAIKU_3,
		prompt('\n\nHuman: Hi\n\nAssistant:'),
		MALFORMED('#: subject must not be valid against schema {"required":["messages"]}'),
	],
	['no message', HAIKU, claude({ messages: [] }), 'messages: at least one message is required'],
	[
		'the assistant first',
		HAIKU,
		claude({ messages: [{ role: 'assistant', content: 'Hi' }] }),
		'messages: first message must use the "user" role',
	],
	[
		'roles that do not alternate',
		HAIKU,
		claude({
			messages: [
				{ role: 'user', content: 'Hi' },
				{ role: 'user', content: 'Hi' },
			],
		}),
		'messages: roles must alternate between "user" and "assistant", but found multiple "user" roles in a row',
	],
	[
		'empty content',
		HAIKU,
		claude({ messages: [{ role: 'user', content: '' }] }),
		'messages.0: all messages must have non-empty content except for the optional final assistant message',
	],
	[
		'blank text',
		HAIKU,
		claude({ messages: [{ role: 'user', content: [{ type: 'text', text: ' ' }] }] }),
		'messages: text content blocks must contain non-whitespace text',
	],
	[
		'a prefill where a new Claude has none',
		SONNET,
		claude({
			messages: [
				{ role: 'user', content: 'Hi' },
				{ role: 'assistant', content: 'Well' },
			],
		}),
		'This model does not support assistant message prefill. The conversation must end with a user message.',
	],
	[
		'too many tokens',
		HAIKU_3,
		claude({ max_tokens: 4097 }),
		'max_tokens: 4097 > 4096, which is the maximum allowed number of output tokens for claude-3-haiku-20240307',
	],
	[
		'a missing limit',
		V2,
		{ prompt: '\n\nHuman: Hi\n\nAssistant:' },
		MALFORMED('#: required key [max_tokens_to_sample] not found'),
	],
	[
		'a prompt without turns',
		V2,
		prompt('Hi'),
		'Invalid prompt: prompt must start with "\n\nHuman:" turn, prompt must end with "\n\nAssistant:" turn',
	],
	[
		'a prompt without an assistant turn',
		V2,
		prompt('\n\nHuman: Hi'),
		'Invalid prompt: prompt must end with "\n\nAssistant:" turn',
	],
	[
		'a prompt without a human turn',
		V2,
		prompt('Human: Hi\n\nAssistant:'),
		'Invalid prompt: prompt must start with "\n\nHuman:" turn after an optional system prompt',
	],
	[
		'an unknown key for Titan',
		TITAN,
		{ ...titan({}), prompt: 'Hi' },
		MALFORMED('#: extraneous key [prompt] is not permitted'),
	],
	[
		'too many tokens for Titan',
		TITAN,
		titan({ maxTokenCount: 9000 }),
		MALFORMED('#/textGenerationConfig/maxTokenCount: 9000 is not less or equal to 8192'),
	],
	['empty text for Titan', TITAN, { inputText: '' }, MALFORMED('#/inputText: expected minLength: 1, actual: 0')],
	[
		'Claude’s key for Nova',
		NOVA,
		{ ...talk(user('Hi')), max_tokens: 5 },
		MALFORMED('#: extraneous key [max_tokens] is not permitted'),
	],
	['no message for Nova', NOVA, talk(), MALFORMED('#/messages: expected minimum item count: 1, found: 0')],
	[
		'blank text for Nova',
		NOVA,
		talk(user(' ')),
		'The text field in the ContentBlock object at messages.0.content.0 is blank. Add text to the text field, and try again.',
	],
	['a body that is not an object', NOVA, [], MALFORMED('#: expected type: JSONObject, found: JSONArray')],
];

const count: readonly Refusal[] = [
	[
		'an inference profile',
		HAIKU,
		{ input: { converse: talk(user('Hi')) } },
		"The provided model doesn't support counting tokens.",
	],
	[
		'another family',
		NOVA,
		{ input: { converse: talk(user('Hi')) } },
		"The provided model doesn't support counting tokens.",
	],
	['no input', HAIKU.replace('us.', ''), { input: {} }, MALFORMED('').replace(': ,', ',')],
	['nothing', HAIKU.replace('us.', ''), {}, MALFORMED('').replace(': ,', ',')],
	['bad JSON', HAIKU.replace('us.', ''), '{"input":', MALFORMED('').replace(': ,', ',')],
	[
		'a body that is no base64',
		HAIKU.replace('us.', ''),
		{ input: { invokeModel: { body: '{}' } } },
		MALFORMED('').replace(': ,', ','),
	],
];

async function refusalOf(path: string, body: unknown) {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const { status, headers, text: answer } = await rawPost(server, path, text);
	return { status, type: headers.get('x-amzn-errortype'), answer };
}

describe.each([
	['converse', converse],
	['converse-stream', converse],
	['invoke', invoke],
	['invoke-with-response-stream', invoke],
	['count-tokens', count],
] as const)('%s refuses', (action, refusals) => {
	it.each(refusals)('%s', async (_name, modelId, body, message) => {
		expect(await refusalOf(`/model/${encodeURIComponent(modelId)}/${action}`, body)).toEqual({
			status: 400,
			type: BEDROCK,
			answer: JSON.stringify({ message }),
		});
	});
});

it('Converse refuses a value of the wrong type before anything else', async () => {
	const path = `/model/${encodeURIComponent(NOVA)}/converse`;
	expect(await refusalOf(path, { messages: [{ role: 'user', content: 'Hi' }] })).toEqual({
		status: 400,
		type: 'SerializationException:http://internal.amazon.com/coral/com.amazon.coral.service/',
		answer: '{"message":"STRING_VALUE cannot be converted to List"}',
	});
});

it('InvokeModel refuses a body of more than 25 MB', async () => {
	const body = JSON.stringify({ inputText: 'a'.repeat(25_000_000) });
	expect(await refusalOf(`/model/${TITAN}/invoke`, body)).toMatchObject({
		status: 400,
		answer:
			'{"message":"1 validation error detected: Value at \'body\' failed to satisfy constraint: Member must have length less than or equal to 25000000"}',
	});
});

it.each(transports)('the SDK over %s tells a refusal by its name and words', async (transport) => {
	const client = practiceClient(server, transport);
	const error = await rejection(
		client.send(
			new ConverseCommand({ modelId: 'no.such-model', messages: [{ role: 'user', content: [{ text: 'Hi' }] }] }),
		),
	);
	client.destroy();
	expect(error.name).toBe('ValidationException');
	expect(error.message).toBe('The provided model identifier is invalid.');
	expect(error.$metadata).toMatchObject({ httpStatusCode: 400, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

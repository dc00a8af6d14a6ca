import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { expect, it } from 'vitest';
import { practiceClient, rejection, transports } from '../support/practice-client.ts';
import { practiceForTests } from '../support/practice-for-tests.ts';
import type { RefusedCall } from '../support/refused.ts';
import { answerTo, FROM_MODEL, itRefuses, malformed, UNREADABLE } from '../support/refused.ts';

const practice = practiceForTests();

const SONNET = 'us.anthropic.claude-sonnet-4-6';
const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const HAIKU_BASE = 'anthropic.claude-haiku-4-5-20251001-v1:0';
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

const models: readonly RefusedCall[] = [
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

const converse: readonly RefusedCall[] = [
	...models,
	['bad JSON', NOVA, '{"messages":', `${FROM_MODEL}${UNREADABLE}`],
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
		`${FROM_MODEL}This model does not support assistant message prefill. The conversation must end with a user message.`,
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
		`${FROM_MODEL}messages: final assistant content cannot end with trailing whitespace`,
	],
	[
		'temperature with top p where only one may be',
		HAIKU,
		{ ...talk(user('Hi')), inferenceConfig: { temperature: 0.5, topP: 0.5 } },
		`${FROM_MODEL}\`temperature\` and \`top_p\` cannot both be specified for this model. Please use only one.`,
	],
	[
		'temperature where none may be',
		'us.anthropic.claude-sonnet-5',
		{ ...talk(user('Hi')), inferenceConfig: { temperature: 0.5 } },
		`${FROM_MODEL}\`temperature\` is deprecated for this model.`,
	],
	[
		'top p where none may be',
		'us.anthropic.claude-opus-5-5',
		{ ...talk(user('Hi')), inferenceConfig: { topP: 0.5 } },
		`${FROM_MODEL}\`top_p\` is deprecated for this model.`,
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
		`${FROM_MODEL}prompt is too long: 200001 tokens > 200000 maximum`,
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
		`${FROM_MODEL}${malformed('#: extraneous key [topK] is not permitted')}`,
	],
];

const invoke: readonly RefusedCall[] = [
	...models,
	['bad JSON', HAIKU, '{"max_tokens":', UNREADABLE],
	['a missing key', HAIKU, claude({ max_tokens: undefined }), malformed('#: required key [max_tokens] not found')],
	['an unknown key', HAIKU, claude({ stream: true }), malformed('#: extraneous key [stream] is not permitted')],
	['two violations', HAIKU, claude({ stream: true, max_tokens: undefined }), malformed('2 schema violations found')],
	[
		'a number out of its range',
		HAIKU,
		claude({ temperature: 2 }),
		malformed('#/temperature: 2 is not less or equal to 1'),
	],
	[
		'a value of the wrong type',
		HAIKU,
		claude({ max_tokens: '10' }),
		malformed('#/max_tokens: expected type: Integer, found: String'),
	],
	[
		'a block of the wrong type inside a union',
		HAIKU,
		claude({ messages: [{ role: 'user', content: [{ type: 'text', text: 5 }] }] }),
		malformed('#/messages/0/content/0/text: expected type: String, found: Integer'),
	],
	[
		'another maker’s version',
		HAIKU,
		claude({ anthropic_version: '2023-06-01' }),
		malformed('#/anthropic_version: 2023-06-01 is not a valid enum value'),
	],
	[
		'a prompt for a Claude of messages',
		HAIKU_3,
		prompt('\n\nHuman: Hi\n\nAssistant:'),
		malformed('#: subject must not be valid against schema {"required":["messages"]}'),
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
		malformed('#: required key [max_tokens_to_sample] not found'),
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
		malformed('#: extraneous key [prompt] is not permitted'),
	],
	[
		'too many tokens for Titan',
		TITAN,
		titan({ maxTokenCount: 9000 }),
		malformed('#/textGenerationConfig/maxTokenCount: 9000 is not less or equal to 8192'),
	],
	['empty text for Titan', TITAN, { inputText: '' }, malformed('#/inputText: expected minLength: 1, actual: 0')],
	[
		'Claude’s key for Nova',
		NOVA,
		{ ...talk(user('Hi')), max_tokens: 5 },
		malformed('#: extraneous key [max_tokens] is not permitted'),
	],
	['no message for Nova', NOVA, talk(), malformed('#/messages: expected minimum item count: 1, found: 0')],
	[
		'blank text for Nova',
		NOVA,
		talk(user(' ')),
		'The text field in the ContentBlock object at messages.0.content.0 is blank. Add text to the text field, and try again.',
	],
	['a body that is not an object', NOVA, [], malformed('#: expected type: JSONObject, found: JSONArray')],
];

const count: readonly RefusedCall[] = [
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
	['no input', HAIKU_BASE, { input: {} }, UNREADABLE],
	['nothing', HAIKU_BASE, {}, UNREADABLE],
	['bad JSON', HAIKU_BASE, '{"input":', UNREADABLE],
	['a body that is no base64', HAIKU_BASE, { input: { invokeModel: { body: '{}' } } }, UNREADABLE],
];

itRefuses(practice, ['converse', 'converse-stream'], converse);
itRefuses(practice, ['invoke', 'invoke-with-response-stream'], invoke);
itRefuses(practice, ['count-tokens'], count);

it('Converse refuses a value of the wrong type before anything else', async () => {
	const body = { messages: [{ role: 'user', content: 'Hi' }] };
	expect(await answerTo(practice.server, NOVA, 'converse', body)).toEqual({
		status: 400,
		type: 'SerializationException:http://internal.amazon.com/coral/com.amazon.coral.service/',
		text: '{"message":"STRING_VALUE cannot be converted to List"}',
	});
});

it('InvokeModel refuses a body of more than 25 MB', async () => {
	const body = JSON.stringify({ inputText: 'a'.repeat(25_000_000) });
	expect(await answerTo(practice.server, TITAN, 'invoke', body)).toMatchObject({
		status: 400,
		text: '{"message":"1 validation error detected: Value at \'body\' failed to satisfy constraint: Member must have length less than or equal to 25000000"}',
	});
});

it.each(transports)('the SDK over %s tells a refusal by its name and words', async (transport) => {
	const client = practiceClient(practice.server, transport);
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

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { assistant, CLAUDE, claudeBody, NOVA, NOVA_2, user } from './support/ask.ts';
import { rawPost } from './support/raw-call.ts';

let server: PracticeServer;
beforeAll(async () => {
	server = await startPractice();
});
afterAll(() => server.close());

const MODEL = 'The model returned the following errors: ';
const MALFORMED = (what: string) => `Malformed input request: ${what}, please reformat your input and try again.`;
const NEWEST = 'us.anthropic.claude-opus-5-5';
const ADAPTIVE = 'us.anthropic.claude-opus-5';
const LLAMA = 'us.meta.llama4-scout-17b-instruct-v1:0';
const TITAN = 'amazon.titan-text-express-v1';
const GPT_OSS = 'openai.gpt-oss-20b-1:0';
const CLAUDE_2 = 'anthropic.claude-v2';
const HAIKU_3 = 'anthropic.claude-3-haiku-20240307-v1:0';
const GUIDE = 'https://docs.claude.com/en/docs/build-with-claude/extended-thinking';

const hi = user({ text: 'Hi' });
const tool = (name: string) => ({ toolSpec: { name, inputSchema: { json: { type: 'object' } } } });
const toolConfig = { tools: [tool('clock')] };
const use = (id: string, name = 'clock') => ({ toolUse: { toolUseId: id, name, input: {} } });
const result = (id: string) => ({ toolResult: { toolUseId: id, content: [{ text: 'noon' }] } });
const asked = (more: object) => ({ messages: [hi], ...more });
const thinking = (config: object, more: object = {}) =>
	asked({ inferenceConfig: { maxTokens: 2000 }, ...more, additionalModelRequestFields: { thinking: config } });
const point = { cachePoint: { type: 'default' } };
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);
/** A PNG's header of a size, and nothing else. */
const pngOf = (width: number) => {
	const bytes = Buffer.from(PNG);
	bytes.writeUInt32BE(width, 16);
	return bytes.toString('base64');
};
const image = (data: string, format = 'png') => ({ image: { format, source: { bytes: data } } });
const file = (name: string, more: object = {}) => ({
	document: { format: 'txt', name, source: { bytes: Buffer.from('text').toString('base64') }, ...more },
});
const schema = (json: object | string) => ({
	outputConfig: {
		textFormat: {
			type: 'json_schema',
			structure: { jsonSchema: { schema: typeof json === 'string' ? json : JSON.stringify(json) } },
		},
	},
});
const guardrail = (guardrailIdentifier: string, guardrailVersion = '1') =>
	asked({ guardrailConfig: { guardrailIdentifier, guardrailVersion } });

const native = (additionalModelRequestFields: object) => asked({ additionalModelRequestFields });
const KEYS =
	'text, image, document, video, audio, toolUse, toolResult, guardContent, cachePoint, reasoningContent, citationsContent, searchResult';

type Case = readonly [name: string, modelId: string, body: object, message: string];

const tools: readonly Case[] = [
	[
		'uses without tools',
		CLAUDE,
		{ messages: [hi, assistant(use('a')), user(result('a'))] },
		'The toolConfig field must be defined when using toolUse and toolResult content blocks.',
	],
	[
		'a name of the wrong letters',
		CLAUDE,
		{ messages: [hi, assistant({ text: 'Well' }, use('a', 'get time')), user(result('a'))], toolConfig },
		"1 validation error detected: Value at 'messages.2.member.content.2.member.toolUse.name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+",
	],
	['tools where there are none', TITAN, asked({ toolConfig }), "This model doesn't support tool use."],
	[
		'no choice but any, where that is not known',
		LLAMA,
		asked({ toolConfig: { ...toolConfig, toolChoice: { any: {} } } }),
		"This model doesn't support the toolConfig.toolChoice.any field. Remove toolConfig.toolChoice.any and try again.",
	],
	[
		'a forced use on the newest Claude',
		NEWEST,
		asked({ toolConfig: { ...toolConfig, toolChoice: { tool: { name: 'clock' } } } }),
		`${MODEL}tool_choice: type "tool" and "any" are not supported for this model.`,
	],
	[
		'a tool that is not there',
		CLAUDE,
		asked({ toolConfig: { ...toolConfig, toolChoice: { tool: { name: 'watch' } } } }),
		`${MODEL}Tool 'watch' not found in provided tools`,
	],
	[
		'an input that is no object',
		CLAUDE,
		asked({ toolConfig: { tools: [tool('clock'), { toolSpec: { name: 'watch', inputSchema: { json: {} } } }] } }),
		'The value at toolConfig.tools.1.toolSpec.inputSchema.json.type must be one of the following: object.',
	],
	[
		'a use without its result',
		CLAUDE,
		{ messages: [hi, assistant(use('a'), use('b')), user(result('b'))], toolConfig },
		'Expected toolResult blocks at messages.2.content for the following Ids: a',
	],
	[
		'a result without its use',
		CLAUDE,
		{ messages: [hi, assistant(use('a')), user(result('a'), result('b'))], toolConfig },
		'The number of toolResult blocks at messages.2.content exceeds the number of toolUse blocks of previous turn.',
	],
	[
		'results with text on Mistral',
		'mistral.ministral-3-8b-instruct',
		{ messages: [hi, assistant(use('a')), user(result('a'), { text: 'Well?' })], toolConfig },
		`${MODEL}messages.2.content: Conversation blocks and tool result blocks cannot be provided in the same turn.`,
	],
	[
		'two tools of one name',
		CLAUDE,
		asked({ toolConfig: { tools: [tool('clock'), tool('clock')] } }),
		`${MODEL}tools: Tool names must be unique.`,
	],
	[
		'a use by the user',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, use('a'))], toolConfig },
		`${MODEL}messages.0: \`tool_use\` blocks can only be in \`assistant\` messages`,
	],
	[
		'a result of the assistant',
		CLAUDE,
		{ messages: [hi, assistant({ text: 'Well' }, result('a')), hi], toolConfig },
		`${MODEL}messages.1: \`tool_result\` blocks can only be in \`user\` messages`,
	],
	[
		'a result with an image, where none is read of tools',
		GPT_OSS,
		{
			messages: [hi, assistant(use('a')), user({ toolResult: { toolUseId: 'a', content: [image(pngOf(1))] } })],
			toolConfig,
		},
		"This model doesn't support the image field for user messages. Remove image and try again.",
	],
];

const thoughts: readonly Case[] = [
	[
		'a small budget',
		CLAUDE,
		thinking({ type: 'enabled', budget_tokens: 1000 }),
		`${MODEL}thinking.enabled.budget_tokens: Input should be greater than or equal to 1024`,
	],
	[
		'a budget that leaves nothing',
		CLAUDE,
		thinking({ type: 'enabled', budget_tokens: 2000 }),
		`${MODEL}\`max_tokens\` must be greater than \`thinking.budget_tokens\`. Please consult our documentation at ${GUIDE}#max-tokens-and-context-window-size`,
	],
	[
		'a temperature beside thoughts',
		CLAUDE,
		thinking({ type: 'enabled', budget_tokens: 1024 }, { inferenceConfig: { maxTokens: 2000, temperature: 0.5 } }),
		`${MODEL}\`temperature\` may only be set to 1 when thinking is enabled. Please consult our documentation at ${GUIDE}#important-considerations-when-using-extended-thinking`,
	],
	[
		'top k beside thoughts',
		CLAUDE,
		{
			messages: [hi],
			inferenceConfig: { maxTokens: 2000 },
			additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 1024 }, top_k: 5 },
		},
		`${MODEL}\`top_k\` must be unset when thinking is enabled. Please consult our documentation at ${GUIDE}#important-considerations-when-using-extended-thinking`,
	],
	[
		'a prefill beside thoughts',
		CLAUDE,
		{ ...thinking({ type: 'enabled', budget_tokens: 1024 }), messages: [hi, assistant({ text: 'Well' })] },
		`${MODEL}messages.1.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`text\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a thinking block (preceeding the lastmost set of \`tool_use\` and \`tool_result\` blocks). We recommend you include thinking blocks from previous turns. To avoid this requirement, disable \`thinking\`. Please consult our documentation at ${GUIDE}`,
	],
	[
		'a budget on a model that finds its own',
		ADAPTIVE,
		thinking({ type: 'enabled', budget_tokens: 1024 }),
		`${MODEL}"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.`,
	],
	[
		'adaptive thinking on a model that wants a budget',
		CLAUDE,
		thinking({ type: 'adaptive' }),
		`${MODEL}adaptive thinking is not supported on this model`,
	],
	[
		'a forced tool beside thoughts',
		ADAPTIVE,
		thinking({ type: 'adaptive' }, { toolConfig: { ...toolConfig, toolChoice: { any: {} } } }),
		`${MODEL}Thinking may not be enabled when tool_choice forces tool use.`,
	],
	[
		'thoughts of the user',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, { reasoningContent: { reasoningText: { text: 'Hm' } } })] },
		'User messages cannot contain reasoning content. Please remove the reasoning content and try again.',
	],
	[
		'thoughts without a signature',
		CLAUDE,
		{ messages: [hi, assistant({ reasoningContent: { reasoningText: { text: 'Hm' } } }, { text: 'Yes' }), hi] },
		`${MODEL}messages.1.content.0.thinking.signature: Field required`,
	],
	[
		'the highest effort of Nova beside max tokens',
		NOVA_2,
		asked({
			inferenceConfig: { maxTokens: 500 },
			additionalModelRequestFields: { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'high' } },
		}),
		`${MODEL}\`maxTokens\` must be unset when reasoningConfig type is 'enabled' and maxReasoningEffort is 'high'. Remove \`maxTokens\` and try again.`,
	],
	[
		'an effort where there is none',
		NOVA,
		asked({ outputConfig: { effort: 'high' } }),
		"This model doesn't support the outputConfig.effort field. Remove outputConfig.effort and try again.",
	],
	[
		'thinking of no known kind',
		CLAUDE,
		thinking({ type: 'on' }),
		`${MODEL}thinking: Input tag 'on' found using 'type' does not match any of the expected tags: 'adaptive', 'disabled', 'enabled'`,
	],
	['no budget', CLAUDE, thinking({ type: 'enabled' }), `${MODEL}thinking.enabled.budget_tokens: Field required`],
	[
		'a low top p beside thoughts',
		CLAUDE,
		thinking({ type: 'enabled', budget_tokens: 1024 }, { inferenceConfig: { maxTokens: 2000, topP: 0.94 } }),
		`${MODEL}\`top_p\` must be greater than or equal to 0.95 or unset when thinking is enabled. Please consult our documentation at ${GUIDE}#important-considerations-when-using-extended-thinking`,
	],
	[
		'encrypted thoughts that it did not give',
		CLAUDE,
		{ messages: [hi, assistant({ reasoningContent: { redactedContent: 'AAAA' } }, { text: 'Yes' }), hi] },
		`${MODEL}messages.1.content.0: Invalid \`data\` in \`redacted_thinking\` block`,
	],
	[
		'reasoning of Nova on a Nova that does not',
		NOVA,
		native({ reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } }),
		`${MODEL}${MALFORMED('#: extraneous key [reasoningConfig] is not permitted')}`,
	],
	[
		'reasoning of Nova of no known kind',
		NOVA_2,
		native({ reasoningConfig: { type: 'on', maxReasoningEffort: 'low' } }),
		`${MODEL}${MALFORMED('#/reasoningConfig/type: on is not a valid enum value')}`,
	],
	[
		'reasoning of Nova without an effort',
		NOVA_2,
		native({ reasoningConfig: { type: 'enabled' } }),
		`${MODEL}${MALFORMED('#/reasoningConfig/maxReasoningEffort: null is not a valid enum value')}`,
	],
	[
		'a native effort that there is not',
		GPT_OSS,
		native({ reasoning_effort: 'extreme' }),
		`${MODEL}${MALFORMED('#/reasoning_effort: extreme is not a valid enum value')}`,
	],
	[
		'an effort that there is not',
		CLAUDE,
		asked({ outputConfig: { effort: 'extreme' } }),
		"1 validation error detected: Value 'extreme' at 'outputConfig.effort' failed to satisfy constraint: Member must satisfy enum value set: [low, medium, high, xhigh, max]",
	],
];

const files: readonly Case[] = [
	[
		'a document’s name',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, file('notes.txt'))] },
		"The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can't contain more than one consecutive whitespace character. Check that the file name conforms to these restrictions and retry your request.",
	],
	[
		'two documents of one name',
		CLAUDE,
		{
			messages: [user({ text: 'Hi' }, file('notes')), assistant({ text: 'Yes' }), user({ text: 'Hi' }, file('notes'))],
		},
		"Messages can't contain duplicate document names. Rename the document and retry your request.",
	],
	[
		'six documents',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => file(name)))] },
		"You can't include more than 5 documents in a request. Remove some documents and retry your request.",
	],
	[
		'a document alone',
		CLAUDE,
		{ messages: [user(file('notes'))] },
		'A text block must be included when using documents.',
	],
	[
		'a format that is none',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, image(pngOf(1), 'bmp'))] },
		"1 validation error detected: Value 'bmp' at 'messages.1.member.content.2.member.image.format' failed to satisfy constraint: Member must satisfy enum value set: [gif, jpeg, png, webp]",
	],
	[
		'an image that is none',
		CLAUDE,
		{ messages: [user(image(Buffer.from('no image').toString('base64')))] },
		`${MODEL}Could not process image`,
	],
	[
		'an image of another format',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, image(pngOf(1), 'jpeg'))] },
		`${MODEL}messages.0.content.1.image.source.base64: The image was specified using the image/jpeg media type, but the image appears to be a image/png image`,
	],
	[
		'an image of too many pixels',
		CLAUDE,
		{ messages: [user(image(pngOf(8001)))] },
		`${MODEL}messages.0.content.0.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 8000 pixels`,
	],
	[
		'an image of too many bytes',
		CLAUDE,
		{ messages: [user(image(Buffer.concat([PNG, Buffer.alloc(4_000_000)]).toString('base64')))] },
		`${MODEL}messages.0.content.0.image.source.base64: image exceeds 5 MB maximum: 5333428 bytes > 5242880 bytes`,
	],
	[
		'more than twenty images',
		CLAUDE,
		{ messages: [user(...Array.from({ length: 21 }, () => image(pngOf(1))))] },
		"You can't include more than 20 images in a request. Remove some images and retry your request.",
	],
	[
		'a video',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, { video: { format: 'mp4', source: { bytes: 'AAAA' } } })] },
		"This model doesn't support the video field for user messages. Remove video and try again.",
	],
	[
		'a document for a model that reads none',
		'amazon.nova-micro-v1:0',
		{ messages: [user({ text: 'Hi' }, file('notes'))] },
		"This model doesn't support the document field for user messages. Remove document and try again.",
	],
	[
		'a document of too many bytes',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, file('notes', { source: { text: 'a'.repeat(4_718_593) } }))] },
		'The document exceeds the maximum document size of 4.5 MB. Reduce its size and retry your request.',
	],
];

const fields: readonly Case[] = [
	[
		'five cache points',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, point, point, point, point, point)] },
		`${MODEL}A maximum of 4 blocks with cache_control may be provided. Found 5.`,
	],
	[
		'an hour after five minutes',
		CLAUDE,
		{
			system: [{ text: 'Hi' }, point],
			messages: [user({ text: 'Hi' }, { cachePoint: { type: 'default', ttl: '1h' } })],
		},
		`${MODEL}a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: \`tools\`, \`system\`, \`messages\`.`,
	],
	[
		'a guardrail that can’t be one',
		CLAUDE,
		guardrail('my guardrail!'),
		'The provided guardrail identifier is invalid.',
	],
	[
		'a guardrail that there is not',
		CLAUDE,
		guardrail('abcdef123456'),
		'The guardrail identifier or version provided in the request does not exist.',
	],
	[
		'a version that there is not',
		CLAUDE,
		guardrail('practice-guardrail', '7'),
		'The guardrail identifier or version provided in the request does not exist.',
	],
	[
		'an open schema',
		CLAUDE,
		asked(schema({ type: 'object', properties: {} })),
		`${MODEL}output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false`,
	],
	[
		'a schema that is no JSON',
		CLAUDE,
		asked(schema('{')),
		'The schema field in outputConfig.textFormat.structure.jsonSchema is not valid JSON. Fix the schema and try again.',
	],
	[
		'a schema where there is none',
		NOVA,
		asked(schema({ type: 'object', additionalProperties: false })),
		"This model doesn't support the outputConfig.textFormat field. Remove outputConfig.textFormat and try again.",
	],
	[
		'seventeen pairs of metadata',
		CLAUDE,
		asked({ requestMetadata: Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, 'v'])) }),
		"1 validation error detected: Value at 'requestMetadata' failed to satisfy constraint: Member must have length less than or equal to 16",
	],
	[
		'a tier that there is not',
		CLAUDE,
		asked({ serviceTier: { type: 'first' } }),
		"1 validation error detected: Value 'first' at 'serviceTier.type' failed to satisfy constraint: Member must satisfy enum value set: [default, flex, priority, reserved]",
	],
	[
		'a pointer that is none',
		CLAUDE,
		asked({ additionalModelResponseFieldPaths: ['stop_sequence'] }),
		'The JSON Pointer stop_sequence in additionalModelResponseFieldPaths is invalid.',
	],
	[
		'two things in one block',
		CLAUDE,
		{ messages: [user({ text: 'Hi', ...point })] },
		`The ContentBlock object at messages.0.content.0 must set one of the following keys: ${KEYS}.`,
	],
	[
		'nothing in a block',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, {})] },
		`The ContentBlock object at messages.0.content.1 must set one of the following keys: ${KEYS}.`,
	],
	[
		'a blank system prompt',
		CLAUDE,
		asked({ system: [{ text: 'Be brief.' }, { text: ' \n' }] }),
		'The text field in the SystemContentBlock object at system.1 is blank. Add text to the text field, and try again.',
	],
	[
		'a guardrail of another account',
		CLAUDE,
		guardrail('arn:aws:bedrock:us-east-1:210987654321:guardrail/practice-guardrail'),
		'The guardrail identifier or version provided in the request does not exist.',
	],
	[
		'a schema that is no object',
		CLAUDE,
		asked(schema('[]')),
		`${MODEL}output_config.format.schema: Input should be a valid dictionary`,
	],
	[
		'metadata of other letters',
		CLAUDE,
		asked({ requestMetadata: { team: '岩' } }),
		"1 validation error detected: Value at 'requestMetadata' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: ^[a-zA-Z0-9\\s:_@$#=/+,.-]{0,256}$]",
	],
];

const clock = { name: 'clock', input_schema: { type: 'object' } };
const claude: readonly Case[] = [
	[
		'uses without tools',
		CLAUDE,
		claudeBody({
			messages: [
				{ role: 'user', content: 'Hi' },
				{ role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'clock', input: {} }] },
				{ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'a', content: 'noon' }] },
			],
		}),
		'Requests which include `tool_use` or `tool_result` blocks must define tools.',
	],
	[
		'a use without its result',
		CLAUDE,
		claudeBody({
			tools: [clock],
			messages: [
				{ role: 'user', content: 'Hi' },
				{ role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'clock', input: {} }] },
				{ role: 'user', content: 'Well?' },
			],
		}),
		'messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: a. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
	],
	[
		'a result without its use',
		CLAUDE,
		claudeBody({
			tools: [clock],
			messages: [{ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'a', content: 'noon' }] }],
		}),
		'messages.0.content.0: unexpected `tool_use_id` found in `tool_result` blocks: a. Each `tool_result` block must have a corresponding `tool_use` block in the previous message.',
	],
	[
		'a block that there is not',
		CLAUDE,
		claudeBody({ messages: [{ role: 'user', content: [{ type: 'poem' }] }] }),
		'Malformed input request: #/messages/0/content/0/type: poem is not a valid enum value, please reformat your input and try again.',
	],
	[
		'thinking on a Claude that does not',
		HAIKU_3,
		claudeBody({ max_tokens: 4000, thinking: { type: 'enabled', budget_tokens: 1024 } }),
		'Malformed input request: #: extraneous key [thinking] is not permitted, please reformat your input and try again.',
	],
	[
		'thoughts turned off where they can’t be',
		NEWEST,
		claudeBody({ thinking: { type: 'disabled' } }),
		'"thinking.type.disabled" is not supported for this model.',
	],
	[
		'a use by the user',
		CLAUDE,
		claudeBody({
			tools: [clock],
			messages: [{ role: 'user', content: [{ type: 'tool_use', id: 'a', name: 'clock', input: {} }] }],
		}),
		'messages.0: `tool_use` blocks can only be in `assistant` messages',
	],
	[
		'a forced use on the newest Claude',
		NEWEST,
		claudeBody({ tools: [clock], tool_choice: { type: 'any' } }),
		'tool_choice: type "tool" and "any" are not supported for this model.',
	],
	[
		'tools on a Claude that has none',
		CLAUDE_2,
		claudeBody({ max_tokens: 10, tools: [clock] }),
		MALFORMED('#: extraneous key [tools] is not permitted'),
	],
	[
		'a schema on a Claude that takes none',
		HAIKU_3,
		claudeBody({ output_config: { format: { type: 'json_schema', schema: { type: 'object' } } } }),
		MALFORMED('#: extraneous key [output_config] is not permitted'),
	],
	[
		'an image on a Claude that sees none',
		CLAUDE_2,
		claudeBody({
			max_tokens: 10,
			messages: [
				{
					role: 'user',
					content: [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: pngOf(1) } }],
				},
			],
		}),
		'messages: image content blocks are not supported for this model',
	],
];

const nova: readonly Case[] = [
	[
		'reasoning on a Nova that does not',
		NOVA,
		asked({ reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } }),
		MALFORMED('#: extraneous key [reasoningConfig] is not permitted'),
	],
];

const streamed: readonly Case[] = [
	['tools of Llama 4', LLAMA, asked({ toolConfig }), "This model doesn't support tool use in streaming mode."],
];

async function refusalOf(modelId: string, action: string, body: object) {
	const path = `/model/${encodeURIComponent(modelId)}/${action}`;
	const { status, headers, text } = await rawPost(server, path, JSON.stringify(body));
	return { status, type: headers.get('x-amzn-errortype')?.split(':')[0], answer: JSON.parse(text) as unknown };
}

describe.each([
	['converse', [...tools, ...thoughts, ...files, ...fields]],
	// Llama 4 has no tools at all in streams, whatever the choice.
	['converse-stream', [...streamed, ...tools.filter(([, modelId]) => modelId !== LLAMA), ...fields]],
	['invoke', [...claude, ...nova]],
	['invoke-with-response-stream', [...claude, ...nova]],
] as const)('%s refuses', (action, cases) => {
	it.each(cases)('%s', async (_name, modelId, body, message) => {
		expect(await refusalOf(modelId, action, body)).toEqual({
			status: 400,
			type: 'ValidationException',
			answer: { message },
		});
	});
});

it.each([
	['Converse', 'converse', LLAMA, { messages: [user({ text: 'Hi' }, point)] }],
	[
		'InvokeModel',
		'invoke',
		HAIKU_3,
		claudeBody({ system: [{ type: 'text', text: 'Hi', cache_control: { type: 'ephemeral' } }] }),
	],
] as const)('%s denies a cache where there is none', async (_name, action, modelId, body) => {
	expect(await refusalOf(modelId, action, body)).toEqual({
		status: 403,
		type: 'AccessDeniedException',
		answer: {
			message:
				'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.',
		},
	});
});

it('takes underscores in a document’s name, and no wide space', async () => {
	const send = (name: string) =>
		refusalOf(CLAUDE, 'converse', { messages: [user({ text: 'Hi' }, file(name))] }).then(({ status }) => status);
	expect(await send('my_notes (1) [a]-b')).toBe(200);
	expect(await send('my\u3000notes')).toBe(400);
	expect(await send('my  notes')).toBe(400);
});

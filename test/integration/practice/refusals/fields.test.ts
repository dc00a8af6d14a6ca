import { expect, it } from 'vitest';
import { asked, CLAUDE, claudeBody, HAIKU_3, LLAMA, NOVA, user } from '../support/ask.ts';
import { practiceForTests } from '../support/practice-for-tests.ts';
import type { RefusedCall } from '../support/refused.ts';
import { answerTo, FROM_MODEL, itRefuses } from '../support/refused.ts';

const practice = practiceForTests();

const point = { cachePoint: { type: 'default' } };
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
const KEYS =
	'text, image, document, video, audio, toolUse, toolResult, guardContent, cachePoint, reasoningContent, citationsContent, searchResult';

const fields: readonly RefusedCall[] = [
	[
		'five cache points',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, point, point, point, point, point)] },
		`${FROM_MODEL}A maximum of 4 blocks with cache_control may be provided. Found 5.`,
	],
	[
		'an hour after five minutes',
		CLAUDE,
		{
			system: [{ text: 'Hi' }, point],
			messages: [user({ text: 'Hi' }, { cachePoint: { type: 'default', ttl: '1h' } })],
		},
		`${FROM_MODEL}a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: \`tools\`, \`system\`, \`messages\`.`,
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
		`${FROM_MODEL}output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false`,
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
		`${FROM_MODEL}output_config.format.schema: Input should be a valid dictionary`,
	],
	[
		'metadata of other letters',
		CLAUDE,
		asked({ requestMetadata: { team: '岩' } }),
		"1 validation error detected: Value at 'requestMetadata' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: ^[a-zA-Z0-9\\s:_@$#=/+,.-]{0,256}$]",
	],
];

itRefuses(practice, ['converse', 'converse-stream'], fields);

it.each([
	['Converse', 'converse', LLAMA, { messages: [user({ text: 'Hi' }, point)] }],
	[
		'InvokeModel',
		'invoke',
		HAIKU_3,
		claudeBody({ system: [{ type: 'text', text: 'Hi', cache_control: { type: 'ephemeral' } }] }),
	],
] as const)('%s denies a cache where there is none', async (_name, action, modelId, body) => {
	const message =
		'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.';
	expect(await answerTo(practice.server, modelId, action, body)).toEqual({
		status: 403,
		type: 'AccessDeniedException:http://internal.amazon.com/coral/com.amazon.bedrock/',
		text: JSON.stringify({ message }),
	});
});

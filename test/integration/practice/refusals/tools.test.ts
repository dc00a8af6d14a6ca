import {
	asked,
	assistant,
	CLAUDE,
	GPT_OSS,
	hi,
	LLAMA,
	NEWEST,
	TITAN,
	toolConfig,
	toolSpec,
	user,
} from '../support/ask.ts';
import { pngOf } from '../support/pictures.ts';
import { practiceForTests } from '../support/practice-for-tests.ts';
import type { RefusedCall } from '../support/refused.ts';
import { FROM_MODEL, itRefuses } from '../support/refused.ts';

const practice = practiceForTests();

const use = (id: string, name = 'clock') => ({ toolUse: { toolUseId: id, name, input: {} } });
const result = (id: string) => ({ toolResult: { toolUseId: id, content: [{ text: 'noon' }] } });
const image = (data: string, format = 'png') => ({ image: { format, source: { bytes: data } } });

const tools: readonly RefusedCall[] = [
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
	[
		'tools of another maker',
		CLAUDE,
		asked({ toolConfig: { tools: [{ systemTool: { name: 'nova_grounding' } }] } }),
		"This model doesn't support the toolConfig.tools.systemTool field. Remove toolConfig.tools.systemTool and try again.",
	],
	[
		'a tool that its maker does not have',
		'us.amazon.nova-2-lite-v1:0',
		asked({ toolConfig: { tools: [{ systemTool: { name: 'nova_weather' } }] } }),
		"This model doesn't support the toolConfig.tools.systemTool field. Remove toolConfig.tools.systemTool and try again.",
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
		`${FROM_MODEL}tool_choice: type "tool" and "any" are not supported for this model.`,
	],
	[
		'a tool that is not there',
		CLAUDE,
		asked({ toolConfig: { ...toolConfig, toolChoice: { tool: { name: 'watch' } } } }),
		`${FROM_MODEL}Tool 'watch' not found in provided tools`,
	],
	[
		'an input that is no object',
		CLAUDE,
		asked({ toolConfig: { tools: [toolSpec('clock'), { toolSpec: { name: 'watch', inputSchema: { json: {} } } }] } }),
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
		`${FROM_MODEL}messages.2.content: Conversation blocks and tool result blocks cannot be provided in the same turn.`,
	],
	[
		'two tools of one name',
		CLAUDE,
		asked({ toolConfig: { tools: [toolSpec('clock'), toolSpec('clock')] } }),
		`${FROM_MODEL}tools: Tool names must be unique.`,
	],
	[
		'a use by the user',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, use('a'))], toolConfig },
		`${FROM_MODEL}messages.0: \`tool_use\` blocks can only be in \`assistant\` messages`,
	],
	[
		'a result of the assistant',
		CLAUDE,
		{ messages: [hi, assistant({ text: 'Well' }, result('a')), hi], toolConfig },
		`${FROM_MODEL}messages.1: \`tool_result\` blocks can only be in \`user\` messages`,
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

itRefuses(practice, ['converse'], tools);
// Llama 4 has no tools at all in streams, whatever the choice.
itRefuses(
	practice,
	['converse-stream'],
	[
		['tools of Llama 4', LLAMA, asked({ toolConfig }), "This model doesn't support tool use in streaming mode."],
		...tools.filter(([, modelId]) => modelId !== LLAMA),
	],
);

import { asked, CLAUDE, claudeBody, HAIKU_3, NEWEST, NOVA } from '../support/ask.ts';
import { pngOf } from '../support/pictures.ts';
import { practiceForTests } from '../support/practice-for-tests.ts';
import type { RefusedCall } from '../support/refused.ts';
import { itRefuses, malformed } from '../support/refused.ts';

const practice = practiceForTests();

const CLAUDE_2 = 'anthropic.claude-v2';
const clock = { name: 'clock', input_schema: { type: 'object' } };

const claude: readonly RefusedCall[] = [
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
		malformed('#: extraneous key [tools] is not permitted'),
	],
	[
		'a schema on a Claude that takes none',
		HAIKU_3,
		claudeBody({ output_config: { format: { type: 'json_schema', schema: { type: 'object' } } } }),
		malformed('#: extraneous key [output_config] is not permitted'),
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

const nova: readonly RefusedCall[] = [
	[
		'reasoning on a Nova that does not',
		NOVA,
		asked({ reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } }),
		malformed('#: extraneous key [reasoningConfig] is not permitted'),
	],
];

itRefuses(practice, ['invoke', 'invoke-with-response-stream'], [...claude, ...nova]);

import { ADAPTIVE, asked, assistant, CLAUDE, GPT_OSS, hi, NOVA, NOVA_2, toolConfig, user } from '../support/ask.ts';
import { practiceForTests } from '../support/practice-for-tests.ts';
import type { RefusedCall } from '../support/refused.ts';
import { FROM_MODEL, itRefuses, malformed } from '../support/refused.ts';

const practice = practiceForTests();

const GUIDE = 'https://docs.claude.com/en/docs/build-with-claude/extended-thinking';
const thinking = (config: object, more: object = {}) =>
	asked({ inferenceConfig: { maxTokens: 2000 }, ...more, additionalModelRequestFields: { thinking: config } });
const native = (additionalModelRequestFields: object) => asked({ additionalModelRequestFields });

const thoughts: readonly RefusedCall[] = [
	[
		'a small budget',
		CLAUDE,
		thinking({ type: 'enabled', budget_tokens: 1000 }),
		`${FROM_MODEL}thinking.enabled.budget_tokens: Input should be greater than or equal to 1024`,
	],
	[
		'a budget that leaves nothing',
		CLAUDE,
		thinking({ type: 'enabled', budget_tokens: 2000 }),
		`${FROM_MODEL}\`max_tokens\` must be greater than \`thinking.budget_tokens\`. Please consult our documentation at ${GUIDE}#max-tokens-and-context-window-size`,
	],
	[
		'a temperature beside thoughts',
		CLAUDE,
		thinking({ type: 'enabled', budget_tokens: 1024 }, { inferenceConfig: { maxTokens: 2000, temperature: 0.5 } }),
		`${FROM_MODEL}\`temperature\` may only be set to 1 when thinking is enabled. Please consult our documentation at ${GUIDE}#important-considerations-when-using-extended-thinking`,
	],
	[
		'top k beside thoughts',
		CLAUDE,
		{
			messages: [hi],
			inferenceConfig: { maxTokens: 2000 },
			additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 1024 }, top_k: 5 },
		},
		`${FROM_MODEL}\`top_k\` must be unset when thinking is enabled. Please consult our documentation at ${GUIDE}#important-considerations-when-using-extended-thinking`,
	],
	[
		'a prefill beside thoughts',
		CLAUDE,
		{ ...thinking({ type: 'enabled', budget_tokens: 1024 }), messages: [hi, assistant({ text: 'Well' })] },
		`${FROM_MODEL}messages.1.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`text\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a thinking block (preceeding the lastmost set of \`tool_use\` and \`tool_result\` blocks). We recommend you include thinking blocks from previous turns. To avoid this requirement, disable \`thinking\`. Please consult our documentation at ${GUIDE}`,
	],
	[
		'a budget on a model that finds its own',
		ADAPTIVE,
		thinking({ type: 'enabled', budget_tokens: 1024 }),
		`${FROM_MODEL}"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.`,
	],
	[
		'adaptive thinking on a model that wants a budget',
		CLAUDE,
		thinking({ type: 'adaptive' }),
		`${FROM_MODEL}adaptive thinking is not supported on this model`,
	],
	[
		'a forced tool beside thoughts',
		ADAPTIVE,
		thinking({ type: 'adaptive' }, { toolConfig: { ...toolConfig, toolChoice: { any: {} } } }),
		`${FROM_MODEL}Thinking may not be enabled when tool_choice forces tool use.`,
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
		`${FROM_MODEL}messages.1.content.0.thinking.signature: Field required`,
	],
	[
		'the highest effort of Nova beside max tokens',
		NOVA_2,
		asked({
			inferenceConfig: { maxTokens: 500 },
			additionalModelRequestFields: { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'high' } },
		}),
		`${FROM_MODEL}\`maxTokens\` must be unset when reasoningConfig type is 'enabled' and maxReasoningEffort is 'high'. Remove \`maxTokens\` and try again.`,
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
		`${FROM_MODEL}thinking: Input tag 'on' found using 'type' does not match any of the expected tags: 'adaptive', 'disabled', 'enabled'`,
	],
	['no budget', CLAUDE, thinking({ type: 'enabled' }), `${FROM_MODEL}thinking.enabled.budget_tokens: Field required`],
	[
		'a low top p beside thoughts',
		CLAUDE,
		thinking({ type: 'enabled', budget_tokens: 1024 }, { inferenceConfig: { maxTokens: 2000, topP: 0.94 } }),
		`${FROM_MODEL}\`top_p\` must be greater than or equal to 0.95 or unset when thinking is enabled. Please consult our documentation at ${GUIDE}#important-considerations-when-using-extended-thinking`,
	],
	[
		'encrypted thoughts that it did not give',
		CLAUDE,
		{ messages: [hi, assistant({ reasoningContent: { redactedContent: 'AAAA' } }, { text: 'Yes' }), hi] },
		`${FROM_MODEL}messages.1.content.0: Invalid \`data\` in \`redacted_thinking\` block`,
	],
	[
		'reasoning of Nova on a Nova that does not',
		NOVA,
		native({ reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } }),
		`${FROM_MODEL}${malformed('#: extraneous key [reasoningConfig] is not permitted')}`,
	],
	[
		'reasoning of Nova of no known kind',
		NOVA_2,
		native({ reasoningConfig: { type: 'on', maxReasoningEffort: 'low' } }),
		`${FROM_MODEL}${malformed('#/reasoningConfig/type: on is not a valid enum value')}`,
	],
	[
		'reasoning of Nova without an effort',
		NOVA_2,
		native({ reasoningConfig: { type: 'enabled' } }),
		`${FROM_MODEL}${malformed('#/reasoningConfig/maxReasoningEffort: null is not a valid enum value')}`,
	],
	[
		'a native effort that there is not',
		GPT_OSS,
		native({ reasoning_effort: 'extreme' }),
		`${FROM_MODEL}${malformed('#/reasoning_effort: extreme is not a valid enum value')}`,
	],
	[
		'an effort that there is not',
		CLAUDE,
		asked({ outputConfig: { effort: 'extreme' } }),
		"1 validation error detected: Value 'extreme' at 'outputConfig.effort' failed to satisfy constraint: Member must satisfy enum value set: [low, medium, high, xhigh, max]",
	],
];

itRefuses(practice, ['converse'], thoughts);

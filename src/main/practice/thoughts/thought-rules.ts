import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { JsonValue } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { Parameters, PromptTurn } from '../prompt.ts';
import { partsOf } from '../prompt.ts';
import type { ThinkingWish, ToolChoice } from '../prompt-parts.ts';
import { invalidForModel, malformed } from '../refusal.ts';
import { forcesTool } from '../tools/tool-rules.ts';
import { isEncryptedThought, isSignatureOf } from './signature.ts';

const LEAST_BUDGET = 1024;
/** From here on practice thinks longer. Its own measure, as there is no real one. */
const LARGE_BUDGET = 4096;
const GUIDE = 'https://docs.claude.com/en/docs/build-with-claude/extended-thinking';

/** What a request asks of Claude beside `thinking` itself. */
export interface AroundThinking {
	readonly parameters: Parameters;
	readonly tools: ToolChoice | null;
	readonly turns: readonly PromptTurn[];
	/** `low` to `max`; null: not sent. */
	readonly effort: string | null;
	/** Tokens where the request sets no limit. */
	readonly defaultMaxTokens: number;
}

/**
 * Reads Claude's `thinking` and refuses what Claude refuses about it (bedrock-facts.md, 3.2). The words about
 * `max_tokens`, top p, top k, adaptive thinking on older models and `disabled` are Anthropic's as far as known ([MEM]).
 */
export function readClaudeThinking(
	thinking: JsonValue | undefined,
	model: CatalogueModel,
	around: AroundThinking,
): ThinkingWish | null {
	if (thinking === undefined) return null;
	if (model.thinking === 'none') throw malformed(['#: extraneous key [thinking] is not permitted']);
	const { type = null, budget_tokens: budget = null, display = null } = isJsonObject(thinking) ? thinking : {};
	switch (type) {
		case 'disabled':
			// Of Opus 5.5 it is documented that its thinking can't be turned off; the wording is a guess.
			if (model.id.startsWith('anthropic.claude-opus-5-5')) {
				throw invalidForModel('"thinking.type.disabled" is not supported for this model.');
			}
			return null;
		case 'enabled':
			checkBudget(budget, model, around);
			break;
		case 'adaptive':
			if (model.thinking === 'budget') {
				throw invalidForModel('adaptive thinking is not supported on this model');
			}
			break;
		default:
			throw invalidForModel(
				`thinking: Input tag '${String(type)}' found using 'type' does not match any of the expected tags: 'adaptive', 'disabled', 'enabled'`,
			);
	}
	checkAround(around, model);
	checkLastTurn(around, type);
	const omits = model.thinking === 'adaptive' && display !== 'summarized';
	const large = typeof budget === 'number' && budget >= LARGE_BUDGET;
	return {
		display: omits || display === 'omitted' ? 'omitted' : 'shown',
		signed: true,
		thorough: large || isThorough(around.effort),
	};
}

function checkBudget(budget: JsonValue, model: CatalogueModel, { parameters, defaultMaxTokens }: AroundThinking): void {
	if (model.thinking === 'adaptive') {
		throw invalidForModel(
			'"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.',
		);
	}
	if (typeof budget !== 'number') throw invalidForModel('thinking.enabled.budget_tokens: Field required');
	if (budget < LEAST_BUDGET) {
		throw invalidForModel(`thinking.enabled.budget_tokens: Input should be greater than or equal to ${LEAST_BUDGET}`);
	}
	if (budget >= (parameters.maxTokens ?? defaultMaxTokens)) {
		throw invalidForModel(
			`\`max_tokens\` must be greater than \`thinking.budget_tokens\`. Please consult our documentation at ${GUIDE}#max-tokens-and-context-window-size`,
		);
	}
}

function checkAround({ parameters, tools }: AroundThinking, model: CatalogueModel): void {
	const { temperature, topP, topK } = parameters;
	if (forcesTool(tools)) throw invalidForModel('Thinking may not be enabled when tool_choice forces tool use.');
	// The newest models refuse both parameters anyway, by other words.
	if (model.sampling === 'none') return;
	const consult = `Please consult our documentation at ${GUIDE}#important-considerations-when-using-extended-thinking`;
	if (temperature !== null && temperature !== 1) {
		throw invalidForModel(`\`temperature\` may only be set to 1 when thinking is enabled. ${consult}`);
	}
	if (topP !== null && topP < 0.95) {
		throw invalidForModel(
			`\`top_p\` must be greater than or equal to 0.95 or unset when thinking is enabled. ${consult}`,
		);
	}
	if (topK !== null) throw invalidForModel(`\`top_k\` must be unset when thinking is enabled. ${consult}`);
}

/** With a budget, an assistant message that a tool's result follows, or a prefill, begins with thoughts. */
function checkLastTurn({ turns }: AroundThinking, type: string): void {
	const index = turns.findLastIndex(({ role }) => role === 'assistant');
	const turn = turns[index];
	if (type !== 'enabled' || turn === undefined) return;
	const first = partsOf(turn)[0];
	const matters = index === turns.length - 1 || partsOf(turn).some((part) => part.type === 'tool-use');
	if (!matters || first === undefined || first.type === 'thoughts') return;
	throw invalidForModel(
		`messages.${index}.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`${first.type === 'tool-use' ? 'tool_use' : 'text'}\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a thinking block (preceeding the lastmost set of \`tool_use\` and \`tool_result\` blocks). We recommend you include thinking blocks from previous turns. To avoid this requirement, disable \`thinking\`. Please consult our documentation at ${GUIDE}`,
	);
}

/** Thoughts come back as they were given, or are refused. Practice knows no signatures but its own. */
export function checkSignatures(turns: readonly PromptTurn[]): void {
	turns.forEach((turn, message) => {
		partsOf(turn).forEach((part, index) => {
			if (part.type !== 'thoughts') return;
			const place = `messages.${message}.content.${index}`;
			if (part.encrypted !== undefined) {
				if (!isEncryptedThought(part.encrypted))
					throw invalidForModel(`${place}: Invalid \`data\` in \`redacted_thinking\` block`);
				return;
			}
			if (part.signature === null) throw invalidForModel(`${place}.thinking.signature: Field required`);
			if (!isSignatureOf(part.signature, part.text)) {
				throw invalidForModel(`${place}: Invalid \`signature\` in \`thinking\` block`);
			}
		});
	});
}

/**
 * Reads Nova 2's `reasoningConfig`. Its thoughts are told as the word `[REDACTED]` (Nova 2 user guide, reasoning
 * capabilities). Only the beginning of the refusal is known.
 */
export function readNovaReasoning(config: JsonValue | undefined, maxTokens: number | null): ThinkingWish | null {
	if (config === undefined) return null;
	const { type = null, maxReasoningEffort: effort = null } = isJsonObject(config) ? config : {};
	if (type !== 'enabled' && type !== 'disabled') {
		throw malformed([`#/reasoningConfig/type: ${String(type)} is not a valid enum value`]);
	}
	if (type === 'disabled') return null;
	if (effort !== 'low' && effort !== 'medium' && effort !== 'high') {
		throw malformed([`#/reasoningConfig/maxReasoningEffort: ${String(effort)} is not a valid enum value`]);
	}
	if (effort === 'high' && maxTokens !== null) {
		throw invalidForModel(
			"`maxTokens` must be unset when reasoningConfig type is 'enabled' and maxReasoningEffort is 'high'. Remove `maxTokens` and try again.",
		);
	}
	return { display: 'redacted', signed: false, thorough: isThorough(effort) };
}

/** Whether an effort is one for which practice thinks longer. */
export function isThorough(effort: JsonValue): boolean {
	return effort === 'high' || effort === 'xhigh' || effort === 'max';
}

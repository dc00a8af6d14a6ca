import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import { isClaude } from '../models.ts';
import type { PromptTurn } from '../prompt.ts';
import { partsOf } from '../prompt.ts';
import type { ToolChoice } from '../prompt-parts.ts';
import { invalid, invalidForModel } from '../refusal.ts';

/** Whether a choice leaves the model no way but to use a tool. */
export function forcesTool(tools: ToolChoice | null): boolean {
	return tools?.choice.type === 'any' || tools?.choice.type === 'tool';
}

/** Refuses tools and choices that a model does not take, in the service's words (bedrock-facts.md, 3.2). */
export function checkToolChoice(tools: ToolChoice | null, model: CatalogueModel, streaming: boolean): void {
	if (tools === null) return;
	if (!model.tools) throw invalid("This model doesn't support tool use.");
	if (streaming && !model.toolsInStream) throw invalid("This model doesn't support tool use in streaming mode.");
	const { choice } = tools;
	if (forcesTool(tools) && !model.forcedTools) {
		if (isClaude(model)) throw refusedChoice();
		const field = `toolConfig.toolChoice.${choice.type}`;
		throw invalid(`This model doesn't support the ${field} field. Remove ${field} and try again.`);
	}
	checkNames(tools, model);
}

/** Anthropic's rules for tools and the choice among them, in its words. */
export function checkClaudeTools(tools: ToolChoice | null, model: CatalogueModel): void {
	if (tools === null) return;
	if (forcesTool(tools) && !model.forcedTools) throw refusedChoice();
	checkNames(tools, model);
}

function refusedChoice() {
	return invalidForModel('tool_choice: type "tool" and "any" are not supported for this model.');
}

/** Both texts are Anthropic's as far as known ([MEM]). */
function checkNames({ tools, choice }: ToolChoice, model: CatalogueModel): void {
	const names = tools.map(({ name }) => name);
	if (isClaude(model) && new Set(names).size < names.length) throw invalidForModel('tools: Tool names must be unique.');
	if (choice.type === 'tool' && !names.includes(choice.name)) {
		throw invalidForModel(`Tool '${choice.name}' not found in provided tools`);
	}
}

/** Each use of a tool has its result in the next message, and each result its use before: Converse's words. */
export function checkConversePairs(turns: readonly PromptTurn[]): void {
	turns.forEach((turn, index) => {
		const uses = idsOf(turn, 'tool-use');
		const next = turns[index + 1];
		const missing = uses.filter((id) => next === undefined || !idsOf(next, 'tool-result').includes(id));
		const before = turns[index - 1];
		const results = idsOf(turn, 'tool-result');
		if (results.length > (before === undefined ? 0 : idsOf(before, 'tool-use').length)) {
			throw invalid(
				`The number of toolResult blocks at messages.${index}.content exceeds the number of toolUse blocks of previous turn.`,
			);
		}
		if (missing.length > 0) {
			throw invalid(
				`Expected toolResult blocks at messages.${index + 1}.content for the following Ids: ${missing.join(', ')}`,
			);
		}
	});
}

/** The same in Anthropic's words (public threads that quote them). */
export function checkClaudePairs(turns: readonly PromptTurn[]): void {
	turns.forEach((turn, index) => {
		const before = turns[index - 1];
		const known = before === undefined ? [] : idsOf(before, 'tool-use');
		const stray = partsOf(turn).findIndex((part) => part.type === 'tool-result' && !known.includes(part.id));
		const strayId = idsOf(turn, 'tool-result').find((id) => !known.includes(id));
		if (strayId !== undefined) {
			throw invalidForModel(
				`messages.${index}.content.${stray}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${strayId}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`,
			);
		}
		const next = turns[index + 1];
		const missing = idsOf(turn, 'tool-use').filter(
			(id) => next === undefined || !idsOf(next, 'tool-result').includes(id),
		);
		if (missing.length > 0) {
			throw invalidForModel(
				`messages.${index}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${missing.join(', ')}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`,
			);
		}
	});
}

function idsOf(turn: PromptTurn, type: 'tool-use' | 'tool-result'): readonly string[] {
	return partsOf(turn).flatMap((part) => (part.type === type ? [part.id] : []));
}

import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import { isClaude, nativeName, outputLimit } from './models.ts';
import type { Prompt } from './prompt.ts';
import { invalid, invalidForModel } from './refusal.ts';

/** Refuses what a Claude model itself refuses, whichever operation it came by (bedrock-facts.md, 3.2). */
export function checkModelRules(prompt: Prompt, model: CatalogueModel): void {
	if (isClaude(model)) checkClaude(prompt, model);
	else if (isTooLong(prompt, model)) throw invalid('Input is too long for requested model.');
}

function checkClaude(prompt: Prompt, model: CatalogueModel): void {
	const { maxTokens, temperature, topP } = prompt.parameters;
	const limit = outputLimit(model);
	if (prompt.prefill !== null && !model.prefill) {
		throw invalidForModel(
			'This model does not support assistant message prefill. The conversation must end with a user message.',
		);
	}
	if (model.sampling === 'one' && temperature !== null && topP !== null) {
		throw invalidForModel('`temperature` and `top_p` cannot both be specified for this model. Please use only one.');
	}
	if (model.sampling === 'none' && temperature !== null) {
		throw invalidForModel('`temperature` is deprecated for this model.');
	}
	if (model.sampling === 'none' && topP !== null) throw invalidForModel('`top_p` is deprecated for this model.');
	if (maxTokens !== null && maxTokens > limit) {
		throw invalidForModel(
			`max_tokens: ${maxTokens} > ${limit}, which is the maximum allowed number of output tokens for ${nativeName(model)}`,
		);
	}
	if (isTooLong(prompt, model)) {
		throw invalidForModel(`prompt is too long: ${prompt.inputTokens} tokens > ${model.contextWindow} maximum`);
	}
}

function isTooLong({ inputTokens }: Prompt, { contextWindow }: CatalogueModel): boolean {
	return contextWindow !== null && inputTokens > contextWindow;
}

/** Refuses a prefill that ends with white space; the text completion models take one. */
export function checkPrefillEnd(prompt: Prompt): void {
	if (prompt.prefill !== null && /\s$/.test(prompt.prefill)) {
		throw invalidForModel('messages: final assistant content cannot end with trailing whitespace');
	}
}

/** The rule of models that know no prefill at all, in the service's words. */
export function refusePrefill(prompt: Prompt): void {
	if (prompt.prefill !== null) {
		throw invalid(
			'The model that you are using requires the last turn in the conversation to be a user message. Add a user message to the conversation and try again.',
		);
	}
}

/** Refuses more tokens than the model gives, in the service's words (Converse and Nova). */
export function checkMaxTokens(prompt: Prompt, model: CatalogueModel): void {
	const { maxTokens } = prompt.parameters;
	const limit = outputLimit(model);
	if (maxTokens !== null && maxTokens > limit) {
		throw invalid(
			`The maximum tokens you requested exceeds the model limit of ${limit}. Try again with a maximum tokens value that is lower than ${limit}.`,
		);
	}
}

/** Refuses a conversation that does not begin with the user or does not alternate, in the service's words. */
export function checkAlternation(roles: readonly string[]): void {
	if (roles[0] !== 'user') {
		throw invalid(
			'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
		);
	}
	if (roles.some((role, index) => index > 0 && role === roles[index - 1])) {
		throw invalid(
			'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.',
		);
	}
}

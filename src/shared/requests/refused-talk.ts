import { familyOf } from '../catalogue.ts';
import type { Turn } from '../model/conversation.ts';
import { isInvoke } from '../model/operation.ts';
import type { RequestSettings } from '../model/settings.ts';
import type { Refusal, Remedy } from './refusal.ts';
import { isPromptArn } from './sent-settings.ts';

/** Whether an answer of a talk holds what a tool gave back: it is sent again with each later question. */
export function hasToolResults(turns: readonly Pick<Turn, 'answer'>[]): boolean {
	return turns.some(({ answer }) => answer?.content.some(({ type }) => type === 'tool-result') === true);
}

const AS_TEXT: Remedy = { does: 'toolsAsText', patch: { toolsAsText: true } };

/**
 * What is refused of settings because of the talk before: Converse and Claude's own body want tools described again where
 * one was used (bedrock-facts.md, 3.2). A prompt's ARN brings its own.
 */
export function refusedTalk(settings: RequestSettings, toolsUsed: boolean): readonly Refusal[] {
	const { operation, modelId, tools, systemTools, toolsAsText } = settings;
	// Converse wants any tools at all; those of the model's maker have no place in other bodies.
	const hasTools = tools.length > 0 || (systemTools.length > 0 && !isInvoke(operation));
	if (!toolsUsed || hasTools || toolsAsText) return [];
	const wantsTools = isInvoke(operation) ? familyOf(modelId) === 'claude-messages' : !isPromptArn(modelId);
	return wantsTools ? [{ why: 'toolsGone', settings: ['tools'], limit: null, remedies: [AS_TEXT] }] : [];
}

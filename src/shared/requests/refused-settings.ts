import { isEmbedding } from '../model/family.ts';
import type { CatalogueModel } from '../model/model-entry.ts';
import type { Operation } from '../model/operation.ts';
import { isInvoke, isStreaming } from '../model/operation.ts';
import type { RequestSettings, RequestSettingsPatch } from '../model/settings.ts';
import { fieldMaker } from './field-maker.ts';
import type { Refusal, RefusalReason, Remedy, SettingName } from './refusal.ts';
import { leaveOut } from './refusal.ts';
import { isPromptArn } from './sent-settings.ts';
import { asSent } from './settings-without-place.ts';
import { isToolName, nameProblem } from './tool-names.ts';

/** The least budget of thoughts (bedrock-facts.md, 3.2: "thinking.enabled.budget_tokens: Input should be …"). */
export const LEAST_BUDGET = 1024;

/**
 * What a model of the catalogue refuses of the settings that are sent, with the ways out (bedrock-facts.md, 3.2;
 * Anthropic's extended thinking page for top k). Of a model that the catalogue does
 * not know (null) nothing is claimed but what holds for all.
 */
export function refusedSettings(settings: RequestSettings, model: CatalogueModel | null): readonly Refusal[] {
	const sent = asSent(settings);
	if (model === null) return refusedByAll(sent);
	return [
		...refusedByAll(sent),
		...refusedOperation(sent, model),
		...refusedLimits(sent, model),
		...refusedSampling(sent, model),
		...refusedThinking(sent, model),
		...refusedEffort(sent, model),
		...refusedTools(sent, model),
		...refusedParts(sent, model),
	];
}

function refusal(
	why: RefusalReason,
	settings: readonly SettingName[],
	remedies: readonly Remedy[] = settings.map(leaveOut),
	limit: number | null = null,
): Refusal {
	return { why, settings, remedies, limit };
}

/** What the service itself refuses, whatever the model (API reference, Converse and ToolSpecification). */
function refusedByAll(settings: RequestSettings): readonly Refusal[] {
	const { promptVariables, requestMetadata, modelId, tools, systemTools } = settings;
	const variables = Object.keys(promptVariables).length > 0 && !isPromptArn(modelId);
	const names = hasKnownRules(settings) && tools.some((_, at) => nameProblem(tools, at) === 'form');
	return [
		...(variables ? [refusal('promptVariables', ['promptVariables'])] : []),
		...(names ? [refusal('toolName', ['tools'], [])] : []),
		...(systemTools.every(isToolName) ? [] : [refusal('toolName', ['systemTools'], [])]),
		...(isMetadata(requestMetadata) ? [] : [refusal('metadata', ['requestMetadata'])]),
	];
}

/** Pairs as AWS takes them (API reference, Converse: requestMetadata). */
function isMetadata(pairs: RequestSettings['requestMetadata']): boolean {
	const all = Object.entries(pairs);
	return all.length <= 16 && all.flat().every((text) => /^[a-zA-Z0-9\s:_@$#=/+,.-]{0,256}$/.test(text));
}

function refusedOperation({ operation }: RequestSettings, model: CatalogueModel): readonly Refusal[] {
	if (isEmbedding(model.family) && operation !== 'InvokeModel')
		return [refusal('embedding', ['operation'], [wholeAnswer('InvokeModel')])];
	return isStreaming(operation) && !model.streaming ? [refusal('stream', ['operation'], [wholeAnswer(operation)])] : [];
}

function refusedLimits({ maxTokens }: RequestSettings, { maxOutput }: CatalogueModel): readonly Refusal[] {
	if (maxOutput === null || maxTokens <= maxOutput) return [];
	return [refusal('maxTokens', ['maxTokens'], [setTo('maxTokens', maxOutput, { maxTokens: maxOutput })], maxOutput)];
}

function refusedSampling({ temperature, topP }: RequestSettings, { sampling }: CatalogueModel): readonly Refusal[] {
	const set: readonly SettingName[] = [
		...(temperature === null ? [] : (['temperature'] as const)),
		...(topP === null ? [] : (['topP'] as const)),
	];
	if (sampling === 'none') return set.map((name) => refusal('samplingNone', [name]));
	return sampling === 'one' && set.length === 2 ? [refusal('samplingOne', set)] : [];
}

function refusedThinking(settings: RequestSettings, model: CatalogueModel): readonly Refusal[] {
	const { reasoning, maxTokens, temperature, topK, tools, toolChoice } = settings;
	if (reasoning === null) return [];
	const { thinking } = model;
	const out = leaveOut('reasoning');
	if (thinking === 'none') return [refusal('thinkingNone', ['reasoning'])];
	if (reasoning.mode === 'disabled')
		// The one model of which it is known (bedrock-facts.md, 3.2).
		return model.id.startsWith('anthropic.claude-opus-5-5') ? [refusal('thinkingAlways', ['reasoning'])] : [];
	if (!isClaude(model)) return [];
	const found: Refusal[] = [];
	if (reasoning.mode === 'budget' && thinking === 'adaptive') {
		const adaptive: Remedy = { does: 'adaptive', patch: { reasoning: { mode: 'adaptive', display: 'summarized' } } };
		return [refusal('thinkingBudget', ['reasoning'], [adaptive, out])];
	}
	if (reasoning.mode === 'adaptive' && thinking === 'budget') {
		const budget: Remedy = { does: 'budget', patch: budgetOf(LEAST_BUDGET) };
		return [refusal('thinkingAdaptive', ['reasoning'], [budget, out])];
	}
	if (reasoning.mode === 'budget') {
		const { budgetTokens } = reasoning;
		if (budgetTokens < LEAST_BUDGET) {
			const least = setTo('reasoning', LEAST_BUDGET, budgetOf(LEAST_BUDGET));
			found.push(refusal('budgetSmall', ['reasoning'], [least, out], LEAST_BUDGET));
		}
		const needed = Math.max(budgetTokens, LEAST_BUDGET) + LEAST_BUDGET;
		if (budgetTokens >= maxTokens) {
			const fits = model.maxOutput === null || needed <= model.maxOutput;
			const more = setTo('maxTokens', needed, { maxTokens: needed });
			found.push(refusal('budgetLarge', ['reasoning', 'maxTokens'], [...(fits ? [more] : []), out]));
		}
		if (topK !== null) found.push(refusal('thinkingTopK', ['topK', 'reasoning']));
	}
	if (temperature !== null && temperature !== 1 && model.sampling !== 'none')
		found.push(refusal('thinkingTemperature', ['temperature', 'reasoning']));
	if (model.forcedTools && tools.length > 0 && isForced(toolChoice))
		found.push(refusal('thinkingForcedTool', ['toolChoice', 'reasoning'], [autoTool, out]));
	return found;
}

function refusedEffort(settings: RequestSettings, model: CatalogueModel): readonly Refusal[] {
	const { effort } = settings;
	if (effort === null || !hasKnownRules(settings)) return [];
	if (model.thinking === 'none' || model.thinking === 'always') return [refusal('effort', ['effort'])];
	if (model.thinking !== 'effort') return [];
	const isNova = model.family === 'nova';
	const level = isNova ? 'medium' : 'high';
	const lower: Remedy = { does: 'effort', level, patch: { effort: level } };
	// Nova 2 and gpt-oss know three levels.
	if (effort === 'xhigh' || effort === 'max') return [refusal('effortLevel', ['effort'], [lower, leaveOut('effort')])];
	// Max tokens are always sent.
	return isNova && effort === 'high'
		? [refusal('effortMaxTokens', ['effort', 'maxTokens'], [lower, leaveOut('effort')])]
		: [];
}

function refusedTools(settings: RequestSettings, model: CatalogueModel): readonly Refusal[] {
	const { tools, systemTools, toolChoice, operation } = settings;
	const found: Refusal[] = [];
	if (systemTools.length > 0 && !runsTools(model)) found.push(refusal('systemTools', ['systemTools']));
	if (tools.length === 0) return found;
	if (!model.tools) return [...found, refusal('tools', ['tools'])];
	if (isClaude(model) && tools.some((_, at) => nameProblem(tools, at) === 'twice'))
		found.push(refusal('toolTwice', ['tools'], []));
	if (isStreaming(operation) && !model.toolsInStream)
		found.push(refusal('toolsInStream', ['tools', 'operation'], [wholeAnswer(operation), leaveOut('tools')]));
	if (isForced(toolChoice) && !model.forcedTools)
		found.push(refusal('forcedTool', ['toolChoice'], [autoTool, leaveOut('toolChoice')]));
	else if (
		toolChoice?.type === 'tool' &&
		hasKnownRules(settings) &&
		![...tools.map(({ name }) => name), ...systemTools].includes(toolChoice.name)
	)
		found.push(refusal('missingTool', ['toolChoice']));
	return found;
}

function refusedParts(settings: RequestSettings, model: CatalogueModel): readonly Refusal[] {
	const { system, cache, outputSchema, operation } = settings;
	const caches = cache !== null && (cache.system || cache.tools || cache.messages);
	return [
		// InvokeModel puts it in front of the text, and that is nothing to be refused.
		...(system !== '' && !model.system && !isInvoke(operation) ? [refusal('system', ['system'])] : []),
		...(caches && !model.caching ? [refusal('cache', ['cache'])] : []),
		...(outputSchema !== null && !model.structuredOutput && hasKnownRules(settings)
			? [refusal('outputSchema', ['outputSchema'])]
			: []),
	];
}

const autoTool: Remedy = { does: 'autoTool', patch: { toolChoice: { type: 'auto' } } };

function wholeAnswer(from: Operation): Remedy {
	const operation = isInvoke(from) ? 'InvokeModel' : 'Converse';
	return { does: 'whole', operation, patch: { operation } };
}

function setTo(setting: SettingName, value: number, patch: RequestSettingsPatch): Remedy {
	return { does: 'set', setting, value, patch };
}

function budgetOf(budgetTokens: number): RequestSettingsPatch {
	return { reasoning: { mode: 'budget', budgetTokens } };
}

function isForced(choice: RequestSettings['toolChoice']): boolean {
	return choice?.type === 'any' || choice?.type === 'tool';
}

/** What other makers' own bodies refuse beside the catalogue's abilities is not known. */
function hasKnownRules({ operation, modelId }: RequestSettings): boolean {
	if (!isInvoke(operation)) return true;
	const maker = fieldMaker(modelId);
	return maker === 'claude' || maker === 'nova';
}

/** Web Grounding and the code interpreter are Nova 2's (Nova 2 user guide); no other model of today is said to have any. */
function runsTools({ id }: CatalogueModel): boolean {
	return id.startsWith('amazon.nova-2');
}

function isClaude({ id }: CatalogueModel): boolean {
	return id.startsWith('anthropic.');
}

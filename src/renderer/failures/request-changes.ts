import { baseModelId, callableId, findModel, profilePrefix } from '../../shared/catalogue.ts';
import type { FailureAction } from '../../shared/explanations/steps.ts';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import type { Operation } from '../../shared/model/operation.ts';
import { isStreaming } from '../../shared/model/operation.ts';
import type { RequestSettingsPatch } from '../../shared/model/settings.ts';
import { leaveOut } from '../../shared/requests/refusal.ts';
import type { AskedField } from '../settings/request/request-panel.ts';
import type { RequestSection } from '../settings/request/request-sections.ts';
import { sectionWith } from '../settings/request/request-sections.ts';
import type { ActionContext } from './action-context.ts';
import { settingOf } from './field-setting.ts';

/** The change of settings that a step makes before the call is made again; null where it makes none. */
export function patchOf(
	action: FailureAction,
	{ exchange, facts }: Pick<ActionContext, 'exchange' | 'facts'>,
): RequestSettingsPatch | null {
	switch (action) {
		case 'profileId': {
			const modelId = exchange === null ? null : profileIdFor(exchange);
			return modelId === null ? null : { modelId };
		}
		case 'lowerMaxTokens': {
			const limit = Number(facts.limit);
			return Number.isInteger(limit) && limit > 0 ? { maxTokens: limit } : null;
		}
		case 'leaveOut':
			return without(facts.field);
		case 'converse':
			return { operation: exchange !== null && !isStreaming(exchange.operation) ? 'Converse' : 'ConverseStream' };
		case 'noStreaming':
			return exchange === null ? null : { operation: WHOLE[exchange.operation] };
		default:
			return plainPatches[action] ?? null;
	}
}

/** Changes that depend on nothing. */
const plainPatches: Readonly<Partial<Record<FailureAction, RequestSettingsPatch>>> = {
	practice: { connection: PRACTICE, region: null },
	invoke: { operation: 'InvokeModel' },
	noTopP: { topP: null },
	noSystem: { system: '' },
	noTools: leaveOut('tools').patch,
	autoTool: { toolChoice: { type: 'auto' } },
	noThinking: { reasoning: null },
	adaptive: { reasoning: { mode: 'adaptive', display: 'summarized' } },
	mediumEffort: { effort: 'medium' },
	noCache: { cache: null },
	noGuardrail: { guardrail: null },
	noSchema: { outputSchema: null },
	noPaths: { responsePaths: [] },
	noMetadata: { requestMetadata: {} },
	noVariables: { promptVariables: {} },
	noTier: { serviceTier: null },
};

const COUNTED: ReadonlySet<FailureAction> = new Set([
	'profileId',
	'lowerMaxTokens',
	'leaveOut',
	'converse',
	'noStreaming',
]);

/** Whether a step changes the settings and calls again. */
export function changesRequest(action: FailureAction): boolean {
	return COUNTED.has(action) || plainPatches[action] !== undefined;
}

/** Whether it changes what the body is made of, and not only whom is called. */
export function changesBody(action: FailureAction): boolean {
	return changesRequest(action) && action !== 'profileId' && action !== 'practice';
}

const sections: Readonly<Partial<Record<FailureAction, RequestSection>>> = {
	toolSettings: 'tools',
	thinkingSettings: 'thinking',
	cacheSettings: 'cache',
	guardrailSettings: 'guardrail',
	outputSettings: 'output',
	moreSettings: 'more',
	variableSettings: 'more',
};

/** Whether a step opens the request's settings. */
export function isSectionAction(action: FailureAction): boolean {
	return action === 'fieldSettings' || sections[action] !== undefined;
}

/** The part of the request's settings that a step opens; null: none has the field that the error names. */
export function sectionOf(action: FailureAction, { facts }: Pick<ActionContext, 'facts'>): RequestSection | null {
	const setting = action === 'fieldSettings' ? settingOf(facts.field) : null;
	return setting === null ? (sections[action] ?? null) : sectionWith(setting);
}

/** The field that takes the focus in the settings that a step opens: the setting that the error is about, and the names in it. */
export function fieldOf(action: FailureAction, { facts }: Pick<ActionContext, 'facts'>): AskedField | null {
	if (action === 'variableSettings') return { setting: 'promptVariables', names: facts.detail?.split(/,\s*/) ?? [] };
	const setting = action === 'fieldSettings' ? settingOf(facts.field) : null;
	return setting === null ? null : { setting, names: [] };
}

const WHOLE: Readonly<Record<Operation, Operation>> = {
	Converse: 'Converse',
	ConverseStream: 'Converse',
	InvokeModel: 'InvokeModel',
	InvokeModelWithResponseStream: 'InvokeModel',
};

/** Settings without a field that AWS names in one of its ways (`top_p`, `inferenceConfig.topP`). */
function without(field: string | undefined): RequestSettingsPatch | null {
	const setting = settingOf(field);
	// They are always sent.
	return setting === null || setting === 'maxTokens' ? null : leaveOut(setting).patch;
}

/** The id of an inference profile for the model that was called, from the region of the call; null where none is known. */
export function profileIdFor(exchange: Pick<ExchangeSummary, 'modelId' | 'region'>): string | null {
	const model = findModel(exchange.modelId);
	if (model === null) return null;
	const id = callableId(model, exchange.region === '' ? null : exchange.region);
	return id === exchange.modelId || profilePrefix(id) === null || baseModelId(id) !== model.id ? null : id;
}

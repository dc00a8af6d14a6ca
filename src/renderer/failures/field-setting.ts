import type { SettingName } from '../../shared/requests/refusal.ts';

/** Settings by the names that their fields have in bodies and headers, in small letters and without `_` and `-`. */
const NAMES: Readonly<Record<string, SettingName>> = {
	maxtokens: 'maxTokens',
	maxtokencount: 'maxTokens',
	maxtokenstosample: 'maxTokens',
	maxnewtokens: 'maxTokens',
	maxgenlen: 'maxTokens',
	maxcompletiontokens: 'maxTokens',
	temperature: 'temperature',
	topp: 'topP',
	p: 'topP',
	topk: 'topK',
	k: 'topK',
	stopsequences: 'stopSequences',
	stop: 'stopSequences',
	system: 'system',
	preamble: 'system',
	thinking: 'reasoning',
	reasoningconfig: 'reasoning',
	effort: 'effort',
	reasoningeffort: 'effort',
	maxreasoningeffort: 'effort',
	tools: 'tools',
	toolconfig: 'tools',
	toolchoice: 'toolChoice',
	cachepoint: 'cache',
	cachecontrol: 'cache',
	guardrailconfig: 'guardrail',
	guardrailidentifier: 'guardrail',
	guardrailversion: 'guardrail',
	textformat: 'outputSchema',
	responseformat: 'outputSchema',
	additionalmodelrequestfields: 'additionalFields',
	additionalmodelresponsefieldpaths: 'responsePaths',
	promptvariables: 'promptVariables',
	requestmetadata: 'requestMetadata',
	performanceconfig: 'performance',
	performanceconfiglatency: 'performance',
	servicetier: 'serviceTier',
};

/**
 * The setting that a field belongs to which an error names in one of its ways (`top_p`, `inferenceConfig.topP`,
 * `system.0.cache_control`): by the innermost name that is known. null: none.
 */
export function settingOf(field: string | undefined): SettingName | null {
	const names = (field ?? '').split(/[./[\]]+/).map((name) => name.replace(/[_-]/g, '').toLowerCase());
	const known = names.findLast((name) => Object.hasOwn(NAMES, name));
	return known === undefined ? null : (NAMES[known] ?? null);
}

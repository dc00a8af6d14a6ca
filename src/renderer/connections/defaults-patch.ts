import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';

/** Where and how a conversation calls, and what it sends along: what can be made the default of new conversations. */
const keys = {
	call: ['connection', 'region', 'endpointUrl', 'fips', 'dualStack', 'modelId', 'operation'],
	parameters: [
		'system',
		'maxTokens',
		'temperature',
		'topP',
		'stopSequences',
		'topK',
		'reasoning',
		'effort',
		'tools',
		'systemTools',
		'toolChoice',
		'toolRounds',
		'toolsAsText',
		'cache',
		'guardrail',
		'outputSchema',
		'citations',
		'additionalFields',
		'responsePaths',
		'promptVariables',
		'requestMetadata',
		'performance',
		'serviceTier',
	],
} as const satisfies Record<string, readonly (keyof RequestSettings)[]>;

/** The change that makes a conversation's choices the defaults; null when they are the same already. */
export function defaultsPatch(
	settings: RequestSettings,
	defaults: RequestSettings,
	what: keyof typeof keys,
): RequestSettingsPatch | null {
	const same = keys[what].every((key) => JSON.stringify(settings[key]) === JSON.stringify(defaults[key]));
	return same ? null : Object.fromEntries(keys[what].map((key) => [key, settings[key]]));
}

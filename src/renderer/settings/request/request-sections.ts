import type { RequestSettings } from '../../../shared/model/settings.ts';
import { defaultRequestSettings } from '../../../shared/model/settings.ts';
import type { SettingName } from '../../../shared/requests/refusal.ts';

/** The parts of the request's settings, and what is in each. */
export const requestSections = {
	basics: ['maxTokens', 'temperature', 'topP', 'stopSequences'],
	system: ['system'],
	thinking: ['reasoning', 'effort'],
	tools: ['tools', 'systemTools', 'toolChoice', 'toolRounds', 'toolsAsText'],
	output: ['outputSchema', 'citations'],
	cache: ['cache'],
	guardrail: ['guardrail'],
	more: [
		'topK',
		'additionalFields',
		'responsePaths',
		'promptVariables',
		'requestMetadata',
		'performance',
		'serviceTier',
	],
	endpoint: ['endpointUrl', 'fips', 'dualStack'],
} as const satisfies Readonly<Record<string, readonly SettingName[]>>;

export type RequestSection = keyof typeof requestSections;

/** In the order in which they are listed. */
export const sectionNames = Object.keys(requestSections) as readonly RequestSection[];

/** Whether anything in a part is set. Max tokens always are, and count where they are not the usual ones. */
export function isSectionSet(section: RequestSection, settings: RequestSettings): boolean {
	return namesOf(section).some((name) => isSettingSet(name, settings));
}

/** What is in a part. */
export function namesOf(section: RequestSection): readonly SettingName[] {
	return requestSections[section];
}

/** The part that a setting is in; null: it has its place elsewhere. */
export function sectionWith(name: SettingName): RequestSection | null {
	return sectionNames.find((section) => namesOf(section).includes(name)) ?? null;
}

/** Whether a setting is another one than at the very first start. */
export function isSettingSet(name: SettingName, settings: RequestSettings): boolean {
	return JSON.stringify(settings[name]) !== JSON.stringify(defaultRequestSettings[name]);
}

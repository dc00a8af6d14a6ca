import type { RequestSettings } from '../model/settings.ts';
import type { SentSetting } from './sent-settings.ts';
import { settingPlaces } from './sent-settings.ts';

/** The settings that are set and yet are not sent, because the body has no place for them. */
export function unsentSettings(settings: RequestSettings): readonly SentSetting[] {
	const places = settingPlaces(settings);
	return sentSettings.filter((setting) => isSet[setting](settings) && places[setting] === undefined);
}

/** Whether a setting asks for something at all. */
const isSet: Readonly<Record<SentSetting, (settings: RequestSettings) => boolean>> = {
	system: ({ system }) => system !== '',
	maxTokens: () => true,
	temperature: ({ temperature }) => temperature !== null,
	topP: ({ topP }) => topP !== null,
	topK: ({ topK }) => topK !== null,
	stopSequences: ({ stopSequences }) => stopSequences.length > 0,
	reasoning: ({ reasoning }) => reasoning !== null,
	effort: ({ effort }) => effort !== null,
	tools: ({ tools }) => tools.length > 0,
	systemTools: ({ systemTools }) => systemTools.length > 0,
	toolChoice: (settings) => hasTools(settings) && settings.toolChoice !== null,
	'cache.system': ({ system, cache }) => system !== '' && cache?.system === true,
	'cache.tools': (settings) => hasTools(settings) && settings.cache?.tools === true,
	'cache.messages': ({ cache }) => cache?.messages === true,
	citations: ({ citations }) => citations,
	guardrail: ({ guardrail }) => guardrail !== null,
	'guardrail.version': ({ guardrail }) => guardrail !== null,
	'guardrail.trace': ({ guardrail }) => guardrail !== null && guardrail.trace !== null,
	'guardrail.streamProcessingMode': ({ guardrail }) => guardrail !== null && guardrail.streamProcessingMode !== null,
	'guardrail.questionOnly': ({ guardrail }) => guardrail?.questionOnly === true,
	'guardrail.system': ({ system, guardrail }) => system !== '' && guardrail?.system === true,
	outputSchema: ({ outputSchema }) => outputSchema !== null,
	additionalFields: ({ additionalFields }) => additionalFields.trim() !== '',
	responsePaths: ({ responsePaths }) => responsePaths.length > 0,
	promptVariables: ({ promptVariables }) => Object.keys(promptVariables).length > 0,
	requestMetadata: ({ requestMetadata }) => Object.keys(requestMetadata).length > 0,
	performance: ({ performance }) => performance !== null,
	serviceTier: ({ serviceTier }) => serviceTier !== null,
};

function hasTools({ tools, systemTools }: RequestSettings): boolean {
	return tools.length > 0 || systemTools.length > 0;
}

const sentSettings = Object.keys(isSet) as readonly SentSetting[];

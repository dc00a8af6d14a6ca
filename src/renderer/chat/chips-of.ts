import type { TFunction } from 'i18next';
import type { RequestSettings } from '../../shared/model/settings.ts';
import type { SettingName } from '../../shared/requests/refusal.ts';
import { settingPlaces } from '../../shared/requests/sent-settings.ts';
import type { RequestSection } from '../settings/request/request-sections.ts';

/** A setting in a word or two. */
export interface ChipText {
	readonly name: SettingName;
	/** Where it is set; null: among the basics. */
	readonly section: RequestSection | null;
	readonly text: string;
}

/** What is set of a request, each in a word or two; max tokens always are, where they are sent. */
export function chipsOf(
	settings: RequestSettings,
	t: TFunction<['chat', 'settings', 'request']>,
	language: string,
): readonly ChipText[] {
	const { temperature, topP, stopSequences, system, topK, reasoning, effort, tools, cache, guardrail } = settings;
	const { systemTools, citations, outputSchema, additionalFields, responsePaths, promptVariables, requestMetadata } =
		settings;
	const { performance, serviceTier, toolsAsText } = settings;
	const chips: ChipText[] = [];
	const add = (name: SettingName, section: RequestSection | null, text: string) => chips.push({ name, section, text });
	if (settingPlaces(settings).maxTokens !== undefined)
		add('maxTokens', null, `${t('settings:chip.maxTokens')} ${settings.maxTokens.toLocaleString(language)}`);
	if (temperature !== null) add('temperature', null, `${t('settings:chip.temperature')} ${temperature}`);
	if (topP !== null) add('topP', null, `${t('settings:chip.topP')} ${topP}`);
	if (topK !== null) add('topK', 'more', `${t('request:chip.topK')} ${topK}`);
	if (stopSequences.length > 0)
		add('stopSequences', null, t('composer.stopSequences', { count: stopSequences.length }));
	if (system !== '') add('system', null, t('composer.system'));
	if (reasoning !== null)
		add(
			'reasoning',
			'thinking',
			t(reasoning.mode === 'disabled' ? 'request:chip.thinkingOff' : 'request:chip.thinking'),
		);
	if (effort !== null)
		add('effort', 'thinking', t('request:chip.effort', { level: t(`request:effort.${effort}`).toLowerCase() }));
	if (tools.length > 0) add('tools', 'tools', t('request:chip.tools', { count: tools.length }));
	if (systemTools.length > 0) add('systemTools', 'tools', t('request:chip.systemTools', { count: systemTools.length }));
	if (toolsAsText) add('toolsAsText', 'tools', t('request:chip.toolsAsText'));
	if (citations) add('citations', 'output', t('request:chip.citations'));
	if (outputSchema !== null) add('outputSchema', 'output', t('request:chip.json'));
	if (cache !== null && (cache.system || cache.tools || cache.messages)) add('cache', 'cache', t('request:chip.cache'));
	if (guardrail !== null) add('guardrail', 'guardrail', t('request:chip.guardrail'));
	if (additionalFields.trim() !== '') add('additionalFields', 'more', t('request:chip.additionalFields'));
	if (responsePaths.length > 0)
		add('responsePaths', 'more', t('request:chip.responsePaths', { count: responsePaths.length }));
	const variables = Object.keys(promptVariables).length;
	if (variables > 0) add('promptVariables', 'more', t('request:chip.promptVariables', { count: variables }));
	if (Object.keys(requestMetadata).length > 0) add('requestMetadata', 'more', t('request:chip.requestMetadata'));
	if (performance !== null) {
		const value = t(`request:performance.${performance}`).toLowerCase();
		add('performance', 'more', t('request:chip.performance', { value }));
	}
	if (serviceTier !== null) {
		const value = t(`request:tier.${serviceTier}`).toLowerCase();
		add('serviceTier', 'more', t('request:chip.serviceTier', { value }));
	}
	return chips;
}

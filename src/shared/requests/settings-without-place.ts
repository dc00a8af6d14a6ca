import type { RequestSettings, RequestSettingsPatch } from '../model/settings.ts';
import { withPatch } from '../model/settings.ts';
import type { Refusal, SettingName } from './refusal.ts';
import { leaveOut } from './refusal.ts';
import type { SentSetting } from './sent-settings.ts';
import { unsentSettings } from './unsent-settings.ts';

/** What is set and has no place in the request of this operation and model, so that it is not sent. */
export function settingsWithoutPlace(settings: RequestSettings): readonly Refusal[] {
	return unsentSettings(settings)
		.filter((part) => part !== 'maxTokens' && !(part.startsWith('guardrail.') && isWhollyUnsent(settings)))
		.map((part) => ({
			why: 'unsent',
			settings: [settingOf(part)],
			part,
			limit: null,
			remedies: [{ does: 'leaveOut', setting: settingOf(part), patch: withoutPart(settings, part) }],
		}));
}

/** The setting that a part of a request is of. */
export function settingOf(part: SentSetting): SettingName {
	switch (part) {
		case 'cache.system':
		case 'cache.tools':
		case 'cache.messages':
			return 'cache';
		case 'guardrail.version':
		case 'guardrail.trace':
		case 'guardrail.streamProcessingMode':
		case 'guardrail.questionOnly':
		case 'guardrail.system':
			return 'guardrail';
		default:
			return part;
	}
}

function isWhollyUnsent(settings: RequestSettings): boolean {
	return unsentSettings(settings).includes('guardrail');
}

/** The settings without what is not sent of them: what is not sent is not refused. */
export function asSent(settings: RequestSettings): RequestSettings {
	return unsentSettings(settings).reduce((left, part) => withPatch(left, withoutPart(left, part)), settings);
}

function withoutPart(settings: RequestSettings, part: SentSetting): RequestSettingsPatch {
	const { cache, guardrail } = settings;
	switch (part) {
		case 'maxTokens':
			return {};
		case 'cache.system':
		case 'cache.tools':
		case 'cache.messages': {
			const left = cache === null ? null : { ...cache, [part.slice('cache.'.length)]: false };
			return { cache: left !== null && (left.system || left.tools || left.messages) ? left : null };
		}
		case 'guardrail.trace':
			return { guardrail: guardrail === null ? null : { ...guardrail, trace: null } };
		case 'guardrail.streamProcessingMode':
			return { guardrail: guardrail === null ? null : { ...guardrail, streamProcessingMode: null } };
		case 'guardrail.questionOnly':
			return { guardrail: guardrail === null ? null : { ...guardrail, questionOnly: false } };
		case 'guardrail.system':
			return { guardrail: guardrail === null ? null : { ...guardrail, system: false } };
		default:
			return leaveOut(settingOf(part)).patch;
	}
}

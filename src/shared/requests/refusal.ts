import type { Operation } from '../model/operation.ts';
import type { RequestSettings, RequestSettingsPatch } from '../model/settings.ts';
import { defaultRequestSettings } from '../model/settings.ts';
import type { SentSetting } from './sent-settings.ts';

/** One of the settings, by its key. */
export type SettingName = keyof RequestSettings;

/** Why a known model refuses settings as they are. The words are the window's (`request:refused.*`). */
export type RefusalReason =
	| 'samplingNone'
	| 'samplingOne'
	| 'maxTokens'
	| 'system'
	| 'thinkingNone'
	| 'thinkingBudget'
	| 'thinkingAdaptive'
	| 'thinkingAlways'
	| 'thinkingTemperature'
	| 'thinkingTopK'
	| 'thinkingForcedTool'
	| 'budgetSmall'
	| 'budgetLarge'
	| 'effort'
	| 'effortLevel'
	| 'effortMaxTokens'
	| 'tools'
	| 'toolsInStream'
	| 'forcedTool'
	| 'missingTool'
	| 'toolsGone'
	| 'toolName'
	| 'toolTwice'
	| 'systemTools'
	| 'cache'
	| 'outputSchema'
	| 'stream'
	| 'embedding'
	| 'promptVariables'
	| 'metadata'
	/** Nothing refuses it: the request has no place for it. */
	| 'unsent';

/** A way out of a refusal, and the change that takes it. Undoing it is the caller's: a change may empty what was typed. */
export type Remedy = { readonly patch: RequestSettingsPatch } & (
	| { readonly does: 'leaveOut'; readonly setting: SettingName }
	/** Another number for a setting. */
	| { readonly does: 'set'; readonly setting: SettingName; readonly value: number }
	| { readonly does: 'adaptive' | 'budget' | 'autoTool' | 'toolsAsText' }
	/** The answer in one piece. */
	| { readonly does: 'whole'; readonly operation: Operation }
	| { readonly does: 'effort'; readonly level: 'high' | 'medium' }
);

/** Settings that a model refuses together or alone. */
export interface Refusal {
	readonly why: RefusalReason;
	/** What it is about, the one to change first. */
	readonly settings: readonly SettingName[];
	/** The very part of the request that it is about, where a setting has several. */
	readonly part?: SentSetting;
	/** A limit that the words name; null: none. */
	readonly limit: number | null;
	readonly remedies: readonly Remedy[];
}

/** A setting as it is when it is not sent. */
export function leaveOut(setting: SettingName): Remedy {
	const alone = { [setting]: defaultRequestSettings[setting] };
	return { does: 'leaveOut', setting, patch: setting === 'tools' ? { tools: [], toolChoice: null } : alone };
}

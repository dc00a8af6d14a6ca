import { useTranslation } from 'react-i18next';
import type { RequestSettings, RequestSettingsPatch } from '../../../shared/model/settings.ts';
import type { Refusal, Remedy, SettingName } from '../../../shared/requests/refusal.ts';
import type { SentSetting } from '../../../shared/requests/sent-settings.ts';
import { addUndoable } from '../../notices/toasts.ts';
import { appStore } from '../../state/app-store.ts';
import { count } from '../../ui/quantities.ts';

/** The words of refusals and of the ways out. */
export interface RefusalWords {
	readonly said: (refusal: Refusal) => string;
	/** `named`: which setting is left out is not plain from where it stands. */
	readonly remedy: (remedy: Remedy, named: boolean) => string;
	readonly done: (remedy: Remedy) => string;
	readonly undo: string;
}

/** The words of refusals, in the window's language. */
export function useRefusalWords(): RefusalWords {
	const { t, i18n } = useTranslation('request');
	const number = (value: number) => count(value, i18n.language);
	const name = (setting: SettingName) => t(`setting.${setting}`);
	return {
		said: ({ why, settings, part, limit }) => {
			const setting = isPart(part) ? t(`part.${part}`) : name(settings[0] ?? 'modelId');
			return t(`refused.${why}`, { setting, limit: limit === null ? '' : number(limit) });
		},
		remedy: (remedy, named) => {
			switch (remedy.does) {
				case 'leaveOut':
					return named ? t('remedy.leaveOutNamed', { setting: name(remedy.setting) }) : t('remedy.leaveOut');
				case 'set':
					return t('remedy.set', { setting: name(remedy.setting), value: number(remedy.value) });
				case 'whole':
					return t('remedy.whole', { operation: remedy.operation });
				case 'effort':
					return t('remedy.effort', { level: t(`effort.${remedy.level}`) });
				default:
					return t(`remedy.${remedy.does}`);
			}
		},
		done: (remedy) => t(remedy.does === 'leaveOut' ? 'leftOut' : 'changed', { setting: name(changedBy(remedy)) }),
		undo: t('undo'),
	};
}

/** Takes a way out, with the way back: what is left out may have been long to type. */
export function takeRemedy(
	remedy: Remedy,
	settings: RequestSettings,
	onChange: (patch: RequestSettingsPatch) => void,
	words: RefusalWords,
): void {
	const before = Object.fromEntries(Object.entries(settings).filter(([name]) => name in remedy.patch));
	const { openId } = appStore.getState();
	onChange(remedy.patch);
	addUndoable(words.done(remedy), words.undo, () => {
		// By then another conversation may be open.
		if (appStore.getState().openId === openId) onChange(before);
	});
}

function changedBy(remedy: Remedy): SettingName {
	switch (remedy.does) {
		case 'leaveOut':
		case 'set':
			return remedy.setting;
		case 'adaptive':
		case 'budget':
			return 'reasoning';
		case 'autoTool':
			return 'toolChoice';
		case 'toolsAsText':
			return 'toolsAsText';
		case 'whole':
			return 'operation';
		case 'effort':
			return 'effort';
	}
}

function isPart(part: SentSetting | undefined): part is Extract<SentSetting, `${string}.${string}`> {
	return part?.includes('.') === true;
}

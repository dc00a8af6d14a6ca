import { useTranslation } from 'react-i18next';
import type { SettingName } from '../../../shared/requests/refusal.ts';
import type { SentSetting } from '../../../shared/requests/sent-settings.ts';

/** The names of settings, as the form has them. */
export function useSettingName(): (setting: SentSetting | SettingName) => string {
	const { t } = useTranslation('request');
	return (setting) => (isPart(setting) ? t(`part.${setting}`) : t(`setting.${setting}`));
}

function isPart(setting: SentSetting | SettingName): setting is Extract<SentSetting, `${string}.${string}`> {
	return setting.includes('.');
}

import { useTranslation } from 'react-i18next';
import type { SentSetting } from '../../../shared/sent-settings.ts';

/** The names of settings, as the form has them. */
export function useSettingName(): (setting: SentSetting) => string {
	const { t } = useTranslation('request');
	return (setting) => (isPart(setting) ? t(`part.${setting}`) : t(`setting.${setting}`));
}

function isPart(setting: SentSetting): setting is Extract<SentSetting, `${string}.${string}`> {
	return setting.includes('.');
}

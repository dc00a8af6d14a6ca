import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { AppSettings } from '../../shared/model/app-settings.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** The languages that the app speaks. */
export type Language = 'en' | 'ja';

/** The language to speak: the chosen one, else the system's where the app speaks it, else English. */
export function languageFor(setting: AppSettings['language'], locale: string): Language {
	if (setting !== 'system') return setting;
	return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** The app's texts. React escapes what is filled in, so i18next must not do it again. */
export const i18n = createInstance({
	resources: { en, ja },
	lng: 'en',
	fallbackLng: 'en',
	defaultNS: 'common',
	interpolation: { escapeValue: false },
	returnNull: false,
});

/** Makes the texts ready. Must be awaited before the first render. */
export async function startI18n(language: Language): Promise<void> {
	await i18n.use(initReactI18next).init();
	await setLanguage(language);
}

/** Switches the language of every text, and says so to the page for fonts, line breaks and screen readers. */
export async function setLanguage(language: Language): Promise<void> {
	document.documentElement.lang = language;
	await i18n.changeLanguage(language);
}

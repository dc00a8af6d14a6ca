import type { TFunction } from 'i18next';
import { createInstance } from 'i18next';
import { en } from '../../../src/renderer/i18n/en.ts';
import type { Language } from '../../../src/renderer/i18n/i18n.ts';
import { ja } from '../../../src/renderer/i18n/ja.ts';

const namespaces = [
	// The first is that of keys without a namespace.
	'common',
	'access',
	'attachments',
	'blocks',
	'chat',
	'compare',
	'comparison',
	'connections',
	'continuation',
	'conversations',
	'cost',
	'editor',
	'explain',
	'failure',
	'fields',
	'files',
	'inspector',
	'models',
	'notices',
	'presenter',
	'request',
	'sent',
	'settings',
	'signature',
	'stops',
	'storage',
	'stream',
	'timeline',
	'tries',
	'welcome',
] as const;

/** The app's own texts in a language, so that a spec names a key (`chat:composer.send`) and never a sentence. */
export type Words = TFunction<typeof namespaces>;

/** Reads the app's texts. */
export async function wordsOf(language: Language): Promise<Words> {
	const instance = createInstance({
		resources: { en, ja },
		lng: language,
		defaultNS: 'common',
		interpolation: { escapeValue: false },
		returnNull: false,
	});
	await instance.init();
	return instance.getFixedT(language, namespaces);
}

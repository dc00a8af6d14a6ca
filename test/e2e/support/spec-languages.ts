import { basename } from 'node:path';
import type { Language } from '../../../src/renderer/i18n/i18n.ts';

/** Specs that are run in one language: what they hold is the same in any, as bytes, sizes, files and calls are. */
const inOneLanguage: Readonly<Record<string, Language>> = {
	'chain-links': 'en',
	'copy-as-code': 'en',
	'full-disk': 'ja',
	'kept-over-reload': 'ja',
	'large-bodies': 'en',
	'native-families': 'ja',
	operations: 'ja',
	retries: 'en',
	secrets: 'en',
	size: 'ja',
};

/** The one language that a spec is run in; null where it is run in each. */
export function onlyLanguage(file: string): Language | null {
	return inOneLanguage[basename(file, '.spec.ts')] ?? null;
}

/** The files that a language's project leaves to the other one. */
export function leftToOthers(language: Language): string[] {
	return Object.entries(inOneLanguage).flatMap(([name, only]) => (only === language ? [] : [`${name}.spec.ts`]));
}

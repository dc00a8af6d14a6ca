import { expect, test } from 'vitest';
import { en } from '../../../../src/renderer/i18n/en.ts';
import { languageFor } from '../../../../src/renderer/i18n/i18n.ts';
import { ja } from '../../../../src/renderer/i18n/ja.ts';

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, path = ''): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(texts).flatMap(([key, value]) =>
			typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flat(value, `${path}${key}.`)],
		),
	);
}

/** What a text is filled with, and its tags: the translation must have the same. */
function marks(text: string): readonly string[] {
	return [...text.matchAll(/\{\{\w+\}\}|<\/?\w+>/g)].map(([mark]) => mark).sort();
}

const english = flat(en);
const japanese = flat(ja);

test('both languages have the same keys; only English has a singular', () => {
	const keys = [...english.keys()].filter((key) => !key.endsWith('_one'));
	expect([...japanese.keys()].sort()).toEqual(keys.sort());
});

test('a translation is filled with the same as the original, and is not empty', () => {
	for (const [key, text] of japanese) {
		expect([key, marks(text)]).toEqual([key, marks(english.get(key) ?? '')]);
		expect(text.trim(), key).not.toBe('');
	}
});

test('a sentence is translated, not copied', () => {
	const copied = [...japanese].filter(([key, text]) => text === english.get(key) && /[a-z]+ [a-z]+ [a-z]+/.test(text));
	expect(copied.filter(([key]) => !key.startsWith('chat.empty.language'))).toEqual([]);
});

test.each([
	['system', 'ja-JP', 'ja'],
	['system', 'fr-FR', 'en'],
	['en', 'ja-JP', 'en'],
	['ja', 'en-US', 'ja'],
] as const)('setting %s on a %s system: %s', (setting, locale, language) => {
	expect(languageFor(setting, locale)).toBe(language);
});

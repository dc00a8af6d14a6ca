import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en } from '../../../../src/renderer/i18n/en.ts';

/** Texts that types and tests of their own hold: of failures and fields by ids of `src/shared/`, of what can be tried. */
const heldElsewhere: ReadonlySet<string> = new Set(['failure', 'fields', 'tries']);

const source = fileURLToPath(new URL('../../../../src/', import.meta.url));

/** What can name a text, in a file: its strings, and its templates as patterns. */
interface Named {
	readonly strings: ReadonlySet<string>;
	readonly patterns: readonly RegExp[];
}

function namedIn(files: readonly string[]): Named {
	// Templates have strings within.
	const quoted = files.flatMap((file) => [...file.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)]);
	const templates = files.flatMap((file) => [...file.matchAll(/`([^`]*)`/g)]);
	return {
		strings: new Set([
			...quoted.map(([, single, double]) => single ?? double ?? ''),
			...templates.map(([, text = '']) => text),
		]),
		patterns: templates
			.map(([, text = '']) => text.split(/\$\{[^}]*\}/))
			// One without a word of its own could be anything.
			.filter((fixed) => fixed.length > 1 && fixed.some((part) => /[a-z]{2}/i.test(part)))
			.map((fixed) => new RegExp(`^${fixed.map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')).join('.+')}$`)),
	};
}

function keysOf(texts: object, path: string): readonly string[] {
	return Object.entries(texts).flatMap(([key, value]) =>
		typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
	);
}

/** The keys of an area of texts that nothing in these files names. */
function unused(area: string, texts: object, { strings, patterns }: Named): readonly string[] {
	return keysOf(texts, '').filter((key) => {
		// i18next chooses forms by what comes after the underscore.
		const whole = [key, key.replace(/_[a-z]+$/, '')];
		const names = [...whole, ...whole.map((name) => `${area}:${name}`)];
		return !names.some((name) => strings.has(name) || patterns.some((pattern) => pattern.test(name)));
	});
}

test('every text is used', () => {
	const files = globSync('{renderer,shared}/**/*.{ts,tsx}', { cwd: source, exclude: (path) => /^(en|ja)$/.test(path) });
	expect(files.length).toBeGreaterThan(300);
	const named = namedIn(files.map((path) => readFileSync(`${source}${path}`, 'utf8')));
	const areas = Object.entries(en).filter(([area]) => !heldElsewhere.has(area));
	expect(areas.flatMap(([area, texts]) => unused(area, texts, named).map((key) => `${area}:${key}`))).toEqual([]);
});

test('a text that is not used is found', () => {
	const texts = { kind: { one: '', two: '', three_one: '', three_other: '' }, other: '' };
	const some = `t('kind.one', { name: \`\${t('area:other')}\` }); t("kind.three")`;
	expect(unused('area', texts, namedIn([some, `t(\`kind.\${word}\`)`]))).toEqual([]);
	expect(unused('area', texts, namedIn([some, `t(\`\${kind}.\${word}\`)`]))).toEqual(['kind.two']);
	expect(unused('area', texts, namedIn(["t('other:kind.one')"]))).toHaveLength(5);
});

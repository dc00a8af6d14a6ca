import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const folders = ['src', 'test', 'docs', 'scripts', 'resources', 'bench'];

/** Every file and folder that a document may name, each with a slash before and after it. */
const places = folders.flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
		(path) => `/${folder}/${path.replaceAll('\\', '/')}/`,
	),
);

const documents = [
	...readdirSync(root).filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md'),
	...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.md'))
		.map((path) => `docs/${path.replaceAll('\\', '/')}`),
];

/** What a text names in code letters as a file or folder of the project, and that is not there. */
function missingPlaces(text: string): string[] {
	const named = [...text.matchAll(/`([\w./-]+(?:\.(?:tsx?|mjs|css|md)|\/))`/g)].flatMap(([, path]) => path ?? []);
	// What tests leave behind is not always there.
	return named.filter(
		(path) =>
			!path.startsWith('test-results/') && !places.some((place) => place.includes(`/${path.replace(/\/$/, '')}/`)),
	);
}

/** Links of a document that lead to no file. */
function deadLinks(document: string, text: string): string[] {
	return [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
		.flatMap(([, link]) => link ?? [])
		.filter((link) => !existsSync(join(root, dirname(document), link)));
}

describe('documents', () => {
	test.each(documents)('%s names only what is there', (document) => {
		const text = read(document);
		expect(missingPlaces(text)).toEqual([]);
		expect(deadLinks(document, text)).toEqual([]);
	});

	test('what is not there is found', () => {
		expect(missingPlaces('see `src/main/core/app.ts`, `src/main/core/gone.ts`, `gone/`, `app.ts`')).toEqual([
			'src/main/core/gone.ts',
			'gone/',
		]);
		expect(deadLinks('docs/practice.md', '[a](practice.ja.md) [b](gone.md) [c](https://example.com)')).toEqual([
			'gone.md',
		]);
	});
});

/** The beginnings of the lines that make a document's shape: headings, list items, rows, code, pictures. */
function shapeOf(text: string): string[] {
	return text.split('\n').flatMap((line) => line.match(/^(#+ |- |\||```\w*|!\[)/)?.[1] ?? []);
}

describe('both languages say the same, part by part', () => {
	test.each([
		['README.md', 'README.ja.md'],
		['docs/practice.md', 'docs/practice.ja.md'],
	])('%s and %s', (english, japanese) => {
		expect(shapeOf(read(japanese))).toEqual(shapeOf(read(english)));
	});
});

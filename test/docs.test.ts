import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root });

function read(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}

/** What a document points to: relative links and pictures, and files and folders of the project named in backticks. */
function targets(path: string): string[] {
	const text = read(path);
	const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => join(dirname(path), link));
	const named = [...text.matchAll(/`((?:src|test|scripts|docs|bench|resources)\/[^`\s]*)`/g)].map(
		([, name = '']) => name,
	);
	return [...links, ...named].filter((target) => !target.includes('NNNN'));
}

test.each(documents)('%s points to nothing that is not there', (path) => {
	expect(targets(path).filter((target) => !existsSync(join(root, target)))).toEqual([]);
});

test('documents name only npm scripts that there are', () => {
	const named = documents.flatMap((path) =>
		[...read(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
	);
	expect(named.length).toBeGreaterThan(5);
	expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([]);
});

test('both READMEs give the same commands and the same pictures', () => {
	const commands = (path: string) => [...read(path).matchAll(/^npm [^#\n]*/gm)].map(([line]) => line.trim());
	const pictures = (path: string) => [...read(path).matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, picture]) => picture);
	expect(commands('README.md').length).toBeGreaterThan(3);
	expect(commands('README.ja.md')).toEqual(commands('README.md'));
	expect(pictures('README.md').length).toBeGreaterThan(0);
	expect(pictures('README.ja.md')).toEqual(pictures('README.md').map((picture) => picture?.replace('-en.', '-ja.')));
});

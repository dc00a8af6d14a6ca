import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const renderer = fileURLToPath(new URL('../../../src/renderer', import.meta.url));

function classesOf(styles: string): ReadonlySet<string> {
	const selectors = styles.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/:[^;{}]*;/g, '');
	return new Set([...selectors.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name));
}

/** The classes that only a component or only its style module knows; `sources`: by their paths. */
function strangers(sources: ReadonlyMap<string, string>): readonly string[] {
	const found: string[] = [];
	const modules = [...sources].filter(([path]) => path.endsWith('.module.css'));
	const classes = new Map(modules.map(([path, styles]) => [path, classesOf(styles)]));
	const taken = new Map(modules.map(([path]) => [path, new Set<string>()]));
	/** Modules of which some class is named only while the app runs. */
	const open = new Set<string>();
	for (const [path, text] of sources) {
		for (const [, name = '', from = ''] of text.matchAll(/^import (\w+) from '(.*\.module\.css)';$/gm)) {
			const module = join(dirname(path), from);
			for (const [, quoted] of text.matchAll(new RegExp(`\\b${name}\\[(?:'([^']+)'\\])?`, 'g'))) {
				if (quoted === undefined) open.add(module);
				else if (classes.get(module)?.has(quoted) === true) taken.get(module)?.add(quoted);
				else found.push(`${path}: ${module} has no .${quoted}`);
			}
		}
	}
	for (const [path] of modules.filter(([module]) => !open.has(module))) {
		const unused = [...(classes.get(path) ?? [])].filter((name) => taken.get(path)?.has(name) !== true);
		found.push(...unused.map((name) => `${path}: .${name} is not used`));
	}
	return found;
}

test('components and their styles know the same classes', () => {
	const paths = globSync('**/*.{tsx,module.css}', { cwd: renderer }).map((path) => path.replaceAll('\\', '/'));
	expect(paths.length).toBeGreaterThan(200);
	expect(strangers(new Map(paths.map((path) => [path, readFileSync(join(renderer, path), 'utf8')])))).toEqual([]);
});

test('a class that only one of both knows is found', () => {
	const styles = '/* .no */ .row:not(.open) > .name, .row { margin: 0.5em; background: url(a.svg); } .gone { top: 0; }';
	const component = "import css from '../ui/a.module.css';\ncss['row'], css['open'], css['name'], css['nane']";
	const sources = new Map([
		['ui/a.module.css', styles],
		['chat/b.tsx', component],
	]);
	expect(strangers(sources)).toEqual([
		'chat/b.tsx: ui/a.module.css has no .nane',
		'ui/a.module.css: .gone is not used',
	]);
	expect(strangers(new Map([...sources, ['chat/c.tsx', component.replace("'nane'", 'kind')]]))).toEqual([
		'chat/b.tsx: ui/a.module.css has no .nane',
	]);
});

import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { parseSync } from 'vite';

/** Source files by their path from the project's folder, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

interface Layer {
	readonly folder: string;
	/** Layers that it may import from, besides itself. */
	readonly mayImport: readonly string[];
	readonly node: boolean;
	readonly electron: boolean;
	/** null: any package that is not refused otherwise. */
	readonly packages: readonly RegExp[] | null;
	/** What of the project's own files outside src/ may be imported. */
	readonly outside: readonly RegExp[];
}

const contractPackages = [/^zod$/, /^@orpc\/contract$/];
const windowPackages = /^(?!@aws-|@smithy\/|@orpc\/server|ws$|conf$)/;
const shared = 'src/shared/';
const hostMayImport = ['src/main/core/', 'src/main/practice/', shared];

/** The rooms of the house (docs/architecture.md, "Import law"). */
const layers: readonly Layer[] = [
	{
		folder: shared,
		mayImport: [],
		node: false,
		electron: false,
		packages: contractPackages,
		outside: [/^resources\/.+\.json$/],
	},
	{ folder: 'src/preload/', mayImport: [shared], node: false, electron: true, packages: [], outside: [] },
	{
		folder: 'src/renderer/',
		mayImport: [shared],
		node: false,
		electron: false,
		packages: [windowPackages],
		outside: [],
	},
	{ folder: 'src/main/core/', mayImport: [shared], node: true, electron: false, packages: null, outside: [] },
	{ folder: 'src/main/practice/', mayImport: [shared], node: true, electron: false, packages: null, outside: [] },
	{
		folder: 'src/main/electron/',
		mayImport: hostMayImport,
		node: true,
		electron: true,
		packages: null,
		outside: [/^package\.json$/, /^resources\//],
	},
	{
		folder: 'src/main/web/',
		mayImport: hostMayImport,
		node: true,
		electron: false,
		packages: null,
		outside: [/^package\.json$/, /^resources\//],
	},
];

/** Packages that load Electron themselves. */
const electronPackage = /^electron($|\/)|^electron-(store|updater|log)$/;

/** Everything in the sources that breaks the import law, one sentence each; empty when all is well. */
export function findViolations(sources: Sources): string[] {
	const imports = new Map([...sources].map(([path, text]) => [path, importsOf(path, text)] as const));
	const found = [...imports].flatMap(([path, specifiers]) => {
		const layer = layers.find(({ folder }) => path.startsWith(folder));
		if (layer === undefined) return [`${path}: has no place in the house`];
		return specifiers.flatMap((specifier) => judge(path, layer, specifier));
	});
	return [...found, ...findCycles(imports)];
}

/** What a source imports, exports from, loads dynamically, requires or names in a type, by a real parser. */
export function importsOf(path: string, text: string): string[] {
	const { program, errors } = parseSync(path, text);
	if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
	const specifiers: string[] = [];
	walk(program, specifiers);
	return specifiers;
}

const importingNodes = new Set([
	'ImportDeclaration',
	'ExportAllDeclaration',
	'ExportNamedDeclaration',
	'ImportExpression',
	'TSImportType',
]);

function walk(node: unknown, specifiers: string[]): void {
	if (Array.isArray(node)) {
		for (const child of node) walk(child, specifiers);
		return;
	}
	if (!isRecord(node)) return;
	const type = node['type'];
	if (typeof type === 'string' && importingNodes.has(type)) addLiteral(node['source'], specifiers);
	if (type === 'TSExternalModuleReference') addLiteral(node['expression'], specifiers);
	if (type === 'CallExpression' && isRecord(node['callee']) && node['callee']['name'] === 'require')
		addLiteral(Array.isArray(node['arguments']) ? node['arguments'][0] : undefined, specifiers);
	for (const child of Object.values(node)) walk(child, specifiers);
}

function addLiteral(node: unknown, specifiers: string[]): void {
	if (isRecord(node) && typeof node['value'] === 'string') specifiers.push(node['value']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function judge(path: string, layer: Layer, specifier: string): string[] {
	const bad = (why: string) => [`${path}: imports ${specifier}: ${why}`];
	if (specifier.startsWith('.')) {
		const target = resolve(path, specifier);
		if (target.startsWith('src/')) {
			const allowed = [layer.folder, ...layer.mayImport].some((folder) => target.startsWith(folder));
			return allowed ? [] : bad(`${layer.folder} must not know it`);
		}
		return layer.outside.some((pattern) => pattern.test(target)) ? [] : bad('it lies outside src/');
	}
	if (specifier.startsWith('node:') || builtinModules.includes(specifier))
		return layer.node ? [] : bad(`there is no Node in ${layer.folder}`);
	if (electronPackage.test(specifier))
		return layer.electron ? [] : bad('Electron belongs to src/main/electron/ and src/preload/');
	if (layer.packages === null || layer.packages.some((pattern) => pattern.test(specifier))) return [];
	return bad(`not a package for ${layer.folder}`);
}

function resolve(from: string, specifier: string): string {
	return posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')));
}

/** Cycles among the sources, each told once; imports of types count as well, because they tie files together too. */
function findCycles(imports: ReadonlyMap<string, readonly string[]>): string[] {
	const cycles: string[] = [];
	const done = new Set<string>();
	const visit = (path: string, trail: readonly string[]): void => {
		const start = trail.indexOf(path);
		if (start >= 0) {
			cycles.push(`import cycle: ${[...trail.slice(start), path].join(' -> ')}`);
			return;
		}
		if (done.has(path)) return;
		for (const specifier of imports.get(path) ?? []) {
			if (specifier.startsWith('.')) visit(resolve(path, specifier), [...trail, path]);
		}
		done.add(path);
	};
	for (const path of imports.keys()) visit(path, []);
	return cycles;
}

import type { HLJSApi, LanguageFn } from 'highlight.js';

/** A piece of highlighted code: text, with the highlighter's class names. */
export interface Piece {
	readonly text: string;
	/** Empty: plain. */
	readonly classNames: string;
}

/** Highlights code, or gives it back as one plain piece. */
export type Highlighter = (code: string) => readonly Piece[];

/** A run of lines of a block of code. */
export interface HighlightedRun {
	readonly code: string;
	/** The first line of the comment or string in which the run begins; empty when it begins in none. */
	readonly inside: string;
	readonly pieces: readonly Piece[];
	/** The same for the run that follows. */
	readonly leaves: string;
}

/** Code without colours. */
export const plain: Highlighter = (code) => (code === '' ? [] : [{ text: code, classNames: '' }]);

/**
 * Highlights runs of lines one after the other. A comment or a string that is open at the end of one goes on in the
 * next.
 * @param before runs by the same highlighter: those that would be the same are taken as they are
 */
export function highlightRuns(
	highlight: Highlighter,
	codes: readonly string[],
	before: readonly HighlightedRun[],
): readonly HighlightedRun[] {
	const runs: HighlightedRun[] = [];
	for (const [index, code] of codes.entries()) {
		const inside = runs.at(-1)?.leaves ?? '';
		const known = before[index];
		runs.push(known?.code === code && known.inside === inside ? known : highlightRun(highlight, code, inside));
	}
	return runs;
}

function highlightRun(highlight: Highlighter, code: string, inside: string): HighlightedRun {
	const pieces = highlight(inside + code);
	return { code, inside, pieces: withoutStart(pieces, inside.length), leaves: openAtEnd(pieces) };
}

function withoutStart(pieces: readonly Piece[], length: number): readonly Piece[] {
	let left = length;
	return pieces.flatMap((piece) => {
		const cut = Math.min(left, piece.text.length);
		left -= cut;
		return cut === piece.text.length ? [] : [{ ...piece, text: piece.text.slice(cut) }];
	});
}

/** A run ends with a line break. When that is part of a comment or a string, it goes on; its first line opens it. */
function openAtEnd(pieces: readonly Piece[]): string {
	const kind = pieces.at(-1)?.classNames.split(' ')[0];
	if (kind !== 'hljs-comment' && kind !== 'hljs-string') return '';
	const from = pieces.findLastIndex(({ classNames }) => classNames.split(' ')[0] !== kind) + 1;
	const text = pieces
		.slice(from)
		.map((piece) => piece.text)
		.join('');
	return text.slice(0, text.indexOf('\n') + 1);
}

type Loader = () => Promise<{ readonly default: LanguageFn }>;

/** The languages that are worth their bytes: what answers about AWS are written in. Each is loaded when first seen. */
const loaders: Readonly<Record<string, Loader>> = {
	bash: () => import('highlight.js/lib/languages/bash'),
	c: () => import('highlight.js/lib/languages/c'),
	cpp: () => import('highlight.js/lib/languages/cpp'),
	csharp: () => import('highlight.js/lib/languages/csharp'),
	css: () => import('highlight.js/lib/languages/css'),
	diff: () => import('highlight.js/lib/languages/diff'),
	dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
	go: () => import('highlight.js/lib/languages/go'),
	http: () => import('highlight.js/lib/languages/http'),
	ini: () => import('highlight.js/lib/languages/ini'),
	java: () => import('highlight.js/lib/languages/java'),
	javascript: () => import('highlight.js/lib/languages/javascript'),
	json: () => import('highlight.js/lib/languages/json'),
	kotlin: () => import('highlight.js/lib/languages/kotlin'),
	markdown: () => import('highlight.js/lib/languages/markdown'),
	php: () => import('highlight.js/lib/languages/php'),
	powershell: () => import('highlight.js/lib/languages/powershell'),
	python: () => import('highlight.js/lib/languages/python'),
	ruby: () => import('highlight.js/lib/languages/ruby'),
	rust: () => import('highlight.js/lib/languages/rust'),
	sql: () => import('highlight.js/lib/languages/sql'),
	swift: () => import('highlight.js/lib/languages/swift'),
	typescript: () => import('highlight.js/lib/languages/typescript'),
	xml: () => import('highlight.js/lib/languages/xml'),
	yaml: () => import('highlight.js/lib/languages/yaml'),
};

const aliases: Readonly<Record<string, string>> = {
	'c#': 'csharp',
	'c++': 'cpp',
	cjs: 'javascript',
	console: 'bash',
	cs: 'csharp',
	golang: 'go',
	html: 'xml',
	js: 'javascript',
	jsonc: 'json',
	jsx: 'javascript',
	md: 'markdown',
	mjs: 'javascript',
	ps1: 'powershell',
	py: 'python',
	python3: 'python',
	rb: 'ruby',
	rs: 'rust',
	sh: 'bash',
	shell: 'bash',
	svg: 'xml',
	toml: 'ini',
	ts: 'typescript',
	tsx: 'typescript',
	yml: 'yaml',
	zsh: 'bash',
};

/** The language's name behind what an author writes after a fence; null for one that is not highlighted. */
export function languageOf(written: string): string | null {
	const lower = written.toLowerCase();
	const name = Object.hasOwn(aliases, lower) ? aliases[lower] : lower;
	return name !== undefined && Object.hasOwn(loaders, name) ? name : null;
}

let core: Promise<HLJSApi> | null = null;

/** Loads a language that `languageOf` named. Rejects when its code can't be loaded. */
export async function loadHighlighter(language: string): Promise<Highlighter> {
	core ??= import('highlight.js/lib/core').then((module) => module.default);
	const [api, definition] = await Promise.all([core, loaders[language]?.()]);
	if (definition === undefined) return plain;
	if (api.getLanguage(language) === undefined) api.registerLanguage(language, definition.default);
	return (code) => piecesOf(api.highlight(code, { language, ignoreIllegals: true }).value);
}

const entities: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#x27;': "'",
};

/**
 * Reads the highlighter's HTML (text, five entities, `<span class="…">`) as pieces, so that it is never given to the
 * page as HTML.
 */
export function piecesOf(html: string): readonly Piece[] {
	const pieces: Piece[] = [];
	const open: string[] = [];
	for (const part of html.split(/(<span class="[^"]*">|<\/span>)/)) {
		const start = /^<span class="([^"]*)">$/.exec(part);
		if (start !== null) open.push(start[1] ?? '');
		else if (part === '</span>') open.pop();
		else if (part !== '') {
			const text = part.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity);
			pieces.push({ text, classNames: open.join(' ') });
		}
	}
	return pieces;
}

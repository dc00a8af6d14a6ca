import { json } from '@codemirror/lang-json';
import { codeFolding, foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { closeSearchPanel, openSearchPanel, search, searchKeymap, searchPanelOpen } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { PlaceListener } from '../explain/field-pointer.ts';
import { fieldPointer, noFieldPointer } from '../explain/field-pointer.ts';
import { farSearch } from './far-search.ts';
import { hasLongLine } from './reading.ts';

/** What a viewer shows, and in which words. */
export interface CodeOptions {
	/** The text in pieces. When others follow the same ones, they are added; else all is shown anew. */
	readonly pieces: readonly string[];
	/** Whether it is JSON. */
	readonly json: boolean;
	/** Whether JSON is coloured and folded. */
	readonly coloured: boolean;
	/** Numbers the lines. */
	readonly numbered: boolean;
	/** Its name for a screen reader. */
	readonly label: string;
	/** CodeMirror's own words (EditorState.phrases), translated. */
	readonly phrases: Readonly<Record<string, string>>;
	/** Lets CodeMirror put its style element into a page with a strict CSP. */
	readonly nonce: string;
	/** Told of the field under pointer and caret; null: fields are not explained. */
	readonly onPlace: PlaceListener | null;
}

/** A viewer in the page. Whoever made it ends it. */
export interface CodeEditor {
	update(options: CodeOptions): void;
	toggleSearch(): void;
	destroy(): void;
}

/** CodeMirror leaves out parts of lines that are longer than this. */
const LONGEST_UNMEASURED_LINE = 10_000;

/**
 * Puts a read-only viewer into `parent`. It draws the visible lines only, also inside a scrolling parent; of a very long
 * line it draws a part. It can tell which part only after it has measured itself: until then it is left empty, because
 * a line of some MB drawn whole stops the window for many seconds (5 MB of Japanese: 17 s). Of a long text each piece is
 * taken by itself, so that the window answers between two.
 */
export function createCodeEditor(parent: HTMLElement, options: CodeOptions): CodeEditor {
	const changing = new Compartment();
	let latest = options;
	/** Pieces of what is shown; null: nothing is yet. */
	let shown: readonly string[] | null = null;
	let ready = !hasLongLine(options.pieces[0] ?? '', LONGEST_UNMEASURED_LINE);
	let next: ReturnType<typeof setTimeout> | undefined;
	const view = new EditorView({
		parent,
		state: EditorState.create({
			doc: ready ? (options.pieces[0] ?? '') : '',
			extensions: [fixed, EditorView.cspNonce.of(options.nonce), changing.of(changingOf(options))],
		}),
	});
	if (ready) shown = options.pieces.slice(0, 1);
	/** Takes the next piece; the first one also takes away what was there. */
	const take = (): void => {
		clearTimeout(next);
		const { pieces } = latest;
		const goesOn = shown !== null && shown.length <= pieces.length && shown.every((piece, at) => piece === pieces[at]);
		const known = goesOn && shown !== null ? shown : [];
		const insert = pieces[known.length] ?? '';
		const end = view.state.doc.length;
		if (!goesOn) view.dispatch({ changes: { from: 0, to: end, insert } });
		else if (insert !== '') view.dispatch({ changes: { from: end, insert } });
		shown = pieces.slice(0, known.length + 1);
		if (shown.length < pieces.length) next = setTimeout(take, 0);
	};
	// CodeMirror has asked for a frame to measure in before: this one runs after it.
	const frame = requestAnimationFrame(() => {
		ready = true;
		take();
	});
	return {
		update(wanted) {
			const same = sameBut(latest, wanted);
			latest = wanted;
			if (!same) view.dispatch({ effects: changing.reconfigure(changingOf(wanted)) });
			if (ready) take();
		},
		toggleSearch() {
			if (searchPanelOpen(view.state)) closeSearchPanel(view);
			else openSearchPanel(view);
		},
		destroy() {
			cancelAnimationFrame(frame);
			clearTimeout(next);
			view.destroy();
		},
	};
}

/** Whether two options differ in nothing but the text. */
function sameBut({ pieces: _, ...before }: CodeOptions, { pieces: __, ...after }: CodeOptions): boolean {
	return Object.entries(before).every(([key, value]) => value === Reflect.get(after, key));
}

function changingOf({ json: isJson, coloured, label, numbered, phrases, onPlace }: CodeOptions): Extension {
	return [
		EditorState.phrases.of(phrases),
		EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
		numbered ? lineNumbers() : EditorView.editorAttributes.of({ class: 'cm-unnumbered' }),
		coloured ? [json(), foldGutter({ openText: '⌄', closedText: '›' })] : [],
		!isJson || onPlace === null ? [] : coloured ? fieldPointer(onPlace) : noFieldPointer(onPlace),
	];
}

const colours = HighlightStyle.define([
	{ tag: tags.propertyName, color: 'var(--j-key)' },
	{ tag: tags.string, color: 'var(--j-string)' },
	{ tag: tags.number, color: 'var(--j-number)' },
	{ tag: [tags.bool, tags.null], color: 'var(--j-word)' },
	{ tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--j-mark)' },
	{ tag: tags.invalid, color: 'var(--bad)' },
]);

const theme = EditorView.theme({
	'&': { fontSize: '12px', color: 'var(--ink)', backgroundColor: 'transparent' },
	'&.cm-focused': { outline: 'none' },
	'&.cm-focused .cm-content': { boxShadow: 'inset 2px 0 var(--copper)' },
	'.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.62' },
	'.cm-content': { padding: '8px 0', caretColor: 'transparent' },
	'.cm-content:focus-visible': { outline: 'none' },
	'.cm-line': { padding: '0 16px 0 6px' },
	'&.cm-unnumbered .cm-line': { paddingLeft: '16px' },
	'.cm-gutters': { backgroundColor: 'transparent', border: '0', color: 'var(--ink-3)' },
	'.cm-lineNumbers .cm-gutterElement': { minWidth: '34px', padding: '0 4px 0 8px' },
	'.cm-foldGutter .cm-gutterElement': { width: '12px', color: 'var(--ink-3)', cursor: 'pointer' },
	'.cm-foldPlaceholder': {
		backgroundColor: 'var(--sunken)',
		border: '1px solid var(--line)',
		color: 'var(--ink-2)',
		padding: '0 5px',
	},
	'.cm-explained': {
		borderRadius: '3px',
		backgroundColor: 'var(--copper-wash)',
		boxShadow: '0 0 0 1px color-mix(in srgb, var(--copper) 45%, transparent)',
	},
	'.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--copper) 22%, transparent)' },
	'.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--copper) 48%, transparent)' },
	'.cm-panels': { backgroundColor: 'var(--sheet)', color: 'var(--ink)', fontFamily: 'var(--ui)' },
	'.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)', position: 'sticky', top: '0', zIndex: '2' },
	'.cm-panel.cm-search': {
		display: 'flex',
		flexWrap: 'wrap',
		alignItems: 'center',
		gap: '6px',
		padding: '8px 40px 8px 16px',
		fontSize: '12px',
	},
	'.cm-panel.cm-search br': { display: 'none' },
	'.cm-panel.cm-search label': {
		display: 'inline-flex',
		alignItems: 'center',
		gap: '4px',
		margin: '0',
		fontSize: '12px',
		color: 'var(--ink-2)',
	},
	'.cm-panel.cm-search input': { margin: '0' },
	'.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--copper)' },
	'.cm-textfield': {
		fontSize: '12px',
		height: '26px',
		minWidth: '0',
		flex: '1 1 140px',
		padding: '0 8px',
		backgroundColor: 'var(--pane)',
		border: '1px solid var(--line-strong)',
		borderRadius: 'var(--radius-s)',
	},
	'.cm-button': {
		fontSize: '12px',
		height: '26px',
		margin: '0',
		padding: '0 9px',
		backgroundImage: 'none',
		backgroundColor: 'var(--raised)',
		border: '1px solid var(--line)',
		borderRadius: 'var(--radius-s)',
		color: 'var(--ink)',
	},
	'.cm-button:active': { backgroundImage: 'none' },
	'.cm-panel.cm-search [name=close]': {
		top: '6px',
		right: '10px',
		width: '28px',
		height: '28px',
		fontSize: '16px',
		color: 'var(--ink-2)',
	},
});

const selectAll = keymap.of([
	{
		key: 'Mod-a',
		run: (view) => {
			view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } });
			return true;
		},
	},
]);

const fixed: Extension = [
	EditorState.readOnly.of(true),
	EditorView.editable.of(false),
	EditorView.lineWrapping,
	codeFolding(),
	search({ top: true }),
	selectAll,
	farSearch(),
	keymap.of([...searchKeymap, ...foldKeymap]),
	syntaxHighlighting(colours),
	theme,
];

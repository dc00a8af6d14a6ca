import { json } from '@codemirror/lang-json';
import { codeFolding, foldGutter, foldKeymap } from '@codemirror/language';
import { closeSearchPanel, openSearchPanel, search, searchKeymap, searchPanelOpen } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { codeLook } from '../../ui/code-look.ts';
import type { PlaceListener } from '../explain/field-pointer.ts';
import { fieldPointer, noFieldPointer } from '../explain/field-pointer.ts';
import type { Base64Words } from './base64-folds.ts';
import { base64Folds } from './base64-folds.ts';
import { farSearch } from './far-search.ts';
import { findPlace } from './find-place.ts';
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
	/** What stands in the place of long base64 strings of laid out JSON; null: they are shown as they are. */
	readonly base64: Base64Words | null;
	/** Told of the field under pointer and caret; null: fields are not explained. */
	readonly onPlace: PlaceListener | null;
}

/** A viewer in the page. Whoever made it ends it. */
export interface CodeEditor {
	update(options: CodeOptions): void;
	toggleSearch(): void;
	/** Goes to a field of JSON, as if it was clicked; false where it is not there. */
	show(path: ReadonlyArray<string | number>): boolean;
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
		show(path) {
			const at = findPlace(view.state, path);
			if (at === null) return false;
			view.dispatch({
				selection: { anchor: at },
				effects: EditorView.scrollIntoView(at, { y: 'center' }),
				userEvent: 'select.pointer',
			});
			view.contentDOM.focus({ preventScroll: true });
			return true;
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

function changingOf({ json: isJson, coloured, label, numbered, phrases, base64, onPlace }: CodeOptions): Extension {
	return [
		EditorState.phrases.of(phrases),
		EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
		numbered ? lineNumbers() : EditorView.editorAttributes.of({ class: 'cm-unnumbered' }),
		coloured ? [json(), foldGutter({ openText: '⌄', closedText: '›' })] : [],
		isJson && base64 !== null ? base64Folds(base64) : [],
		!isJson || onPlace === null ? [] : coloured ? fieldPointer(onPlace) : noFieldPointer(onPlace),
	];
}

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
	codeLook,
];

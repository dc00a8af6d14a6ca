import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import type { Diagnostic } from '@codemirror/lint';
import { forceLinting, linter, lintGutter } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { Compartment, EditorSelection, EditorState, Prec, Transaction } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, lineNumbers } from '@codemirror/view';
import type { FieldContext } from '../../shared/fields/field-context.ts';
import type { Base64Words } from '../inspector/body/base64-folds.ts';
import { base64Folds } from '../inspector/body/base64-folds.ts';
import { hasLongLine } from '../inspector/body/reading.ts';
import { jsonPlaceAt } from '../inspector/explain/json-place.ts';
import { codeLook } from '../ui/code-look.ts';
import type { Problem } from './check-body.ts';
import { checkBody } from './check-body.ts';
import type { Offer } from './complete-body.ts';
import { completeBody } from './complete-body.ts';
import { isChecked, isColoured } from './editor-limits.ts';
import { editorLook } from './editor-look.ts';

/** What a field is, in words, for a tooltip. */
export interface FieldWords {
	readonly name: string;
	readonly text: string;
	readonly limits: string | null;
}

/** The words that an editor needs of its surroundings. */
export interface EditorWords {
	/** Its name for a screen reader. */
	readonly label: string;
	/** CodeMirror's own words (EditorState.phrases), translated. */
	readonly phrases: Readonly<Record<string, string>>;
	/** In the place of the base64 of files. */
	readonly base64: Base64Words;
	readonly problem: (problem: Problem) => string;
	/** null: nothing is known of the field. */
	readonly field: (path: ReadonlyArray<string | number>) => FieldWords | null;
	readonly offer: (offer: Offer) => { readonly detail: string | null; readonly text: string | null };
}

export interface BodyEditorOptions {
	/** Lets CodeMirror put its style element into a page with a strict CSP. */
	readonly nonce: string;
	/** What the body is, for completion, hover and problems. */
	readonly context: FieldContext;
	readonly byPrompt: boolean;
	readonly words: EditorWords;
	/** The text has changed; not told with every key. */
	readonly onText: (text: string) => void;
	readonly onProblems: (problems: readonly Problem[]) => void;
	readonly onSend: () => void;
}

/** An editor in the page. Whoever made it ends it. */
export interface BodyEditor {
	/** Its text now. */
	text(): string;
	/** What is wrong with it now; told to `onProblems`, too. */
	check(): readonly Problem[];
	/** Puts another text in; it can be undone. */
	replace(text: string): void;
	/** Shows a place and puts the caret there. */
	reveal(from: number): void;
	focus(): void;
	/** Takes other words, or what else the options say. */
	update(options: BodyEditorOptions): void;
	destroy(): void;
}

/** Milliseconds without a key after which the text is told and checked; longer where that takes longer. */
const PAUSE = 150;
const LONG_PAUSE = 800;
/** From how many characters on it does. */
const LONG = 1_000_000;

/**
 * Puts an editor of JSON into `parent`. Tab goes on to the next control, as everywhere in the app, so that nobody is held
 * in it. A text with a very long line is put in only after the editor has measured itself, as in the viewer.
 */
export function createBodyEditor(parent: HTMLElement, text: string, options: BodyEditorOptions): BodyEditor {
	const changing = new Compartment();
	let latest = options;
	let waiting: ReturnType<typeof setTimeout> | undefined;
	/** What is to be put in after the first frame; null: it is in. */
	let late = hasLongLine(text, LONGEST_UNMEASURED_LINE) ? text : null;
	const tell = (): void => {
		clearTimeout(waiting);
		waiting = undefined;
		latest.onText(view.state.doc.toString());
	};
	const view = new EditorView({
		parent,
		state: EditorState.create({
			doc: late === null ? text : '',
			extensions: [
				fixed,
				EditorView.cspNonce.of(options.nonce),
				colouring(text),
				changing.of(changingOf(() => latest)),
				EditorView.updateListener.of(({ docChanged, state }) => {
					if (!docChanged) return;
					clearTimeout(waiting);
					waiting = setTimeout(tell, state.doc.length > LONG ? LONG_PAUSE : PAUSE);
				}),
			],
		}),
	});
	const frame = requestAnimationFrame(() => {
		if (late === null) return;
		const insert = late;
		late = null;
		view.dispatch({ changes: { from: 0, insert }, annotations: Transaction.addToHistory.of(false) });
	});
	const checkNow = (): readonly Problem[] => problemsIn(view.state, latest);
	// At once, and not only after the first pause.
	forceLinting(view);
	return {
		text: () => late ?? view.state.doc.toString(),
		check: checkNow,
		replace(next) {
			late = null;
			view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, selection: { anchor: 0 } });
			tell();
		},
		reveal(from) {
			const at = Math.min(from, view.state.doc.length);
			view.dispatch({
				selection: { anchor: at },
				effects: EditorView.scrollIntoView(at, { y: 'center' }),
			});
			view.focus();
		},
		focus: () => view.focus(),
		update(wanted) {
			latest = wanted;
			view.dispatch({ effects: changing.reconfigure(changingOf(() => latest)) });
			forceLinting(view);
		},
		destroy() {
			cancelAnimationFrame(frame);
			if (waiting !== undefined) tell();
			view.destroy();
		},
	};
}

/** CodeMirror leaves out parts of lines that are longer than this, once it has measured itself. */
const LONGEST_UNMEASURED_LINE = 10_000;

/** Colours and folding cost too much where a line has a whole file in it. */
function colouring(text: string): Extension {
	return isColoured(text) ? [json(), foldGutter({ openText: '⌄', closedText: '›' })] : [];
}

function changingOf(latest: () => BodyEditorOptions): Extension {
	const { words } = latest();
	return [
		EditorState.phrases.of(words.phrases),
		base64Folds(words.base64),
		EditorView.contentAttributes.of({ 'aria-label': words.label, spellcheck: 'false', tabindex: '0' }),
		linter((view) => problemsIn(view.state, latest()).map((problem) => diagnosticOf(problem, words)), { delay: 300 }),
		autocompletion({
			override: [(context) => offersAt(context, latest())],
			icons: false,
			activateOnTypingDelay: 50,
			maxRenderedOptions: 60,
		}),
		hoverTooltip((view, position) => wordsAt(view, position, latest()), { hoverTime: 250 }),
		Prec.highest(
			keymap.of([
				{
					key: 'Mod-Enter',
					run: () => {
						latest().onSend();
						return true;
					},
				},
			]),
		),
	];
}

function problemsIn({ doc }: EditorState, { context, byPrompt, onProblems }: BodyEditorOptions): readonly Problem[] {
	const text = doc.toString();
	const problems = isChecked(text) ? checkBody(text, context, byPrompt) : [];
	onProblems(problems);
	return problems;
}

function diagnosticOf(problem: Problem, words: EditorWords): Diagnostic {
	const { from, to, refused } = problem;
	return { from, to, severity: refused ? 'error' : 'warning', message: words.problem(problem) };
}

function offersAt(asked: CompletionContext, { context, words }: BodyEditorOptions): CompletionResult | null {
	const { state, pos, explicit } = asked;
	if (!explicit && asked.matchBefore(/["\w]/) === null) return null;
	const text = state.doc.toString();
	const found = isChecked(text) ? completeBody(text, pos, context) : null;
	if (found === null || found.offers.length === 0) return null;
	// What has been written is compared without its quote, and replaced with it.
	const quoted = state.sliceDoc(found.from, found.from + 1) === '"' && found.from < pos;
	return {
		from: quoted ? found.from + 1 : found.from,
		options: found.offers.map((offer) => completionOf(offer, found, words)),
		validFor: /^[\w.-]*$/,
	};
}

function completionOf(offer: Offer, { from }: { readonly from: number }, words: EditorWords): Completion {
	const { detail, text } = words.offer(offer);
	return {
		label: offer.label,
		...(detail !== null && { detail }),
		...(text !== null && { info: text }),
		type: offer.kind,
		boost: offer.kind === 'required' ? 1 : 0,
		apply(view, _, __, to) {
			const after = view.state.sliceDoc(to, to + 1) === '"' ? to + 1 : to;
			view.dispatch({
				changes: { from, to: after, insert: offer.insert },
				selection: EditorSelection.cursor(from + offer.caret),
				userEvent: 'input.complete',
			});
		},
	};
}

function wordsAt(view: EditorView, position: number, { words }: BodyEditorOptions) {
	const { state } = view;
	const place = jsonPlaceAt(state, position);
	if (place === null || position < place.from || position > place.to) return null;
	const found = words.field(place.path);
	if (found === null) return null;
	return {
		pos: place.from,
		end: place.to,
		create: () => {
			const dom = document.createElement('div');
			dom.className = 'cm-field';
			const name = document.createElement('b');
			name.textContent = found.name;
			dom.append(name, ...[found.text, found.limits].filter((text) => text !== null).map(paragraphOf));
			return { dom };
		},
	};
}

function paragraphOf(text: string): HTMLElement {
	const paragraph = document.createElement('p');
	paragraph.textContent = text;
	return paragraph;
}

const fixed: Extension = [
	EditorView.lineWrapping,
	lineNumbers(),
	lintGutter(),
	codeFolding(),
	history(),
	indentUnit.of('  '),
	indentOnInput(),
	bracketMatching(),
	closeBrackets(),
	highlightSelectionMatches(),
	search({ top: true }),
	// What comes first wins.
	editorLook,
	codeLook,
	keymap.of([
		{ key: 'Tab', run: acceptCompletion },
		...closeBracketsKeymap,
		...defaultKeymap,
		...historyKeymap,
		...searchKeymap,
		...foldKeymap,
	]),
];

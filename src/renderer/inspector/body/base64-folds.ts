import type { EditorState, Extension, Range, Text, Transaction } from '@codemirror/state';
import { StateEffect, StateField } from '@codemirror/state';
import type { DecorationSet } from '@codemirror/view';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import { mediaTypeOf } from '../../../shared/attachments/attachments.ts';
import { detectAttachment } from '../../../shared/attachments/detect-attachment.ts';
import { base64InLine, bytesOfLength, SHORTEST_BASE64 } from './base64-span.ts';

/** What stands in the place of some base64, in the person's language. */
export interface Base64Words {
	/** `what`: a media type, or empty where the bytes don't tell; `size` in bytes. */
	readonly label: (what: string, size: number) => string;
	/** Of the button that shows it. */
	readonly show: (what: string, size: number) => string;
	/** Of the one that hides it again. */
	readonly hide: (what: string, size: number) => string;
}

/** Some base64 of the text, by its places there. */
interface Fold {
	readonly from: number;
	readonly to: number;
	readonly open: boolean;
	/** Its media type; empty where its first bytes don't tell. */
	readonly what: string;
	readonly size: number;
}

interface Folds {
	readonly folds: readonly Fold[];
	readonly decorations: DecorationSet;
}

/** So much is read to tell what the bytes are; a multiple of four. */
const LOOK = 4096;
/** Larger images are not shown beside their base64: the question shows them. Characters. */
const LONGEST_PREVIEW = 8_000_000;

const setOpen = StateEffect.define<{ readonly from: number; readonly open: boolean }>();

/**
 * Shows a placeholder for each long base64 string of a laid out JSON text; it opens to what really stands there. The text
 * itself stays as it is: it is searched (what is found opens) and copied whole.
 */
export function base64Folds(words: Base64Words): Extension {
	const withDecorations = (folds: readonly Fold[], state: EditorState): Folds => ({
		folds,
		decorations: Decoration.set(
			folds.flatMap((fold) => decorationsOf(fold, state, words)),
			true,
		),
	});
	const field = StateField.define<Folds>({
		create: (state) => withDecorations(scan(state.doc, 1, state.doc.lines, []), state),
		update(now, transaction) {
			const folds = updated(now.folds, transaction);
			return folds === now.folds ? now : withDecorations(folds, transaction.state);
		},
		provide: (self) => [
			EditorView.decorations.from(self, ({ decorations }) => decorations),
			// Where it can be edited, the caret passes over it, and it goes as a whole.
			EditorView.atomicRanges.of((view) => view.state.field(self).decorations),
		],
	});
	return [field, theme];
}

function updated(before: readonly Fold[], transaction: Transaction): readonly Fold[] {
	const { state } = transaction;
	let folds = before;
	if (transaction.docChanged) folds = afterChange(before, transaction);
	for (const effect of transaction.effects) {
		if (effect.is(setOpen))
			folds = folds.map((one) => (one.from === effect.value.from ? { ...one, ...effect.value } : one));
	}
	if (!transaction.isUserEvent('select.search')) return folds;
	const { from, to } = state.selection.main;
	const isFound = (fold: Fold) => !fold.open && from < fold.to && to > fold.from;
	return folds.some(isFound) ? folds.map((one) => (isFound(one) ? { ...one, open: true } : one)) : folds;
}

/** Only lines that were touched are looked at anew: there may be hundreds of thousands. What was open stays open. */
function afterChange(before: readonly Fold[], { changes, state: { doc } }: Transaction): readonly Fold[] {
	const touched: { first: number; last: number }[] = [];
	changes.iterChangedRanges((_, __, from, to) => {
		const [first, last] = [doc.lineAt(from).number, doc.lineAt(to).number];
		const previous = touched.at(-1);
		if (previous !== undefined && first <= previous.last) previous.last = Math.max(previous.last, last);
		else touched.push({ first, last });
	});
	const moved = before.map((fold) => ({
		...fold,
		from: changes.mapPos(fold.from, 1),
		to: changes.mapPos(fold.to, -1),
	}));
	const spans = touched.map(({ first, last }) => ({ from: doc.line(first).from, to: doc.line(last).to }));
	const kept = moved.filter((fold) => !spans.some(({ from, to }) => fold.from >= from && fold.from <= to));
	const found = touched.flatMap(({ first, last }) => scan(doc, first, last, moved));
	return [...kept, ...found].sort((one, other) => one.from - other.from);
}

/** The folds in some lines. */
function scan(doc: Text, first: number, last: number, before: readonly Fold[]): readonly Fold[] {
	const folds: Fold[] = [];
	let start = doc.line(first).from;
	let number = first;
	for (const line of doc.iterLines(first, last + 1)) {
		const span = line.length < SHORTEST_BASE64 ? null : base64InLine(line, number === doc.lines);
		if (span !== null) {
			const from = start + span.from;
			folds.push({
				from,
				to: start + span.to,
				open: before.some((fold) => fold.from === from && fold.open),
				size: bytesOfLength(span.to - span.from, line.slice(span.to - 2, span.to)),
				what: whatOf(line.slice(span.from, Math.min(span.to, span.from + LOOK))),
			});
		}
		start += line.length + 1;
		number += 1;
	}
	return folds;
}

/** The media type of the bytes that a base64 text begins with. */
function whatOf(base64: string): string {
	try {
		const whole = base64.slice(0, base64.length - (base64.length % 4));
		const bytes = Uint8Array.from(atob(whole), (letter) => letter.charCodeAt(0));
		const detected = detectAttachment('', bytes);
		return typeof detected === 'string' ? '' : mediaTypeOf(detected.format);
	} catch {
		return '';
	}
}

function decorationsOf(fold: Fold, state: EditorState, words: Base64Words): readonly Range<Decoration>[] {
	const { from, to, open } = fold;
	if (!open) return [Decoration.replace({ widget: new Placeholder(fold, words) }).range(from, to)];
	const line = state.doc.lineAt(from);
	return [Decoration.widget({ widget: new Opened(fold, words), block: true, side: -1 }).range(line.from)];
}

class Placeholder extends WidgetType {
	readonly #fold: Fold;
	readonly #words: Base64Words;

	constructor(fold: Fold, words: Base64Words) {
		super();
		this.#fold = fold;
		this.#words = words;
	}

	override eq(other: Placeholder): boolean {
		return this.#words === other.#words && sameFold(this.#fold, other.#fold);
	}

	override toDOM(view: EditorView): HTMLElement {
		const { what, size } = this.#fold;
		return buttonFor(view, this.#fold, this.#words.label(what, size), this.#words.show(what, size));
	}
}

/** Above opened base64: what it is, the way back, and the image that it is. */
class Opened extends WidgetType {
	readonly #fold: Fold;
	readonly #words: Base64Words;

	constructor(fold: Fold, words: Base64Words) {
		super();
		this.#fold = fold;
		this.#words = words;
	}

	override eq(other: Opened): boolean {
		return this.#words === other.#words && sameFold(this.#fold, other.#fold);
	}

	override toDOM(view: EditorView): HTMLElement {
		const { from, to, what, size } = this.#fold;
		const box = document.createElement('div');
		box.className = 'cm-base64-open';
		box.append(buttonFor(view, this.#fold, this.#words.label(what, size), this.#words.hide(what, size)));
		// Its megabytes are copied only for a picture that is drawn, not with each key.
		if (what.startsWith('image/') && to - from <= LONGEST_PREVIEW) {
			const image = document.createElement('img');
			image.src = `data:${what};base64,${view.state.sliceDoc(from, to)}`;
			image.alt = '';
			image.addEventListener('load', () => view.requestMeasure());
			box.append(image);
		}
		return box;
	}
}

function sameFold(one: Fold, other: Fold): boolean {
	return one.from === other.from && one.to === other.to && one.open === other.open && one.what === other.what;
}

function buttonFor(view: EditorView, { from, open }: Fold, label: string, name: string): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'cm-base64';
	button.textContent = label;
	button.title = name;
	button.setAttribute('aria-label', name);
	button.setAttribute('aria-expanded', String(open));
	button.dataset['base64'] = String(from);
	button.addEventListener('click', () => {
		view.dispatch({ effects: setOpen.of({ from, open: !open }) });
		// The one that was pressed is gone: the one in its place takes the focus.
		view.contentDOM.querySelector<HTMLElement>(`[data-base64="${from}"]`)?.focus({ preventScroll: true });
	});
	return button;
}

const theme = EditorView.theme({
	'.cm-base64': {
		padding: '0 7px',
		border: '1px solid var(--line-strong)',
		borderRadius: '20px',
		backgroundColor: 'var(--sunken)',
		color: 'var(--ink-2)',
		fontFamily: 'var(--ui)',
		fontSize: '11px',
		lineHeight: '16px',
		cursor: 'pointer',
	},
	'.cm-base64:hover': { borderColor: 'var(--copper)', color: 'var(--copper-ink)' },
	'.cm-base64[aria-expanded=true]::after': { content: '" ⌃"' },
	'.cm-base64-open': { display: 'grid', justifyItems: 'start', gap: '6px', padding: '4px 16px 6px 6px' },
	'.cm-base64-open img': {
		maxWidth: 'min(100%, 260px)',
		maxHeight: '180px',
		border: '1px solid var(--line)',
		borderRadius: 'var(--radius-s)',
		backgroundColor: 'var(--sunken)',
	},
});

import { findNext, findPrevious, getSearchQuery } from '@codemirror/search';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, keymap, ViewPlugin } from '@codemirror/view';

/** In shorter texts CodeMirror's own search is as fast. Characters. */
const LONG = 500_000;
/** As much is looked at by CodeMirror's own search, character by character: some milliseconds. Characters. */
const CHUNK = 65_536;
/** So long it is searched before the window may answer; milliseconds. */
const BREATH = 10;

interface Match {
	readonly from: number;
	readonly to: number;
}

/**
 * Finds the next or previous match in a long text without stopping the window (CodeMirror's own search takes 1.5 s for
 * 10 MB, because it compares each character by itself): which part has a match is found by the engine's own means, and
 * the place within that part as CodeMirror does it. Regular expressions and whole words are left to CodeMirror.
 */
export function farSearch(): Extension {
	const latest = new WeakMap<EditorView, object>();
	const find = (view: EditorView, forward: boolean): boolean => {
		const { state } = view;
		const query = getSearchQuery(state);
		if (state.doc.length < LONG || !query.valid || query.regexp || query.wholeWord || query.search.includes('\\')) {
			return (forward ? findNext : findPrevious)(view);
		}
		const asked = {};
		latest.set(view, asked);
		const steps = searchFrom(state, forward);
		const walk = (): void => {
			// Another search makes this one useless; in another text (more of it has come) it begins anew.
			if (latest.get(view) !== asked || !view.dom.isConnected) return;
			if (view.state.doc !== state.doc) {
				find(view, forward);
				return;
			}
			const until = performance.now() + BREATH;
			for (;;) {
				const { done, value } = steps.next();
				if (value !== undefined) show(view, value);
				if (done) return;
				if (performance.now() > until) break;
			}
			setTimeout(walk, 0);
		};
		walk();
		return true;
	};
	const next = (view: EditorView): boolean => find(view, true);
	const previous = (view: EditorView): boolean => find(view, false);
	return [
		keymap.of([
			{ key: 'Enter', shift: inField(previous), run: inField(next), scope: 'search-panel' },
			{ key: 'F3', shift: previous, run: next, scope: 'editor search-panel', preventDefault: true },
			{ key: 'Mod-g', shift: previous, run: next, scope: 'editor search-panel', preventDefault: true },
		]),
		// The buttons of the panel have no other way in.
		ViewPlugin.define(({ dom }) => {
			const onClick = (event: Event): void => {
				const button =
					event.target instanceof Element ? event.target.closest<HTMLButtonElement>('.cm-search button') : null;
				const view = EditorView.findFromDOM(dom);
				if (view === null || (button?.name !== 'next' && button?.name !== 'prev')) return;
				event.stopPropagation();
				find(view, button.name === 'next');
			};
			dom.addEventListener('click', onClick, { capture: true });
			return { destroy: () => dom.removeEventListener('click', onClick, { capture: true }) };
		}),
	];
}

/** The panel's buttons and boxes have an Enter of their own. */
function inField(run: (view: EditorView) => boolean): (view: EditorView) => boolean {
	return (view) => view.root.activeElement?.matches('.cm-search input[name=search]') === true && run(view);
}

/** Looks at one part of the text with each step, around the end of it once; gives the match, where there is one. */
export function* searchFrom(state: EditorState, forward: boolean): Generator<undefined, Match | undefined> {
	const { from, to } = state.selection.main;
	const { length } = state.doc;
	for (const [start, end] of forward ? chunks(to, length) : chunks(0, from).toReversed()) {
		const match = searchChunk(state, start, end, forward);
		if (match !== null) return match;
		yield;
	}
	for (const [start, end] of forward ? chunks(0, to) : chunks(from, length).toReversed()) {
		const match = searchChunk(state, start, end, forward);
		if (match !== null) return match;
		yield;
	}
	return undefined;
}

function chunks(start: number, end: number): readonly (readonly [number, number])[] {
	const count = Math.ceil((end - start) / CHUNK);
	return Array.from(
		{ length: count },
		(_, at) => [start + at * CHUNK, Math.min(end, start + (at + 1) * CHUNK)] as const,
	);
}

/** The first or last match that begins in a part of the text. */
function searchChunk(state: EditorState, start: number, end: number, forward: boolean): Match | null {
	const query = getSearchQuery(state);
	const fold = (text: string): string => {
		const plain = text.normalize('NFKD');
		return query.caseSensitive ? plain : plain.toLowerCase();
	};
	const wanted = fold(query.search);
	const until = Math.min(state.doc.length, end + wanted.length);
	if (!fold(state.sliceDoc(start, until)).includes(wanted)) return null;
	let found: Match | null = null;
	for (const match of matchesOf(query.getCursor(state, start, until))) {
		if (match.from >= end) break;
		found = match;
		if (forward) break;
	}
	return found;
}

function* matchesOf(cursor: Iterator<Match>): Generator<Match> {
	for (let step = cursor.next(); step.done !== true; step = cursor.next()) yield step.value;
}

function show(view: EditorView, { from, to }: Match): void {
	const { state } = view;
	const line = state.doc.lineAt(from).number;
	const words = `${state.phrase('current match')}. ${state.sliceDoc(from, to)} ${state.phrase('on line')} ${line}`;
	view.dispatch({
		selection: { anchor: from, head: to },
		effects: [EditorView.scrollIntoView(from, { y: 'center' }), EditorView.announce.of(words)],
		userEvent: 'select.search',
	});
}

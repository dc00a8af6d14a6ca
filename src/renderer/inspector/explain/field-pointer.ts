import type { EditorState, Extension } from '@codemirror/state';
import { EditorSelection, StateEffect, StateField } from '@codemirror/state';
import type { DecorationSet } from '@codemirror/view';
import { Decoration, EditorView, keymap } from '@codemirror/view';
import type { JsonPlace } from './json-place.ts';
import { jsonPlaceAt } from './json-place.ts';

/**
 * Told which field of a JSON text is pointed at, or where the caret is. Null: the pointer has left. `too-large`: the text
 * is not parsed, so nobody knows.
 */
export type PlaceListener = (place: JsonPlace | 'too-large' | null, how: 'pointer' | 'click' | 'keyboard') => void;

/** Lets a viewer tell of the field under pointer and caret, and mark it. The caret moves by the arrow keys. */
export function fieldPointer(tell: PlaceListener): Extension {
	let marked: JsonPlace | null = null;
	let held: JsonPlace | null = null;
	const mark = (view: EditorView, place: JsonPlace | null): boolean => {
		if (place?.from === marked?.from && place?.to === marked?.to) return false;
		marked = place;
		view.dispatch({ effects: setMark.of(place) });
		return true;
	};
	return [
		marks,
		EditorView.domEventHandlers({
			mousemove(event, view) {
				// A selection is being made.
				if (event.buttons !== 0) return;
				const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
				const place = position === null ? null : jsonPlaceAt(view.state, position);
				if (place !== null && mark(view, place)) tell(place, 'pointer');
			},
			mouseleave(_, view) {
				mark(view, held);
				tell(null, 'pointer');
			},
		}),
		EditorView.updateListener.of((update) => {
			if (update.docChanged) held = marked = null;
			const by = update.transactions.find((transaction) => transaction.isUserEvent('select'));
			if (by === undefined) return;
			const place = jsonPlaceAt(update.state, update.state.selection.main.head);
			held = place;
			mark(update.view, place);
			if (place !== null) tell(place, by.isUserEvent('select.pointer') ? 'click' : 'keyboard');
		}),
		keymap.of([
			{ key: 'ArrowDown', run: (view) => move(view, view.moveVertically(caret(view.state), true).head) },
			{ key: 'ArrowUp', run: (view) => move(view, view.moveVertically(caret(view.state), false).head) },
			{ key: 'ArrowRight', run: (view) => move(view, view.moveByGroup(caret(view.state), true).head) },
			{ key: 'ArrowLeft', run: (view) => move(view, view.moveByGroup(caret(view.state), false).head) },
			{ key: 'Home', run: (view) => move(view, view.state.doc.lineAt(caret(view.state).head).from) },
			{ key: 'End', run: (view) => move(view, view.state.doc.lineAt(caret(view.state).head).to) },
			{ key: 'Mod-Home', run: (view) => move(view, 0) },
			{ key: 'Mod-End', run: (view) => move(view, view.state.doc.length) },
		]),
	];
}

/** In place of `fieldPointer`, where a text is too large to be parsed. */
export function noFieldPointer(tell: PlaceListener): Extension {
	return EditorView.domEventHandlers({ mouseenter: () => tell('too-large', 'pointer') });
}

const setMark = StateEffect.define<JsonPlace | null>();
const decoration = Decoration.mark({ class: 'cm-explained' });

const marks = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(now, transaction) {
		if (transaction.docChanged) return Decoration.none;
		const set = transaction.effects.findLast((effect) => effect.is(setMark));
		if (set === undefined) return now;
		const place = set.value as JsonPlace | null;
		return place === null || place.from === place.to
			? Decoration.none
			: Decoration.set([decoration.range(place.from, place.to)]);
	},
	provide: (field) => EditorView.decorations.from(field),
});

function caret(state: EditorState) {
	return EditorSelection.cursor(state.selection.main.head);
}

function move(view: EditorView, head: number): boolean {
	view.dispatch({ selection: { anchor: head }, scrollIntoView: true, userEvent: 'select' });
	return true;
}

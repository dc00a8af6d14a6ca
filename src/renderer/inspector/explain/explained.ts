import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FieldContext } from '../../../shared/fields/field-context.ts';

/** Something that can be explained: a field, where it stands, and what it is here. */
export interface Explainable {
	readonly context: FieldContext;
	readonly path: ReadonlyArray<string | number>;
	/** What it is called, where the last key of its path is no name for people. */
	readonly name?: string;
	/** As it is written here, shortened; null where that says nothing. */
	readonly value: string | null;
	/** It is a whole body that is too large for its fields to be told apart. */
	readonly tooLarge?: true;
}

interface Explained {
	readonly shown: Explainable | null;
	/** What the caret or the focus is at, or what was clicked: the strip comes back to it. */
	readonly held: Explainable | null;
	/** Neither pointer nor caret changes what is shown. */
	readonly pinned: boolean;
	/** What a screen reader is to be told of: only what was walked to or pinned. */
	readonly spoken: Explainable | null;
}

const nothing: Explained = { shown: null, held: null, pinned: false, spoken: null };
const store = createStore<Explained>()(() => nothing);

/** How long the pointer rests on a field before it is explained, so that nothing flickers on the way; milliseconds. */
const REST_MS = 80;
let resting: ReturnType<typeof setTimeout> | undefined;

/** The pointer is on a field. */
export function pointAt(field: Explainable): void {
	clearTimeout(resting);
	resting = setTimeout(() => show(field), REST_MS);
}

/** The pointer is on nothing that could be explained any more. */
export function stopPointing(): void {
	clearTimeout(resting);
	const { held } = store.getState();
	if (held !== null) show(held);
}

/** The caret or the focus is on a field, or it was clicked. */
export function hold(field: Explainable, by: 'keyboard' | 'pointer'): void {
	clearTimeout(resting);
	store.setState({ held: field });
	if (store.getState().pinned) return;
	show(field);
	if (by === 'keyboard') store.setState({ spoken: field });
}

/** Keeps what is shown, and lets a screen reader tell it; false where nothing is. */
export function pin(): boolean {
	clearTimeout(resting);
	const { shown } = store.getState();
	if (shown === null) return false;
	store.setState({ pinned: true, spoken: shown });
	return true;
}

/** Lets go of what was pinned; false where nothing was. */
export function unpin(): boolean {
	const { pinned } = store.getState();
	if (pinned) store.setState({ pinned: false, spoken: null });
	return pinned;
}

let opened: string | null = null;

/** What lies open now; null: nothing any more. With something else open only what is pinned stays. */
export function setOpened(what: string | null): void {
	if (what === opened) return;
	opened = what;
	clearTimeout(resting);
	const { pinned, shown } = explained();
	store.setState(pinned && what !== null ? { ...nothing, pinned, shown } : nothing);
}

/** What is explained now. */
export function explained(): Explained {
	return store.getState();
}

/** What is explained now; renders again when that changes. */
export function useExplained(): Explained {
	return useStore(store);
}

function show(field: Explainable): void {
	if (!store.getState().pinned) store.setState({ shown: field });
}

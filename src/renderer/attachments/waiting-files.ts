import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MeasuredFile } from '../../shared/attachments/attachments.ts';
import { mediaTypeOf } from '../../shared/attachments/attachments.ts';
import type { Attached } from '../../shared/model/attached-file.ts';
import { base64Of } from '../files/read-files.ts';

/** A file in the composer, or a search result, which goes with the next message. */
export interface WaitingFile extends MeasuredFile {
	/** The window's own. */
	readonly id: number;
	/** With its ending; the title of a search result. */
	readonly name: string;
	/** As Converse names it; `txt` of a search result, whose bytes are its text. */
	readonly format: string;
	/** Where a search result is from. */
	readonly source?: string;
	/** Its name says something else than what it is sent as. */
	readonly renamed: boolean;
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Where an image can be seen (`blob:`); null for all else. */
	readonly url: string | null;
}

/** Files by conversation, as drafts are (`NEW` for the new one), without what is this window's own. */
export type WaitingFiles = Readonly<Record<string, readonly Omit<WaitingFile, 'id' | 'url'>[]>>;

/** Kept as long as the window is there. */
const store = createStore<Readonly<Record<string, readonly WaitingFile[]>>>()(() => ({}));

const none: readonly WaitingFile[] = [];
let lastId = 0;

/** The files that wait in a conversation's composer. */
export function waitingFiles(key: string): readonly WaitingFile[] {
	return store.getState()[key] ?? none;
}

/** The same for a component, which renders again when they change. */
export function useWaitingFiles(key: string): readonly WaitingFile[] {
	return useStore(store, (state) => state[key] ?? none);
}

/** Adds a file to a composer. */
export function addWaiting(key: string, file: Omit<WaitingFile, 'id' | 'url'>): void {
	const { kind, format, bytes } = file;
	const url = kind === 'image' ? URL.createObjectURL(new Blob([bytes], { type: mediaTypeOf(format) })) : null;
	lastId += 1;
	const added = { ...file, id: lastId, url };
	store.setState((state) => ({ [key]: [...(state[key] ?? none), added] }));
}

/** Adds a search result to a composer. */
export function addWaitingResult(
	key: string,
	{ title, source, text }: { readonly title: string; readonly source: string; readonly text: string },
): void {
	const bytes = new TextEncoder().encode(text);
	const result = { kind: 'search-result', format: 'txt', renamed: false, pixels: null } as const;
	addWaiting(key, { ...result, name: title, source, size: bytes.byteLength, bytes });
}

let reading: Promise<unknown> = Promise.resolve();

/** Does what adds files, and lets sending wait for it: what was dropped before Enter goes with the message. */
export function readFiles(read: () => Promise<void>): Promise<void> {
	const now = read();
	reading = Promise.allSettled([reading, now]);
	return now;
}

/** Resolves when all files that were dropped, pasted or chosen are read. */
export function filesRead(): Promise<unknown> {
	return reading;
}

/** Takes files out of a composer: they were removed, or are sent. */
export function removeWaiting(key: string, ids: readonly number[]): void {
	for (const { id, url } of waitingFiles(key)) {
		if (url !== null && ids.includes(id)) URL.revokeObjectURL(url);
	}
	store.setState((state) => ({ [key]: (state[key] ?? none).filter(({ id }) => !ids.includes(id)) }));
}

/** Gives what waits in one composer to another: the new conversation has got its id. */
export function moveWaiting(from: string, to: string): void {
	store.setState((state) => ({ [from]: none, [to]: [...(state[to] ?? none), ...(state[from] ?? none)] }));
}

/** Whether files wait in any composer. */
export function hasWaitingFiles(): boolean {
	return Object.values(store.getState()).some((files) => files.length > 0);
}

/** The files that wait in all composers. */
export function allWaiting(): WaitingFiles {
	const waiting = Object.entries(store.getState()).filter(([, files]) => files.length > 0);
	return Object.fromEntries(waiting.map(([key, files]) => [key, files.map(({ id, url, ...file }) => file)]));
}

/** Puts files into the composers where they waited before a reload. */
export function restoreWaiting(waiting: WaitingFiles): void {
	for (const [key, files] of Object.entries(waiting)) {
		for (const file of files) addWaiting(key, file);
	}
}

/** Files and search results as the contract takes them. */
export function toSend(files: readonly WaitingFile[]): Promise<Attached[]> {
	return Promise.all(
		files.map(async ({ name, kind, format, source = '', bytes }) =>
			kind === 'search-result'
				? { kind, title: name, source, text: new TextDecoder().decode(bytes) }
				: { name, kind, format, base64: await base64Of(new Blob([bytes])) },
		),
	);
}

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LimitBroken } from '../../shared/attachments/attachments.ts';
import type { UnknownFile } from '../../shared/attachments/detect-attachment.ts';

/** Why a file was not attached. `unreadable`: the browser could not read it; a folder is one such. */
export type Refusal = UnknownFile | LimitBroken | 'unreadable';

/** Files that were not attached, all for the same reason. */
export interface RefusedFiles {
	readonly why: Refusal;
	readonly names: readonly string[];
}

/** By conversation, what could not be attached the last time; until it is put away, or something else is attached. */
const store = createStore<Readonly<Record<string, readonly RefusedFiles[]>>>()(() => ({}));

const none: readonly RefusedFiles[] = [];

/** Says what could not be attached, in place of what was said before; none: nothing. */
export function setRefused(key: string, refused: readonly RefusedFiles[]): void {
	store.setState({ [key]: refused });
}

/** What is to be said of a conversation's files. */
export function useRefusedFiles(key: string): readonly RefusedFiles[] {
	return useStore(store, (state) => state[key] ?? none);
}

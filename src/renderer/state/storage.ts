import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Captured, StorageUse } from '../../shared/model/storage.ts';
import { client } from './client.ts';
import { reportProblem } from './errors.ts';

interface Storage {
	/** Rises each time that bodies may have been erased. */
	readonly version: number;
	/** The conversation of which the captured bodies are about to be forgotten. */
	readonly asked: string | null;
	/** The file is being rewritten. */
	readonly freeing: boolean;
}

const storageStore = createStore<Storage>()(() => ({ version: 0, asked: null, freeing: false }));

/** What is kept may be less: whoever shows it reads it again. */
export function storageChanged(): void {
	storageStore.setState(({ version }) => ({ version: version + 1 }));
}

/** Asks whether the captured bodies of a conversation are to be forgotten. */
export function askToForget(conversationId: string): void {
	storageStore.setState({ asked: conversationId });
}

/** Which conversation's bodies are asked about, and the way to close that. */
export function useAskedToForget(): readonly [string | null, () => void] {
	return [useStore(storageStore, (state) => state.asked), () => storageStore.setState({ asked: null })];
}

/** Erases the captured bodies of a conversation for good. */
export async function forgetCaptured(conversationId: string): Promise<void> {
	try {
		await client().storage.forget({ conversationId });
	} catch (error) {
		reportProblem(error);
	}
	storageChanged();
}

/** Gives what is empty of the database back to the disk. */
export async function freeSpace(): Promise<void> {
	storageStore.setState({ freeing: true });
	try {
		await client().storage.freeSpace();
	} catch (error) {
		reportProblem(error);
	}
	storageStore.setState({ freeing: false });
	storageChanged();
}

/** Whether the file is being rewritten. */
export function useFreeing(): boolean {
	return useStore(storageStore, (state) => state.freeing);
}

/** What is kept on the disk, read now and whenever it may be less; null until it is read. */
export function useStorageUse(): StorageUse | null {
	return useReading(readUse);
}

/** What is captured of a conversation; null until it is read. */
export function useCaptured(conversationId: string): Captured | null {
	return useReading(useCallback(() => client().storage.captured({ conversationId }), [conversationId]));
}

function readUse(): Promise<StorageUse> {
	return client().storage.use();
}

function useReading<Value>(read: () => Promise<Value>): Value | null {
	const [value, setValue] = useState<Value | null>(null);
	useEffect(() => {
		let wanted = true;
		const again = () => {
			read().then((found) => {
				if (wanted) setValue(found);
			}, reportProblem);
		};
		again();
		const unsubscribe = storageStore.subscribe((now, before) => {
			if (now.version !== before.version) again();
		});
		return () => {
			wanted = false;
			unsubscribe();
		};
	}, [read]);
	return value;
}

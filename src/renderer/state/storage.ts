import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Captured, StorageUse } from '../../shared/model/storage.ts';
import { client } from './client.ts';
import { reportProblem } from './errors.ts';
import { inOrder } from './in-order.ts';

interface Storage {
	/** Rises each time that bodies may have been erased. */
	readonly version: number;
	/** The conversations of which the captured bodies are about to be forgotten: one, or a comparison's. */
	readonly asked: readonly string[] | null;
	/** The file is being rewritten. */
	readonly freeing: boolean;
}

const storageStore = createStore<Storage>()(() => ({ version: 0, asked: null, freeing: false }));

/** What is kept may be less: whoever shows it reads it again. */
export function storageChanged(): void {
	storageStore.setState(({ version }) => ({ version: version + 1 }));
}

/** Another number each time that bodies may have been erased. */
export function useStorageVersion(): number {
	return useStore(storageStore, (state) => state.version);
}

/** Asks whether the captured bodies of a conversation, or of all columns of a comparison, are to be forgotten. */
export function askToForget(conversationIds: readonly string[]): void {
	storageStore.setState({ asked: conversationIds });
}

/** Which conversations' bodies are asked about, and the way to close that. */
export function useAskedToForget(): readonly [readonly string[] | null, () => void] {
	return [useStore(storageStore, (state) => state.asked), () => storageStore.setState({ asked: null })];
}

/** Erases the captured bodies of conversations for good. */
export async function forgetCaptured(conversationIds: readonly string[]): Promise<void> {
	try {
		for (const conversationId of conversationIds) await client().storage.forget({ conversationId });
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

/** What is captured of conversations together; null until it is read. */
export function useCaptured(conversationIds: readonly string[]): Captured | null {
	return useReading(useCallback(() => readCaptured(conversationIds), [conversationIds]));
}

async function readCaptured(conversationIds: readonly string[]): Promise<Captured> {
	const all = await Promise.all(conversationIds.map((conversationId) => client().storage.captured({ conversationId })));
	const sum = (key: keyof Captured) => all.reduce((total, one) => total + one[key], 0);
	return { exchanges: sum('exchanges'), keptBytes: sum('keptBytes'), originalBytes: sum('originalBytes') };
}

function readUse(): Promise<StorageUse> {
	return client().storage.use();
}

function useReading<Value>(read: () => Promise<Value>): Value | null {
	const [value, setValue] = useState<Value | null>(null);
	useEffect(() => {
		let wanted = true;
		const order = inOrder();
		const again = () => {
			const isNewest = order();
			read().then((found) => {
				if (wanted && isNewest()) setValue(found);
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

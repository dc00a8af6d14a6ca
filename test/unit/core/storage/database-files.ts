import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { OpenedStore } from '../../../../src/main/core/storage/open-store.ts';
import { openStore } from '../../../../src/main/core/storage/open-store.ts';
import { bytesOf, clock, silentLog, streaming, temporaryFolder, withConversation } from './samples.ts';

/** Opens a store for the running test. */
export async function open(file: string): Promise<OpenedStore> {
	const opened = await openStore({ file, clock, log: silentLog });
	onTestFinished(() => opened.store.close());
	return opened;
}

/** A database with a conversation in it, closed. */
export async function filled(): Promise<string> {
	const file = join(temporaryFolder(), 'outcrop.db');
	const { store } = await open(file);
	await withConversation(store);
	await store.save(streaming(bytesOf(3), bytesOf(50_000), ['Because.']));
	await store.close();
	return file;
}

/** The same, cut off before it was closed: what is new is in the -wal only. */
export async function cutOff(): Promise<string> {
	const file = join(temporaryFolder(), 'outcrop.db');
	const running = join(temporaryFolder(), 'outcrop.db');
	await withConversation((await open(running)).store);
	for (const suffix of ['', '-wal']) copyFileSync(running + suffix, file + suffix);
	return file;
}

/** Changes a database through a connection of its own. */
export function change(file: string, sql: string): void {
	const other = new DatabaseSync(file);
	other.exec(sql);
	other.close();
}

import { closeSync, openSync } from 'node:fs';
import type { Clock, Log } from '../ports.ts';
import { openDatabase, openForReading } from './database.ts';
import type { Inspection } from './inspect-database.ts';
import { companions, hasWal, inspectDatabase, inspectOpen } from './inspect-database.ts';
import { migrate } from './migrations.ts';
import type { SetAside } from './set-aside.ts';
import { setAsideFile } from './set-aside.ts';
import { isBroken, notOpened, wordsOf } from './sqlite-error.ts';
import { createStore } from './sqlite-store.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';

/** A store, and what was moved out of its way. */
export interface OpenedStore {
	readonly store: Store;
	readonly setAside: SetAside | null;
}

/**
 * Opens the database of a data folder, or begins one. What is broken, or another application's, is set aside whole under
 * a dated name; what a newer version wrote is opened for reading only and not changed. What is merely out of reach (no
 * permission, locked, full disk) rejects with a `not-saved` StoreError with SQLite's or the system's own words.
 */
export async function openStore(options: {
	readonly file: string;
	readonly clock: Clock;
	readonly log: Log;
}): Promise<OpenedStore> {
	const { file, clock, log } = options;
	try {
		const first = tryToOpen(file);
		if (first.store !== null) return { store: first.store, setAside: null };
		const setAside = setAsideFile(file, { detail: first.detail, now: clock.now(), companions });
		log.warn(`The database was set aside: ${first.detail}`);
		const second = tryToOpen(file);
		if (second.store === null) throw new StoreError('not-saved', second.detail);
		return { store: second.store, setAside };
	} catch (error) {
		throw notOpened(error);
	}
}

/** A store that lives in memory only. */
export function openMemoryStore(): Store {
	const database = openDatabase(':memory:');
	migrate(database, 0);
	return createStore(database, { readOnly: false });
}

type Opened = { readonly store: Store } | { readonly store: null; readonly detail: string };

function tryToOpen(file: string): Opened {
	const found = inspectDatabase(file);
	if (found.kind !== 'usable') return unusable(file, found);
	let database: ReturnType<typeof openDatabase> | null = null;
	try {
		// SQLite would let everyone read it. What it keeps beside it gets the same permissions (sqlite.org/wal.html).
		closeSync(openSync(file, 'a', 0o600));
		database = openDatabase(file);
		// Looked at again, because a journal may just have been rolled back.
		const now = inspectOpen(database);
		if (now.kind !== 'usable') {
			database.close();
			return unusable(file, now);
		}
		migrate(database, now.version);
		return { store: createStore(database, { readOnly: false }) };
	} catch (error) {
		database?.close();
		if (isBroken(error)) return { store: null, detail: wordsOf(error) };
		throw error;
	}
}

function unusable(file: string, found: Exclude<Inspection, { readonly kind: 'usable' }>): Opened {
	if (found.kind === 'broken') return { store: null, detail: found.detail };
	return { store: createStore(openForReading(file, { immutable: !hasWal(file) }), { readOnly: true }) };
}

import { mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { SQLITE_BUSY, SQLITE_NOTADB, sqliteCode } from './sqlite-error.ts';

const holder = z.object({ pid: z.number().int(), url: z.string().nullable() });

/** The process that has the data folder. `url`: where the Node host answers, without its token. */
export type LockHolder = z.infer<typeof holder>;

/** The data folder is this process's until it releases it or ends, however it ends. */
export interface HeldLock {
	readonly ok: true;
	/** Says where the app can be found. Only the origin is kept: a token in the URL never reaches the file. */
	announce(url: string): void;
	release(): void;
}

/** Another process has the data folder. `holder` is null when it has not said who it is. */
export interface RefusedLock {
	readonly ok: false;
	readonly holder: LockHolder | null;
}

/**
 * Takes a data folder for this process, and makes it when it is not there. Held by an exclusive SQLite transaction on
 * an empty file: a lock of the operating system, which vanishes with the process, `kill -9` included, and which SQLite
 * knows how to take on every system. `instance.json` beside it only tells others whom they met. Throws the system's
 * error when the folder can't be written to.
 */
export function lockDataFolder(folder: string): HeldLock | RefusedLock {
	mkdirSync(folder, { recursive: true });
	const note = join(folder, 'instance.json');
	const lock = takeLock(join(folder, 'instance.lock'));
	if (lock === null) return { ok: false, holder: readNote(note) };
	writeNote(note, { pid: process.pid, url: null });
	let held = true;
	return {
		ok: true,
		announce(url) {
			if (held) writeNote(note, { pid: process.pid, url: new URL(url).origin });
		},
		release() {
			if (!held) return;
			held = false;
			rmSync(note, { force: true });
			lock.close();
		},
	};
}

/** The connection that holds the lock, or null when another one does. */
function takeLock(file: string): DatabaseSync | null {
	const connection = new DatabaseSync(file, { timeout: 0 });
	try {
		connection.exec('BEGIN EXCLUSIVE');
		return connection;
	} catch (error) {
		connection.close();
		if (sqliteCode(error) === SQLITE_BUSY) return null;
		if (sqliteCode(error) !== SQLITE_NOTADB) throw error;
		// Something wrote into the lock file. Emptied, not deleted: a lock on a deleted file keeps nobody out.
		truncateSync(file);
		return takeLock(file);
	}
}

function writeNote(file: string, written: LockHolder): void {
	writeFileSync(`${file}.new`, JSON.stringify(written));
	renameSync(`${file}.new`, file);
}

function readNote(file: string): LockHolder | null {
	try {
		return holder.parse(JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return null;
	}
}

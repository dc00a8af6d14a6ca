import { StoreError } from './store-error.ts';

/** SQLite's primary result codes that the store tells apart (sqlite.org/rescode.html). */
export const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
/** PERM, BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL: none of them is the change's fault. */
const PASSING: ReadonlySet<number> = new Set([3, SQLITE_BUSY, 6, 7, 8, 9, 10, 13, 14, 15]);
export const SQLITE_NOTADB = 26;

/** SQLite's primary result code, or null when the error is not SQLite's. `node:sqlite` gives the extended one. */
export function sqliteCode(error: unknown): number | null {
	if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
	return error.errcode & 0xff;
}

/** True when the file itself is broken ("file is not a database", "malformed"), and not just out of reach. */
export function isBroken(error: unknown): boolean {
	const code = sqliteCode(error);
	return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

/** An error's own words. */
export function wordsOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** What a failed write becomes: nothing was written, in SQLite's own words. */
export function notWritten(error: unknown): StoreError {
	if (error instanceof StoreError) return error;
	const code = sqliteCode(error);
	const later = code !== null && PASSING.has(code);
	return new StoreError(later ? 'not-saved' : 'refused', wordsOf(error), { cause: error });
}

/** What a database that can't be opened becomes. */
export function notOpened(error: unknown): StoreError {
	return error instanceof StoreError ? error : new StoreError('not-saved', wordsOf(error), { cause: error });
}

/** What a failed read becomes. */
export function unreadable(error: unknown): StoreError {
	return error instanceof StoreError ? error : new StoreError('corrupt', wordsOf(error), { cause: error });
}

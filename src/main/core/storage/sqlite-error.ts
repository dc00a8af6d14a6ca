import { StoreError } from './store-error.ts';

/** SQLite's primary result codes that the store tells apart (sqlite.org/rescode.html). */
export const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
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
export function notSaved(error: unknown): StoreError {
	return error instanceof StoreError ? error : new StoreError('not-saved', wordsOf(error), { cause: error });
}

/** What a failed read becomes. */
export function unreadable(error: unknown): StoreError {
	return error instanceof StoreError ? error : new StoreError('corrupt', wordsOf(error), { cause: error });
}

import type { StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** A connection that keeps the statements that it has prepared. */
export interface Database {
	/** Prepares a statement, or gives the one prepared before for the same text. */
	statement(sql: string): StatementSync;
	/** Runs several statements without values. */
	exec(sql: string): void;
	/** Runs work in one transaction; when the work or the commit throws, nothing of it stays. */
	transaction<T>(work: () => T): T;
	/** Does nothing when it is closed. */
	close(): void;
}

/**
 * How long a statement waits for another connection's lock; milliseconds. The whole app stands still meanwhile: enough for
 * a tool that looks at the file; what needs longer is tried again later.
 */
const BUSY_TIMEOUT_MS = 200;

/** Pages that are not used any more can be given back to the disk, a few at a time. */
export const FREE_BY_STEPS = 'PRAGMA auto_vacuum = INCREMENTAL';

/**
 * Opens a database for reading and writing, made if it is not there: WAL, foreign keys, a busy timeout.
 * `synchronous = NORMAL` is safe against the death of the process; after a power cut the last moments may be missing,
 * but the file is whole (sqlite.org/wal.html). Throws SQLite's error.
 */
export function openDatabase(file: string, options: { readonly busyTimeoutMs?: number } = {}): Database {
	const connection = new DatabaseSync(file, { timeout: options.busyTimeoutMs ?? BUSY_TIMEOUT_MS });
	try {
		// Only while nothing is in the file (sqlite.org/pragma.html, auto_vacuum); others get it by a VACUUM, see tidy.ts.
		if (connection.prepare('PRAGMA page_count').get()?.['page_count'] === 0) connection.exec(FREE_BY_STEPS);
		connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
		connection.exec('PRAGMA trusted_schema = OFF');
	} catch (error) {
		connection.close();
		throw error;
	}
	return wrap(connection);
}

/**
 * Opens a database so that neither it nor its `-wal` changes by a single byte. `immutable` (without it SQLite would
 * create a `-wal` and a `-shm`: sqlite.org/wal.html, "Read-Only Databases") ignores a `-wal`, so that it must not be
 * said when there is one with something in it: only then a `-shm`, an index that holds no data, is made. Throws
 * SQLite's error.
 */
export function openForReading(file: string, options: { readonly immutable: boolean }): Database {
	const url = pathToFileURL(file);
	if (options.immutable) url.searchParams.set('immutable', '1');
	return wrap(new DatabaseSync(url, { readOnly: true, timeout: BUSY_TIMEOUT_MS }));
}

function wrap(connection: DatabaseSync): Database {
	const statements = new Map<string, StatementSync>();
	return {
		statement(sql) {
			const known = statements.get(sql);
			if (known !== undefined) return known;
			const prepared = connection.prepare(sql);
			statements.set(sql, prepared);
			return prepared;
		},
		exec: (sql) => connection.exec(sql),
		transaction(work) {
			connection.exec('BEGIN IMMEDIATE');
			try {
				const result = work();
				connection.exec('COMMIT');
				return result;
			} catch (error) {
				// Some errors (a full disk among them) have already rolled back by themselves.
				if (connection.isTransaction) connection.exec('ROLLBACK');
				throw error;
			}
		},
		close() {
			if (connection.isOpen) connection.close();
		},
	};
}

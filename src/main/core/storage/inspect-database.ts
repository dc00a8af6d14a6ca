import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { Database } from './database.ts';
import { openForReading } from './database.ts';
import { APPLICATION_ID, VERSION } from './migrations.ts';
import { isBroken, wordsOf } from './sqlite-error.ts';

/** What SQLite keeps beside a database. */
export const companions = ['-wal', '-shm', '-journal'] as const;

/** What a file turned out to be, found without changing it. */
export type Inspection =
	/** Ours to open; `version` 0: there is nothing in it yet. */
	| { readonly kind: 'usable'; readonly version: number }
	/** Written by a newer version of the app. */
	| { readonly kind: 'newer'; readonly version: number }
	/** Broken, or no database of this app. */
	| { readonly kind: 'broken'; readonly detail: string };

const MAGIC = 'SQLite format 3\0';

const facts = z.object({ application: z.number(), version: z.number(), tables: z.number() });

/**
 * Looks at a file before it is trusted, because SQLite opens garbage without a word and only fails later. Reads the
 * header and the schema, never the whole file. Throws SQLite's or the system's error when the file is out of reach.
 */
export function inspectDatabase(file: string): Inspection {
	const size = sizeOf(file);
	if (size === 0) {
		// SQLite would delete this -wal, and with it what may be all that is left (pager.c, pagerOpenWalIfPresent).
		if (sizeOf(`${file}-wal`) > 0) return { kind: 'broken', detail: 'The database is empty, its -wal file is not.' };
		return { kind: 'usable', version: 0 };
	}
	if (headOf(file) !== MAGIC) return { kind: 'broken', detail: 'file is not a database' };
	// A journal beside it means that a change was cut short: only a writer can roll it back, so SQLite does that first.
	if (sizeOf(`${file}-journal`) > 0) return { kind: 'usable', version: 0 };
	let database: Database | null = null;
	try {
		database = openForReading(file, { immutable: !hasWal(file) });
		return judge(readFacts(database));
	} catch (error) {
		if (isBroken(error)) return { kind: 'broken', detail: wordsOf(error) };
		throw error;
	} finally {
		database?.close();
	}
}

/** The same look through a connection that is already open. */
export function inspectOpen(database: Database): Inspection {
	return judge(readFacts(database));
}

/** True when a `-wal` with something in it lies beside the database. */
export function hasWal(file: string): boolean {
	return sizeOf(`${file}-wal`) > 0;
}

function readFacts(database: Database): z.infer<typeof facts> {
	return facts.parse(
		database
			.statement(
				`SELECT application_id AS application, user_version AS version,
					(SELECT count(*) FROM sqlite_schema WHERE type = 'table') AS tables
				FROM pragma_application_id, pragma_user_version`,
			)
			.get(),
	);
}

function judge({ application, version, tables }: z.infer<typeof facts>): Inspection {
	if (application === 0 && version === 0 && tables === 0) return { kind: 'usable', version: 0 };
	if (application !== APPLICATION_ID) {
		return { kind: 'broken', detail: `This is another application's database (application_id ${application}).` };
	}
	if (version > VERSION) return { kind: 'newer', version };
	if (version < 1 || tables === 0)
		return { kind: 'broken', detail: `There are no tables of version ${version} in it.` };
	return { kind: 'usable', version };
}

/** Bytes; 0 where there is no file. */
function sizeOf(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function headOf(file: string): string {
	const head = Buffer.alloc(MAGIC.length);
	const handle = openSync(file, 'r');
	try {
		return head.toString('latin1', 0, readSync(handle, head, 0, head.length, 0));
	} finally {
		closeSync(handle);
	}
}

import type { Database } from './database.ts';
import { FREE_BY_STEPS } from './database.ts';
import { nextUnpacked, packRequestBody } from './request-bodies.ts';
import { foldSegments, nextUnfolded } from './response-bodies.ts';
import { sqliteCode } from './sqlite-error.ts';
import { readPages } from './use.ts';

/** Pages that are given back at once: a few milliseconds. */
const PAGES_A_STEP = 512;
/** A file up to this size is rewritten whole without asking: less than a second. Bytes. */
const QUICK_TO_REWRITE = 64_000_000;

/** Less is left for what comes next; bytes. */
const WORTH_FREEING = 256_000;

/** Work that makes the file smaller, in steps of some milliseconds. Each is whole or not done, so that it may be cut short. */
export interface Tidying {
	/** One step, in a transaction of the caller's. False when nothing is left that needs one. */
	pack(): boolean;
	/** Gives some of what is empty back to the disk; not in a transaction. False when nothing is left. */
	free(): boolean;
	/** Rewrites the file without what is empty; not in a transaction. Needs as much space again meanwhile. */
	rewrite(): void;
}

export function createTidying(database: Database): Tidying {
	/** What can't be read is left as it is. */
	const broken = new Set<string>();

	function rewrite(): void {
		database.exec(FREE_BY_STEPS);
		database.exec('VACUUM');
		database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
	}

	return {
		pack() {
			const unfolded = nextUnfolded(database, broken);
			if (unfolded !== null) {
				try {
					foldSegments(database, unfolded);
				} catch (error) {
					if (sqliteCode(error) !== null) throw error;
					broken.add(unfolded);
				}
				return true;
			}
			const unpacked = nextUnpacked(database);
			if (unpacked === null) return false;
			packRequestBody(database, unpacked);
			return true;
		},
		free() {
			const { fileBytes, freeBytes } = readPages(database);
			if (freeBytes < WORTH_FREEING) return false;
			if (!freesBySteps(database)) {
				if (fileBytes > QUICK_TO_REWRITE) return false;
				rewrite();
				return false;
			}
			database.exec(`PRAGMA incremental_vacuum(${PAGES_A_STEP})`);
			const left = readPages(database).freeBytes;
			if (left >= WORTH_FREEING && left < freeBytes) return true;
			database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
			return false;
		},
		rewrite,
	};
}

function freesBySteps(database: Database): boolean {
	return database.statement('PRAGMA auto_vacuum').get()?.['auto_vacuum'] === 2;
}

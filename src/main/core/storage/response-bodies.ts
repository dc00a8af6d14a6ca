import { z } from 'zod';
import { concatBytes } from '../bytes.ts';
import { packArrivals, unpackArrivals } from './arrivals.ts';
import type { Database } from './database.ts';
import { pack, unpack } from './pack.ts';
import { jsonColumn, readRow, readRows } from './rows.ts';
import type { Arrivals } from './store.ts';

const bytes = z.instanceof(Uint8Array);
const arrivalsRow = z.object({ arrivals: jsonColumn(z.array(z.tuple([z.number(), z.number()]))) });
const bytesRow = z.object({ bytes });
const segmentRow = arrivalsRow.extend({ bytes });
const bodyRow = z.object({ form: z.number(), bytes, arrivals: bytes });
const attemptRow = z.object({ attemptId: z.string() });

/** Appends to a response body without rewriting it. */
export function insertSegment(database: Database, attemptId: string, part: Uint8Array, arrivals: Arrivals): void {
	database
		.statement('INSERT INTO response_segments (attempt_id, bytes, arrivals) VALUES (?, ?, ?)')
		.run(attemptId, part, JSON.stringify(arrivals));
}

/** Makes one packed body of the segments of a response that has ended. */
export function foldSegments(database: Database, attemptId: string): void {
	const segments = readRows(database, segmentRow, SELECT_SEGMENTS, attemptId);
	if (segments.length === 0) return;
	const before = readRow(database, bodyRow, SELECT_BODY, attemptId);
	const whole = concatBytes([
		...(before === null ? [] : [unpack(before.form, before.bytes)]),
		...segments.map((segment) => segment.bytes),
	]);
	const arrivals = [
		...(before === null ? [] : unpackArrivals(before.arrivals)),
		...segments.flatMap((segment) => segment.arrivals),
	];
	const packed = pack(whole);
	database
		.statement(
			`INSERT INTO response_bodies (attempt_id, form, bytes, arrivals) VALUES (?, ?, ?, ?)
			ON CONFLICT (attempt_id) DO UPDATE SET form = excluded.form, bytes = excluded.bytes, arrivals = excluded.arrivals`,
		)
		.run(attemptId, packed.form, packed.bytes, packArrivals(arrivals));
	database
		.statement('UPDATE attempts SET response_size = ? WHERE id = ? AND response_sha256 IS NULL')
		.run(whole.byteLength, attemptId);
	database.statement('DELETE FROM response_segments WHERE attempt_id = ?').run(attemptId);
}

/** An attempt that has ended, or that nothing will be added to, and that still lies in segments; null: there is none. */
export function nextUnfolded(database: Database, except: ReadonlySet<string>): string | null {
	const found = readRows(
		database,
		attemptRow,
		`SELECT DISTINCT s.attempt_id AS attemptId FROM response_segments s JOIN attempts a ON a.id = s.attempt_id
			JOIN exchanges e ON e.id = a.exchange_id WHERE e.state <> 'running' LIMIT ?`,
		except.size + 1,
	);
	return found.find(({ attemptId }) => !except.has(attemptId))?.attemptId ?? null;
}

/** All bytes that are kept of a response, not checked; null: there are none. */
export function readResponse(database: Database, attemptId: string): Uint8Array | null {
	const folded = readRow(database, bodyRow, SELECT_BODY, attemptId);
	const segments = readRows(database, bytesRow, SELECT_BYTES, attemptId);
	const parts = [
		...(folded === null ? [] : [unpack(folded.form, folded.bytes)]),
		...segments.map((segment) => segment.bytes),
	];
	const [only] = parts;
	if (only === undefined) return null;
	return parts.length === 1 ? only : concatBytes(parts);
}

/** When the bytes of a response were there. */
export function readArrivals(database: Database, attemptId: string): Arrivals {
	const folded = readRow(database, bodyRow, SELECT_BODY, attemptId);
	const segments = readRows(database, arrivalsRow, SELECT_ARRIVALS, attemptId);
	return [
		...(folded === null ? [] : unpackArrivals(folded.arrivals)),
		...segments.flatMap((segment) => segment.arrivals),
	];
}

const SELECT_BODY = 'SELECT form, bytes, arrivals FROM response_bodies WHERE attempt_id = ?';
const FROM_SEGMENTS = 'FROM response_segments WHERE attempt_id = ? ORDER BY sequence';
const SELECT_SEGMENTS = `SELECT bytes, arrivals ${FROM_SEGMENTS}`;
const SELECT_BYTES = `SELECT bytes ${FROM_SEGMENTS}`;
const SELECT_ARRIVALS = `SELECT arrivals ${FROM_SEGMENTS}`;

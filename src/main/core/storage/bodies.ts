import { createHash } from 'node:crypto';
import { z } from 'zod';
import { concatBytes } from '../bytes.ts';
import type { Database } from './database.ts';
import { jsonColumn, readRow, readRows } from './rows.ts';
import type { Arrivals } from './store.ts';
import { StoreError } from './store-error.ts';

const bytes = z.instanceof(Uint8Array);
const bytesRow = z.object({ bytes });
const arrivalsRow = z.object({ arrivals: jsonColumn(z.array(z.tuple([z.number(), z.number()]))) });
const expectedRow = z.object({
	requestSha256: z.string().nullable(),
	responseSize: z.number().nullable(),
	responseSha256: z.string().nullable(),
});

/** Keeps a request body; the one kept before is replaced. */
export function upsertRequestBody(database: Database, attemptId: string, body: Uint8Array): void {
	database
		.statement(
			`INSERT INTO request_bodies (attempt_id, bytes) VALUES (?, ?)
			ON CONFLICT (attempt_id) DO UPDATE SET bytes = excluded.bytes`,
		)
		.run(attemptId, body);
}

/** Appends to a response body without rewriting it. */
export function insertSegment(database: Database, attemptId: string, part: Uint8Array, arrivals: Arrivals): void {
	database
		.statement('INSERT INTO response_segments (attempt_id, bytes, arrivals) VALUES (?, ?, ?)')
		.run(attemptId, part, JSON.stringify(arrivals));
}

/**
 * All bytes kept of a body; null when there is no such attempt or it has no response. Throws `corrupt` when they don't
 * fit their hash: SQLite's own check passes a flipped byte. Without a hash there is nothing to check against.
 */
export function readBody(database: Database, attemptId: string, side: 'request' | 'response'): Uint8Array | null {
	const expected = readRow(
		database,
		expectedRow,
		`SELECT request_sha256 AS requestSha256, response_size AS responseSize, response_sha256 AS responseSha256
		FROM attempts WHERE id = ?`,
		attemptId,
	);
	if (expected === null) return null;
	const parts = readRows(database, bytesRow, side === 'request' ? SELECT_REQUEST : SELECT_RESPONSE, attemptId);
	if (side === 'response' && expected.responseSize === null && parts.length === 0) return null;
	const [only] = parts;
	const body = only !== undefined && parts.length === 1 ? only.bytes : concatBytes(parts.map((part) => part.bytes));
	const sha256 = side === 'request' ? expected.requestSha256 : expected.responseSha256;
	if (sha256 !== null && createHash('sha256').update(body).digest('hex') !== sha256) {
		throw new StoreError('corrupt', `The ${side} body of attempt ${attemptId} does not fit its SHA-256.`);
	}
	return body;
}

const SELECT_REQUEST = 'SELECT bytes FROM request_bodies WHERE attempt_id = ?';
const SELECT_RESPONSE = 'SELECT bytes FROM response_segments WHERE attempt_id = ? ORDER BY sequence';

/** When the bytes of a response were there; null when there is no such attempt. */
export function readArrivals(database: Database, attemptId: string): Arrivals | null {
	if (database.statement('SELECT 1 FROM attempts WHERE id = ?').get(attemptId) === undefined) return null;
	return readRows(
		database,
		arrivalsRow,
		'SELECT arrivals FROM response_segments WHERE attempt_id = ? ORDER BY sequence',
		attemptId,
	).flatMap((row) => row.arrivals);
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database } from './database.ts';
import { readUnchecked } from './request-bodies.ts';
import { readArrivals, readResponse } from './response-bodies.ts';
import { readRow } from './rows.ts';
import type { Arrivals } from './store.ts';
import { StoreError } from './store-error.ts';

const expectedRow = z.object({
	requestSize: z.number(),
	requestSha256: z.string().nullable(),
	responseSize: z.number().nullable(),
	responseSha256: z.string().nullable(),
	forgottenAt: z.number().nullable(),
});

/**
 * All bytes kept of a body; null when there is no such attempt or it has no response. Throws `forgotten` when they were
 * erased, and `corrupt` when they don't fit their hash: SQLite's own check passes a flipped byte. Without a hash there is
 * nothing to check against.
 */
export function readBody(database: Database, attemptId: string, side: 'request' | 'response'): Uint8Array | null {
	const expected = readRow(database, expectedRow, SELECT_EXPECTED, attemptId);
	if (expected === null) return null;
	const body = (side === 'request' ? readUnchecked : readResponse)(database, attemptId);
	if (side === 'response' && expected.responseSize === null && body === null) return null;
	const sha256 = side === 'request' ? expected.requestSha256 : expected.responseSha256;
	const size = side === 'request' ? expected.requestSize : expected.responseSize;
	if (expected.forgottenAt !== null && body === null && size !== 0) {
		throw new StoreError('forgotten', `The ${side} body of attempt ${attemptId} was forgotten.`);
	}
	const bytes = body ?? new Uint8Array();
	if (sha256 !== null && createHash('sha256').update(bytes).digest('hex') !== sha256) {
		throw new StoreError('corrupt', `The ${side} body of attempt ${attemptId} does not fit its SHA-256.`);
	}
	return bytes;
}

/** When the bytes of a response were there; null when there is no such attempt, none where they were forgotten. */
export function arrivalsOf(database: Database, attemptId: string): Arrivals | null {
	if (database.statement('SELECT 1 FROM attempts WHERE id = ?').get(attemptId) === undefined) return null;
	return readArrivals(database, attemptId);
}

const SELECT_EXPECTED = `SELECT request_size AS requestSize, request_sha256 AS requestSha256,
	response_size AS responseSize, response_sha256 AS responseSha256, forgotten_at AS forgottenAt
	FROM attempts WHERE id = ?`;

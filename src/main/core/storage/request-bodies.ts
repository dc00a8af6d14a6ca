import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database } from './database.ts';
import { pack, UNPACKED, unpack } from './pack.ts';
import { jsonColumn, readRow, readRows } from './rows.ts';
import type { SharedPart } from './shared-parts.ts';
import { ownBytes, sharedParts } from './shared-parts.ts';
import { StoreError } from './store-error.ts';

const place = z.number().int().nonnegative();

const bodyRow = z.object({
	baseId: z.string().nullable(),
	shared: jsonColumn(z.array(z.tuple([place, place, place]))).nullable(),
	form: z.number(),
	bytes: z.instanceof(Uint8Array),
});

const placeRow = z.object({
	conversationId: z.string(),
	turn: z.number(),
	exchange: z.number(),
	attempt: z.number(),
	operation: z.string().nullable(),
});

const attemptRow = z.object({ attemptId: z.string() });
const factsRow = z.object({ size: place, sha256: z.string().nullable() });

/** Keeps a request body; the one kept before is replaced. */
export function upsertRequestBody(database: Database, attemptId: string, body: Uint8Array): void {
	const known = readRow(database, attemptRow, `${SELECT_ID} WHERE attempt_id = ?`, attemptId);
	if (known !== null) standAlone(database, attemptId);
	write(database, attemptId, body);
}

/** Packs a body that lies as version 1 wrote it. */
export function packRequestBody(database: Database, attemptId: string): void {
	write(database, attemptId, readUnchecked(database, attemptId) ?? new Uint8Array());
}

/** The next body that lies as version 1 wrote it, the oldest of its conversation; null: there is none. */
export function nextUnpacked(database: Database): string | null {
	const some = readRow(database, attemptRow, `${SELECT_ID} WHERE form = ${UNPACKED} LIMIT 1`);
	const at = some === null ? null : placeOf(database, some.attemptId);
	if (some === null || at === null) return some?.attemptId ?? null;
	const oldest = readRow(
		database,
		attemptRow,
		`SELECT b.attempt_id AS attemptId ${IN_CONVERSATION} AND b.form = ${UNPACKED}
		ORDER BY t.sequence, e.position, a.position LIMIT 1`,
		at.conversationId,
	);
	return oldest?.attemptId ?? some.attemptId;
}

/**
 * Bodies that build on some that are about to be erased (their attempts already say that they are forgotten) are
 * written anew without them. One that is damaged stays damaged, and is found so when it is read.
 */
export function detach(database: Database, attemptIds: readonly string[]): void {
	const erased = new Set(attemptIds);
	const dependent = attemptIds
		.flatMap((id) => readRows(database, attemptRow, `${SELECT_ID} WHERE base_id = ?`, id))
		.map(({ attemptId }) => attemptId)
		.filter((id) => !erased.has(id))
		.map((id) => ({ id, at: placeOf(database, id) }))
		.sort((a, b) => compare(a.at, b.at));
	for (const { id } of dependent) {
		let body: Uint8Array;
		try {
			body = readUnchecked(database, id) ?? new Uint8Array();
		} catch {
			body = new Uint8Array();
		}
		write(database, id, body);
	}
}

/** All bytes of a request body, put together from those that it builds on, not checked. null: none is kept. */
export function readUnchecked(database: Database, attemptId: string): Uint8Array | null {
	const facts = readRow(database, factsRow, SELECT_FACTS, attemptId);
	let row = readRow(database, bodyRow, SELECT_BODY, attemptId);
	if (facts === null || row === null) return null;
	if (row.shared === null) return unpack(row.form, row.bytes);
	const body = new Uint8Array(facts.size);
	/** Runs of the body that are still to be found in the row at hand, in order. */
	let wanted: SharedPart[] = [[0, 0, body.byteLength]];
	for (const seen = new Set<string>(); wanted.length > 0; ) {
		wanted = fill(body, wanted, row);
		if (wanted.length === 0 || row.baseId === null) break;
		if (seen.has(row.baseId)) throw damaged(attemptId);
		seen.add(row.baseId);
		row = readRow(database, bodyRow, SELECT_BODY, row.baseId);
		if (row === null) throw damaged(attemptId);
	}
	return body;
}

/** Copies what a row itself has of the wanted runs, and gives what is to be found in the row's base. */
function fill(body: Uint8Array, wanted: readonly SharedPart[], row: z.infer<typeof bodyRow>): SharedPart[] {
	const own = unpack(row.form, row.bytes);
	const left: SharedPart[] = [];
	let next = 0;
	/** Takes the wanted runs within `[begin, end)` of the row. */
	const walk = (begin: number, end: number, take: (at: number, offset: number, length: number) => void) => {
		for (; next < wanted.length; next++) {
			const [at, from, length] = wanted[next] ?? [0, 0, 0];
			const first = Math.max(from, begin);
			const last = Math.min(from + length, end);
			if (first < last) take(at + (first - from), first - begin, last - first);
			if (from + length > end) return;
		}
	};
	let [end, used] = [0, 0];
	const takeOwn = (until: number) => {
		const start = used;
		walk(end, until, (at, offset, length) => body.set(own.subarray(start + offset, start + offset + length), at));
		used += until - end;
	};
	for (const [at, from, length] of row.shared ?? []) {
		takeOwn(at);
		walk(at, at + length, (to, offset, part) => left.push([to, from + offset, part]));
		end = at + length;
	}
	takeOwn(end + own.byteLength - used);
	return left;
}

function write(database: Database, attemptId: string, body: Uint8Array): void {
	const at = placeOf(database, attemptId);
	const base = at === null ? null : chooseBase(database, at, body);
	const { form, bytes } = pack(base === null ? body : ownBytes(body, base.parts));
	database
		.statement(
			`INSERT INTO request_bodies (attempt_id, bytes, form, base_id, shared) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (attempt_id) DO UPDATE SET bytes = excluded.bytes, form = excluded.form, base_id = excluded.base_id,
				shared = excluded.shared`,
		)
		.run(attemptId, bytes, form, base?.id ?? null, base === null ? null : JSON.stringify(base.parts));
}

/**
 * What a body builds on: the one before it in the conversation, or the one before it of the same operation where that
 * has more in common; null where neither has half of it. Always an earlier one, so that there is no circle, and one
 * whose hash was checked, so that a damaged body never spoils another.
 */
function chooseBase(
	database: Database,
	at: z.infer<typeof placeRow>,
	body: Uint8Array,
): { readonly id: string; readonly parts: readonly SharedPart[] } | null {
	const position = [at.conversationId, at.turn, at.exchange, at.attempt];
	const before = readRow(database, attemptRow, `${SELECT_BEFORE} ${LATEST}`, ...position);
	if (before === null) return null;
	const first = share(database, before.attemptId, body);
	if (first !== null) return first;
	const alike = readRow(
		database,
		attemptRow,
		`${SELECT_BEFORE} AND ${OPERATION} = ? ${LATEST}`,
		...position,
		at.operation,
	);
	return alike === null || alike.attemptId === before.attemptId ? null : share(database, alike.attemptId, body);
}

function share(database: Database, id: string, body: Uint8Array) {
	let base: Uint8Array | null;
	try {
		base = readUnchecked(database, id);
	} catch {
		return null;
	}
	const facts = readRow(database, factsRow, SELECT_FACTS, id);
	if (base === null || facts?.sha256 !== createHash('sha256').update(base).digest('hex')) return null;
	const parts = sharedParts(base, body);
	const shared = parts.reduce((sum, [, , length]) => sum + length, 0);
	return 2 * shared < body.byteLength || parts.length === 0 ? null : { id, parts };
}

/** Whatever builds on a body that is about to be replaced is written without it. */
function standAlone(database: Database, attemptId: string): void {
	for (const { attemptId: id } of readRows(database, attemptRow, `${SELECT_ID} WHERE base_id = ?`, attemptId)) {
		const { form, bytes } = pack(readUnchecked(database, id) ?? new Uint8Array());
		database
			.statement('UPDATE request_bodies SET bytes = ?, form = ?, base_id = NULL, shared = NULL WHERE attempt_id = ?')
			.run(bytes, form, id);
	}
}

function placeOf(database: Database, attemptId: string): z.infer<typeof placeRow> | null {
	return readRow(
		database,
		placeRow,
		`SELECT t.conversation_id AS conversationId, t.sequence AS turn, e.position AS exchange, a.position AS attempt,
			${OPERATION} AS operation
		FROM attempts a JOIN exchanges e ON e.id = a.exchange_id JOIN turns t ON t.id = e.turn_id WHERE a.id = ?`,
		attemptId,
	);
}

function compare(a: z.infer<typeof placeRow> | null, b: z.infer<typeof placeRow> | null): number {
	if (a === null || b === null) return 0;
	return a.turn - b.turn || a.exchange - b.exchange || a.attempt - b.attempt;
}

function damaged(attemptId: string): StoreError {
	return new StoreError('corrupt', `What the request body of attempt ${attemptId} builds on is missing.`);
}

/** A damaged row must not keep others from being saved. */
const OPERATION = `iif(json_valid(e.detail), json_extract(e.detail, '$.operation'), NULL)`;
const SELECT_ID = 'SELECT attempt_id AS attemptId FROM request_bodies';
const SELECT_BODY = 'SELECT base_id AS baseId, shared, form, bytes FROM request_bodies WHERE attempt_id = ?';
const SELECT_FACTS = 'SELECT request_size AS size, request_sha256 AS sha256 FROM attempts WHERE id = ?';
const IN_CONVERSATION = `FROM turns t JOIN exchanges e ON e.turn_id = t.id JOIN attempts a ON a.exchange_id = e.id
	JOIN request_bodies b ON b.attempt_id = a.id WHERE t.conversation_id = ?`;
const SELECT_BEFORE = `SELECT b.attempt_id AS attemptId ${IN_CONVERSATION}
	AND (t.sequence, e.position, a.position) < (?, ?, ?) AND a.forgotten_at IS NULL`;
const LATEST = 'ORDER BY t.sequence DESC, e.position DESC, a.position DESC LIMIT 1';

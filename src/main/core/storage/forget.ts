import { z } from 'zod';
import type { Forgotten } from '../../../shared/model/exchange.ts';
import type { Database } from './database.ts';
import { detach } from './request-bodies.ts';
import { readRows } from './rows.ts';
import { keptBytes } from './use.ts';

/** How long bodies are kept. null: no limit. */
export interface Retention {
	/** Bodies of turns that ended before are erased; milliseconds since the epoch. */
	readonly before: number | null;
	/** So many bytes of the file may be bodies. */
	readonly maxBytes: number | null;
}

/** How many turns one step erases at most: the app stands still meanwhile. */
const TURNS_A_STEP = 20;

const idRow = z.object({ id: z.string() });
const turnRow = z.object({ id: z.string(), conversationId: z.string(), kept: z.number() });
type TurnRow = z.infer<typeof turnRow>;

/** Erases the bodies of a conversation, but for those of a turn that is being answered. */
export function forgetConversation(database: Database, conversationId: string, at: number): void {
	const turns = readRows(
		database,
		idRow,
		`SELECT id FROM turns t WHERE t.conversation_id = ? AND ${ENDED}`,
		conversationId,
	);
	forgetTurns(
		database,
		turns.map(({ id }) => id),
		{ at, by: 'person' },
	);
}

/**
 * Erases some of what is older than the retention allows, else some of the oldest while there are too many bytes. Gives
 * the conversations of which it was: there may be more to erase; none: there isn't.
 */
export function retain(database: Database, retention: Retention, at: number): string[] {
	const { before, maxBytes } = retention;
	if (before !== null) {
		const old = readRows(database, turnRow, `${SELECT_KEPT} AND ${TIME} < ? ${OLDEST}`, before, TURNS_A_STEP);
		if (old.length > 0) return forgetThese(database, old, { at, by: 'age' });
	}
	let excess = maxBytes === null ? 0 : keptBytes(database) - maxBytes;
	if (excess <= 0) return [];
	const chosen: TurnRow[] = [];
	for (const turn of readRows(database, turnRow, `${SELECT_KEPT} ${OLDEST}`, TURNS_A_STEP)) {
		chosen.push(turn);
		excess -= turn.kept;
		if (excess <= 0) break;
	}
	return forgetThese(database, chosen, { at, by: 'size' });
}

function forgetThese(database: Database, turns: readonly TurnRow[], forgotten: Forgotten): string[] {
	forgetTurns(
		database,
		turns.map(({ id }) => id),
		forgotten,
	);
	return [...new Set(turns.map(({ conversationId }) => conversationId))];
}

/** The messages, the figures and the hashes stay. Bodies of other turns that build on these stay exact. */
function forgetTurns(database: Database, turnIds: readonly string[], { at, by }: Forgotten): void {
	const attempts = readRows(
		database,
		idRow,
		`SELECT a.id FROM turns t JOIN exchanges e ON e.turn_id = t.id JOIN attempts a ON a.exchange_id = e.id
		WHERE t.id IN (SELECT value FROM json_each(?)) AND (
			EXISTS (SELECT 1 FROM request_bodies b WHERE b.attempt_id = a.id)
			OR EXISTS (SELECT 1 FROM response_bodies b WHERE b.attempt_id = a.id)
			OR EXISTS (SELECT 1 FROM response_segments b WHERE b.attempt_id = a.id))`,
		JSON.stringify(turnIds),
	).map(({ id }) => id);
	if (attempts.length === 0) return;
	const ids = JSON.stringify(attempts);
	database
		.statement(
			`UPDATE attempts SET forgotten_at = ?, forgotten_by = ?, response_size = iif(response_sha256 IS NOT NULL OR
				EXISTS (SELECT 1 FROM response_bodies b WHERE b.attempt_id = id), response_size, coalesce((SELECT sum(length(s.bytes))
				FROM response_segments s WHERE s.attempt_id = id), response_size)) WHERE id ${IN}`,
		)
		.run(at, by, ids);
	detach(database, attempts);
	for (const table of ['request_bodies', 'response_bodies', 'response_segments']) {
		database.statement(`DELETE FROM ${table} WHERE attempt_id ${IN}`).run(ids);
	}
}

const IN = 'IN (SELECT value FROM json_each(?))';
const ENDED = `t.state <> 'running'`;
const TIME = 'coalesce(t.ended_at, t.started_at)';
/** Turns of which something is kept, with the bytes that it takes. */
const SELECT_KEPT = `SELECT id, conversationId, kept FROM (SELECT t.id, t.conversation_id AS conversationId, t.state, t.started_at, t.ended_at, t.sequence, (
		SELECT sum(coalesce((SELECT length(b.bytes) + coalesce(length(b.shared), 0) FROM request_bodies b WHERE b.attempt_id = a.id), 0)
			+ coalesce((SELECT length(b.bytes) + length(b.arrivals) FROM response_bodies b WHERE b.attempt_id = a.id), 0)
			+ coalesce((SELECT sum(length(s.bytes) + length(s.arrivals)) FROM response_segments s WHERE s.attempt_id = a.id), 0))
		FROM exchanges e JOIN attempts a ON a.exchange_id = e.id WHERE e.turn_id = t.id) AS kept FROM turns t) t
	WHERE ${ENDED} AND kept > 0`;
const OLDEST = `ORDER BY ${TIME}, t.sequence LIMIT ?`;

import { z } from 'zod';
import type { Message, Turn } from '../../../shared/model/conversation.ts';
import { turn } from '../../../shared/model/conversation.ts';
import { callFailure } from '../../../shared/model/failure.ts';
import type { Database } from './database.ts';
import { readExchangeSummaries } from './exchanges.ts';
import type { TurnScope } from './messages.ts';
import { foldChunks, readMessages, tryToFoldChunks, upsertMessage } from './messages.ts';
import { changeOne, jsonColumn, readRow, readRows } from './rows.ts';
import { StoreError } from './store-error.ts';

const turnRow = turn.pick({ id: true, conversationId: true, state: true, startedAt: true, endedAt: true }).extend({
	questionId: z.string(),
	answerId: z.string().nullable(),
	failure: jsonColumn(callFailure).nullable(),
});

/** Turns with their messages and exchanges, in the order in which they were begun. */
export function readTurns(database: Database, scope: TurnScope, id: string): Turn[] {
	const rows = readRows(
		database,
		turnRow,
		`SELECT t.id, t.conversation_id AS conversationId, t.question_id AS questionId, t.answer_id AS answerId, t.state,
			t.failure, t.started_at AS startedAt, t.ended_at AS endedAt
		FROM turns t WHERE ${scope} ORDER BY t.sequence`,
		id,
	);
	const messages = readMessages(database, scope, id);
	const exchanges = readExchangeSummaries(database, scope, id);
	return rows.map(({ questionId, answerId, ...row }) => ({
		...row,
		question: messageOf(messages, questionId),
		answer: answerId === null ? null : messageOf(messages, answerId),
		exchanges: exchanges.get(row.id) ?? [],
		unsaved: false,
	}));
}

/** A new turn with its question, running; one with the same id begins anew. */
export function beginTurn(
	database: Database,
	begun: { readonly turnId: string; readonly question: Message; readonly title: string; readonly at: number },
): void {
	const { turnId, question, title, at } = begun;
	upsertMessage(database, question);
	database
		.statement(
			`INSERT INTO turns (id, conversation_id, question_id, state, started_at) VALUES (?, ?, ?, 'running', ?)
			ON CONFLICT (id) DO UPDATE SET conversation_id = excluded.conversation_id, question_id = excluded.question_id,
				answer_id = NULL, state = excluded.state, failure = NULL, started_at = excluded.started_at, ended_at = NULL`,
		)
		.run(turnId, question.conversationId, question.id, at);
	database
		.statement(`UPDATE conversations SET updated_at = ?, title = iif(title = '""', ?, title) WHERE id = ?`)
		.run(at, JSON.stringify(title), question.conversationId);
}

/** State, failure and end. When the turn has ended, its answer becomes one text. */
export function updateTurn(
	database: Database,
	changed: Readonly<Pick<Turn, 'id' | 'state' | 'failure' | 'endedAt'>>,
): void {
	changeOne(
		database,
		noSuchTurn(changed.id),
		'UPDATE turns SET state = ?, failure = ?, ended_at = ? WHERE id = ?',
		changed.state,
		changed.failure === null ? null : JSON.stringify(changed.failure),
		changed.endedAt,
		changed.id,
	);
	if (changed.state !== 'running') foldAnswer(database, changed.id);
}

/** Makes a message the answer of a turn, or takes its answer away. The message before it stays in the tree. */
export function setAnswer(database: Database, turnId: string, answer: Message | null): void {
	foldAnswer(database, turnId);
	if (answer !== null) upsertMessage(database, answer);
	changeOne(database, noSuchTurn(turnId), 'UPDATE turns SET answer_id = ? WHERE id = ?', answer?.id ?? null, turnId);
}

/** Marks what was running when the app ended. An answer of which nothing had come is none. */
export function interruptTurns(database: Database): void {
	const row = z.object({ id: z.string(), answerId: z.string() });
	const running = readRows(
		database,
		row,
		`SELECT id, answer_id AS answerId FROM turns WHERE state = 'running' AND answer_id IS NOT NULL`,
	);
	for (const { id, answerId } of running) {
		const content = tryToFoldChunks(database, answerId);
		if (content === null || content.length > 0) continue;
		database.statement('UPDATE turns SET answer_id = NULL WHERE id = ?').run(id);
		database.statement('DELETE FROM messages WHERE id = ?').run(answerId);
	}
	database.statement(`UPDATE turns SET state = 'interrupted' WHERE state = 'running'`).run();
}

function foldAnswer(database: Database, turnId: string): void {
	const row = z.object({ answerId: z.string().nullable() });
	const found = readRow(database, row, 'SELECT answer_id AS answerId FROM turns WHERE id = ?', turnId);
	if (found?.answerId != null) foldChunks(database, found.answerId);
}

function messageOf(messages: ReadonlyMap<string, Message>, id: string): Message {
	const found = messages.get(id);
	if (found === undefined) throw new StoreError('corrupt', `The message ${id} is missing.`);
	return found;
}

function noSuchTurn(id: string): string {
	return `There is no turn ${id}.`;
}

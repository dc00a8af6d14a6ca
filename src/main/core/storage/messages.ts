import { z } from 'zod';
import { appendPart } from '../../../shared/answers/append-part.ts';
import type { AnswerPart, ContentBlock } from '../../../shared/model/content.ts';
import { answerPart } from '../../../shared/model/content.ts';
import type { Message } from '../../../shared/model/conversation.ts';
import { message } from '../../../shared/model/conversation.ts';
import type { Database } from './database.ts';
import { changeOne, jsonColumn, readRow, readRows } from './rows.ts';
import { StoreError } from './store-error.ts';

const messageRow = message.extend({ content: jsonColumn(message.shape.content) });
const contentRow = z.object({ content: messageRow.shape.content });
/** A text is kept as a JSON string, any other part of an answer as an object. */
const kept = z.union([z.string().transform((text): AnswerPart => ({ type: 'text', text })), answerPart]);
const chunkRow = z.object({ messageId: z.string(), part: jsonColumn(kept) });

/** Which turns are meant: all of a conversation's, or one. Stands for a condition on `t`, a row of `turns`. */
export type TurnScope = 't.conversation_id = ?' | 't.id = ?';

/** The questions and answers of some turns by their id, with the text that is still arriving. */
export function readMessages(database: Database, scope: TurnScope, id: string): Map<string, Message> {
	const messages = readRows(
		database,
		messageRow,
		`SELECT m.id, m.conversation_id AS conversationId, m.parent_id AS parentId, m.role, m.content,
			m.created_at AS createdAt
		FROM turns t JOIN messages m ON m.id IN (t.question_id, t.answer_id) WHERE ${scope}`,
		id,
	);
	const chunks = readRows(
		database,
		chunkRow,
		`SELECT c.message_id AS messageId, c.text AS part
		FROM turns t JOIN answer_chunks c ON c.message_id = t.answer_id WHERE ${scope} ORDER BY c.sequence`,
		id,
	);
	const arriving = Map.groupBy(chunks, ({ messageId }) => messageId);
	const partsOf = (id: string) => (arriving.get(id) ?? []).map(({ part }) => part);
	return new Map(messages.map((found) => [found.id, { ...found, content: append(found.content, partsOf(found.id)) }]));
}

/** Writes a message; one with the same id is replaced, and so is the text that was arriving for it. */
export function upsertMessage(database: Database, written: Message): void {
	database
		.statement(
			`INSERT INTO messages (id, conversation_id, parent_id, role, content, created_at) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET conversation_id = excluded.conversation_id, parent_id = excluded.parent_id,
				role = excluded.role, content = excluded.content, created_at = excluded.created_at`,
		)
		.run(
			written.id,
			written.conversationId,
			written.parentId,
			written.role,
			JSON.stringify(written.content),
			written.createdAt,
		);
	deleteChunks(database, written.id);
}

/** Appends a part to a message without rewriting it. */
export function insertChunk(database: Database, messageId: string, part: AnswerPart): void {
	const text = JSON.stringify(part.type === 'text' ? part.text : part);
	database.statement('INSERT INTO answer_chunks (message_id, text) VALUES (?, ?)').run(messageId, text);
}

/** Moves the text that was arriving for a message into it. Gives the message's content as it then is. */
export function foldChunks(database: Database, messageId: string): ContentBlock[] {
	const found = readRow(database, contentRow, 'SELECT content FROM messages WHERE id = ?', messageId);
	const chunks = readRows(
		database,
		chunkRow,
		'SELECT message_id AS messageId, text AS part FROM answer_chunks WHERE message_id = ? ORDER BY sequence',
		messageId,
	);
	const content = append(
		found?.content ?? [],
		chunks.map(({ part }) => part),
	);
	if (chunks.length === 0) return content;
	changeOne(
		database,
		`There is no message ${messageId}.`,
		'UPDATE messages SET content = ? WHERE id = ?',
		JSON.stringify(content),
		messageId,
	);
	deleteChunks(database, messageId);
	return content;
}

/** The same for a message that may be broken: null when it is. It stays as it was, and is found broken when it is read. */
export function tryToFoldChunks(database: Database, messageId: string): ContentBlock[] | null {
	try {
		return foldChunks(database, messageId);
	} catch (error) {
		if (error instanceof StoreError && error.code === 'corrupt') return null;
		throw error;
	}
}

/** Moves all text that was arriving into its messages, but for what is broken. */
export function foldAllChunks(database: Database): void {
	const row = z.object({ messageId: z.string() });
	const found = readRows(database, row, 'SELECT DISTINCT message_id AS messageId FROM answer_chunks');
	for (const { messageId } of found) tryToFoldChunks(database, messageId);
}

function deleteChunks(database: Database, messageId: string): void {
	database.statement('DELETE FROM answer_chunks WHERE message_id = ?').run(messageId);
}

function append(content: readonly ContentBlock[], parts: readonly AnswerPart[]): ContentBlock[] {
	return [...parts.reduce(appendPart, content)];
}

import { z } from 'zod';
import type { ConversationSummary } from '../../../shared/model/conversation.ts';
import { conversationSummary } from '../../../shared/model/conversation.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import { requestSettings } from '../../../shared/model/settings.ts';
import type { Database } from './database.ts';
import { jsonColumn, readRow, readRows } from './rows.ts';

const summaryRow = conversationSummary.extend({ title: jsonColumn(z.string()) });

const headRow = z.object({
	id: z.string(),
	title: jsonColumn(z.string()),
	settings: jsonColumn(requestSettings),
	createdAt: z.number(),
	updatedAt: z.number(),
});

/** A conversation without its turns. */
export type ConversationHead = z.infer<typeof headRow>;

/** Newest first, without the deleted ones. */
export function listConversations(database: Database): ConversationSummary[] {
	return readRows(
		database,
		summaryRow,
		`SELECT id, title, model_id AS modelId, operation, created_at AS createdAt, updated_at AS updatedAt
		FROM conversations WHERE deleted_at IS NULL ORDER BY updated_at DESC, sequence DESC`,
	);
}

/** null when there is none or it is deleted. */
export function readConversationHead(database: Database, id: string): ConversationHead | null {
	return readRow(
		database,
		headRow,
		`SELECT id, title, settings, created_at AS createdAt, updated_at AS updatedAt
		FROM conversations WHERE id = ? AND deleted_at IS NULL`,
		id,
	);
}

/** A new conversation without turns. */
export function insertConversation(
	database: Database,
	created: {
		readonly id: string;
		readonly title: string;
		readonly settings: RequestSettings;
		readonly at: number;
	},
): void {
	const { id, title, settings, at } = created;
	database
		.statement(
			`INSERT INTO conversations (id, title, settings, model_id, operation, created_at, updated_at)
			VALUES (?, ?, ?, ?, ?, ?, ?)`,
		)
		.run(id, JSON.stringify(title), JSON.stringify(settings), settings.modelId, settings.operation, at, at);
}

/** Does nothing when there is no such conversation; the same goes for the functions below. */
export function updateTitle(database: Database, id: string, title: string): void {
	database.statement('UPDATE conversations SET title = ? WHERE id = ?').run(JSON.stringify(title), id);
}

export function updateSettings(database: Database, id: string, settings: RequestSettings): void {
	database
		.statement('UPDATE conversations SET settings = ?, model_id = ?, operation = ? WHERE id = ?')
		.run(JSON.stringify(settings), settings.modelId, settings.operation, id);
}

/** Hides or shows a conversation. */
export function updateDeletedAt(database: Database, id: string, deletedAt: number | null): void {
	database.statement('UPDATE conversations SET deleted_at = ? WHERE id = ?').run(deletedAt, id);
}

/** Erases what was deleted, with everything that hangs on it. */
export function eraseDeleted(database: Database): void {
	database.statement('DELETE FROM conversations WHERE deleted_at IS NOT NULL').run();
}

import { z } from 'zod';
import type { ComparisonPlace } from '../../../shared/model/conversation.ts';
import { comparisonPlace, conversationSummary } from '../../../shared/model/conversation.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../../shared/model/settings.ts';
import { requestSettings, withNewSettings, withPatch } from '../../../shared/model/settings.ts';
import type { Database } from './database.ts';
import { jsonColumn, readRow, readRows } from './rows.ts';
import type { StoredSummary } from './store.ts';

const comparisonColumn = jsonColumn(comparisonPlace).nullable();

const summaryRow = conversationSummary
	.omit({ running: true })
	.extend({ title: jsonColumn(z.string()), comparison: comparisonColumn })
	.transform(inComparison);

const SELECT_SUMMARY = `SELECT id, title, model_id AS modelId, operation, created_at AS createdAt,
	updated_at AS updatedAt, comparison FROM conversations WHERE deleted_at IS NULL`;

/** Settings of an older version lack what was added since. */
const storedSettings = z.looseObject({}).transform(withNewSettings).pipe(requestSettings);

const headRow = z
	.object({
		id: z.string(),
		title: jsonColumn(z.string()),
		settings: jsonColumn(storedSettings),
		createdAt: z.number(),
		updatedAt: z.number(),
		comparison: comparisonColumn,
	})
	.transform(inComparison);

/** A conversation without its turns. */
export type ConversationHead = z.infer<typeof headRow>;

/** Newest first, without the deleted ones. */
export function listConversations(database: Database): StoredSummary[] {
	return readRows(database, summaryRow, `${SELECT_SUMMARY} ORDER BY updated_at DESC, sequence DESC`);
}

/** null when there is none or it is deleted. */
export function readConversationSummary(database: Database, id: string): StoredSummary | null {
	return readRow(database, summaryRow, `${SELECT_SUMMARY} AND id = ?`, id);
}

/** null when there is none or it is deleted. */
export function readConversationHead(database: Database, id: string): ConversationHead | null {
	return readRow(
		database,
		headRow,
		`SELECT id, title, settings, created_at AS createdAt, updated_at AS updatedAt, comparison
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
		readonly comparison?: ComparisonPlace | undefined;
	},
): void {
	const { id, title, settings, at } = created;
	const comparison = created.comparison === undefined ? null : JSON.stringify(created.comparison);
	database
		.statement(
			`INSERT INTO conversations (id, title, settings, model_id, operation, created_at, updated_at, comparison)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		)
		.run(id, JSON.stringify(title), JSON.stringify(settings), settings.modelId, settings.operation, at, at, comparison);
}

/** False when there is none or it is deleted; the same goes for the functions below. */
export function updateTitle(database: Database, id: string, title: string): boolean {
	const sql = 'UPDATE conversations SET title = ? WHERE id = ? AND deleted_at IS NULL';
	return database.statement(sql).run(JSON.stringify(title), id).changes > 0;
}

/** Changes what the patch names; a key that is there but undefined changes nothing. */
export function patchSettings(database: Database, id: string, patch: RequestSettingsPatch): boolean {
	const head = readConversationHead(database, id);
	if (head === null) return false;
	const settings = withPatch(head.settings, patch);
	database
		.statement('UPDATE conversations SET settings = ?, model_id = ?, operation = ? WHERE id = ?')
		.run(JSON.stringify(settings), settings.modelId, settings.operation, id);
	return true;
}

/** Hides a conversation. */
export function hideConversation(database: Database, id: string, at: number): boolean {
	const sql = 'UPDATE conversations SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL';
	return database.statement(sql).run(at, id).changes > 0;
}

/** Shows a hidden conversation again. False when there is none. */
export function showConversation(database: Database, id: string): boolean {
	return database.statement('UPDATE conversations SET deleted_at = NULL WHERE id = ?').run(id).changes > 0;
}

/** Erases what was deleted, with everything that hangs on it. */
export function eraseDeleted(database: Database): void {
	database.statement('DELETE FROM conversations WHERE deleted_at IS NOT NULL').run();
}

/** A row without a place in a comparison lacks the key. */
function inComparison<T extends { readonly comparison: ComparisonPlace | null }>(row: T) {
	const { comparison, ...rest } = row;
	return comparison === null ? rest : { ...rest, comparison };
}

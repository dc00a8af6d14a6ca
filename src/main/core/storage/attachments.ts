import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database } from './database.ts';
import { readRow } from './rows.ts';
import { StoreError } from './store-error.ts';

const attachmentRow = z.object({ bytes: z.instanceof(Uint8Array) });

/** Keeps a file of a conversation, once, however many of its messages it goes with. */
export function insertAttachment(
	database: Database,
	kept: { readonly conversationId: string; readonly sha256: string; readonly bytes: Uint8Array },
): void {
	database
		.statement(
			`INSERT INTO attachments (conversation_id, sha256, bytes) VALUES (?, ?, ?)
			ON CONFLICT (conversation_id, sha256) DO NOTHING`,
		)
		.run(kept.conversationId, kept.sha256, kept.bytes);
}

/** null when there is none, or its conversation is deleted. Throws `corrupt` when the bytes do not fit their hash. */
export function readAttachment(database: Database, conversationId: string, sha256: string): Uint8Array | null {
	const found = readRow(
		database,
		attachmentRow,
		`SELECT a.bytes FROM attachments a JOIN conversations c ON c.id = a.conversation_id
		WHERE a.conversation_id = ? AND a.sha256 = ? AND c.deleted_at IS NULL`,
		conversationId,
		sha256,
	);
	if (found === null) return null;
	if (createHash('sha256').update(found.bytes).digest('hex') !== sha256) {
		throw new StoreError('corrupt', `The bytes of attachment ${sha256} are not as they were kept.`);
	}
	return found.bytes;
}

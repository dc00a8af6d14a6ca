import { z } from 'zod';
import type { Captured, StorageUse } from '../../../shared/model/storage.ts';
import { captured } from '../../../shared/model/storage.ts';
import type { Database } from './database.ts';
import { jsonColumn, readRow, readRows } from './rows.ts';

/** How many conversations are named. */
const LARGEST = 8;

const bytesRow = z.object({ bytes: z.number() });
const pagesRow = z.object({ pageSize: z.number(), pages: z.number(), free: z.number() });
const conversationRow = captured.extend({ id: z.string(), title: jsonColumn(z.string()), deleted: z.number() });

/** What bodies take in the file; bytes. */
export function keptBytes(database: Database): number {
	const row = readRow(
		database,
		bytesRow,
		`SELECT (SELECT coalesce(sum(length(bytes) + coalesce(length(shared), 0)), 0) FROM request_bodies)
			+ (SELECT coalesce(sum(length(bytes) + length(arrivals)), 0) FROM response_bodies)
			+ (SELECT coalesce(sum(length(bytes) + length(arrivals)), 0) FROM response_segments) AS bytes`,
	);
	return row?.bytes ?? 0;
}

/** What is captured of one conversation. */
export function capturedOf(database: Database, conversationId: string): Captured {
	const [found] = readRows(database, captured, selectCaptured('WHERE t.conversation_id = ?'), conversationId);
	return found ?? { exchanges: 0, keptBytes: 0, originalBytes: 0 };
}

/** What the file holds. Reads every body's length, no body. */
export function readUse(database: Database): StorageUse {
	const all = readRows(
		database,
		conversationRow,
		`SELECT c.id, c.title, c.deleted_at IS NOT NULL AS deleted, k.exchanges, k.keptBytes, k.originalBytes
		FROM (${selectCaptured('')}) k JOIN conversations c ON c.id = k.conversationId ORDER BY k.keptBytes DESC, c.sequence DESC`,
	);
	const sum = (of: keyof Captured) => all.reduce((total, one) => total + one[of], 0);
	return {
		...readPages(database),
		attachmentBytes: readRow(database, bytesRow, SELECT_ATTACHMENTS)?.bytes ?? 0,
		exchanges: sum('exchanges'),
		keptBytes: sum('keptBytes'),
		originalBytes: sum('originalBytes'),
		conversations: all
			.filter(({ deleted, exchanges }) => deleted === 0 && exchanges > 0)
			.slice(0, LARGEST)
			.map(({ deleted, ...one }) => one),
	};
}

/** The size of the file, and how much of it is empty; bytes. */
export function readPages(database: Database): Pick<StorageUse, 'fileBytes' | 'freeBytes'> {
	const row = readRow(
		database,
		pagesRow,
		`SELECT page_size AS pageSize, page_count AS pages, freelist_count AS free
		FROM pragma_page_size, pragma_page_count, pragma_freelist_count`,
	);
	if (row === null) return { fileBytes: 0, freeBytes: 0 };
	return { fileBytes: row.pages * row.pageSize, freeBytes: row.free * row.pageSize };
}

/** Of conversations that are erased with the next start, too: they are still there. */
const SELECT_ATTACHMENTS = 'SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM attachments';

/** Sums by conversation. A body that was forgotten is no longer there, and counts for nothing. */
function selectCaptured(where: string): string {
	return `SELECT conversationId, count(DISTINCT iif(request IS NULL AND response IS NULL, NULL, exchangeId)) AS exchanges,
		coalesce(sum(coalesce(request, 0) + coalesce(response, 0)), 0) AS keptBytes,
		coalesce(sum(iif(request IS NULL, 0, requestSize) + coalesce(responseSize, 0)), 0) AS originalBytes
	FROM (SELECT t.conversation_id AS conversationId, e.id AS exchangeId, a.request_size AS requestSize,
			length(r.bytes) + coalesce(length(r.shared), 0) AS request,
			iif(p.attempt_id IS NULL, s.kept, length(p.bytes) + length(p.arrivals) + coalesce(s.kept, 0)) AS response,
			iif(p.attempt_id IS NULL, s.size, a.response_size) AS responseSize
		FROM turns t JOIN exchanges e ON e.turn_id = t.id JOIN attempts a ON a.exchange_id = e.id
			LEFT JOIN request_bodies r ON r.attempt_id = a.id LEFT JOIN response_bodies p ON p.attempt_id = a.id
			LEFT JOIN (SELECT attempt_id, sum(length(bytes)) AS size, sum(length(bytes) + length(arrivals)) AS kept
				FROM response_segments GROUP BY attempt_id) s ON s.attempt_id = a.id ${where})
	GROUP BY conversationId`;
}

import { z } from 'zod';
import type { Attempt, BodyInfo, Exchange, ExchangeSummary } from '../../../shared/model/exchange.ts';
import { attempt, exchangeSummary, forgotten } from '../../../shared/model/exchange.ts';
import type { Database } from './database.ts';
import type { TurnScope } from './messages.ts';
import { jsonColumn, readRow, readRows } from './rows.ts';

/** What the columns hold, the JSON leaves out. */
const exchangeColumns = { id: true, turnId: true, index: true, state: true } as const;
const exchangeRow = exchangeSummary
	.pick(exchangeColumns)
	.extend({ detail: jsonColumn(exchangeSummary.omit(exchangeColumns)) });

const SELECT_EXCHANGE = 'SELECT e.id, e.turn_id AS turnId, e.position AS "index", e.state, e.detail FROM exchanges e';

/** The exchanges of some turns by the turn's id, each list in its order. */
export function readExchangeSummaries(
	database: Database,
	scope: TurnScope,
	id: string,
): Map<string, ExchangeSummary[]> {
	const rows = readRows(
		database,
		exchangeRow,
		`${SELECT_EXCHANGE} JOIN turns t ON t.id = e.turn_id WHERE ${scope} ORDER BY e.position`,
		id,
	);
	return Map.groupBy(rows.map(toSummary), (summary) => summary.turnId);
}

/** With its attempts; null when there is none. */
export function readExchange(database: Database, id: string): Exchange | null {
	const row = readRow(database, exchangeRow, `${SELECT_EXCHANGE} WHERE e.id = ?`, id);
	return row === null ? null : { ...toSummary(row), attempts: readAttempts(database, id) };
}

/** Writes an exchange; one with the same id is replaced. */
export function upsertExchange(database: Database, written: ExchangeSummary): void {
	const { id, turnId, index, state, ...detail } = written;
	database
		.statement(
			`INSERT INTO exchanges (id, turn_id, position, state, detail) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET turn_id = excluded.turn_id, position = excluded.position,
				state = excluded.state, detail = excluded.detail`,
		)
		.run(id, turnId, index, state, JSON.stringify(detail));
}

/** Marks what was running when the app ended. */
export function interruptExchanges(database: Database): void {
	database.statement(`UPDATE exchanges SET state = 'interrupted' WHERE state = 'running'`).run();
}

/** An attempt without its ids and what is told of its bodies: those have columns. */
const attemptDetail = attempt
	.pick({ startedMs: true, endedMs: true, error: true, signature: true, sending: true })
	.extend({
		request: attempt.shape.request.omit({ body: true }),
		response: attempt.shape.response.unwrap().omit({ body: true }).nullable(),
	});

const attemptRow = attempt.pick({ id: true, exchangeId: true, index: true }).extend({
	detail: jsonColumn(attemptDetail),
	requestSize: z.number(),
	requestSha256: z.string().nullable(),
	responseSize: z.number(),
	responseSha256: z.string().nullable(),
	forgottenAt: z.number().nullable(),
	forgottenBy: forgotten.shape.by.nullable(),
});

/** Where a response has no hash (yet), its size is that of the bytes that are there. */
function readAttempts(database: Database, exchangeId: string): Attempt[] {
	const rows = readRows(
		database,
		attemptRow,
		`SELECT a.id, a.exchange_id AS exchangeId, a.position AS "index", a.detail,
			a.request_sha256 AS requestSha256, a.response_sha256 AS responseSha256,
			a.request_size AS requestSize, a.forgotten_at AS forgottenAt, a.forgotten_by AS forgottenBy,
			iif(a.response_sha256 IS NOT NULL OR a.forgotten_at IS NOT NULL OR
				EXISTS (SELECT 1 FROM response_bodies b WHERE b.attempt_id = a.id), coalesce(a.response_size, 0), 0)
			+ iif(a.response_sha256 IS NOT NULL, 0, coalesce(
				(SELECT sum(length(s.bytes)) FROM response_segments s WHERE s.attempt_id = a.id), 0)) AS responseSize
		FROM attempts a WHERE a.exchange_id = ? ORDER BY a.position`,
		exchangeId,
	);
	return rows.map(({ id, index, detail, ...row }) => ({
		id,
		exchangeId: row.exchangeId,
		index,
		startedMs: detail.startedMs,
		request: { ...detail.request, body: { size: row.requestSize, sha256: row.requestSha256, ...fate(row) } },
		signature: detail.signature,
		sending: detail.sending,
		response:
			detail.response === null
				? null
				: { ...detail.response, body: { size: row.responseSize, sha256: row.responseSha256, ...fate(row) } },
		endedMs: detail.endedMs,
		error: detail.error,
	}));
}

function fate({
	forgottenAt,
	forgottenBy: by,
}: Pick<z.infer<typeof attemptRow>, 'forgottenAt' | 'forgottenBy'>): Pick<BodyInfo, 'forgotten'> {
	return forgottenAt === null || by === null ? {} : { forgotten: { at: forgottenAt, by } };
}

/** Writes an attempt; one with the same id is replaced, but for its bytes. */
export function upsertAttempt(database: Database, written: Attempt): void {
	const { id, exchangeId, index, request, signature, sending, response, startedMs, endedMs, error } = written;
	const { body: requestBody, ...requestDetail } = request;
	const { body: responseBody, ...responseDetail } = response ?? { body: null };
	const detail = {
		startedMs,
		endedMs,
		error,
		request: requestDetail,
		signature,
		sending,
		response: response === null ? null : responseDetail,
	};
	database
		.statement(
			`INSERT INTO attempts (id, exchange_id, position, detail, request_size, request_sha256, response_size,
				response_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET exchange_id = excluded.exchange_id, position = excluded.position,
				detail = excluded.detail, request_size = excluded.request_size, request_sha256 = excluded.request_sha256,
				response_size = excluded.response_size, response_sha256 = excluded.response_sha256`,
		)
		.run(
			id,
			exchangeId,
			index,
			JSON.stringify(detail),
			requestBody.size,
			requestBody.sha256,
			responseBody?.size ?? null,
			responseBody?.sha256 ?? null,
		);
}

function toSummary({ detail, ...columns }: z.infer<typeof exchangeRow>): ExchangeSummary {
	return { ...columns, ...detail };
}

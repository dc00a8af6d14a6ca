import type { ExchangeSummary, Usage } from '../../shared/model/exchange.ts';

/** What the exchanges of a turn took together. Times in milliseconds. */
export interface TurnTotals {
	/** null when no exchange told its tokens. */
	readonly usage: Pick<Usage, 'inputTokens' | 'outputTokens'> | null;
	/** Tokens that were read from the cache, and written to it; they are not among those of the input. */
	readonly cached: { readonly read: number; readonly written: number };
	/** From the start of the first exchange to the first text. */
	readonly firstTokenMs: number | null;
	readonly totalMs: number | null;
}

/** Adds up the exchanges of a turn. A retry after a failure begins a new exchange: its waiting in between is not counted. */
export function turnTotals(exchanges: readonly ExchangeSummary[]): TurnTotals {
	const usages = exchanges.flatMap(({ usage }) => (usage === null ? [] : [usage]));
	const totals = exchanges.flatMap(({ totalMs }) => (totalMs === null ? [] : [totalMs]));
	return {
		usage:
			usages.length === 0
				? null
				: {
						inputTokens: sum(usages.map(({ inputTokens }) => inputTokens)),
						outputTokens: sum(usages.map(({ outputTokens }) => outputTokens)),
					},
		cached: {
			read: sum(usages.map(({ cacheReadInputTokens }) => cacheReadInputTokens ?? 0)),
			written: sum(usages.map(({ cacheWriteInputTokens }) => cacheWriteInputTokens ?? 0)),
		},
		firstTokenMs: exchanges.find(({ firstTokenMs }) => firstTokenMs !== null)?.firstTokenMs ?? null,
		totalMs: totals.length === 0 ? null : sum(totals),
	};
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

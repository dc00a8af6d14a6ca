import type { ExchangeSummary } from '../model/exchange.ts';
import { isCutOff } from './stop-reason.ts';

type Call = Pick<ExchangeSummary, 'id' | 'continues' | 'stopReason'>;

/**
 * The calls whose texts make one answer together with that of one of them: from the last one that began anew, to the last
 * that went on with it. Empty where the call is not among them.
 */
export function chainOf<C extends Call>(exchanges: readonly C[], id: string): readonly C[] {
	const at = exchanges.findIndex((one) => one.id === id);
	if (at < 0) return [];
	const first = exchanges.slice(0, at + 1).findLastIndex((one, index) => !one.continues || index === 0);
	const next = exchanges.findIndex((one, index) => index > at && !one.continues);
	return exchanges.slice(first, next < 0 ? exchanges.length : next);
}

/** Whether an answer was gone on with because it was cut off at its limit of tokens. */
export function wasCutOffAndContinued(chain: readonly Call[]): boolean {
	return chain.some(({ continues }, index) => {
		if (!continues) return false;
		// A call that failed brought no reason of its own: the one before it tells.
		const before = chain.slice(0, index).findLast(({ stopReason }) => stopReason !== null);
		return isCutOff(before?.stopReason ?? null);
	});
}

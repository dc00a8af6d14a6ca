import type { Turn } from '../../../shared/model/conversation.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import { settingPlaces } from '../../../shared/requests/sent-settings.ts';
import { asSetOf } from '../exchanges/sent/as-set-of.ts';

/** An exchange of a turn that is about to begin: nothing of it has happened. `at`: milliseconds since the epoch. */
export function newExchange(
	turn: Turn,
	settings: RequestSettings,
	begun: Pick<ExchangeSummary, 'id' | 'continues' | 'edited'> & { readonly at: number },
): ExchangeSummary {
	const { id, continues, edited, at } = begun;
	return {
		id,
		turnId: turn.id,
		index: turn.exchanges.length + 1,
		continues,
		answersTools: continues && turn.answer?.content.at(-1)?.type === 'tool-result',
		edited,
		asSet: asSetOf(settings),
		...(isStructured(settings) && { structured: true as const }),
		operation: settings.operation,
		modelId: settings.modelId,
		family: null,
		connection: settings.connection,
		region: '',
		endpoint: '',
		state: 'running',
		startedAt: at,
		credentials: null,
		firstByteMs: null,
		firstTokenMs: null,
		totalMs: null,
		usage: null,
		stopReason: null,
		trace: null,
		requestId: null,
		status: null,
		attemptCount: 0,
		failure: null,
	};
}

/** Whether a schema for the answer goes with a request: what has no place there is not sent. */
function isStructured(settings: RequestSettings): boolean {
	return settings.outputSchema !== null && settingPlaces(settings).outputSchema !== undefined;
}

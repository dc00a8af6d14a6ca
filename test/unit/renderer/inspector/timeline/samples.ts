import type { Attempt, ExchangeSummary, Sending } from '../../../../../src/shared/model/exchange.ts';
import { sampleExchange } from '../../../../helpers/samples.ts';

const body = { size: 2, sha256: null };

/** When what happened in an attempt; what is left out did not. */
export interface Times {
	readonly startedMs: number;
	readonly url?: string;
	readonly sending?: Partial<Sending>;
	readonly status?: number;
	readonly headersMs?: number;
	readonly firstByteMs?: number;
	readonly endedMs?: number;
	readonly error?: Attempt['error'];
}

export function attempt(index: number, times: Times): Attempt {
	const { startedMs, url = 'https://bedrock.test/', sending, status, headersMs, firstByteMs, endedMs, error } = times;
	return {
		id: `attempt ${index}`,
		exchangeId: 'e1',
		index,
		startedMs,
		request: { method: 'POST', url, headers: [], body },
		signature: null,
		sending: sending === undefined ? null : { ...nothingSent, ...sending },
		response:
			status === undefined
				? null
				: {
						status,
						headers: [],
						headersMs: headersMs ?? startedMs,
						firstByteMs: firstByteMs ?? null,
						body,
						kind: 'json',
					},
		endedMs: endedMs ?? null,
		error: error ?? null,
	};
}

const nothingSent: Sending = {
	reused: false,
	tunnelling: false,
	lookedUpMs: null,
	connectedMs: null,
	tunnelledMs: null,
	securedMs: null,
	sentMs: null,
};

export const refusedConnection = { name: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' };

export function exchange(changes: Partial<ExchangeSummary> = {}): ExchangeSummary {
	return sampleExchange({ state: 'complete', startedAt: 0, ...changes });
}

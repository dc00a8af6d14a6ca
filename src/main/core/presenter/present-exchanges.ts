import { headerOf } from '../../../shared/header-of.ts';
import type { Attempt, BodyInfo } from '../../../shared/model/exchange.ts';
import type { ExchangeReader } from '../exchanges/exchange-reader.ts';
import type { Presenter } from './presenter.ts';

/**
 * An exchange for a window while presenter mode is on: of a body with masked bytes, no hash is told. Whoever tries account
 * numbers one by one would see by it which of them is right. `shown` reads masked bodies.
 */
export function presentExchanges(kept: ExchangeReader, shown: ExchangeReader, presenter: Presenter): ExchangeReader {
	async function isMasked(attemptId: string, side: 'request' | 'response'): Promise<boolean> {
		// What was forgotten or can't be read has nothing that was masked.
		const read = (reader: ExchangeReader) => reader.body(attemptId, side).catch(() => null);
		const [one, other] = await Promise.all([read(kept), read(shown)]);
		return one !== null && other !== null && !Buffer.from(one).equals(other);
	}

	async function present(attempt: Attempt): Promise<Attempt> {
		const { request, response, signature } = attempt;
		const sent = await isMasked(attempt.id, 'request');
		const came = response !== null && (await isMasked(attempt.id, 'response'));
		const hidden = sent ? withoutHash(headerOf(request.headers, 'x-amz-content-sha256')) : unchanged;
		return {
			...attempt,
			request: {
				...request,
				headers: request.headers.map(([name, value]) => [name, hidden(value)]),
				body: sent ? masked(request.body) : request.body,
			},
			signature:
				signature === null || !sent
					? signature
					: {
							...signature,
							canonicalRequest: hidden(signature.canonicalRequest),
							stringToSign: signature.stringToSign.replace(/[0-9a-f]{64}$/, dots),
						},
			response: response === null || !came ? response : { ...response, body: masked(response.body) },
		};
	}

	return {
		...shown,
		async sentSettings(exchangeId, attemptId) {
			const masker = await presenter.masker();
			// Compared as they are: with masks in them, sent texts are not those that were set.
			return kept.sentSettings(exchangeId, attemptId, masker === null ? unchanged : (text) => masker.mask(text));
		},
		async exchange(id) {
			const exchange = await shown.exchange(id);
			if (exchange === null || (await presenter.masker()) === null) return exchange;
			return { ...exchange, attempts: await Promise.all(exchange.attempts.map(present)) };
		},
	};
}

function masked({ sha256: _, ...info }: BodyInfo): BodyInfo {
	return { ...info, sha256: null, masked: true };
}

function withoutHash(hash: string | null): (text: string) => string {
	return hash === null ? unchanged : (text) => text.replaceAll(hash, dots);
}

function unchanged(text: string): string {
	return text;
}

function dots(hash: string): string {
	return '•'.repeat(hash.length);
}

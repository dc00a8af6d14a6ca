import type { Ports } from '../ports.ts';
import { ProxyError } from './proxy-error.ts';

/**
 * Asks the system for its proxy, in time: the answer may wait for a script somewhere in the network. `limit` in
 * milliseconds, asked for each. Rejects with a ProxyError: a call goes past no proxy that there may be.
 */
export function inTime(systemProxy: Ports['systemProxy'], limit: () => number): Ports['systemProxy'] {
	return async (url) => {
		const milliseconds = limit();
		const { promise: late, reject } = Promise.withResolvers<never>();
		const timer = setTimeout(
			() => reject(new ProxyError(`The system did not say within ${milliseconds} ms which proxy to use.`)),
			milliseconds,
		);
		const answer = systemProxy(url).catch((cause: unknown) => {
			const words = cause instanceof Error ? cause.message : String(cause);
			throw new ProxyError(`The system could not say which proxy to use: ${words}`, { cause });
		});
		return Promise.race([answer, late]).finally(() => clearTimeout(timer));
	};
}

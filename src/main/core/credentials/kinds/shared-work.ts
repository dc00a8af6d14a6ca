/** Runs work once for all who want it under the same key at the same time. */
export type SharedWork<T> = (key: string, work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal) => Promise<T>;

interface Running<T> {
	readonly controller: AbortController;
	readonly result: Promise<T>;
	waiting: number;
}

/**
 * Work that several may wait for. Who aborts goes at once, with the signal's reason; when the last one has gone, the work
 * is aborted, and whoever comes after that starts it anew, even if it has not ended.
 */
export function createSharedWork<T>(): SharedWork<T> {
	const running = new Map<string, Running<T>>();

	function start(key: string, work: (signal: AbortSignal) => Promise<T>): Running<T> {
		const controller = new AbortController();
		const one: Running<T> = { controller, result: work(controller.signal), waiting: 0 };
		const end = () => {
			if (running.get(key) === one) running.delete(key);
		};
		one.result.then(end, end);
		running.set(key, one);
		return one;
	}

	return async (key, work, signal) => {
		signal.throwIfAborted();
		const one = running.get(key) ?? start(key, work);
		one.waiting += 1;
		const { promise: left, reject } = Promise.withResolvers<never>();
		const leave = () => reject(signal.reason);
		signal.addEventListener('abort', leave, { once: true });
		try {
			return await Promise.race([one.result, left]);
		} finally {
			signal.removeEventListener('abort', leave);
			one.waiting -= 1;
			if (one.waiting === 0) {
				if (running.get(key) === one) running.delete(key);
				one.controller.abort();
			}
		}
	};
}

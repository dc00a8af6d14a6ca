import { ORPCError } from '@orpc/server';
import type { Log } from '../ports.ts';

/**
 * An interceptor that logs what a window is not told: errors outside the contract's list, an output that does not fit
 * the contract among them. They are defects.
 */
export function logUnexpected(log: Log) {
	return async <T>({ next }: { next(): Promise<T> }): Promise<T> => {
		try {
			return await next();
		} catch (error) {
			const isTold = error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR';
			if (!isTold) log.error('A procedure failed', error);
			throw error;
		}
	};
}

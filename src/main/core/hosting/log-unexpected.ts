import { ORPCError } from '@orpc/server';
import type { Log } from '../ports.ts';

/** An interceptor that logs what a window is not told: errors outside the contract's list. They are defects. */
export function logUnexpected(log: Log) {
	return async <T>({ next }: { next(): Promise<T> }): Promise<T> => {
		try {
			return await next();
		} catch (error) {
			if (!(error instanceof ORPCError)) log.error('A procedure failed', error);
			throw error;
		}
	};
}

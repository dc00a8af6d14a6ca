import type { Clock, Log } from '../ports.ts';

/**
 * A log of one line an entry (errors bring their stack and their causes'), each beginning with its time in UTC. Of an
 * error nothing else is written: what hangs on it may be a request, a URL with a password, or what somebody typed.
 */
export function createLineLog(write: (text: string) => void, clock: Pick<Clock, 'now'>): Log {
	const line = (level: string, message: string) =>
		write(`${new Date(clock.now()).toISOString()} ${level} ${message}\n`);
	return {
		info: (message) => line('info', message),
		warn: (message) => line('warn', message),
		error: (message, error) => line('error', error === undefined ? message : `${message}: ${stackOf(error)}`),
	};
}

function stackOf(error: unknown, depth = 0): string {
	if (!(error instanceof Error)) return typeof error === 'object' ? 'not an error' : String(error);
	const stack = error.stack ?? `${error.name}: ${error.message}`;
	return error.cause === undefined || depth === 5 ? stack : `${stack}\ncaused by ${stackOf(error.cause, depth + 1)}`;
}

import { inspect } from 'node:util';
import type { Clock, Log } from '../ports.ts';

/** A log of one line an entry (errors bring their stack), each beginning with its time in UTC. */
export function createLineLog(write: (text: string) => void, clock: Pick<Clock, 'now'>): Log {
	const line = (level: string, message: string) =>
		write(`${new Date(clock.now()).toISOString()} ${level} ${message}\n`);
	return {
		info: (message) => line('info', message),
		warn: (message) => line('warn', message),
		error: (message, error) => line('error', error === undefined ? message : `${message}: ${inspect(error)}`),
	};
}

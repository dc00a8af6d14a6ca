import type { CallBedrock } from '../../../../src/main/core/bedrock/call.ts';
import type { PracticeExchange } from '../../../../src/main/practice/exchange-log.ts';
import type { PracticeServer } from '../../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../../src/main/practice/practice-server.ts';
import type { CallerOptions } from './caller.ts';
import { makeCaller } from './caller.ts';

/** The practice endpoint, and what it says itself of every request. */
export interface ObservedPractice {
	readonly server: PracticeServer;
	caller(options?: CallerOptions): CallBedrock;
	/** Resolves with the next `count` exchanges, as soon as the server has seen the end of each. */
	exchanges(count: number): Promise<readonly PracticeExchange[]>;
}

export async function startObservedPractice(): Promise<ObservedPractice> {
	const server = await startPractice({ pace: 'none' });
	const seen: PracticeExchange[] = [];
	let wake = () => {};
	server.onExchange((exchange) => {
		seen.push(exchange);
		wake();
	});
	return {
		server,
		caller: (options = {}) => makeCaller({ ...options, endpoint: server.endpoint, practice: server }),
		async exchanges(count) {
			while (seen.length < count) {
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
			return seen.splice(0, count);
		},
	};
}

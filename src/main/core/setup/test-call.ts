import type { ConnectionId } from '../../../shared/model/connection.ts';
import type { TestEvent } from '../../../shared/model/setup.ts';
import { ownFailure } from '../bedrock/failure.ts';

/** One real call, step by step. Ends after the first step that fails. */
export type TestCall = (
	asked: { readonly connection: ConnectionId; readonly region: string | null; readonly modelId: string },
	signal: AbortSignal,
) => AsyncGenerator<TestEvent, void>;

export function createTestCall(): TestCall {
	return async function* testCall() {
		yield {
			step: 'region',
			state: 'failed',
			region: null,
			identity: null,
			answer: null,
			failure: ownFailure('no-region', 'Region is missing'),
			reason: null,
		};
	};
}

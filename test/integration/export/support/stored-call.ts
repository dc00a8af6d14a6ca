import { createCopyAsCode } from '../../../../src/main/core/export/code/copy-as-code.ts';
import type { Code, CodeTarget } from '../../../../src/shared/model/code.ts';
import type { Exchange, ExchangeSummary, HeaderLines } from '../../../../src/shared/model/exchange.ts';
import type { LeastPolicy } from '../../../../src/shared/model/policy.ts';
import { sampleExchange } from '../../../helpers/samples.ts';

/** A call with one request, as the store has it. */
export interface StoredCall {
	readonly exchange: Exchange;
	readonly body: Uint8Array;
}

/** A call with this body, whoever made it; `action`: the last part of the address. */
export function storedCall(
	summary: Partial<ExchangeSummary> & Pick<ExchangeSummary, 'endpoint' | 'modelId'>,
	action: string,
	body: Uint8Array,
	headers: HeaderLines,
): StoredCall {
	const made = sampleExchange({ state: 'complete', connection: 'environment', ...summary });
	const attempt = {
		id: 'a1',
		exchangeId: made.id,
		index: 1,
		startedMs: 0,
		request: {
			method: 'POST',
			url: `${made.endpoint}/model/${made.modelId}/${action}`,
			headers: [['content-type', 'application/json'], ...headers] as HeaderLines,
			body: { size: body.byteLength, sha256: null },
		},
		signature: null,
		sending: null,
		response: null,
		endedMs: null,
		error: null,
	};
	return { exchange: { ...made, attempts: [attempt] }, body };
}

/** It as a program that goes on where it can. `policy`: what stands in it of the least policy. */
export async function codeOf(
	{ exchange, body }: StoredCall,
	target: CodeTarget,
	{ policy, furtherCalls }: { readonly policy: string; readonly furtherCalls: number },
): Promise<Code> {
	const leastPolicy: LeastPolicy = {
		action: '',
		resources: [],
		json: policy,
		regionsFrom: 'one',
		asOf: null,
		account: null,
	};
	const copy = createCopyAsCode({
		exchanges: { exchange: async () => exchange, body: async () => body },
		turn: async () => null,
		furtherCalls: () => furtherCalls,
		leastPolicy: async () => leastPolicy,
	});
	const asked = { exchangeId: exchange.id, target, streaming: null, goOn: true };
	const code = await copy(asked, new AbortController().signal);
	if (code === null || code.code === null) throw new Error(`No code: ${code?.reason}`);
	return code;
}

import { assertNever } from '../../../../shared/assert-never.ts';
import type { Code, CodeTarget, ExchangeCode } from '../../../../shared/model/code.ts';
import type { Exchange } from '../../../../shared/model/exchange.ts';
import type { ExchangeReader } from '../../exchanges/exchange-reader.ts';
import type { GetLeastPolicy } from '../../exchanges/least-policy.ts';
import { policyCallOf } from '../../exchanges/policy-call.ts';
import { awsCliCode } from './aws-cli.ts';
import type { CodeSource } from './code-source.ts';
import { codeSource } from './code-source.ts';
import { curlCode } from './curl.ts';
import { javaScriptCode } from './javascript.ts';
import { lambdaNodeCode } from './lambda-node.ts';
import { lambdaPythonCode } from './lambda-python.ts';
import { pythonCode } from './python.ts';

/** Gives an exchange as code; null where it is not kept. A Lambda handler may ask the account for its policy. */
export type CopyAsCode = (exchangeId: string, target: CodeTarget, signal: AbortSignal) => Promise<ExchangeCode | null>;

/** Writes exchanges as code, from the request that was sent last. */
export function createCopyAsCode(
	exchanges: Pick<ExchangeReader, 'exchange' | 'body'>,
	leastPolicy: GetLeastPolicy,
): CopyAsCode {
	return async (exchangeId, target, signal) => {
		const exchange = await exchanges.exchange(exchangeId);
		if (exchange === null) return null;
		const attempt = exchange.attempts.at(-1);
		const bytes = attempt === undefined ? null : await exchanges.body(attempt.id, 'request');
		if (attempt === undefined || bytes === null) return { code: null, reason: 'no-request' };
		const source = codeSource(exchange, attempt, bytes);
		if (source === null) return { code: null, reason: 'not-json' };
		return write(source, target, () => leastPolicy(policyCallOf(asIfAllowed(exchange)), signal));
	};
}

/** A handler runs as a role of its own: what this caller was denied is no part of its policy. */
function asIfAllowed(exchange: Exchange): Exchange {
	return { ...exchange, failure: null };
}

async function write(source: CodeSource, target: CodeTarget, policy: () => ReturnType<GetLeastPolicy>): Promise<Code> {
	switch (target) {
		case 'python':
			return pythonCode(source);
		case 'javascript':
		case 'typescript':
			return javaScriptCode(source, target);
		case 'aws-cli':
			return awsCliCode(source);
		case 'curl':
			return curlCode(source);
		case 'lambda-python':
			return lambdaPythonCode(source, await policy());
		case 'lambda-node':
			return lambdaNodeCode(source, await policy());
		default:
			return assertNever(target);
	}
}

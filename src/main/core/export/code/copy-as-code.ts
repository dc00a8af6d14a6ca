import { chainOf, wasCutOffAndContinued } from '../../../../shared/answers/continued-chain.ts';
import { isCutOff } from '../../../../shared/answers/stop-reason.ts';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { Code, CodeRequest, CodeTarget, ExchangeCode } from '../../../../shared/model/code.ts';
import type { Turn } from '../../../../shared/model/conversation.ts';
import type { Exchange, ExchangeSummary } from '../../../../shared/model/exchange.ts';
import type { ExchangeReader } from '../../exchanges/exchange-reader.ts';
import type { GetLeastPolicy } from '../../exchanges/least-policy.ts';
import { policyCallOf } from '../../exchanges/policy-call.ts';
import { StoreError } from '../../storage/store-error.ts';
import { awsCliCode } from './aws-cli.ts';
import type { CodeSource } from './code-source.ts';
import { codeSource, timeoutOf } from './code-source.ts';
import { curlCode } from './curl.ts';
import { findGoingOn } from './going-on.ts';
import { javaScriptCode } from './javascript.ts';
import { lambdaNodeCode } from './lambda-node.ts';
import { lambdaPythonCode } from './lambda-python.ts';
import { pythonCode } from './python.ts';
import { withStreaming } from './with-streaming.ts';

/** Gives an exchange as code; null where it is not kept. A Lambda handler may ask the account for its policy. */
export type CopyAsCode = (request: CodeRequest, signal: AbortSignal) => Promise<ExchangeCode | null>;

/** Writes exchanges as code, from the request that was sent last. Rejects with a `StoreError` where it was forgotten. */
export function createCopyAsCode(options: {
	readonly exchanges: Pick<ExchangeReader, 'exchange' | 'body'>;
	readonly turn: (id: string) => Promise<Turn | null>;
	readonly leastPolicy: GetLeastPolicy;
	/** How many further calls the app makes by itself. */
	readonly furtherCalls: () => number;
}): CopyAsCode {
	const { exchanges, turn, leastPolicy, furtherCalls } = options;

	async function sourceOf(exchange: Exchange): Promise<CodeSource | 'no-request' | 'not-json'> {
		const attempt = exchange.attempts.at(-1);
		const bytes = attempt === undefined ? null : await exchanges.body(attempt.id, 'request');
		if (attempt === undefined || bytes === null) return 'no-request';
		return codeSource(exchange, attempt, bytes) ?? 'not-json';
	}

	/** What is not there (any more) is no reason to write nothing of the rest. */
	async function sourceById(id: string): Promise<CodeSource | null> {
		try {
			const exchange = await exchanges.exchange(id);
			const source = exchange === null ? null : await sourceOf(exchange);
			return typeof source === 'string' ? null : source;
		} catch (error) {
			if (error instanceof StoreError && error.code === 'forgotten') return null;
			throw error;
		}
	}

	/** The first call of a chain with how it was gone on with; null where a program can't do the same. */
	async function wholeAnswer(chain: readonly ExchangeSummary[]): Promise<CodeSource | null> {
		const sources = await Promise.all(chain.map(({ id }) => sourceById(id)));
		const known = sources.filter((source) => source !== null);
		const [first, ...later] = known;
		if (first === undefined || known.length < chain.length) return null;
		const limit = limitOf(chain, furtherCalls());
		const goingOn = findGoingOn(first, later, limit);
		if (goingOn === null) return null;
		const timeoutSeconds = timeoutOf(chain.reduce((sum, { totalMs }) => sum + (totalMs ?? 0), 0));
		const remarks = [`Goes on where the answer is cut off, as Outcrop did with ${times(goingOn.calls)}.`];
		return { ...first, goingOn, timeoutSeconds, remarks };
	}

	return async (request, signal) => {
		const exchange = await exchanges.exchange(request.exchangeId);
		if (exchange === null) return null;
		const alone = await sourceOf(exchange);
		if (typeof alone === 'string') return { code: null, reason: alone };
		const chain = request.goOn ? chainOf((await turn(exchange.turnId))?.exchanges ?? [], exchange.id) : [];
		const goesOn = wasCutOffAndContinued(chain);
		const whole = goesOn && isProgram(request.target) ? await wholeAnswer(chain) : null;
		const number = chain.findIndex(({ id }) => id === exchange.id) + 1;
		const remarks = goesOn ? oneOf(number, chain.length, request.target) : [];
		const source = withStreaming(whole ?? { ...alone, remarks }, request.streaming);
		const { operation } = source;
		return write(source, request.target, async () =>
			leastPolicy(await policyCallOf({ ...asIfAllowed(exchange), operation }, exchanges.body), signal),
		);
	};
}

/** An answer that came to its end may be longer another time. One that did not was to end there. */
function limitOf(chain: readonly ExchangeSummary[], most: number): number {
	const made = chain.filter(({ continues, stopReason }) => continues && stopReason !== null).length;
	return isCutOff(chain.at(-1)?.stopReason ?? null) ? made : Math.max(made, most);
}

function times(calls: number): string {
	return calls === 1 ? 'one further call' : `${calls} further calls`;
}

function oneOf(number: number, count: number, target: CodeTarget): readonly string[] {
	return [
		`Call ${number} of the ${count} that made the answer.`,
		isProgram(target)
			? 'They were not all made in the same way, or are not all kept: this is the one alone.'
			: 'To go on and join the texts takes a program: see Python or JavaScript.',
	];
}

function isProgram(target: CodeTarget): boolean {
	return target !== 'aws-cli' && target !== 'curl';
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

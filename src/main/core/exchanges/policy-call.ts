import { z } from 'zod';
import { headerOf } from '../../../shared/header-of.ts';
import type { Attempt, Exchange } from '../../../shared/model/exchange.ts';
import { isInvoke } from '../../../shared/model/operation.ts';
import type { PolicyCall } from '../../../shared/model/policy.ts';
import type { EndpointChoice } from '../../../shared/model/settings.ts';

type Called = Omit<PolicyCall, keyof EndpointChoice | keyof Beside> &
	Pick<Exchange, 'endpoint'> & { readonly attempts: readonly Attempt[] };

/** Gives the bytes of a request that was captured. It may reject where they are no longer there. */
type ReadBody = (attemptId: string, side: 'request') => Promise<Uint8Array | null>;

/** What else a call asks for. */
type Beside = Pick<PolicyCall, 'guardrailId' | 'systemTools'>;

/**
 * What of a kept exchange its policy is made of. Which of AWS's endpoints was called is told by the host's name; the
 * guardrail by a header of InvokeModel, or by the body of Converse, as are the tools that the model's maker runs.
 */
export async function policyCallOf(exchange: Called, readBody: ReadBody): Promise<PolicyCall> {
	const { modelId, region, operation, connection, failure } = exchange;
	const beside = await besideOf(exchange, readBody);
	return { modelId, region, operation, connection, failure, ...beside, ...endpointChoiceOf(exchange) };
}

const converse = z.object({
	guardrailConfig: z
		.object({ guardrailIdentifier: z.string().min(1) })
		.optional()
		.catch(undefined),
	toolConfig: z
		.object({ tools: z.array(z.unknown()) })
		.optional()
		.catch(undefined),
});
const systemTool = z.object({ systemTool: z.object({ name: z.string().min(1) }) });

const nothing: Beside = { guardrailId: null, systemTools: [] };

async function besideOf({ attempts, operation }: Called, readBody: ReadBody): Promise<Beside> {
	const attempt = attempts.at(-1);
	if (attempt === undefined) return nothing;
	const header = headerOf(attempt.request.headers, 'x-amzn-bedrock-guardrailidentifier');
	if (header !== null || isInvoke(operation)) return { ...nothing, guardrailId: header };
	try {
		const bytes = await readBody(attempt.id, 'request');
		const body = converse.parse(JSON.parse(new TextDecoder().decode(bytes ?? undefined)));
		return {
			guardrailId: body.guardrailConfig?.guardrailIdentifier ?? null,
			systemTools: (body.toolConfig?.tools ?? []).flatMap(
				(tool) => systemTool.safeParse(tool).data?.systemTool.name ?? [],
			),
		};
	} catch {
		// Forgotten, or no JSON: the policy is made of what is known.
		return nothing;
	}
}

/**
 * `bedrock-runtime[-fips].REGION.…`, and for both IPv4 and IPv6 a domain that begins with `api.` in every partition (AWS
 * General Reference: service endpoints). Of another host, and of none, nothing is known.
 */
function endpointChoiceOf({ endpoint, region }: Pick<Called, 'endpoint' | 'region'>): EndpointChoice {
	const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
	const own = [`bedrock-runtime.${region}.`, `bedrock-runtime-fips.${region}.`].find((name) => host.startsWith(name));
	if (own === undefined) return { fips: null, dualStack: null };
	return { fips: own.startsWith('bedrock-runtime-fips.'), dualStack: host.startsWith('api.', own.length) };
}

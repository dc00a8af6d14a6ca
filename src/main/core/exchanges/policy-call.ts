import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import type { PolicyCall } from '../../../shared/model/policy.ts';
import type { EndpointChoice } from '../../../shared/model/settings.ts';

type Called = Pick<ExchangeSummary, 'endpoint' | 'region'>;

/** What of a kept exchange its policy is made of. Which of AWS's endpoints was called is told by the host's name. */
export function policyCallOf(exchange: Omit<PolicyCall, keyof EndpointChoice> & Called): PolicyCall {
	const { modelId, region, operation, connection, failure } = exchange;
	return { modelId, region, operation, connection, failure, ...endpointChoiceOf(exchange) };
}

/**
 * `bedrock-runtime[-fips].REGION.…`, and for both IPv4 and IPv6 a domain that begins with `api.` in every partition (AWS
 * General Reference: service endpoints). Of another host, and of none, nothing is known.
 */
function endpointChoiceOf({ endpoint, region }: Called): EndpointChoice {
	const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
	const own = [`bedrock-runtime.${region}.`, `bedrock-runtime-fips.${region}.`].find((name) => host.startsWith(name));
	if (own === undefined) return { fips: null, dualStack: null };
	return { fips: own.startsWith('bedrock-runtime-fips.'), dualStack: host.startsWith('api.', own.length) };
}

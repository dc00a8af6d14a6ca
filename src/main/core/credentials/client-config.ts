import type { Authentication } from './authentication.ts';
import type { Target } from './target.ts';

/** The part of an SDK client's configuration that comes from a target and its authentication. */
export function clientConfig(target: Target & { readonly region: string }, authentication: Authentication) {
	const { region, endpoint, fips, dualStack } = target;
	return {
		region,
		// Otherwise AWS_BEARER_TOKEN_BEDROCK wins over the credentials that were chosen (bedrock-facts.md, 5).
		...(authentication.type === 'keys'
			? { credentials: authentication.credentials, authSchemePreference: ['sigv4'] }
			: { token: { token: authentication.token }, authSchemePreference: ['httpBearerAuth'] }),
		...(endpoint === null ? { ignoreConfiguredEndpointUrls: true } : { endpoint }),
		useFipsEndpoint: fips,
		useDualstackEndpoint: dualStack,
		userAgentAppId: 'outcrop',
	};
}

import type { Rule } from './rule.ts';

const SDK = /^(Error|EndpointError|(Credentials|Token)ProviderError)$/;

/**
 * What the SDK says before a request: it has no address for one. Providers of credentials say it within words of their
 * own ("Failed to refresh token: …").
 */
export const addressRules: readonly Rule[] = [
	{
		code: 'endpoint-conflict',
		type: SDK,
		words: /(?:FIPS|dual-?stack) and custom endpoint are not supported/i,
	},
	{
		code: 'endpoint-unsupported',
		type: SDK,
		words:
			/(?:FIPS|dual-?stack) (?:is|are) enabled,? but this partition does not support|FIPS endpoints are not supported for/i,
	},
	{ code: 'no-region', type: SDK, words: /(?:^|Error: )Region is missing\b|Invalid Configuration: Missing Region/i },
];

/**
 * What went wrong on the way. TLS's codes are OpenSSL's names as Node gives them (Node: "TLS (SSL)", X509 certificate
 * error codes); in some errors they stand only in the words.
 */
export const networkRules: readonly Rule[] = [
	{ code: 'ca-bundle', type: /^CaBundle/i },
	// The app's own words for proxies: core/network/proxy-error.ts.
	{ code: 'proxy-auth', words: /\b407\b.*prox|prox.*\b407\b|Proxy Authentication Required/i },
	{ code: 'proxy-unusable', type: /^ProxyError$/, words: /SOCKS|not an http or https URL|name no proxy/i },
	{ code: 'proxy-unreachable', type: /^ProxyError$/, words: /can't be reached/i },
	{ code: 'proxy-refused', type: /^ProxyError$/, words: /refused the connection/i },
	{ code: 'proxy-no-tunnel', type: /^ProxyError$/ },
	{ code: 'tls-expired', system: /^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/ },
	{ code: 'tls-wrong-name', system: /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/ },
	{
		code: 'tls-not-trusted',
		system:
			/^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_UNTRUSTED|INVALID_CA|CERT_CHAIN_TOO_LONG|CERT_SIGNATURE_FAILURE|CERT_REVOKED)$/,
	},
	{
		code: 'tls-not-trusted',
		words: /^(?:self[- ]signed certificate|unable to (?:get local issuer|verify the first) certificate)/i,
	},
	{
		code: 'region-not-found',
		words: /getaddrinfo ENOTFOUND (?<host>bedrock(?:-runtime)?(?:-fips)?\.(?<region>[a-z0-9-]+)\.[\w.]+)/i,
	},
];

import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { BedrockRuntimeClient, BedrockRuntimeClientConfig } from '@aws-sdk/client-bedrock-runtime';
import type { Credentials } from '../credentials/resolve-credentials.ts';
import type { CallLimits } from './call-limits.ts';
import type { RetryListener } from './retry-strategy.ts';
import { createRetryStrategy } from './retry-strategy.ts';
import type { Target } from './target.ts';

/** The SDK, loaded when the first call is made: it takes 118 ms and 24 MB (design.md, 7). */
export interface LoadedSdk {
	readonly runtime: typeof import('@aws-sdk/client-bedrock-runtime');
	/** A client of its own for each call: connections are shared, retry quotas and the wiretap are not. */
	client(
		target: Target & { readonly region: string },
		credentials: Credentials,
		limits: Pick<CallLimits, 'attempts' | 'connect'>,
		retrying: RetryListener,
	): BedrockRuntimeClient;
}

/** What the SDK is loaded with in place of its own or the app's choice. */
export interface SdkOptions {
	/** Replaces the standard strategy's delays between attempts; milliseconds. */
	readonly retryDelayBase?: number;
	/** Replaces the app's HTTP/1.1 transport. */
	readonly requestHandler?: NonNullable<BedrockRuntimeClientConfig['requestHandler']>;
}

/**
 * Loads the SDK. HTTP/1.1, because the SDK's default HTTP/2 transport lets broken streams end without an error
 * (bedrock-facts.md, 1.6 and 1.8).
 */
export async function loadSdk(options: SdkOptions): Promise<LoadedSdk> {
	const { retryDelayBase } = options;
	const [runtime, { NodeHttpHandler }, retry] = await Promise.all([
		import('@aws-sdk/client-bedrock-runtime'),
		import('@smithy/node-http-handler'),
		import('@smithy/core/retry'),
	]);
	const httpAgent = new HttpAgent({ keepAlive: true, maxSockets: 64 });
	const httpsAgent = new HttpsAgent({ keepAlive: true, maxSockets: 64 });
	/** A handler of its own for each call, because the limit is one of the handler; the connections are the agents'. */
	const handler = (connectionTimeout: number) =>
		options.requestHandler ??
		new NodeHttpHandler({
			connectionTimeout,
			// A model may think for minutes before its first byte.
			requestTimeout: 0,
			socketTimeout: 0,
			httpAgent,
			httpsAgent,
		});

	return {
		runtime,
		/** Every value that the SDK would look up in the process's environment or in config files is given here. */
		client: ({ region, endpoint, fips, dualStack }, credentials, { attempts, connect }, retrying) =>
			new runtime.BedrockRuntimeClient({
				region,
				credentials,
				...(endpoint === null ? { ignoreConfiguredEndpointUrls: true } : { endpoint }),
				useFipsEndpoint: fips,
				useDualstackEndpoint: dualStack,
				// Otherwise AWS_BEARER_TOKEN_BEDROCK wins over the credentials that were chosen.
				authSchemePreference: ['sigv4'],
				requestHandler: handler(connect),
				maxAttempts: attempts,
				retryStrategy: createRetryStrategy(retry, { attempts, delayBase: retryDelayBase }, retrying),
				retryMode: 'standard',
				defaultsMode: 'standard',
				disableClockSkewCorrection: false,
				userAgentAppId: 'outcrop',
			}),
	};
}

/**
 * Where a client sends its calls: the URL of the SDK's own endpoint rules, without a slash at its end, and without what
 * may be secret in a configured one (user name, password, query).
 */
export function endpointOf(client: BedrockRuntimeClient, target: Target & { readonly region: string }): string {
	const { url } = client.config.endpointProvider({
		Region: target.region,
		UseFIPS: target.fips,
		UseDualStack: target.dualStack,
		...(target.endpoint !== null && { Endpoint: target.endpoint }),
	});
	return `${url.origin}${url.pathname}`.replace(/\/$/, '');
}

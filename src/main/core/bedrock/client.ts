import type { BedrockRuntimeClient, BedrockRuntimeClientConfig } from '@aws-sdk/client-bedrock-runtime';
import type { Authentication } from '../credentials/authentication.ts';
import { clientConfig } from '../credentials/client-config.ts';
import type { Target } from '../credentials/target.ts';
import type { CallLimits } from './call-limits.ts';
import type { RetryListener } from './retry-strategy.ts';
import { createRetryStrategy } from './retry-strategy.ts';

/** The SDK, loaded when the first call is made: it takes 118 ms and 24 MB (design.md, 7). */
export interface LoadedSdk {
	readonly runtime: typeof import('@aws-sdk/client-bedrock-runtime');
	/** A client of its own for each call: connections are shared, retry quotas and the wiretap are not. */
	client(
		target: Target & { readonly region: string },
		authentication: Authentication,
		requestHandler: NonNullable<BedrockRuntimeClientConfig['requestHandler']>,
		limits: Pick<CallLimits, 'attempts'>,
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

/** Loads the SDK. */
export async function loadSdk(options: SdkOptions): Promise<LoadedSdk> {
	const { retryDelayBase } = options;
	const [runtime, retry] = await Promise.all([import('@aws-sdk/client-bedrock-runtime'), import('@smithy/core/retry')]);
	return {
		runtime,
		/** Every value that the SDK would look up in the process's environment or in config files is given here. */
		client: (target, authentication, requestHandler, { attempts }, retrying) =>
			new runtime.BedrockRuntimeClient({
				...clientConfig(target, authentication),
				requestHandler,
				maxAttempts: attempts,
				retryStrategy: createRetryStrategy(retry, { attempts, delayBase: retryDelayBase }, retrying),
				retryMode: 'standard',
				defaultsMode: 'standard',
				disableClockSkewCorrection: false,
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

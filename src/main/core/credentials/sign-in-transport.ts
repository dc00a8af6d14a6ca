import type { Network, Transport } from '../network/network.ts';

/** How much longer than getting a connection a sign-in service may take to answer; it has nothing to think about. */
const ANSWER_FACTOR = 3;

/**
 * The transport to the services that give credentials or tell of them (STS, SSO). Unlike a model they answer at once or
 * not at all. `connectTimeout` in milliseconds; rejects with the SDK's TimeoutError, or as the network's transport does.
 */
export async function signInTransport(
	network: Network,
	options: { readonly direct: boolean; readonly connectTimeout: number; readonly caBundle: string | null },
): Promise<Transport> {
	const { direct, connectTimeout, caBundle } = options;
	const transport = await network.handler({ direct, connectionTimeout: connectTimeout, caBundle });
	const requestTimeout = connectTimeout * ANSWER_FACTOR;
	return {
		...transport,
		handle: (request, options) => transport.handle(request, { ...options, requestTimeout }),
	};
}

import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { NodeHttpHandler } from '@smithy/node-http-handler';

/** How HTTP leaves this machine. */
export interface Network {
	/**
	 * A transport for an SDK client: HTTP/1.1, because the SDK's default HTTP/2 transport lets broken streams end without
	 * an error (bedrock-facts.md, 1.6 and 1.8). A new one each time, because the limits are the handler's; connections are
	 * shared. `direct`: past any proxy, for the practice endpoint. Milliseconds; 0: no limit of the transport's own.
	 */
	handler(options: { readonly direct: boolean; readonly connectionTimeout: number }): Promise<NodeHttpHandler>;
}

/** Transports over connections that are kept open. */
export function createNetwork(): Network {
	const httpAgent = new HttpAgent({ keepAlive: true, maxSockets: 64 });
	const httpsAgent = new HttpsAgent({ keepAlive: true, maxSockets: 64 });
	return {
		async handler({ connectionTimeout }) {
			const { NodeHttpHandler } = await import('@smithy/node-http-handler');
			return new NodeHttpHandler({
				connectionTimeout,
				// A model may think for minutes before its first byte.
				requestTimeout: 0,
				socketTimeout: 0,
				httpAgent,
				httpsAgent,
			});
		},
	};
}

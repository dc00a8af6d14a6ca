/*
 * What an explanation can count on, besides the system's own codes (`ENOTFOUND`, and TLS's: `SELF_SIGNED_CERT_IN_CHAIN`,
 * `UNABLE_TO_GET_ISSUER_CERT_LOCALLY`, `UNABLE_TO_VERIFY_LEAF_SIGNATURE`, `DEPTH_ZERO_SELF_SIGNED_CERT`,
 * `CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID`, which come through a proxy unchanged):
 *
 * name ProxyError, message one of
 *   "The proxy URL can't be reached: WORDS"                              cause: the system's error, with its code
 *   "The proxy URL broke off before a connection to HOST:PORT was open." cause: the system's error (ECONNRESET)
 *   "The proxy URL refused the connection to HOST:PORT: 407 Proxy Authentication Required"   (403, 502, 503, …)
 *   "No connection to HOST:PORT through the proxy URL was open within N ms."
 *   "The settings name no proxy."
 *   "The system did not say within N ms which proxy to use." / "The system could not say which proxy to use: WORDS"
 *   "The proxy of WHERE is a SOCKS proxy. …" / "The proxy of WHERE is not an http or https URL."
 * name CaBundleError, before the first attempt, message one of
 *   "The CA bundle PATH can't be read: ENOENT"                           cause: the system's error, with its code
 *   "The CA bundle PATH has no certificate in PEM form in it."
 *   "Certificate N of the CA bundle PATH can't be read as one."
 *
 * A proxy that refuses a request to an http (not https) address answers it itself: a response with status 407.
 */
import type { Agent as HttpAgent } from 'node:http';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AppSettings } from '../../../shared/model/app-settings.ts';
import type { NetworkState } from '../../../shared/model/network-state.ts';
import type { Log, Ports } from '../ports.ts';
import { createAgentPool } from './agent-pool.ts';
import { inTime } from './ask-system.ts';
import { chooseProxy, cutProxySecrets } from './choose-proxy.ts';
import type { HttpProxy } from './http-proxy.ts';
import { networkStateOf } from './network-state.ts';
import { ProxyError, silent, unreachable } from './proxy-error.ts';
import { caBundleOf, createReadTrust } from './trust.ts';

/** What an SDK client needs of a transport. */
export type Transport = Pick<
	NodeHttpHandler,
	'metadata' | 'handle' | 'destroy' | 'updateHttpClientConfig' | 'httpHandlerConfigs'
>;

type HandlerOptions = NonNullable<Parameters<Transport['handle']>[1]>;

/** How HTTP leaves this machine. */
export interface Network {
	/**
	 * A transport for an SDK client: HTTP/1.1, because the SDK's default HTTP/2 transport lets broken streams end without
	 * an error (bedrock-facts.md, 1.6 and 1.8). A new one for each call: it goes by the settings as they are now, and
	 * connections are shared. `direct`: past any proxy, for the practice endpoint. `connectionTimeout` in milliseconds; 0:
	 * none. `caBundle`: the file of authorities of the AWS configuration, for where nothing else names one. Rejects with a
	 * CaBundleError.
	 */
	handler(options: {
		readonly direct: boolean;
		readonly connectionTimeout: number;
		readonly caBundle: string | null;
	}): Promise<Transport>;
	/** How a call to AWS would go out now. */
	state(): Promise<NetworkState>;
	/** A text without the secrets of the environment's proxies. */
	cut(text: string): string;
	/** Ends every connection. */
	close(): void;
}

/** Transports by the settings, the environment and the system, over connections that are kept open. */
export function createNetwork(options: {
	/** Read at each call. */
	readonly settings: () => Pick<AppSettings, 'network' | 'calls' | 'defaults'>;
	readonly environment: Ports['environment'];
	readonly homeFolder: string;
	readonly systemProxy: Ports['systemProxy'];
	readonly log: Pick<Log, 'warn' | 'error'>;
}): Network {
	const { settings, environment } = options;
	const readTrust = createReadTrust(options.homeFolder, options.log);
	const connectLimit = () => settings().calls.connectSeconds * 1000;
	const pool = createAgentPool(connectLimit);
	const systemProxy = inTime(options.systemProxy, connectLimit);

	return {
		async handler({ direct, connectionTimeout, caBundle }) {
			const { network } = settings();
			const trust = direct ? null : await readTrust(caBundleOf(network, environment, caBundle));
			if (trust !== null) pool.retireOthers(network, trust);
			const agentFor = async (url: URL): Promise<readonly [HttpAgent, HttpProxy | null]> => {
				if (trust === null) return [pool.direct(url.protocol), null];
				const { proxy } = await chooseProxy(url, network, environment, systemProxy);
				return [pool.agent(url.protocol, proxy, trust), proxy];
			};
			return transport(await import('@smithy/node-http-handler'), agentFor, connectionTimeout);
		},
		state: () => networkStateOf(settings(), { environment, systemProxy }, readTrust),
		cut: (text) => cutProxySecrets(text, environment),
		close: () => pool.close(),
	};
}

/** A transport that takes its agent for each request, because the proxy depends on where the request goes. */
function transport(
	{ NodeHttpHandler: Handler }: typeof import('@smithy/node-http-handler'),
	agentFor: (url: URL) => Promise<readonly [HttpAgent, HttpProxy | null]>,
	connectionTimeout: number,
): Transport {
	// A model may think for minutes before its first byte.
	const limits = { connectionTimeout, requestTimeout: 0, socketTimeout: 0, throwOnRequestTimeout: true };
	return {
		metadata: { handlerProtocol: 'http/1.1' },
		async handle(request, options) {
			const url = new URL(`${request.protocol}//${request.hostname}${request.port ? `:${request.port}` : ''}`);
			const [agent, proxy] = await unlessAborted(agentFor(url), options?.abortSignal);
			const key = url.protocol === 'https:' ? 'httpsAgent' : 'httpAgent';
			try {
				return await new Handler({ ...limits, [key]: agent }).handle(request, options);
			} catch (error) {
				throw proxy === null ? withoutHint(error) : ofProxy(withoutHint(error), proxy, url, connectionTimeout);
			}
		},
		/** The connections are not the client's own. */
		destroy() {},
		updateHttpClientConfig() {},
		httpHandlerConfigs: () => ({ ...limits }),
	};
}

/** Rejects as the SDK's own transport does when it is aborted. */
async function unlessAborted<T>(work: Promise<T>, signal: HandlerOptions['abortSignal']): Promise<T> {
	const { promise: aborted, reject } = Promise.withResolvers<never>();
	const abort = () => reject(Object.assign(new Error('Request aborted'), { name: 'AbortError' }));
	if (signal?.aborted) abort();
	// The SDK's type also has signals that are no event targets; none comes from here.
	if (signal instanceof AbortSignal) signal.addEventListener('abort', abort, { once: true });
	try {
		return await Promise.race([work, aborted]);
	} finally {
		if (signal instanceof AbortSignal) signal.removeEventListener('abort', abort);
	}
}

/** An error of TLS without Node's advice to start it in another way: the system's store is trusted already. */
function withoutHint(error: unknown): unknown {
	if (error instanceof Error)
		error.message = error.message.replace(/; if the root CA is installed locally, try .*$/, '');
	return error;
}

/** What an error of the transport says of the proxy; what says nothing of it stays as it is. */
function ofProxy(error: unknown, proxy: HttpProxy, { hostname, port, protocol }: URL, limit: number): unknown {
	if (!(error instanceof Error) || error instanceof ProxyError) return error;
	if ('syscall' in error && (error.syscall === 'connect' || error.syscall === 'getaddrinfo')) {
		return unreachable(proxy, error);
	}
	const target = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
	return /did not establish a connection/.test(error.message) ? silent(proxy, target, limit) : error;
}

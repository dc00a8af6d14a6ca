import type { NetworkState } from '../../../shared/model/network-state.ts';

/**
 * A proxy did not let a call through. No password is in its words. What the system said is its `cause`, so that a
 * failure gets its code (`ECONNREFUSED`) and the SDK tries again what it would try again without a proxy.
 */
export class ProxyError extends Error {
	override readonly name = 'ProxyError';
	/** What is wrong with what names the proxy; null where it is the proxy itself. */
	readonly problem: NetworkState['proxyProblem'];
	/** Which variable or settings name it; null without a problem of that kind. */
	readonly where: string | null;

	constructor(message: string, options: ErrorOptions & { problem?: ProxyError['problem']; where?: string } = {}) {
		super(message, options);
		this.problem = options.problem ?? null;
		this.where = options.where ?? null;
	}
}

/** No proxy can be had of the settings or of a variable. `where` says of which. */
export function unusable(problem: NonNullable<ProxyError['problem']>, where: string): ProxyError {
	const words = {
		missing: 'The settings name no proxy.',
		socks: `The proxy of ${where} is a SOCKS proxy. Outcrop uses HTTP and HTTPS proxies.`,
		'not-a-url': `The proxy of ${where} is not an http or https URL.`,
	};
	return new ProxyError(words[problem], { problem, where });
}

/** A proxy as it may be told. */
interface Shown {
	/** Without user name and password. */
	readonly shown: string;
}

/** The connection to the proxy itself did not come about. */
export function unreachable(proxy: Shown, cause: Error): ProxyError {
	return new ProxyError(`The proxy ${proxy.shown} can't be reached: ${cause.message}`, { cause });
}

/** The proxy ended the connection before it had answered. */
export function brokenOff(proxy: Shown, target: string, cause: Error): ProxyError {
	return new ProxyError(`The proxy ${proxy.shown} broke off before a connection to ${target} was open.`, { cause });
}

/** The proxy answered, and not with a connection: 407 without a right password, 403 for what it does not allow. */
export function refused(proxy: Shown, target: string, status: number, reason: string): ProxyError {
	// Names of statuses; whatever else a proxy may write there is not shown.
	const words = /^[A-Za-z][A-Za-z '-]{0,60}$/.test(reason) ? ` ${reason}` : '';
	return new ProxyError(`The proxy ${proxy.shown} refused the connection to ${target}: ${status}${words}`);
}

/** The proxy kept silent, or the server behind it did. */
export function silent(proxy: Shown, target: string, milliseconds: number): ProxyError {
	return new ProxyError(
		`No connection to ${target} through the proxy ${proxy.shown} was open within ${milliseconds} ms.`,
	);
}

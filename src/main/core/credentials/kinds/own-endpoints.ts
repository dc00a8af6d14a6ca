import type { HttpRequest } from '@smithy/core/protocols';
import type { Transport } from '../../network/network.ts';

/** Configured endpoint URLs of the services that the SDK's providers of SSO and `aws login` call; null: AWS's own. */
export interface SignInEndpoints {
	readonly sso: string | null;
	readonly ssoOidc: string | null;
	readonly signin: string | null;
}

/**
 * A transport that leads what goes to AWS's sign-in services to a connection's own endpoints. The SDK's provider makes its
 * clients from one configuration, and by itself takes endpoints from the process's profile, whichever was chosen: the
 * sign-in of one account would go to the gateway of another.
 */
export function withOwnEndpoints(handler: Transport, { sso, ssoOidc, signin }: SignInEndpoints): Transport {
	const goalOf = (host: string): string | null => {
		if (/^portal\.sso\b/.test(host)) return sso;
		if (/^oidc\b/.test(host)) return ssoOidc;
		return /(^|\.)signin\b/.test(host) ? signin : null;
	};
	return {
		...handler,
		handle(request, options) {
			const goal = goalOf(request.hostname);
			return handler.handle(goal === null ? request : redirected(request, new URL(goal)), options);
		},
	};
}

function redirected(request: HttpRequest, { protocol, hostname, host, port, pathname }: URL): HttpRequest {
	return Object.assign(request.clone(), {
		protocol,
		hostname,
		...(port !== '' && { port: Number(port) }),
		path: `${pathname.replace(/\/$/, '')}${request.path}`,
		headers: { ...request.headers, host },
	});
}

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { FlowParts } from './flow.ts';
import { listenForCallback } from './listen-for-callback.ts';
import { inTime } from './oidc.ts';
import { SignInError } from './sign-in-failure.ts';

/** How long a person has, as with the AWS CLI; milliseconds. */
const PERSON_LIMIT = 600_000;

/**
 * The authorization-code grant with PKCE (RFC 7636): the browser is sent to AWS and comes back to a listener on
 * loopback. Gives the token's end; null: AWS does not allow this grant here, another is to be tried. Nothing listens
 * any more when it ends.
 */
export async function authorizationCodeFlow(parts: FlowParts): Promise<number | null> {
	const { oidc, session, clock, open, tell, keepSecret, signal } = parts;
	const registration = await parts.register(oidc, session, 'authorization_code', signal).catch((error: unknown) => {
		if (refusesGrant(error)) return null;
		throw error;
	});
	if (registration === null) return null;
	keepSecret(registration.clientSecret);

	const verifier = randomBytes(48).toString('base64url');
	keepSecret(verifier);
	const state = randomUUID();
	const listener = await listenForCallback(state);
	let ended: 'signedIn' | 'failed' = 'failed';
	try {
		const url = authorizeUrl(oidc.address, {
			response_type: 'code',
			client_id: registration.clientId,
			redirect_uri: listener.redirectUri,
			state,
			code_challenge_method: 'S256',
			scopes: session.scopes.join(' '),
			code_challenge: createHash('sha256').update(verifier).digest('base64url'),
		});
		const until = clock.now() + PERSON_LIMIT;
		tell({ type: 'browser', url, opened: await open(url) });
		const code = await codeOf(listener.arrived, until - clock.now(), parts);
		keepSecret(code);
		const { CreateTokenCommand } = await import('@aws-sdk/client-sso-oidc');
		const command = new CreateTokenCommand({
			clientId: registration.clientId,
			clientSecret: registration.clientSecret,
			grantType: 'authorization_code',
			code,
			codeVerifier: verifier,
			redirectUri: listener.redirectUri,
		});
		const token = await inTime(signal, (options) => oidc.client.send(command, options));
		const expiresAt = await parts.keep({ registration, token });
		ended = 'signedIn';
		return expiresAt;
	} finally {
		await listener.close(ended);
	}
}

/** As the AWS CLI writes it: `scopes`, not OAuth's `scope`, and `%20` for a space. */
function authorizeUrl(address: URL, query: Readonly<Record<string, string>>): string {
	const url = new URL(address);
	url.pathname = `${url.pathname.replace(/\/$/, '')}/authorize`;
	url.search = new URLSearchParams(query).toString().replaceAll('+', '%20');
	return url.href;
}

/** The browser's answer, unless it takes too long or is given up. */
async function codeOf(
	arrived: Awaited<ReturnType<typeof listenForCallback>>['arrived'],
	milliseconds: number,
	{ wait, signal }: FlowParts,
): Promise<string> {
	const done = new AbortController();
	try {
		const waited = wait(milliseconds, AbortSignal.any([signal, done.signal])).then(() => null);
		const callback = await Promise.race([arrived, waited]);
		if (callback === null) throw new SignInError('SignInTimeout', 'Nobody answered in the browser in time.');
		if ('code' in callback) return callback.code;
		if (callback.error === 'access_denied') {
			throw new SignInError('SignInDenied', callback.description || 'The sign-in was refused in the browser.');
		}
		throw new SignInError('SignInRefused', [callback.error, callback.description].filter(Boolean).join(': '));
	} finally {
		done.abort();
	}
}

const GRANT_REFUSALS = new Set([
	'InvalidClientMetadataException',
	'InvalidRedirectUriException',
	'InvalidRequestException',
	'UnauthorizedClientException',
	'UnsupportedGrantTypeException',
]);

/** True where an Identity Center does not let the app register for this grant. */
function refusesGrant(error: unknown): boolean {
	return error instanceof Error && GRANT_REFUSALS.has(error.name);
}

import { createHash } from 'node:crypto';
import type { FakeState } from './state.ts';
import { Refused, secret } from './state.ts';

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

type Fields = Readonly<Record<string, unknown>>;

/** POST /client/register */
export function registerClient(state: FakeState, body: Fields) {
	const { refuseAuthorizationCode, registrationSeconds } = state.rules;
	const grants = texts(body['grantTypes']);
	const redirects = texts(body['redirectUris']);
	if (grants.includes('authorization_code')) {
		if (refuseAuthorizationCode !== null) throw new Refused(refuseAuthorizationCode, 'Grant type is not allowed here.');
		if (redirects.length === 0) throw new Refused('InvalidRedirectUriException', 'No redirect URI.');
	}
	const clientId = `client-${state.clients.size + 1}`;
	const clientSecret = secret('client');
	state.clients.set(clientId, { secret: clientSecret, grants, redirects });
	const now = Math.floor(Date.now() / 1000);
	return { clientId, clientSecret, clientIdIssuedAt: now, clientSecretExpiresAt: now + registrationSeconds };
}

/** POST /device_authorization */
export function startDevice(state: FakeState, endpoint: string, body: Fields) {
	const clientId = knownClient(state, body);
	const deviceCode = secret('device');
	const { deviceSeconds, interval, verificationUri } = state.rules;
	state.deviceCodes.set(deviceCode, { clientId, expiresAt: Date.now() + deviceSeconds * 1000 });
	const userCode = 'WXYZ-4321';
	const page = verificationUri ?? `${endpoint}/device`;
	return {
		deviceCode,
		userCode,
		verificationUri: page,
		verificationUriComplete: `${page}?user_code=${userCode}`,
		expiresIn: deviceSeconds,
		interval,
	};
}

/** POST /token */
export function createToken(state: FakeState, body: Fields) {
	const clientId = knownClient(state, body);
	const grant = text(body['grantType']);
	if (grant === 'authorization_code') return byCode(state, clientId, body);
	if (grant === DEVICE_GRANT) return byDevice(state, clientId, body);
	if (grant === 'refresh_token') return byRefresh(state, clientId, body);
	throw new Refused('UnsupportedGrantTypeException', `No grant ${grant}.`);
}

function byCode(state: FakeState, clientId: string, body: Fields) {
	const given = text(body['code']);
	const code = state.codes.get(given);
	// A code is good once, whatever becomes of it.
	state.codes.delete(given);
	const challenge = createHash('sha256').update(text(body['codeVerifier'])).digest('base64url');
	if (code === undefined || code.clientId !== clientId) throw new Refused('InvalidGrantException', 'Unknown code.');
	if (code.challenge !== challenge) throw new Refused('InvalidGrantException', 'The verifier does not fit.');
	if (code.redirect !== text(body['redirectUri'])) throw new Refused('InvalidGrantException', 'Another redirect URI.');
	return state.issue(clientId);
}

function byDevice(state: FakeState, clientId: string, body: Fields) {
	const device = state.deviceCodes.get(text(body['deviceCode']));
	if (device?.clientId !== clientId) throw new Refused('InvalidGrantException', 'Unknown device code.');
	const [answer = 'approved', ...rest] = state.rules.device;
	if (rest.length > 0) state.rules = { ...state.rules, device: rest };
	if (answer === 'expired' || Date.now() >= device.expiresAt) {
		throw new Refused('ExpiredTokenException', 'The device code has expired.');
	}
	if (answer === 'pending') throw new Refused('AuthorizationPendingException', 'Nobody has answered yet.');
	if (answer === 'slow-down') throw new Refused('SlowDownException', 'Slow down.');
	if (answer === 'denied') throw new Refused('AccessDeniedException', 'The person has refused.');
	return state.issue(clientId);
}

function byRefresh(state: FakeState, clientId: string, body: Fields) {
	const given = text(body['refreshToken']);
	if (!state.rules.refresh || state.refreshTokens.get(given) !== clientId) {
		throw new Refused('InvalidGrantException', 'Invalid refresh token provided');
	}
	state.refreshTokens.delete(given);
	return state.issue(clientId);
}

function knownClient(state: FakeState, body: Fields): string {
	const clientId = text(body['clientId']);
	if (state.clients.get(clientId)?.secret !== text(body['clientSecret'])) {
		throw new Refused('InvalidClientException', 'Unknown client.', 401);
	}
	return clientId;
}

/** What GET /authorize answers with: a redirect, a page, or a refusal that goes to no redirect URI. */
export function authorize(
	state: FakeState,
	query: URLSearchParams,
	choice: string | null,
): { readonly redirect: string } | { readonly page: string } {
	const client = state.clients.get(query.get('client_id') ?? '');
	const redirect = query.get('redirect_uri') ?? '';
	const challenge = query.get('code_challenge') ?? '';
	const good =
		client?.grants.includes('authorization_code') &&
		client.redirects.includes(redirect.replace(/^(http:\/\/127\.0\.0\.1):\d+\//, '$1/')) &&
		query.get('response_type') === 'code' &&
		query.get('code_challenge_method') === 'S256' &&
		challenge.length === 43;
	if (!good) throw new Refused('InvalidRequestException', 'This is no request to authorize.');

	const back = new URL(redirect);
	const known = query.get('state') ?? '';
	const rule = choice ?? state.rules.authorize;
	if (rule === 'ask') return { page: askPage(query) };
	back.searchParams.set('state', rule === 'wrong-state' ? `${known}x` : known);
	if (rule === 'deny') {
		back.searchParams.set('error', 'access_denied');
		back.searchParams.set('error_description', 'The person has refused.');
	} else {
		const code = secret('code');
		state.codes.set(code, { clientId: query.get('client_id') ?? '', challenge, redirect });
		back.searchParams.set('code', code);
	}
	return { redirect: back.href };
}

function askPage(query: URLSearchParams): string {
	const link = (choice: string, name: string) =>
		`<a href="/authorize?${new URLSearchParams([...query, ['choice', choice]])}">${name}</a>`.replaceAll('&', '&amp;');
	return `<title>Sign in</title>${link('allow', 'Allow')} ${link('deny', 'Deny')}`;
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.map(text) : [];
}

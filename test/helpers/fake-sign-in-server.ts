import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authorize, createToken, registerClient, startDevice } from './fake-sign-in/oidc.ts';
import type { FakeSignInRules } from './fake-sign-in/state.ts';
import { FakeState, Refused } from './fake-sign-in/state.ts';
import { answerSts, stsError } from './fake-sign-in/sts.ts';

/** What the fake knows to answer. */
export type FakeOperation =
	| 'RegisterClient'
	| 'StartDeviceAuthorization'
	| 'CreateToken'
	| 'Authorize'
	| 'Device'
	| 'GetRoleCredentials'
	| 'AssumeRole'
	| 'AssumeRoleWithWebIdentity'
	| 'GetCallerIdentity';

/** A request as the fake read it: JSON body, form or query as `fields`. */
export interface FakeRequest {
	readonly operation: FakeOperation;
	readonly url: string;
	readonly headers: IncomingMessage['headers'];
	readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * AWS's sign-in services on loopback: SSO OIDC, the SSO portal and STS, in the formats that the SDK speaks, for tests of
 * any kind. Start the app with `environment` and every SDK client, and the app's own sign-in, comes here.
 *
 *     const fake = await startFakeSignIn();
 *     fake.set({ device: ['pending', 'slow-down', 'approved'], refuseAuthorizationCode: 'InvalidClientMetadataException' });
 *     fake.failNext('CreateToken', 'InvalidGrantException', 'words', 400);
 *     await fake.received('CreateToken', 2);
 *     const { accessToken } = fake.issue();         // a token to plant in ~/.aws/sso/cache
 *     fake.set({ keys: { accessKeyId, secretAccessKey, sessionToken: PRACTICE_SESSION_TOKEN } });  // go on at practice
 *
 * Every secret that it hands out begins with `SECRET-`.
 */
export interface FakeSignIn {
	/** `http://127.0.0.1:PORT`. */
	readonly endpoint: string;
	/** The variables that lead the SDK's SSO OIDC, SSO and STS clients here. */
	readonly environment: Readonly<Record<string, string>>;
	readonly requests: readonly FakeRequest[];
	/** The operations that were called, in order. */
	operations(): FakeOperation[];
	/** Changes how it behaves from now on. */
	set(rules: Partial<FakeSignInRules>): void;
	/** The next call of an operation fails so; several wait in line. `{code}` in the words is that field of the request. */
	failNext(operation: FakeOperation, type: string, message: string, status?: number): void;
	/** The next call of an operation is never answered. */
	holdNext(operation: FakeOperation): void;
	/** Resolves with the requests of an operation when there are `count` of them. */
	received(operation: FakeOperation, count?: number): Promise<readonly FakeRequest[]>;
	/** An access token of its own that the portal takes, and a refresh token of a registered client with it. */
	issue(): {
		readonly accessToken: string;
		readonly refreshToken: string;
		readonly clientId: string;
		readonly clientSecret: string;
	};
	/** From now on no access token is taken that was issued before. */
	expireTokens(): void;
	/** Ends connections, then the server. */
	close(): Promise<void>;
}

/** Starts the fake on a free port. */
export async function startFakeSignIn(rules: Partial<FakeSignInRules> = {}): Promise<FakeSignIn> {
	const state = new FakeState();
	state.rules = { ...state.rules, ...rules };
	const requests: FakeRequest[] = [];
	const failures = new Map<FakeOperation, Refused[]>();
	let held: FakeOperation | null = null;
	const waiters = new Set<() => void>();

	const server = createServer((request, response) => {
		const pieces: Buffer[] = [];
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => answer(request, Buffer.concat(pieces).toString('utf8'), response));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	function answer(request: IncomingMessage, body: string, response: ServerResponse): void {
		const { status, headers, body: text } = answerTo(request, body);
		if (held !== null && requests.at(-1)?.operation === held) held = null;
		else response.writeHead(status, { 'x-amzn-RequestId': 'fake-sign-in-1', ...headers }).end(text);
		for (const waiter of [...waiters]) waiter();
	}

	function answerTo(request: IncomingMessage, body: string): Answer {
		const { pathname, searchParams } = new URL(request.url ?? '', endpoint);
		const found = operationOf(`${request.method} ${pathname}`, body, searchParams);
		if (found === null) return answerOf(404, 'text/plain', 'The fake has no such operation.');
		const { operation, fields } = found;
		requests.push({ operation, url: request.url ?? '', headers: request.headers, fields });
		try {
			const failure = failures.get(operation)?.shift();
			if (failure !== undefined) {
				const message = failure.message.replace(/\{(\w+)\}/g, (_all, field) => String(fields[field]));
				throw new Refused(failure.type, message, failure.status);
			}
			return reply(operation, request, fields);
		} catch (error) {
			if (error instanceof Refused) return refusalOf(operation, error);
			throw error;
		}
	}

	function reply(operation: FakeOperation, request: IncomingMessage, fields: FakeRequest['fields']): Answer {
		switch (operation) {
			case 'RegisterClient':
				return json(registerClient(state, fields));
			case 'StartDeviceAuthorization':
				return json(startDevice(state, endpoint, fields));
			case 'CreateToken':
				return json(createToken(state, fields));
			case 'GetRoleCredentials':
				return json({ roleCredentials: roleCredentials(state, request) });
			case 'Authorize': {
				const { choice = null, ...query } = fields as Record<string, string>;
				const done = authorize(state, new URLSearchParams(query), choice);
				return 'page' in done
					? answerOf(200, HTML, done.page)
					: { status: 302, headers: { Location: done.redirect }, body: '' };
			}
			case 'Device':
				if (fields['user_code'] !== undefined) state.rules = { ...state.rules, device: ['approved'] };
				return answerOf(200, HTML, '<title>Device</title>The device may go on.');
			default: {
				const form = new URLSearchParams(fields as Record<string, string>);
				return answerOf(200, 'text/xml', answerSts(state, form, request.headers.authorization ?? null));
			}
		}
	}

	return {
		endpoint,
		environment: {
			AWS_ENDPOINT_URL_SSO_OIDC: endpoint,
			AWS_ENDPOINT_URL_SSO: endpoint,
			AWS_ENDPOINT_URL_STS: endpoint,
		},
		requests,
		operations: () => requests.map(({ operation }) => operation),
		set(changes) {
			state.rules = { ...state.rules, ...changes };
		},
		failNext(operation, type, message, status = 400) {
			const line = failures.get(operation) ?? [];
			failures.set(operation, [...line, new Refused(type, message, status)]);
		},
		holdNext(operation) {
			held = operation;
		},
		received(operation, count = 1) {
			const { promise, resolve } = Promise.withResolvers<readonly FakeRequest[]>();
			const look = () => {
				const those = requests.filter((request) => request.operation === operation);
				if (those.length < count) return;
				waiters.delete(look);
				resolve(those);
			};
			waiters.add(look);
			look();
			return promise;
		},
		issue() {
			const { clientId, clientSecret } = registerClient(state, {});
			return { refreshToken: '', ...state.issue(clientId), clientId, clientSecret };
		},
		expireTokens: () => state.accessTokens.clear(),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

const ROUTES: Readonly<Record<string, FakeOperation>> = {
	'POST /client/register': 'RegisterClient',
	'POST /device_authorization': 'StartDeviceAuthorization',
	'POST /token': 'CreateToken',
	'GET /authorize': 'Authorize',
	'GET /device': 'Device',
	'GET /federation/credentials': 'GetRoleCredentials',
};

const STS_ACTIONS = ['AssumeRole', 'AssumeRoleWithWebIdentity', 'GetCallerIdentity'] as const;

function operationOf(
	line: string,
	body: string,
	query: URLSearchParams,
): Pick<FakeRequest, 'operation' | 'fields'> | null {
	if (line === 'POST /') {
		const fields = Object.fromEntries(new URLSearchParams(body));
		const operation = STS_ACTIONS.find((action) => action === fields['Action']);
		return operation === undefined ? null : { operation, fields };
	}
	const operation = ROUTES[line];
	if (operation === undefined) return null;
	const fields = line.startsWith('GET') ? Object.fromEntries(query) : (JSON.parse(body) as FakeRequest['fields']);
	return { operation, fields };
}

/** GET /federation/credentials */
function roleCredentials(state: FakeState, request: IncomingMessage) {
	const query = new URL(request.url ?? '', 'http://fake').searchParams;
	const token = request.headers['x-amz-sso_bearer_token'];
	const end = typeof token === 'string' ? state.accessTokens.get(token) : undefined;
	if (end === undefined || end <= Date.now()) {
		throw new Refused('UnauthorizedException', 'Session token not found or invalid', 401);
	}
	return state.keysFor(`AWSReservedSSO_${query.get('role_name')}_0123456789abcdef`, 'alice');
}

function refusalOf(operation: FakeOperation, refused: Refused): Answer {
	const { type, message, status } = refused;
	if (STS_ACTIONS.some((action) => action === operation)) return answerOf(status, 'text/xml', stsError(refused));
	// OIDC writes errors as OAuth does; the portal as AWS's JSON services do.
	const oauth = type
		.replace(/Exception$/, '')
		.replace(/(?<=[a-z])[A-Z]/g, '_$&')
		.toLowerCase();
	const body = operation === 'GetRoleCredentials' ? { message } : { error: oauth, error_description: message };
	const answer = json(body);
	return { ...answer, status, headers: { ...answer.headers, 'x-amzn-ErrorType': type } };
}

interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

const HTML = 'text/html; charset=utf-8';

function answerOf(status: number, type: string, body: string): Answer {
	return { status, headers: { 'Content-Type': type }, body };
}

function json(value: object): Answer {
	return answerOf(200, 'application/json', JSON.stringify(value));
}

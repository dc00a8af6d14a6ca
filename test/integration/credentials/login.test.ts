import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNetwork } from '../../../src/main/core/network/network.ts';
import { defaultAppSettings } from '../../../src/shared/model/app-settings.ts';
import { makeCall, makeCaller, unstopped } from '../bedrock/support/caller.ts';
import { recordingSink } from '../bedrock/support/recording-sink.ts';
import type { Machine } from './support/machine.ts';
import { keysFrom, makeMachine, makeResolver } from './support/machine.ts';

const SESSION = 'arn:aws:iam::111122223333:user/alice';
const FILE = `.aws/login/cache/${createHash('sha256').update(SESSION).digest('hex')}.json`;
const CONFIG = `[profile login]\nlogin_session = ${SESSION}\nregion = eu-west-1\n`;

let machine: Machine;
let signin: Awaited<ReturnType<typeof startSignin>>;
beforeEach(async () => {
	[machine, signin] = await Promise.all([makeMachine(), startSignin()]);
	// The SDK looks for the file in the process's own environment and home folder.
	vi.stubEnv('HOME', machine.homeFolder);
	vi.stubEnv('AWS_LOGIN_CACHE_DIRECTORY', `${machine.homeFolder}/.aws/login/cache`);
	await machine.config(CONFIG);
});
afterEach(() => Promise.all([signin.close(), machine.remove()]));

/** The part of AWS's sign-in service that renews what `aws login` gave. */
async function startSignin() {
	const seen: { url: string; headers: IncomingMessage['headers']; body: Record<string, unknown> }[] = [];
	let answer: { readonly status: number; readonly type: string; readonly body: (sent: string) => object } = {
		status: 200,
		type: '',
		body: () => ({
			accessToken: { accessKeyId: 'ASIARENEWED000000001', secretAccessKey: 'SECRET-new', sessionToken: 'SECRET-new-s' },
			tokenType: 'aws_sigv4',
			expiresIn: 900,
			refreshToken: 'SECRET-next-refresh',
		}),
	};
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (piece) => {
			body += piece;
		});
		request.on('end', () => {
			seen.push({ url: request.url ?? '', headers: request.headers, body: JSON.parse(body) });
			const headers = { 'Content-Type': 'application/json', ...(answer.type && { 'x-amzn-ErrorType': answer.type }) };
			response.writeHead(answer.status, headers).end(JSON.stringify(answer.body(body)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		seen,
		refuse: (type: string, body: (sent: string) => object, status = 403) => {
			answer = { status, type, body };
		},
		close: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const cached = (expiresAt: string, changes: object = {}) =>
	machine.write(
		FILE,
		JSON.stringify({
			accessToken: {
				accessKeyId: 'ASIALOGIN00000000001',
				secretAccessKey: 'SECRET-old',
				sessionToken: 'SECRET-old-s',
				accountId: '111122223333',
				expiresAt,
			},
			clientId: 'arn:aws:signin:::devtools/same-device',
			refreshToken: 'SECRET-refresh',
			idToken: 'SECRET-id',
			dpopKey: privateKey.export({ type: 'sec1', format: 'pem' }),
			tokenType: 'urn:aws:params:oauth:token-type:access_token_sigv4',
			...changes,
		}),
	);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const LONG_AGO = '2020-01-01T00:00:00Z';

const resolver = () => makeResolver(machine, { environment: { AWS_ENDPOINT_URL_SIGNIN: signin.endpoint } });

test('keys that have run out are renewed with a proof of the machine’s key, for the AWS CLI too', async () => {
	const file = await cached(LONG_AGO);
	expect(await keysFrom(resolver(), 'profile:login')).toMatchObject({
		accessKeyId: 'ASIARENEWED000000001',
		secretAccessKey: 'SECRET-new',
		sessionToken: 'SECRET-new-s',
	});
	expect(signin.seen.map(({ url, body }) => [url, body])).toEqual([
		[
			'/v1/token',
			{
				clientId: 'arn:aws:signin:::devtools/same-device',
				grantType: 'refresh_token',
				refreshToken: 'SECRET-refresh',
			},
		],
	]);
	const [head = '', claims = '', signature = ''] = String(signin.seen[0]?.headers['dpop']).split('.');
	const { jwk, typ } = JSON.parse(Buffer.from(head, 'base64url').toString());
	expect(typ).toBe('dpop+jwt');
	const proof = {
		key: createPublicKey({ key: jwk, format: 'jwk' }),
		dsaEncoding: 'ieee-p1363',
	} as const;
	expect(verify('sha256', Buffer.from(`${head}.${claims}`), proof, Buffer.from(signature, 'base64url'))).toBe(true);
	expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
		accessToken: { accessKeyId: 'ASIARENEWED000000001', accountId: '111122223333' },
		refreshToken: 'SECRET-next-refresh',
		idToken: 'SECRET-id',
	});
});

test('another `aws login` outside gives other keys without a restart', async () => {
	const keys = resolver();
	await cached(inAnHour());
	expect((await keysFrom(keys, 'profile:login')).accessKeyId).toBe('ASIALOGIN00000000001');
	await cached(inAnHour(), {
		accessToken: {
			accessKeyId: 'ASIAOTHER00000000001',
			secretAccessKey: 'SECRET-other',
			sessionToken: 'SECRET-other-s',
			accountId: '111122223333',
			expiresAt: inAnHour(),
		},
	});
	expect((await keysFrom(keys, 'profile:login')).accessKeyId).toBe('ASIAOTHER00000000001');
	expect(signin.seen).toEqual([]);
});

/** How a call with the profile ends, and all that was told of it. */
async function call() {
	const environment = { AWS_ENDPOINT_URL_SIGNIN: signin.endpoint };
	const sink = recordingSink();
	const lines: unknown[] = [];
	const log = {
		info: () => {},
		warn: (...all: unknown[]) => lines.push(all),
		error: (...all: unknown[]) => lines.push(all),
	};
	const network = createNetwork({
		settings: () => defaultAppSettings,
		environment,
		homeFolder: machine.homeFolder,
		systemProxy: async () => null,
		log,
	});
	const caller = makeCaller({
		endpoint: 'http://127.0.0.1:1',
		homeFolder: machine.homeFolder,
		environment,
		log,
		network,
	});
	const end = await caller(makeCall({ connection: 'profile:login', operation: 'Converse' }), sink, unstopped);
	return { failure: end.failure, told: sink.everything() + JSON.stringify([end, lines]) };
}

test('a session that has ended says so, and the sign-in is what helps', async () => {
	await cached(LONG_AGO);
	signin.refuse('AccessDeniedException', () => ({ error: 'TOKEN_EXPIRED', message: 'The refresh token has expired.' }));
	const { failure, told } = await call();
	expect(failure).toMatchObject({
		type: 'CredentialsProviderError',
		message: 'Your session has expired. Please reauthenticate.',
	});
	expect(signin.seen.length).toBe(1);
	expect(told).not.toContain('SECRET');
});

test('AWS’s words that repeat a token are told without it', async () => {
	await cached(LONG_AGO);
	signin.refuse('ValidationException', (sent) => ({ error: 'INVALID_REQUEST', message: `Not good: ${sent}` }), 400);
	const { failure, told } = await call();
	expect(failure?.message).toMatch(/^Failed to refresh token: .*"refreshToken":"…"/);
	expect(told).not.toContain('SECRET');
});

test('a file that is half written is told of without a letter of it', async () => {
	await machine.write(FILE, '{"accessToken": SECRET-half');
	const { failure, told } = await call();
	expect(failure?.message).toMatch(/^Failed to load token from .*: SyntaxError: Unexpected token … is not valid JSON$/);
	expect(told).not.toContain('SECRET');
});

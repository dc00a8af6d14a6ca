import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Network } from '../../../src/main/core/network/network.ts';
import { createNetwork } from '../../../src/main/core/network/network.ts';
import { defaultAppSettings } from '../../../src/shared/model/app-settings.ts';
import type { TestProxy } from '../../helpers/test-proxy.ts';
import { startProxy } from '../../helpers/test-proxy.ts';
import type { TlsFront } from '../../helpers/tls-front.ts';
import { CA_FILE, startTlsFront } from '../../helpers/tls-front.ts';
import { makeCall, makeCaller, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';

let practice: ObservedPractice;
let front: TlsFront;
let proxy: TestProxy;
let secureProxy: TestProxy;
let plainProxy: TestProxy;
beforeAll(async () => {
	practice = await startObservedPractice();
	const port = Number(new URL(practice.server.endpoint).port);
	front = await startTlsFront(port);
	[proxy, secureProxy, plainProxy] = await Promise.all([
		startProxy(front.port),
		startProxy(front.port, 'https'),
		startProxy(port),
	]);
});
afterAll(async () => {
	await Promise.all([proxy.close(), secureProxy.close(), plainProxy.close(), front.close(), practice.server.close()]);
});

const networks: Network[] = [];
afterEach(() => {
	for (const network of networks.splice(0)) network.close();
	proxy.behave('work');
});

/** The app on a machine with such variables, calling practice under an address as if it were AWS. */
function machine(endpointUrl: string, variables: Readonly<Record<string, string>> = {}) {
	const { accessKeyId, secretAccessKey } = practice.server;
	const environment = { ...variables, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
	const network = createNetwork({
		settings: () => defaultAppSettings,
		environment,
		homeFolder: '/nonexistent',
		systemProxy: async () => null,
		log: { warn() {}, error() {} },
	});
	networks.push(network);
	const caller = practice.caller({ environment, network });
	return async () => {
		const sink = recordingSink();
		await caller(makeCall({ connection: 'environment', region: 'us-east-1', endpointUrl }), sink, unstopped);
		return sink;
	};
}

const steps = async (call: ReturnType<typeof machine>) => (await call()).attempts.map((attempt) => attempt.steps);

test('a plain connection is looked up, made and used again', async () => {
	const call = machine(practice.server.endpoint.replace('127.0.0.1', 'localhost'));
	expect(await steps(call)).toEqual([['looked-up', 'connected', 'sent']]);
	expect(await steps(call)).toEqual([['reused', 'sent']]);
});

test('an address needs no lookup', async () => {
	expect(await steps(machine(practice.server.endpoint))).toEqual([['connected', 'sent']]);
});

test('a TLS connection is made, secured and used again', async () => {
	const call = machine(`https://localhost:${front.port}`, { AWS_CA_BUNDLE: CA_FILE });
	expect(await steps(call)).toEqual([['looked-up', 'connected', 'secured', 'sent']]);
	expect(await steps(call)).toEqual([['reused', 'sent']]);
});

test.each(['http', 'https'] as const)(
	'an %s proxy is connected to, opens a tunnel, in which TLS begins',
	async (kind) => {
		const { url } = kind === 'http' ? proxy : secureProxy;
		const call = machine(`https://bedrock.test:${front.port}`, { HTTPS_PROXY: url, AWS_CA_BUNDLE: CA_FILE });
		expect(await steps(call)).toEqual([['tunnelling', 'connected', 'tunnelled', 'secured', 'sent']]);
		expect(await steps(call)).toEqual([['reused', 'sent']]);
	},
);

test('a proxy of an http address opens no tunnel', async () => {
	const call = machine('http://bedrock.test:8080', { HTTP_PROXY: plainProxy.url });
	expect(await steps(call)).toEqual([['connected', 'sent']]);
});

test('an attempt tells only how far it came', async () => {
	const refusing = machine(`https://bedrock.test:${front.port}`, { HTTPS_PROXY: proxy.url });
	proxy.behave('403 Forbidden');
	expect(await steps(refusing)).toEqual([['tunnelling', 'connected']]);
	proxy.behave('work');
	// The certificate is not trusted.
	expect(await steps(refusing)).toEqual([['tunnelling', 'connected', 'tunnelled']]);
	expect(await steps(machine(`https://localhost:${front.port}`))).toEqual([['looked-up', 'connected']]);
});

test('each attempt of calls at the same time tells its own steps, in time', async () => {
	const call = machine(practice.server.endpoint);
	practice.server.faults.arm({ kind: 'throttled', retryAfterSeconds: 0 });
	const sinks = await Promise.all([call(), call(), call()]);
	const all = sinks.flatMap((sink) => sink.attempts);
	expect(all).toHaveLength(4);
	expect(all.filter(({ index }) => index === 1).map((attempt) => attempt.steps)).toEqual(
		Array.from({ length: 3 }, () => ['connected', 'sent']),
	);
	expect(all.find(({ index }) => index === 2)?.steps).toEqual(['reused', 'sent']);
	for (const { times } of all) expect(times).toEqual(times.toSorted((a, b) => a - b));
});

test('says when credentials were asked for and there', async () => {
	const [asked, there, ...more] = (await machine(practice.server.endpoint)()).credentialTimes;
	expect(more).toEqual([]);
	expect(asked?.endedAt).toBeNull();
	expect(there?.askedAt).toBe(asked?.askedAt);
	expect(there?.endedAt).toBeGreaterThanOrEqual(asked?.askedAt ?? Number.NaN);
});

test('credentials that are not there are over, too', async () => {
	const sink = recordingSink();
	const caller = makeCaller({ endpoint: practice.server.endpoint });
	const end = await caller(makeCall({ connection: 'profile:nobody', region: 'us-east-1' }), sink, unstopped);
	expect(end.state).toBe('failed');
	expect(sink.credentialTimes.map(({ endedAt }) => endedAt !== null)).toEqual([false, true]);
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, rootCertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Network } from '../../../src/main/core/network/network.ts';
import { createNetwork } from '../../../src/main/core/network/network.ts';
import type { AppSettings, NetworkSettings } from '../../../src/shared/model/app-settings.ts';
import { defaultAppSettings } from '../../../src/shared/model/app-settings.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import type { TestProxy } from '../../helpers/test-proxy.ts';
import { startProxy } from '../../helpers/test-proxy.ts';
import type { TlsFront } from '../../helpers/tls-front.ts';
import { CA_FILE, startTlsFront } from '../../helpers/tls-front.ts';
import { limits, makeCall, makeCaller, unstopped } from '../bedrock/support/caller.ts';
import type { ObservedPractice } from '../bedrock/support/practice.ts';
import { startObservedPractice } from '../bedrock/support/practice.ts';
import { recordingSink } from '../bedrock/support/recording-sink.ts';

const USER = 'mira';
const PASSWORD = 'pa ss/w:rd%';

let practice: ObservedPractice;
let front: TlsFront;
let proxy: TestProxy;
let secureProxy: TestProxy;
let plainProxy: TestProxy;
let folder: string;
beforeAll(async () => {
	practice = await startObservedPractice();
	const port = Number(new URL(practice.server.endpoint).port);
	front = await startTlsFront(port);
	[proxy, secureProxy, plainProxy] = await Promise.all([
		startProxy(front.port),
		startProxy(front.port, 'https'),
		startProxy(port),
	]);
	folder = await mkdtemp(join(tmpdir(), 'outcrop-network-'));
});
afterAll(async () => {
	await Promise.all([proxy.close(), secureProxy.close(), plainProxy.close(), front.close(), practice.server.close()]);
	await rm(folder, { recursive: true });
});
beforeEach(async () => {
	for (const each of [proxy, secureProxy, plainProxy]) each.behave('work');
});

const networks: Network[] = [];
afterEach(() => {
	for (const network of networks.splice(0)) network.close();
});

interface Machine {
	readonly environment?: Readonly<Record<string, string>>;
	readonly system?: (url: string) => string | null | Promise<string | null>;
	readonly connectSeconds?: number;
}

/** The app on a machine, with settings that can be changed. It calls practice as if it were AWS. */
function machine({ environment = {}, system = () => null, connectSeconds = 10 }: Machine = {}) {
	let settings: AppSettings = {
		...defaultAppSettings,
		calls: { ...defaultAppSettings.calls, connectSeconds },
	};
	const { accessKeyId, secretAccessKey } = practice.server;
	const all = { ...environment, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
	const network = createNetwork({
		settings: () => settings,
		environment: all,
		homeFolder: folder,
		systemProxy: async (url) => system(url),
		log: { warn() {}, error() {} },
	});
	networks.push(network);
	const caller = makeCaller({
		endpoint: practice.server.endpoint,
		practice: practice.server,
		environment: all,
		homeFolder: folder,
		network,
		limits: limits({ connect: connectSeconds * 1000 }),
	});
	return {
		set(changes: Partial<NetworkSettings>) {
			settings = { ...settings, network: { ...settings.network, ...changes } };
		},
		network,
		async call(changes: Partial<RequestSettings> = {}, signal = unstopped) {
			const sink = recordingSink();
			const call = makeCall({
				connection: 'environment',
				region: 'us-east-1',
				endpointUrl: `https://bedrock.test:${front.port}`,
				operation: 'ConverseStream',
				...changes,
			});
			const end = await caller(call, sink, signal);
			return { end, sink, failure: end.failure };
		},
	};
}

const localTls = () => ({ endpointUrl: `https://localhost:${front.port}` });
const complete = { state: 'complete', failure: null };

describe('an https endpoint through a proxy', () => {
	test('is reached by a tunnel, as the user of the variable, and every byte is seen', async () => {
		const app = machine({ environment: { HTTPS_PROXY: proxy.withUser(USER, PASSWORD), AWS_CA_BUNDLE: CA_FILE } });
		const { end, sink } = await app.call();
		expect(end).toEqual(complete);
		expect(proxy.requests).toEqual([
			{
				method: 'CONNECT',
				target: `bedrock.test:${front.port}`,
				connection: 'keep-alive',
				authorization: `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`,
			},
		]);
		const [exchange] = await practice.exchanges(1);
		const [attempt] = sink.attempts;
		expect(attempt?.status).toBe(200);
		expect(Buffer.concat(attempt?.pieces ?? [])).toEqual(Buffer.from(exchange?.responseBody ?? []));
		expect(Buffer.from(attempt?.body ?? [])).toEqual(Buffer.from(exchange?.requestBody ?? []));
		expect(attempt?.url.startsWith(`https://bedrock.test:${front.port}/model/`)).toBe(true);
		expect(sink.everything()).not.toContain(Buffer.from(`${USER}:${PASSWORD}`).toString('base64'));
	});

	test('keeps its tunnel for the next call', async () => {
		const app = machine({ environment: { https_proxy: proxy.url, AWS_CA_BUNDLE: CA_FILE } });
		expect([(await app.call()).end, (await app.call({ operation: 'Converse' })).end]).toEqual([complete, complete]);
		expect(proxy.requests).toHaveLength(1);
	});

	test('trusts the CA bundle also for the proxy itself, and leaves it when the app ends', async () => {
		const app = machine({ environment: { AWS_CA_BUNDLE: CA_FILE } });
		app.set({ proxy: 'own', proxyUrl: secureProxy.url });
		expect((await app.call()).end).toEqual(complete);
		expect(secureProxy.requests.map(({ method }) => method)).toEqual(['CONNECT']);
		app.network.close();
		await secureProxy.left();
	});

	test('says that it is the proxy which is not trusted', async () => {
		const app = machine();
		app.set({ proxy: 'own', proxyUrl: secureProxy.url });
		const { failure } = await app.call();
		expect(failure?.type).toBe('ProxyError');
		expect(failure?.message).toBe(
			`The proxy ${secureProxy.url} can't be reached: unable to verify the first certificate`,
		);
		expect(failure?.systemCode).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
	});

	test('goes through the proxy that the system names for it', async () => {
		const asked: string[] = [];
		const app = machine({
			environment: { AWS_CA_BUNDLE: CA_FILE },
			system: (url) => {
				asked.push(url);
				return proxy.url;
			},
		});
		expect((await app.call()).end).toEqual(complete);
		expect(asked).toEqual([`https://bedrock.test:${front.port}/`]);
		expect(proxy.requests).toHaveLength(1);
	});
});

describe('a system that does not say which proxy to use', () => {
	test('does not hold up a stop', async () => {
		const asked = Promise.withResolvers<void>();
		const app = machine({
			system: () => {
				asked.resolve();
				return new Promise(() => {});
			},
		});
		const stop = new AbortController();
		const call = app.call({}, stop.signal);
		await asked.promise;
		stop.abort();
		expect((await call).end).toEqual({ state: 'stopped', failure: null });
	});

	test('is given up after the time limit for connections', async () => {
		const app = machine({ system: () => new Promise(() => {}), connectSeconds: 0.05 });
		expect((await app.call()).failure).toMatchObject({
			type: 'ProxyError',
			message: 'The system did not say within 50 ms which proxy to use.',
		});
	});

	test('is not gone past when it fails', async () => {
		const app = machine({ system: () => Promise.reject(new Error('The script is away.')) });
		expect((await app.call()).failure).toMatchObject({
			type: 'ProxyError',
			message: 'The system could not say which proxy to use: The script is away.',
		});
	});
});

describe('an http endpoint through a proxy', () => {
	test('is asked for by its whole URL', async () => {
		const app = machine({ environment: { HTTP_PROXY: plainProxy.withUser(USER, PASSWORD) } });
		const { end, sink } = await app.call({ endpointUrl: 'http://bedrock.test:8080', operation: 'Converse' });
		expect(end).toEqual(complete);
		expect(plainProxy.requests).toEqual([
			{
				method: 'POST',
				target: sink.attempts[0]?.url,
				connection: 'keep-alive',
				authorization: `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`,
			},
		]);
	});

	test('tells the status that the proxy answered with', async () => {
		const app = machine({ environment: { HTTP_PROXY: plainProxy.url } });
		plainProxy.behave('407 Proxy Authentication Required');
		const { failure, sink } = await app.call({ endpointUrl: 'http://bedrock.test:8080' });
		expect(failure?.status).toBe(407);
		expect(sink.attempts.map(({ status }) => status)).toEqual([407]);
	});

	test('says that it is the proxy which is not there', async () => {
		const app = machine();
		const url = await deadUrl();
		app.set({ proxy: 'own', proxyUrl: url });
		const { failure } = await app.call({ endpointUrl: 'http://bedrock.test:8080' });
		expect(failure).toMatchObject({
			type: 'ProxyError',
			message: `The proxy ${url} can't be reached: connect ECONNREFUSED ${new URL(url).host}`,
			systemCode: 'ECONNREFUSED',
		});
	});
});

describe('a proxy that does not let a call through', () => {
	test.each(['407 Proxy Authentication Required', '403 Forbidden', '502 Bad Gateway'] as const)(
		'is told with its answer: %s',
		async (answer) => {
			const app = machine({ environment: { HTTPS_PROXY: proxy.withUser(USER, PASSWORD) } });
			proxy.behave(answer);
			const { failure, sink, end } = await app.call();
			expect(end.state).toBe('failed');
			expect(failure).toMatchObject({
				type: 'ProxyError',
				message: `The proxy ${proxy.url} refused the connection to bedrock.test:${front.port}: ${answer}`,
				status: null,
				systemCode: null,
			});
			expect(sink.attempts).toHaveLength(1);
		},
	);

	test('is not quoted when it says anything but a status', async () => {
		const app = machine({ environment: { HTTPS_PROXY: proxy.url } });
		proxy.behave('407 no user mira:secret1');
		expect((await app.call()).failure?.message).toBe(
			`The proxy ${proxy.url} refused the connection to bedrock.test:${front.port}: 407`,
		);
	});

	test('is told when it hangs up, and tried again as without a proxy', async () => {
		const app = machine({ environment: { HTTPS_PROXY: proxy.url } });
		proxy.behave('hang-up');
		const { failure, sink } = await app.call();
		expect(failure).toMatchObject({
			type: 'ProxyError',
			message: `The proxy ${proxy.url} broke off before a connection to bedrock.test:${front.port} was open.`,
			systemCode: 'ECONNRESET',
		});
		expect(sink.attempts).toHaveLength(3);
	});

	test('is given up after the time limit for connections', async () => {
		const app = machine({ environment: { HTTPS_PROXY: proxy.url }, connectSeconds: 0.05 });
		proxy.behave('silence');
		const { failure, sink } = await app.call();
		expect(failure).toMatchObject({
			type: 'ProxyError',
			message: `No connection to bedrock.test:${front.port} through the proxy ${proxy.url} was open within 50 ms.`,
			systemCode: null,
		});
		expect(sink.attempts).toHaveLength(1);
		await proxy.left();
	});

	test('does not hold up a stop, nor the end of the app', async () => {
		const app = machine({ environment: { HTTPS_PROXY: proxy.url } });
		proxy.behave('silence');
		const asked = proxy.asked();
		const stop = new AbortController();
		const call = app.call({}, stop.signal);
		await asked;
		stop.abort();
		expect((await call).end).toEqual({ state: 'stopped', failure: null });
		app.network.close();
		await proxy.left();
	});

	test.each(['http', 'https'] as const)(
		'does not hold up the end of the app in a tunnel that leads nowhere: %s',
		async (protocol) => {
			const own = protocol === 'http' ? proxy : secureProxy;
			const app = machine({ environment: { HTTPS_PROXY: own.url, AWS_CA_BUNDLE: CA_FILE }, connectSeconds: 60 });
			own.behave('dead-end');
			const greeted = own.greeted();
			const call = app.call();
			await greeted;
			app.network.close();
			expect((await call).failure?.type).toBe('ProxyError');
			await own.left();
		},
	);

	test('is told when it is not there', async () => {
		const url = await deadUrl();
		const { failure } = await machine({ environment: { HTTPS_PROXY: url } }).call();
		expect(failure).toMatchObject({
			type: 'ProxyError',
			message: `The proxy ${url} can't be reached: connect ECONNREFUSED ${new URL(url).host}`,
			systemCode: 'ECONNREFUSED',
		});
	});

	test('is not gone past when it can’t be used', async () => {
		const app = machine({ environment: { ALL_PROXY: 'socks5://mira:secret1@127.0.0.1:1080' } });
		expect((await app.call()).failure).toMatchObject({
			type: 'ProxyError',
			message: 'The proxy of ALL_PROXY is a SOCKS proxy. Outcrop uses HTTP and HTTPS proxies.',
		});
	});
});

describe('what is on this machine', () => {
	test('is reached directly, the practice endpoint first of all', async () => {
		const everywhere = { HTTPS_PROXY: proxy.url, HTTP_PROXY: plainProxy.url, ALL_PROXY: proxy.url };
		const app = machine({ environment: { ...everywhere, AWS_CA_BUNDLE: CA_FILE }, system: () => proxy.url });
		expect((await app.call({ connection: 'practice' })).end).toEqual(complete);
		expect((await app.call(localTls())).end).toEqual(complete);
		app.set({ proxy: 'own', proxyUrl: proxy.url });
		expect((await app.call({ connection: 'practice' })).end).toEqual(complete);
		expect((await app.call(localTls())).end).toEqual(complete);
		expect([proxy.requests, plainProxy.requests]).toEqual([[], []]);
	});

	test('needs no CA bundle for the practice endpoint', async () => {
		const app = machine({ environment: { AWS_CA_BUNDLE: join(folder, 'missing.pem') } });
		expect((await app.call({ connection: 'practice' })).end).toEqual(complete);
	});
});

describe('a server of a private certificate authority', () => {
	test('is not trusted by itself, with or without a proxy', async () => {
		const direct = await machine().call(localTls());
		const tunnelled = await machine({ environment: { HTTPS_PROXY: proxy.url } }).call();
		for (const { failure, sink } of [direct, tunnelled]) {
			expect(failure).toMatchObject({ type: 'Error', message: 'unable to verify the first certificate' });
			expect(failure?.systemCode).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
			expect(sink.attempts.map(({ status }) => status)).toEqual([null]);
		}
	});

	test('is trusted where Node and the system trust it, with and without a bundle', async () => {
		const own = getCACertificates('default');
		setDefaultCACertificates([await readFile(CA_FILE, 'utf8')]);
		try {
			expect((await machine().call(localTls())).end).toEqual(complete);
			const path = join(folder, 'another.pem');
			await writeFile(path, rootCertificates[0] ?? '');
			expect((await machine({ environment: { AWS_CA_BUNDLE: path } }).call(localTls())).end).toEqual(complete);
		} finally {
			setDefaultCACertificates(own);
		}
	});

	test('is trusted with the bundle of the settings, which goes before that of the environment', async () => {
		const app = machine({ environment: { AWS_CA_BUNDLE: join(folder, 'missing.pem') } });
		app.set({ caBundle: CA_FILE });
		expect((await app.call(localTls())).end).toEqual(complete);
	});

	test('is trusted with a bundle in the home folder', async () => {
		await writeFile(join(folder, 'corporate.pem'), `# Ours\n${await readFile(CA_FILE, 'utf8')}`);
		const app = machine();
		app.set({ caBundle: '~/corporate.pem' });
		expect((await app.call(localTls())).end).toEqual(complete);
	});

	test('must still have the name that was called', async () => {
		const app = machine({ environment: { AWS_CA_BUNDLE: CA_FILE, HTTPS_PROXY: proxy.url } });
		const { failure } = await app.call({ endpointUrl: `https://other.test:${front.port}` });
		expect(failure).toMatchObject({ type: 'Error', systemCode: 'ERR_TLS_CERT_ALTNAME_INVALID' });
	});
});

describe('a CA bundle that can’t be used', () => {
	test('is told before the call, when it is missing', async () => {
		const path = join(folder, 'missing.pem');
		const { failure, sink } = await machine({ environment: { AWS_CA_BUNDLE: path } }).call(localTls());
		expect(failure).toMatchObject({
			type: 'CaBundleError',
			message: `The CA bundle ${path} can't be read: ENOENT`,
			systemCode: 'ENOENT',
		});
		expect(sink.attempts).toEqual([]);
	});

	test.each([
		['none.pem', 'no certificate at all', 'has no certificate in PEM form in it.'],
		['broken.pem', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n', null],
	])('is told before the call: %s', async (name, text, words) => {
		const path = join(folder, name);
		await writeFile(path, text);
		const app = machine();
		app.set({ caBundle: path });
		const { failure, sink } = await app.call(localTls());
		expect(failure?.type).toBe('CaBundleError');
		expect(failure?.message).toBe(
			words === null
				? `Certificate 1 of the CA bundle ${path} can't be read as one.`
				: `The CA bundle ${path} ${words}`,
		);
		expect(sink.attempts).toEqual([]);
	});
});

describe('the endpoint of a region', () => {
	test.each([
		[{ fips: null, dualStack: null }, 'bedrock-runtime-fips.eu-west-1.amazonaws.com:443'],
		[{ fips: false, dualStack: null }, 'bedrock-runtime.eu-west-1.amazonaws.com:443'],
		[{ fips: false, dualStack: true }, 'bedrock-runtime.eu-west-1.api.aws:443'],
		[{ fips: true, dualStack: true }, 'bedrock-runtime-fips.eu-west-1.api.aws:443'],
	])('is by the settings %o, over an environment that asks for FIPS, %s', async (settings, target) => {
		const app = machine({ environment: { HTTPS_PROXY: proxy.url, AWS_USE_FIPS_ENDPOINT: 'true' } });
		proxy.behave('403 Forbidden');
		await app.call({ ...settings, endpointUrl: null, region: 'eu-west-1' });
		expect(proxy.requests.map((request) => request.target)).toEqual([target]);
	});

	test('is practice’s own for practice, whatever is set', async () => {
		const app = machine({ environment: { AWS_USE_FIPS_ENDPOINT: 'true' } });
		expect((await app.call({ connection: 'practice', fips: true, dualStack: true })).end).toEqual(complete);
	});
});

describe('a change while the app runs', () => {
	test('of the settings counts from the next call on', async () => {
		const app = machine({ environment: { AWS_CA_BUNDLE: CA_FILE, HTTPS_PROXY: proxy.url } });
		expect((await app.call()).end).toEqual(complete);
		expect(proxy.requests).toHaveLength(1);
		app.set({ proxy: 'own', proxyUrl: secureProxy.url });
		expect((await app.call()).end).toEqual(complete);
		expect([proxy.requests.length, secureProxy.requests.length]).toEqual([1, 1]);
		// Nothing goes on by what was chosen before, nor waits for it.
		await proxy.left();
		app.set({ proxy: 'own', proxyUrl: null });
		expect((await app.call()).failure).toMatchObject({ type: 'ProxyError', message: 'The settings name no proxy.' });
	});

	test('of the CA bundle does as well', async () => {
		const path = join(folder, 'renewed.pem');
		await writeFile(path, await readFile(CA_FILE));
		const app = machine();
		app.set({ caBundle: path });
		const handshakes = front.handshakes();
		expect((await app.call(localTls())).end).toEqual(complete);
		expect((await app.call(localTls())).end).toEqual(complete);
		expect(front.handshakes()).toBe(handshakes + 1);
		app.set({ caBundle: null });
		expect((await app.call(localTls())).failure?.systemCode).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
	});
});

/** The URL of a port where nobody listens. */
async function deadUrl(): Promise<string> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

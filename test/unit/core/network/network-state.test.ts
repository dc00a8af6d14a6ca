import { execFileSync } from 'node:child_process';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { Network } from '../../../../src/main/core/network/network.ts';
import { createNetwork } from '../../../../src/main/core/network/network.ts';
import type { NetworkSettings } from '../../../../src/shared/model/app-settings.ts';
import { defaultAppSettings } from '../../../../src/shared/model/app-settings.ts';
import { temporaryFolder } from '../../../helpers/test-app.ts';

const CA_FILE = fileURLToPath(new URL('../../../fixtures/tls/ca.pem', import.meta.url));

const networks: Network[] = [];
afterEach(() => {
	for (const network of networks.splice(0)) network.close();
});

function stateOf(
	environment: Readonly<Record<string, string>>,
	settings: Partial<NetworkSettings> = {},
	systemProxy: (url: string) => string | null = () => null,
) {
	const network = createNetwork({
		settings: () => ({ ...defaultAppSettings, network: { ...defaultAppSettings.network, ...settings } }),
		environment,
		homeFolder: '/nonexistent',
		systemProxy: async (url) => systemProxy(url),
		log: { warn() {}, error() {} },
	});
	networks.push(network);
	return network.state();
}

const plain = {
	proxy: null,
	proxyFrom: 'system',
	variable: null,
	hasUser: false,
	proxyProblem: null,
	caBundle: null,
};

test('a machine that says nothing reaches AWS directly', async () => {
	expect(await stateOf({})).toEqual(plain);
});

test('the system is asked for an address of AWS', async () => {
	const asked: string[] = [];
	const state = await stateOf({ AWS_REGION: 'eu-west-1' }, {}, (url) => {
		asked.push(url);
		return 'http://system:3128';
	});
	expect(state).toEqual({ ...plain, proxy: 'http://system:3128' });
	expect(asked).toEqual(['https://bedrock-runtime.eu-west-1.amazonaws.com/']);
});

test('a region of the environment that is none is not asked about', async () => {
	expect(await stateOf({ AWS_REGION: 'not a region', HTTPS_PROXY: 'http://a:1' })).toEqual({
		...plain,
		proxy: 'http://a:1',
		proxyFrom: 'environment',
		variable: 'HTTPS_PROXY',
	});
});

test('a variable is named, its user and password are not', async () => {
	const state = await stateOf({ HTTPS_PROXY: 'http://mira:secret1@proxy.example:3128' });
	expect(state).toEqual({
		...plain,
		proxy: 'http://proxy.example:3128',
		proxyFrom: 'environment',
		variable: 'HTTPS_PROXY',
		hasUser: true,
	});
	const listed = await stateOf({ HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: 'amazonaws.com' });
	expect(listed).toEqual({ ...plain, proxyFrom: 'environment', variable: 'NO_PROXY' });
});

test.each([
	[{ proxy: 'none' }, { proxyFrom: 'settings' }],
	[
		{ proxy: 'own', proxyUrl: 'http://own.example' },
		{ proxy: 'http://own.example:80', proxyFrom: 'settings' },
	],
	[{ proxy: 'own' }, { proxyFrom: 'settings', proxyProblem: 'missing' }],
] as const)('settings %o are told', async (settings, expected) => {
	expect(await stateOf({ HTTPS_PROXY: 'http://a:1' }, settings)).toEqual({ ...plain, ...expected });
});

test.each([
	['socks5://mira:secret1@p', 'socks'],
	['http://', 'not-a-url'],
] as const)('a variable that can’t be used is told with what is wrong: %s', async (HTTPS_PROXY, proxyProblem) => {
	expect(await stateOf({ HTTPS_PROXY })).toEqual({
		...plain,
		proxyFrom: 'environment',
		variable: 'HTTPS_PROXY',
		proxyProblem,
	});
});

test('a CA bundle is told with what it adds, or with what is wrong', async () => {
	await using folder = await temporaryFolder();
	const broken = join(folder.path, 'broken.pem');
	const none = join(folder.path, 'none.pem');
	await writeFile(broken, '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n');
	await writeFile(none, 'nothing');
	const bundle = async (environment: Readonly<Record<string, string>>, caBundle: string | null = null) =>
		(await stateOf(environment, { caBundle })).caBundle;
	const fine = { certificates: 1, problem: null, systemCode: null };
	expect(await bundle({ AWS_CA_BUNDLE: CA_FILE })).toEqual({ path: CA_FILE, from: 'environment', ...fine });
	expect(await bundle({ AWS_CA_BUNDLE: none }, CA_FILE)).toEqual({ path: CA_FILE, from: 'settings', ...fine });
	const wrong = { from: 'settings', certificates: 0, systemCode: null };
	expect(await bundle({}, none)).toEqual({ path: none, ...wrong, problem: 'not-pem' });
	expect(await bundle({}, broken)).toEqual({ path: broken, ...wrong, problem: 'broken' });
	const missing = join(folder.path, 'missing.pem');
	expect(await bundle({}, missing)).toEqual({ path: missing, ...wrong, problem: 'unreadable', systemCode: 'ENOENT' });
});

test('a CA bundle that is no file, or far too large for one, is not read', async () => {
	await using folder = await temporaryFolder();
	const pipe = join(folder.path, 'pipe');
	const huge = join(folder.path, 'huge.pem');
	// Reading it would wait for a writer for ever.
	if (process.platform !== 'win32') execFileSync('mkfifo', [pipe]);
	await writeFile(huge, '');
	await truncate(huge, 64 * 1024 * 1024);
	for (const [path, systemCode] of [
		[pipe, process.platform === 'win32' ? 'ENOENT' : 'ENOTSUP'],
		[folder.path, 'EISDIR'],
		[huge, 'EFBIG'],
	]) {
		const { caBundle } = await stateOf({ AWS_CA_BUNDLE: String(path) });
		expect(caBundle).toEqual({ path, from: 'environment', certificates: 0, problem: 'unreadable', systemCode });
	}
});

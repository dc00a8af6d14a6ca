import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { From } from '../../../src/main/core/models/control-plane.ts';
import type { TestProxy } from '../../helpers/test-proxy.ts';
import { startProxy } from '../../helpers/test-proxy.ts';
import { AS_CONFIGURED, modelsOf } from './support/account.ts';

const never = new AbortController().signal;
const FROM: From = { ...AS_CONFIGURED, connection: 'environment', region: 'eu-west-1' };
const FIPS: From = { ...FROM, fips: true };
const PROFILE = 'eu.amazon.nova-micro-v1:0';

// The proxy says what was asked for, and lets nothing out.
let proxy: TestProxy;
beforeAll(async () => {
	proxy = await startProxy(9);
});
afterAll(() => proxy.close());
beforeEach(() => proxy.behave('403 Forbidden'));

const open = (environment: Readonly<Record<string, string>> = {}) =>
	modelsOf({
		AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE000000001',
		AWS_SECRET_ACCESS_KEY: 'none',
		HTTPS_PROXY: proxy.url,
		...environment,
	}).models;
const hosts = () => [...new Set(proxy.requests.map(({ target }) => target.replace(/:443$/, '')))];

test.each([
	[FIPS, 'bedrock-fips.eu-west-1.amazonaws.com'],
	[{ ...FROM, fips: false }, 'bedrock.eu-west-1.amazonaws.com'],
	[{ ...FROM, dualStack: true }, 'bedrock-fips.eu-west-1.api.aws'],
	[FROM, 'bedrock-fips.eu-west-1.amazonaws.com'],
])('the lists and a profile’s routes are asked as chosen, over the environment: %o', async (from, host) => {
	const models = open({ AWS_USE_FIPS_ENDPOINT: 'true' });
	await models.refresh(from, never);
	expect(hosts()).toEqual([host]);
	proxy.behave('403 Forbidden');
	await models.routes(from, PROFILE, never);
	expect(hosts()).toEqual([host]);
});

test('a listing of one endpoint is none of another', async () => {
	const models = open();
	await models.refresh(FIPS, never);
	const state = (from: From) => models.list(from).account.state;
	expect(state(FIPS)).toBe('refused');
	expect(state({ ...FIPS, dualStack: false })).toBe('refused');
	for (const other of [
		FROM,
		{ ...FROM, fips: false },
		{ ...FIPS, dualStack: true },
		{ ...FIPS, region: 'eu-west-2' },
	]) {
		expect(state(other)).toBe('not-asked');
	}
});

test('the connection’s own endpoint and region, asked for without names, are found by their names', async () => {
	const models = open({ AWS_USE_FIPS_ENDPOINT: 'true', AWS_REGION: 'eu-west-1' });
	const unnamed = { ...FROM, region: null };
	await models.refresh(unnamed, never);
	const named = { fips: true, dualStack: false };
	for (const same of [unnamed, FROM, { ...unnamed, ...named }, { ...FROM, ...named }]) {
		expect(models.list(same).account.state).toBe('refused');
	}
});

test('the lists of one endpoint are not waited for with those of another', async () => {
	const models = open();
	await Promise.all([models.refresh(FROM, never), models.refresh(FIPS, never), models.refresh(FIPS, never)]);
	const asked = proxy.requests.map(({ target }) => target).toSorted();
	expect(asked).toEqual([
		...Array(3).fill('bedrock-fips.eu-west-1.amazonaws.com:443'),
		...Array(3).fill('bedrock.eu-west-1.amazonaws.com:443'),
	]);
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder } from '../../helpers/test-app.ts';
import type { TestProxy } from '../../helpers/test-proxy.ts';
import { startProxy } from '../../helpers/test-proxy.ts';

const MODEL = 'us.amazon.nova-micro-v1:0';
const WHERE = { connection: 'environment', region: 'us-west-2' };
const CHOICES = [
	[{}, 'fips.us-west-2.amazonaws.com'],
	[{ fips: false, dualStack: true }, 'us-west-2.api.aws'],
	[{ fips: true, dualStack: true }, 'fips.us-west-2.api.aws'],
] as const;

// The proxy says what was asked for, and lets nothing out.
let practice: PracticeServer;
let proxy: TestProxy;
beforeAll(async () => {
	[practice, proxy] = await Promise.all([startPractice({ pace: 'none' }), startProxy(9)]);
});
afterAll(() => Promise.all([practice.close(), proxy.close()]));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;
beforeEach(async () => {
	proxy.behave('403 Forbidden');
	folder = await temporaryFolder();
	app = await openTestApp(folder.path, practice, {
		environment: {
			AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE000000001',
			AWS_SECRET_ACCESS_KEY: 'none',
			AWS_USE_FIPS_ENDPOINT: 'true',
			HTTPS_PROXY: proxy.url,
		},
	});
});
afterEach(async () => {
	await app.close();
	await folder[Symbol.asyncDispose]();
});

/** Each host once; of `bedrock-fips.us-…` and `bedrock.us-…` the part after the service. */
const hosts = () => [...new Set(proxy.requests.map(({ target }) => target.replace(/:443$/, '')))];
const of = (service: string, rest: string) => (rest.startsWith('fips.') ? `${service}-${rest}` : `${service}.${rest}`);

test.each(CHOICES)('models.refresh asks as chosen, and models.list knows it: %o', async (choice, rest) => {
	await app.client.models.refresh({ ...WHERE, ...choice });
	expect(hosts()).toEqual([of('bedrock', rest)]);
	expect((await app.client.models.list({ ...WHERE, ...choice })).account.state).toBe('refused');
	expect((await app.client.models.list({ ...WHERE, fips: false, dualStack: false })).account.state).toBe('not-asked');
});

test.each(CHOICES)('connections.whoAmI asks as chosen: %o', async (choice, rest) => {
	expect(await app.client.connections.whoAmI({ ...WHERE, ...choice })).toMatchObject({ ok: false });
	expect(hosts()).toEqual([of('sts', rest)]);
});

test.each(CHOICES)('setup.test asks and calls as chosen: %o', async (choice, rest) => {
	for await (const _ of await app.client.setup.test({ ...WHERE, ...choice, modelId: MODEL }));
	expect(hosts()).toEqual([of('sts', rest), of('bedrock-runtime', rest)]);
});

test.each(CHOICES)('exchanges.policy asks for a profile’s routes where its call went: %o', async (choice, rest) => {
	const settings = { ...WHERE, ...choice, modelId: MODEL };
	const { id } = await app.client.conversations.create({ settings });
	const [exchange] = (await ask(app, id, 'Hello')).exchanges;
	expect(hosts()).toEqual([of('bedrock-runtime', rest)]);
	proxy.behave('403 Forbidden');
	await app.client.exchanges.policy({ exchangeId: exchange?.id ?? '' });
	expect(hosts()).toEqual([of('bedrock', rest)]);
	// So it does for one that is kept nowhere.
	proxy.behave('403 Forbidden');
	const call = { ...settings, operation: 'ConverseStream', failure: null } as const;
	await app.client.exchanges.policy({ call });
	expect(hosts()).toEqual([of('bedrock', rest)]);
});

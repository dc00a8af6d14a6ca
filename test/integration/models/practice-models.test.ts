import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { openTestApp, temporaryFolder } from '../../helpers/test-app.ts';
import { AS_CONFIGURED, modelsOf, NOW } from './support/account.ts';

const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const OWN = 'arn:aws:bedrock:ap-northeast-1:123456789012:application-inference-profile';
const TOKYO = { ...AS_CONFIGURED, connection: 'practice', region: 'ap-northeast-1' };
const never = new AbortController().signal;

let practice: PracticeServer;
const exchanges: PracticeExchange[] = [];
beforeAll(async () => {
	practice = await startPractice();
	practice.onExchange((exchange) => exchanges.push(exchange));
});
afterAll(() => practice.close());

test('a refresh asks three lists of the region, and what was said serves without asking again', async () => {
	const { models, changes } = modelsOf({}, practice);
	exchanges.length = 0;
	const refreshed = await models.refresh(TOKYO, never);
	expect(exchanges.map(({ rawPath }) => rawPath).toSorted()).toEqual([
		'/foundation-models',
		'/inference-profiles?maxResults=1000&type=APPLICATION',
		'/inference-profiles?maxResults=1000&type=SYSTEM_DEFINED',
	]);
	expect(refreshed.account).toEqual({ state: 'listed', at: NOW, missing: [] });
	expect(models.list(TOKYO)).toEqual(refreshed);
	expect(exchanges).toHaveLength(3);
	expect(changes()).toBe(1);

	const haiku = refreshed.models.find(({ id }) => id === HAIKU);
	expect(haiku).toMatchObject({ listed: true, callId: `jp.${HAIKU}`, lifecycle: 'active' });
	expect(haiku?.callIds.map(({ id, type, name, regions }) => [id, type, name, regions])).toEqual([
		[`jp.${HAIKU}`, 'system', 'JP Claude Haiku 4.5', ['ap-northeast-1', 'ap-northeast-3']],
		[`global.${HAIKU}`, 'system', 'Global Claude Haiku 4.5', null],
		[`${OWN}/practice0001`, 'application', 'practice-study-group', ['ap-northeast-1', 'ap-northeast-3']],
	]);
	expect(models.list({ ...TOKYO, region: 'eu-west-1' }).account).toEqual({ state: 'not-asked' });
	// Practice has one endpoint, whatever is chosen.
	expect(models.list({ ...TOKYO, fips: true, dualStack: false })).toEqual(refreshed);
});

test('the connection’s own region, asked for without a name, is found by its name', async () => {
	const { models } = modelsOf({}, practice);
	await models.refresh({ ...TOKYO, region: null }, never);
	expect(models.list({ ...TOKYO, region: 'us-east-1' }).account.state).toBe('listed');
	expect(models.list({ ...TOKYO, region: null }).account.state).toBe('listed');
});

test('another API key begins without the lists of the one before', async () => {
	await using folder = await temporaryFolder();
	const app = await openTestApp(folder.path, practice, {
		environment: { AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_BEDROCK: practice.endpoint },
	});
	const from = { connection: 'api-key', region: 'us-east-1' };
	await app.client.apiKey.set({ key: practice.apiKey });
	expect((await app.client.models.refresh(from)).account.state).toBe('listed');
	await app.client.models.refresh(TOKYO);
	await app.client.apiKey.set({ key: 'ABSK-of-another-account' });
	expect((await app.client.models.list(from)).account).toEqual({ state: 'not-asked' });
	expect((await app.client.models.list(TOKYO)).account.state).toBe('listed');
	await app.close();
});

test('an API key lists the models as well', async () => {
	const { models } = modelsOf({
		AWS_BEARER_TOKEN_BEDROCK: practice.apiKey,
		AWS_REGION: 'us-east-1',
		AWS_ENDPOINT_URL_BEDROCK: practice.endpoint,
	});
	exchanges.length = 0;
	const { account } = await models.refresh({ ...TOKYO, connection: 'environment-api-key', region: null }, never);
	expect(account).toEqual({ state: 'listed', at: NOW, missing: [] });
	const sent = exchanges.map(
		({ requestHeaders }) => requestHeaders.find(([name]) => /^authorization$/i.test(name))?.[1],
	);
	expect(sent).toEqual(Array(3).fill(`Bearer ${practice.apiKey}`));
});

test('a key that is not taken is a refusal, and the shipped catalogue serves', async () => {
	const { models, changes } = modelsOf({}, { ...practice, secretAccessKey: 'another' });
	const before = models.list(TOKYO);
	const { account, ...rest } = await models.refresh(TOKYO, never);
	expect(account).toMatchObject({
		state: 'refused',
		at: NOW,
		failure: { code: 'bad-signature', type: 'InvalidSignatureException', status: 403 },
	});
	expect({ ...rest, account: { state: 'not-asked' } }).toEqual(before);
	expect(changes()).toBe(1);
});

test('the windows are told, through the contract', async () => {
	await using folder = await temporaryFolder();
	const app = await openTestApp(folder.path, practice);
	const leave = new AbortController();
	const events = (await app.client.app.events(undefined, { signal: leave.signal }))[Symbol.asyncIterator]();
	const told = events.next();
	await app.client.models.refresh(TOKYO);
	expect((await told).value).toEqual({ type: 'models' });
	expect((await app.client.models.list(TOKYO)).account.state).toBe('listed');
	leave.abort();
	await app.close();
});

describe('the routes of a profile', () => {
	const arns = (...regions: readonly string[]) =>
		regions.map((region) => `arn:aws:bedrock:${region}::foundation-model/${HAIKU}`);

	test.each([
		[`jp.${HAIKU}`, arns('ap-northeast-1', 'ap-northeast-3')],
		[`${OWN.replace('application-', '')}/jp.${HAIKU}`, arns('ap-northeast-1', 'ap-northeast-3')],
		[`${OWN}/practice0001`, arns('ap-northeast-1', 'ap-northeast-3')],
		[`global.${HAIKU}`, arns('ap-northeast-1', '')],
	])('%s are the account’s own word, asked for once', async (id, modelArns) => {
		const { models } = modelsOf({}, practice);
		exchanges.length = 0;
		expect(await models.routes(TOKYO, id, never)).toEqual({ modelArns, from: 'account' });
		expect(exchanges.map(({ rawPath }) => rawPath)).toEqual([`/inference-profiles/${encodeURIComponent(id)}`]);

		await models.refresh(TOKYO, never);
		exchanges.length = 0;
		expect(await models.routes(TOKYO, id, never)).toEqual({ modelArns, from: 'account' });
		expect(exchanges).toEqual([]);
	});

	test('are the shipped table’s where nobody can be asked, and null where it does not know', async () => {
		const { models } = modelsOf({});
		const shipped = async (id: string, region: string | null) =>
			models.routes({ ...AS_CONFIGURED, connection: 'environment', region }, id, never);
		expect(await shipped(`jp.${HAIKU}`, 'ap-northeast-3')).toEqual({
			modelArns: arns('ap-northeast-1', 'ap-northeast-3'),
			from: 'shipped',
		});
		expect(await shipped(`global.${HAIKU}`, 'sa-east-1')).toEqual({
			modelArns: arns('sa-east-1', ''),
			from: 'shipped',
		});
		expect(
			await shipped(`arn:aws:bedrock:eu-west-2:123456789012:inference-profile/eu.${HAIKU}`, 'us-east-1'),
		).toMatchObject({ from: 'shipped', modelArns: expect.arrayContaining(arns('eu-west-2', 'eu-central-1')) });
		expect(await shipped(`us-gov.${HAIKU}`, 'us-gov-west-1')).toEqual({
			modelArns: arns('us-gov-east-1', 'us-gov-west-1').map((arn) => arn.replace('arn:aws:', 'arn:aws-us-gov:')),
			from: 'shipped',
		});
		for (const unknown of [`jp.${HAIKU}`, `${OWN}/practice0001`, 'amazon.nova-lite-v1:0']) {
			expect(await shipped(unknown, 'us-east-1')).toBeNull();
		}
		expect(await shipped(`us.${HAIKU}`, null)).toBeNull();
	});

	test('a model that is called by itself has none, and nobody is asked', async () => {
		const { models } = modelsOf({}, practice);
		exchanges.length = 0;
		expect(await models.routes(TOKYO, 'amazon.nova-lite-v1:0', never)).toBeNull();
		expect(exchanges).toEqual([]);
	});
});

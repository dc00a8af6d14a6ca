import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { catalogue } from '../../../src/shared/catalogue.ts';
import type { Account, StubAccount } from './support/account.ts';
import { AS_CONFIGURED, modelsOf, NOW, startStubAccount } from './support/account.ts';

const FROM = { ...AS_CONFIGURED, connection: 'environment', region: null };
const never = new AbortController().signal;
const NOVA = 'amazon.nova-lite-v1:0';

let stub: StubAccount;
beforeAll(async () => {
	stub = await startStubAccount();
});
afterAll(() => stub.close());

let account: ReturnType<typeof modelsOf>;
beforeEach(() => {
	account = modelsOf(stub.environment);
});

/** An account whose lists are these; a profile's list may be refused with a text. */
function lists(given: {
	readonly models?: readonly object[] | `${number} ${string}: ${string}`;
	readonly system?: readonly object[] | `${number} ${string}: ${string}`;
	readonly application?: readonly object[] | `${number} ${string}: ${string}`;
}): Account {
	return ({ pathname, searchParams }) => {
		const { models = [], system = [], application = [] } = given;
		if (pathname === '/foundation-models') return typeof models === 'string' ? models : { modelSummaries: models };
		const profiles = searchParams.get('type') === 'APPLICATION' ? application : system;
		return typeof profiles === 'string' ? profiles : { inferenceProfileSummaries: profiles };
	};
}

function profile(id: string, modelId: string, ...regions: readonly string[]) {
	return {
		inferenceProfileId: id,
		inferenceProfileArn: `arn:aws:bedrock:us-east-1:123456789012:inference-profile/${id}`,
		inferenceProfileName: `Name of ${id}`,
		models: regions.map((region) => ({ modelArn: `arn:aws:bedrock:${region}::foundation-model/${modelId}` })),
		status: 'ACTIVE',
		type: 'SYSTEM_DEFINED',
	};
}

async function refreshed() {
	const listing = await account.models.refresh(FROM, never);
	return { ...listing, byId: new Map(listing.models.map((model) => [model.id, model])) };
}

describe('what an account may list', () => {
	test('three pages of profiles, with an empty one among them', async () => {
		const pages: Record<string, object> = {
			first: {
				inferenceProfileSummaries: [profile(`us.${NOVA}`, NOVA, 'us-east-1', 'us-west-2')],
				nextToken: 'a b+c/=',
			},
			'a b+c/=': { inferenceProfileSummaries: [], nextToken: 'last' },
			last: { inferenceProfileSummaries: [profile(`global.${NOVA}`, NOVA, 'us-east-1', '')] },
		};
		stub.answerAs((url) =>
			url.searchParams.get('type') === 'SYSTEM_DEFINED'
				? (pages[url.searchParams.get('nextToken') ?? 'first'] ?? {})
				: {},
		);
		const { byId, account: said } = await refreshed();
		expect(said).toEqual({ state: 'listed', at: NOW, missing: [] });
		expect(byId.get(NOVA)?.callIds.map(({ id, regions }) => [id, regions])).toEqual([
			[`us.${NOVA}`, ['us-east-1', 'us-west-2']],
			[`global.${NOVA}`, null],
		]);
		expect(stub.asked.filter((url) => url.includes('SYSTEM_DEFINED'))).toEqual([
			'/inference-profiles?maxResults=1000&type=SYSTEM_DEFINED',
			'/inference-profiles?maxResults=1000&nextToken=a%20b%2Bc%2F%3D&type=SYSTEM_DEFINED',
			'/inference-profiles?maxResults=1000&nextToken=last&type=SYSTEM_DEFINED',
		]);
	});

	test('a token that comes back unchanged ends the list', async () => {
		stub.answerAs(() => ({ inferenceProfileSummaries: [], nextToken: 'again' }));
		await refreshed();
		expect(stub.asked.filter((url) => url.includes('SYSTEM_DEFINED'))).toHaveLength(2);
	});

	test('models that the catalogue does not know, with dates, kinds and types in AWS’s form', async () => {
		stub.answerAs(
			lists({
				models: [
					{
						modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/acme.seer-v1:0',
						modelId: 'acme.seer-v1:0',
						modelName: 'Seer',
						providerName: 'Acme',
						inputModalities: ['TEXT', 'IMAGE', 'SMELL'],
						outputModalities: ['TEXT'],
						responseStreamingSupported: true,
						inferenceTypesSupported: ['INFERENCE_PROFILE'],
						modelLifecycle: {
							status: 'LEGACY',
							endOfLifeTime: '2027-03-31T23:00:00Z',
							startOfLifeTime: '2024-01-01T00:00:00Z',
						},
					},
				],
				system: [profile('us.acme.seer-v1:0', 'acme.seer-v1:0', 'us-east-1', 'us-east-2')],
			}),
		);
		const { models, byId } = await refreshed();
		expect(byId.get('acme.seer-v1:0')).toEqual({
			id: 'acme.seer-v1:0',
			name: 'Seer',
			provider: 'Acme',
			family: null,
			contextWindow: null,
			maxOutput: null,
			abilities: null,
			lifecycle: 'legacy',
			endOfLife: '2027-03-31',
			inputs: ['text', 'image', 'smell'],
			outputs: ['text'],
			streaming: true,
			listed: true,
			callId: 'us.acme.seer-v1:0',
			callIds: [
				{
					id: 'us.acme.seer-v1:0',
					type: 'system',
					prefix: 'us',
					name: 'Name of us.acme.seer-v1:0',
					regions: ['us-east-1', 'us-east-2'],
					price: null,
				},
			],
		});
		expect(models).toHaveLength(catalogue.length + 1);
	});

	test('summaries with nearly nothing in them, and variants that want provisioned throughput', async () => {
		stub.answerAs(
			lists({
				models: [
					{},
					{ modelId: NOVA },
					{ modelId: `${NOVA}:300k`, inferenceTypesSupported: ['PROVISIONED'] },
					{ modelId: 'acme.bare' },
					{ modelId: 'acme.silent', inferenceTypesSupported: [] },
					{ modelId: 'acme.both', inferenceTypesSupported: ['PROVISIONED', 'ON_DEMAND'], modelLifecycle: {} },
				],
				system: [
					{},
					{ inferenceProfileId: 'us.acme.bare', models: [] },
					{ ...profile('us.acme.bare', 'acme.bare'), models: null },
				],
			}),
		);
		const { models, byId } = await refreshed();
		expect(
			models
				.slice(-2)
				.map(({ id }) => id)
				.toSorted(),
		).not.toContain(`${NOVA}:300k`);
		expect(byId.has(`${NOVA}:300k`)).toBe(false);
		expect(byId.get(NOVA)).toMatchObject({
			listed: true,
			callId: NOVA,
			streaming: true,
			inputs: ['text', 'image', 'video'],
		});
		expect(byId.get('acme.bare')).toMatchObject({
			name: 'acme.bare',
			provider: 'acme',
			streaming: null,
			callId: 'acme.bare',
		});
		expect(byId.get('acme.silent')).toMatchObject({ callId: 'acme.silent' });
		expect(byId.get('acme.both')).toMatchObject({ callId: 'acme.both', lifecycle: 'active', endOfLife: null });
	});

	test('profiles of a part of the world that is not known yet, before the global one', async () => {
		const system = ['global', 'moon', 'us'].map((prefix) => profile(`${prefix}.${NOVA}`, NOVA, 'us-east-1'));
		stub.answerAs(lists({ system }));
		const { byId } = await refreshed();
		expect(byId.get(NOVA)?.callIds.map(({ id }) => id)).toEqual([`us.${NOVA}`, `moon.${NOVA}`, `global.${NOVA}`]);
	});

	test('profiles of the account’s own, whose price is known only where their source is', async () => {
		const own = (id: string, ...regions: readonly string[]) => ({
			...profile(id, NOVA, ...regions),
			inferenceProfileArn: `arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/${id}`,
			type: 'APPLICATION',
		});
		stub.answerAs(
			lists({
				system: [profile(`us.${NOVA}`, NOVA, 'us-east-1', 'us-west-2')],
				application: [own('a', 'us-east-1'), own('b', 'us-west-2', 'us-east-1'), own('c', 'us-east-1', 'eu-west-1')],
			}),
		);
		const { byId } = await refreshed();
		const prices = catalogue.find(({ id }) => id === NOVA)?.prices ?? {};
		expect(prices['']).toBeDefined();
		const applications = byId.get(NOVA)?.callIds.filter(({ type }) => type === 'application');
		expect(applications?.map(({ price }) => price)).toEqual([prices[''], prices['us'] ?? null, null]);
	});

	test('nothing at all', async () => {
		stub.answerAs(() => ({}));
		const { account: said, models } = await refreshed();
		expect(said).toEqual({ state: 'listed', at: NOW, missing: [] });
		expect(new Set(models.map(({ listed }) => listed))).toEqual(new Set([false]));
	});
});

describe('what an account may refuse', () => {
	const denied = (action: string) =>
		`403 AccessDeniedException: User: arn:aws:iam::123456789012:user/ami is not authorized to perform: bedrock:${action} because no identity-based policy allows the bedrock:${action} action` as const;

	test('one list: which one is said, and the others serve', async () => {
		stub.answerAs(
			lists({
				models: [{ modelId: NOVA, inferenceTypesSupported: ['ON_DEMAND'] }],
				system: [profile(`us.${NOVA}`, NOVA, 'us-east-1')],
				application: denied('ListInferenceProfiles'),
			}),
		);
		const { account: said, byId } = await refreshed();
		expect(said).toEqual({
			state: 'listed',
			at: NOW,
			missing: [
				{
					list: 'application-profiles',
					failure: expect.objectContaining({
						type: 'AccessDeniedException',
						message: denied('ListInferenceProfiles').slice('403 AccessDeniedException: '.length),
						status: 403,
					}),
				},
			],
		});
		expect(byId.get(NOVA)?.callIds.map(({ id }) => id)).toEqual([NOVA, `us.${NOVA}`]);
	});

	test('the models alone: the profiles serve', async () => {
		stub.answerAs(
			lists({ models: denied('ListFoundationModels'), system: [profile(`us.${NOVA}`, NOVA, 'us-east-1')] }),
		);
		const { account: said, byId } = await refreshed();
		expect(said.state === 'listed' && said.missing.map(({ list }) => list)).toEqual(['models']);
		expect(byId.get(NOVA)).toMatchObject({ listed: true });
		expect(byId.get('amazon.nova-pro-v1:0')).toMatchObject({ listed: null });
	});

	test('everything: the refusal of the models is told, and the shipped catalogue serves', async () => {
		const before = account.models.list({ ...FROM, region: 'us-east-1' }).models;
		stub.answerAs(lists({ models: denied('ListFoundationModels'), system: denied('x'), application: denied('x') }));
		const { account: said, models } = await refreshed();
		expect(said).toMatchObject({
			state: 'refused',
			at: NOW,
			failure: { message: denied('ListFoundationModels').slice('403 AccessDeniedException: '.length), status: 403 },
		});
		expect(models).toEqual(before);
	});

	test.each([
		['403 ExpiredTokenException: The security token included in the request is expired', ['environment']],
		['403 UnrecognizedClientException: The security token included in the request is invalid.', ['environment']],
		[denied('ListInferenceProfiles'), []],
	] as const)('keys that AWS no longer takes are forgotten, others are not: %s', async (refusal, forgotten) => {
		stub.answerAs(lists({ application: refusal }));
		await refreshed();
		expect(account.forgotten).toEqual(forgotten);
	});

	test('for once: each list is asked for once, told, and there when a person asks again', async () => {
		vi.stubEnv('AWS_MAX_ATTEMPTS', '3');
		const later = '503 ServiceUnavailableException: Try later.';
		stub.answerAs(lists({ models: later, system: later, application: later }));
		expect((await refreshed()).account).toMatchObject({
			state: 'refused',
			failure: { code: 'unavailable', status: 503 },
		});
		expect(stub.asked).toHaveLength(3);
		stub.answerAs(lists({}));
		expect((await refreshed()).account).toEqual({ state: 'listed', at: NOW, missing: [] });
	});

	test('and grant later', async () => {
		stub.answerAs(lists({ models: denied('x'), system: denied('x'), application: denied('x') }));
		await refreshed();
		stub.answerAs(lists({ models: [{ modelId: NOVA }] }));
		expect((await refreshed()).account.state).toBe('listed');
		expect(account.changes()).toBe(2);
	});

	test('words that repeat a secret of this machine are cut', async () => {
		const secret = stub.environment['AWS_SECRET_ACCESS_KEY'] ?? '';
		const refusal = `400 ValidationException: Not with ${secret}` as const;
		stub.answerAs(lists({ models: refusal, system: refusal, application: refusal }));
		expect(JSON.stringify((await refreshed()).account)).not.toContain(secret);
	});

	test('no region, no key, and nobody at the endpoint, each by its own code', async () => {
		const { AWS_REGION: _, ...nowhere } = stub.environment;
		const codeOf = async (environment: Readonly<Record<string, string>>) => {
			const { account: said } = await modelsOf(environment).models.refresh(FROM, never);
			return said.state === 'refused' ? [said.failure.code, said.failure.systemCode] : said.state;
		};
		expect(await codeOf(nowhere)).toEqual(['no-region', null]);
		expect(await codeOf({ AWS_REGION: 'us-east-1' })).toEqual(['environment-missing', null]);
		expect(await codeOf({ ...stub.environment, AWS_ENDPOINT_URL_BEDROCK: 'http://127.0.0.1:1' })).toEqual([
			'no-network',
			'ECONNREFUSED',
		]);
		expect(await codeOf({ ...stub.environment, AWS_ENDPOINT_URL_BEDROCK: 'ftp://x' })).toEqual(['unknown', null]);
	});
});

describe('a control plane that keeps silent', () => {
	test('is given up, and said to have taken too long', async () => {
		const limit = new AbortController();
		vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
		stub.answerAs(lists({}));
		const held = stub.hold(3);
		const listing = refreshed();
		await held.arrived;
		limit.abort();
		expect((await listing).account).toMatchObject({
			state: 'refused',
			failure: { code: 'timeout-total', message: 'The list did not come within 30 seconds.' },
		});
		held.release();
	});
});

test('nothing is left on the signal of whoever has waited', async () => {
	stub.answerAs(lists({}));
	const { signal } = new AbortController();
	await account.models.refresh(FROM, signal);
	expect(getEventListeners(signal, 'abort')).toEqual([]);
});

describe('refreshes at once', () => {
	test('are one', async () => {
		stub.answerAs(lists({ models: [{ modelId: NOVA }] }));
		const held = stub.hold(3);
		const both = [account.models.refresh(FROM, never), account.models.refresh(FROM, never)];
		await held.arrived;
		held.release();
		const [one, other] = await Promise.all(both);
		expect(one).toEqual(other);
		expect(one?.account.state).toBe('listed');
		expect(stub.asked).toHaveLength(3);
		expect(account.changes()).toBe(1);
	});

	test('go on for whoever still waits, and end when nobody does', async () => {
		stub.answerAs(lists({ models: [{ modelId: NOVA }] }));
		const held = stub.hold(3);
		const [first, second] = [new AbortController(), new AbortController()];
		const one = account.models.refresh(FROM, first.signal);
		const other = account.models.refresh(FROM, second.signal);
		await held.arrived;
		first.abort();
		expect((await one).account).toEqual({ state: 'not-asked' });
		second.abort();
		expect((await other).account).toEqual({ state: 'not-asked' });
		// Who comes in this very moment does not wait for what was given up.
		const next = refreshed();
		await held.gone;
		expect(account.changes()).toBe(0);
		held.release();

		expect((await next).account.state).toBe('listed');
		expect((await account.models.refresh(FROM, AbortSignal.abort())).account.state).toBe('listed');
		expect(stub.asked).toHaveLength(6);
	});
});

import { describe, expect, test } from 'vitest';
import type { AccountModel, AccountModels, AccountProfile } from '../../../../src/main/core/models/account-models.ts';
import { joinModels } from '../../../../src/main/core/models/join-models.ts';
import { catalogue } from '../../../../src/shared/catalogue.ts';

const TODAY = '2026-11-20';
const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'amazon.nova-lite-v1:0';
const APPLICATION = 'arn:aws:bedrock:ap-northeast-1:123456789012:application-inference-profile/abc123def456';

function model(id: string, changes: Partial<AccountModel> = {}): AccountModel {
	return {
		id,
		name: null,
		provider: null,
		inputs: null,
		outputs: null,
		streaming: null,
		onDemand: null,
		lifecycle: null,
		endOfLife: null,
		...changes,
	};
}

function system(id: string, modelId: string, regions: readonly string[]): AccountProfile {
	return {
		type: 'system',
		callId: id,
		id,
		arn: `arn:aws:bedrock:ap-northeast-1:123456789012:inference-profile/${id}`,
		name: `The profile ${id}`,
		prefix: id.split('.')[0] ?? null,
		modelId,
		modelArns: regions.map((region) => `arn:aws:bedrock:${region}::foundation-model/${modelId}`),
	};
}

function own(name: string, modelId: string, regions: readonly string[]): AccountProfile {
	const { modelArns } = system('us.x', modelId, regions);
	return {
		type: 'application',
		callId: APPLICATION,
		id: 'abc123def456',
		arn: APPLICATION,
		name,
		prefix: null,
		modelId,
		modelArns,
	};
}

function entries(account: Partial<AccountModels> | null, region: string | null = 'ap-northeast-1', today = TODAY) {
	const lists = account === null ? null : { models: [], systemProfiles: [], applicationProfiles: [], ...account };
	return new Map(joinModels({ region, today, account: lists }).map((entry) => [entry.id, entry]));
}

describe('before the account is asked', () => {
	test('the catalogue serves, in its order, with the ids of the region', () => {
		const all = entries(null);
		expect([...all.keys()]).toEqual(catalogue.map(({ id }) => id));
		expect(all.get(HAIKU)).toMatchObject({
			callId: `jp.${HAIKU}`,
			listed: null,
			callIds: [
				{
					id: `jp.${HAIKU}`,
					type: 'system',
					prefix: 'jp',
					name: null,
					regions: ['ap-northeast-1', 'ap-northeast-3'],
					price: { input: 1.1, output: 5.5, cacheRead: 0.11, cacheWrite: 1.375, cacheWriteHour: 2.2 },
				},
				{
					id: `global.${HAIKU}`,
					type: 'system',
					prefix: 'global',
					name: null,
					regions: null,
					price: { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25, cacheWriteHour: 2 },
				},
			],
		});
		expect(all.get(NOVA)?.callIds.map(({ id, type, regions }) => [id, type, regions?.length])).toEqual([
			[NOVA, 'on-demand', 1],
			[`apac.${NOVA}`, 'system', 8],
		]);
	});

	test('a region from which nothing is known to work offers the first profile', () => {
		const [only, ...more] = entries(null, 'sa-east-1').get('meta.llama3-3-70b-instruct-v1:0')?.callIds ?? [];
		expect(more).toEqual([]);
		expect(only).toMatchObject({ id: 'us.meta.llama3-3-70b-instruct-v1:0', prefix: 'us', regions: null });
	});

	test('a day of the end that has come retires a model', () => {
		const jamba = 'ai21.jamba-1-5-mini-v1:0';
		expect(entries(null, null, '2026-11-25').get(jamba)?.lifecycle).toBe('legacy');
		expect(entries(null, null, '2026-11-26').get(jamba)?.lifecycle).toBe('retired');
	});
});

describe('what the account lists', () => {
	test('beats the shipped guess: ids, regions, kinds, streaming', () => {
		const entry = entries({
			models: [
				model(HAIKU, {
					name: 'AWS’s name',
					inputs: ['text'],
					outputs: ['text', 'speech'],
					streaming: false,
					onDemand: false,
				}),
			],
			systemProfiles: [
				system(`global.${HAIKU}`, HAIKU, ['ap-northeast-1', '']),
				system(`apac.${HAIKU}`, HAIKU, ['ap-south-1', 'ap-northeast-1', 'ap-south-1']),
			],
		}).get(HAIKU);
		expect(entry).toMatchObject({
			name: 'Claude Haiku 4.5',
			inputs: ['text'],
			outputs: ['text', 'speech'],
			streaming: false,
			listed: true,
			callId: `apac.${HAIKU}`,
		});
		expect(entry?.callIds).toEqual([
			{
				id: `apac.${HAIKU}`,
				type: 'system',
				prefix: 'apac',
				name: `The profile apac.${HAIKU}`,
				regions: ['ap-south-1', 'ap-northeast-1'],
				price: null,
			},
			{
				id: `global.${HAIKU}`,
				type: 'system',
				prefix: 'global',
				name: `The profile global.${HAIKU}`,
				regions: null,
				price: { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25, cacheWriteHour: 2 },
			},
		]);
	});

	test('a model that it does not list is marked, and keeps the shipped ids', () => {
		const entry = entries({ models: [model(HAIKU)] }).get(NOVA);
		expect(entry).toMatchObject({ listed: false, callId: NOVA });
		expect(entry?.callIds.map(({ id }) => id)).toEqual([NOVA, `apac.${NOVA}`]);
	});

	test('an application profile comes last, by its ARN and name, at the price of what it was made from', () => {
		const callIds = (application: AccountProfile) =>
			entries({
				models: [model(HAIKU, { onDemand: false })],
				systemProfiles: [system(`jp.${HAIKU}`, HAIKU, ['ap-northeast-1', 'ap-northeast-3'])],
				applicationProfiles: [application],
			}).get(application.modelId)?.callIds;
		expect(callIds(own('team-a', HAIKU, ['ap-northeast-3', 'ap-northeast-1']))?.map(({ id }) => id)).toEqual([
			`jp.${HAIKU}`,
			APPLICATION,
		]);
		expect(callIds(own('team-a', HAIKU, ['ap-northeast-3', 'ap-northeast-1']))?.[1]).toEqual({
			id: APPLICATION,
			type: 'application',
			prefix: null,
			name: 'team-a',
			regions: ['ap-northeast-3', 'ap-northeast-1'],
			price: { input: 1.1, output: 5.5, cacheRead: 0.11, cacheWrite: 1.375, cacheWriteHour: 2.2 },
		});
		expect(callIds(own('team-a', NOVA, ['ap-northeast-1']))?.[0]?.price?.input).toBe(0.06);
		expect(callIds(own('team-a', HAIKU, ['us-east-1', 'us-west-2']))?.[1]?.price).toBeNull();
	});

	test('a model that the catalogue does not know appears with what was told, after the others', () => {
		const all = entries({
			models: [
				model('stability.sd4', {
					provider: 'Stability AI',
					name: 'SD 4',
					outputs: ['image'],
					onDemand: true,
					streaming: false,
				}),
				model('anthropic.claude-haiku-9', { onDemand: false }),
			],
			systemProfiles: [system('jp.anthropic.claude-haiku-9', 'anthropic.claude-haiku-9', ['ap-northeast-1'])],
		});
		expect([...all.keys()].slice(catalogue.length)).toEqual(['stability.sd4', 'anthropic.claude-haiku-9']);
		expect(all.get('stability.sd4')).toEqual({
			id: 'stability.sd4',
			name: 'SD 4',
			provider: 'Stability AI',
			family: null,
			contextWindow: null,
			maxOutput: null,
			abilities: null,
			endOfLife: null,
			lifecycle: 'active',
			inputs: [],
			outputs: ['image'],
			streaming: false,
			callId: 'stability.sd4',
			callIds: [
				{ id: 'stability.sd4', type: 'on-demand', prefix: null, name: null, regions: ['ap-northeast-1'], price: null },
			],
			listed: true,
		});
		expect(all.get('anthropic.claude-haiku-9')).toMatchObject({
			name: 'anthropic.claude-haiku-9',
			provider: 'anthropic',
			family: 'claude-messages',
			callId: 'jp.anthropic.claude-haiku-9',
			streaming: null,
		});
	});

	test.each([
		['active', null, 'anthropic.claude-3-haiku-20240307-v1:0', 'active'],
		['legacy', '2027-01-08', 'anthropic.claude-3-haiku-20240307-v1:0', 'legacy'],
		['legacy', '2026-11-20', NOVA, 'retired'],
		['legacy', null, NOVA, 'legacy'],
		['legacy', null, 'amazon.titan-text-express-v1', 'retired'],
		[null, null, 'amazon.titan-text-express-v1', 'retired'],
	] as const)('its lifecycle %s, %s for %s means %s', (lifecycle, endOfLife, id, expected) => {
		expect(entries({ models: [model(id, { lifecycle, endOfLife })] }).get(id)?.lifecycle).toBe(expected);
	});
});

describe('a list that did not come', () => {
	test('of models leaves the catalogue’s on-demand ids, and says of no model that it is missing', () => {
		const all = entries({ models: null, systemProfiles: [system(`jp.${HAIKU}`, HAIKU, ['ap-northeast-1'])] });
		expect(all.get(HAIKU)).toMatchObject({ listed: true, callId: `jp.${HAIKU}` });
		expect(all.get(NOVA)).toMatchObject({ listed: null, callId: NOVA });
	});

	test('of system profiles leaves the shipped ones', () => {
		const all = entries({ models: [model(HAIKU, { onDemand: false })], systemProfiles: null });
		expect(all.get(HAIKU)?.callIds.map(({ id }) => id)).toEqual([`jp.${HAIKU}`, `global.${HAIKU}`]);
		expect(all.get(NOVA)?.listed).toBeNull();
	});
});

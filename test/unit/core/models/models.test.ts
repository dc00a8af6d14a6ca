import { expect, test } from 'vitest';
import { createModels } from '../../../../src/main/core/models/models.ts';
import { catalogue, regions } from '../../../../src/shared/catalogue.ts';

test('the practice endpoint offers every model in the catalogue’s order', () => {
	const { models, regions: offered } = createModels().list({ connection: 'practice', region: 'us-east-1' });
	expect(models.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
	expect(offered).toEqual(regions);
});

test('elsewhere retired models come last', () => {
	const { models } = createModels().list({ connection: 'profile:a', region: 'us-east-1' });
	const lives = models.map(({ lifecycle }) => lifecycle === 'retired');
	expect(lives).toEqual(lives.toSorted());
	expect(lives).toContain(true);
	expect(models.map(({ id }) => id).toSorted()).toEqual(catalogue.map(({ id }) => id).toSorted());
});

test('each is called by the id that its region has', () => {
	const callIds = (region: string | null) =>
		Object.fromEntries(
			createModels()
				.list({ connection: 'environment', region })
				.models.map(({ id, callId }) => [id, callId]),
		);
	const haiku = 'anthropic.claude-haiku-4-5-20251001-v1:0';
	expect(callIds('us-east-1')[haiku]).toBe(`us.${haiku}`);
	expect(callIds('ap-northeast-1')[haiku]).toBe(`jp.${haiku}`);
	expect(callIds(null)['anthropic.claude-v2']).toBe('anthropic.claude-v2');
});

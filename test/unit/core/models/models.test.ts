import { expect, test } from 'vitest';
import type { ClientAccess } from '../../../../src/main/core/credentials/client-access.ts';
import { createModels } from '../../../../src/main/core/models/models.ts';
import { catalogue, catalogueDate, regions } from '../../../../src/shared/catalogue.ts';

const untouched = (): never => {
	throw new Error('Nobody was to be asked.');
};
const nobody: ClientAccess = {
	target: untouched,
	authenticate: untouched,
	forget: untouched,
	handler: untouched,
	signInHandler: untouched,
	cut: untouched,
};
const AS_CONFIGURED = { fips: null, dualStack: null };
const models = createModels(nobody, { now: () => Date.UTC(2026, 10, 20) }, untouched);

test('the practice endpoint offers every model in the catalogue’s order', () => {
	const listing = models.list({ ...AS_CONFIGURED, connection: 'practice', region: 'us-east-1' });
	expect(listing.models.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
	expect(listing).toMatchObject({ regions, asOf: catalogueDate, account: { state: 'not-asked' } });
});

test('elsewhere retired models come last', () => {
	const { models: listed } = models.list({
		...AS_CONFIGURED,
		connection: 'profile:a',
		region: 'us-east-1',
	});
	const lives = listed.map(({ lifecycle }) => lifecycle === 'retired');
	expect(lives).toEqual(lives.toSorted());
	expect(lives).toContain(true);
	expect(listed.map(({ id }) => id).toSorted()).toEqual(catalogue.map(({ id }) => id).toSorted());
});

test('each is called by the id that its region has', () => {
	const callIds = (region: string | null) =>
		Object.fromEntries(
			models.list({ ...AS_CONFIGURED, connection: 'environment', region }).models.map(({ id, callId }) => [id, callId]),
		);
	const haiku = 'anthropic.claude-haiku-4-5-20251001-v1:0';
	expect(callIds('us-east-1')[haiku]).toBe(`us.${haiku}`);
	expect(callIds('ap-northeast-1')[haiku]).toBe(`jp.${haiku}`);
	expect(callIds(null)['anthropic.claude-v2']).toBe('anthropic.claude-v2');
});

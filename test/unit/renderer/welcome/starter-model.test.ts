import { expect, test } from 'vitest';
import { joinModels } from '../../../../src/main/core/models/join-models.ts';
import { starterModel } from '../../../../src/renderer/welcome/starter-model.ts';
import type { ModelEntry } from '../../../../src/shared/model/model-entry.ts';

const from = (region: string | null) => joinModels({ region, account: null, today: '2026-11-21' });

test.each([
	['us-east-1', 'us.amazon.nova-micro-v1:0'],
	['eu-central-1', 'eu.amazon.nova-micro-v1:0'],
	['ap-northeast-1', 'apac.amazon.nova-micro-v1:0'],
	// No small model has a profile of these parts of the world.
	['sa-east-1', 'global.anthropic.claude-haiku-4-5-20251001-v1:0'],
	['us-gov-west-1', 'amazon.nova-micro-v1:0'],
])('from %s: %s', (region, id) => {
	expect(starterModel(from(region), region)).toBe(id);
});

test('a model that the account does not list is not proposed, nor one of the past', () => {
	const region = 'eu-west-1';
	const but = (id: string, change: Partial<ModelEntry>) =>
		from(region).map((model) => (model.id === id ? { ...model, ...change } : model));
	expect(starterModel(but('amazon.nova-micro-v1:0', { listed: false }), region)).toBe('eu.amazon.nova-lite-v1:0');
	expect(starterModel(but('amazon.nova-micro-v1:0', { lifecycle: 'retired' }), region)).toBe(
		'eu.amazon.nova-lite-v1:0',
	);
	expect(starterModel([], region)).toBeNull();
});

import { expect, test } from 'vitest';
import { besideThem, fourBodies } from '../../../../src/renderer/comparison/presets.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';

test('one prompt, four bodies: where calls go stays, what only some of them take does not', () => {
	const settings = {
		...defaultRequestSettings,
		connection: 'profile:work',
		region: 'eu-west-1',
		maxTokens: 77,
		topK: 5,
		temperature: 0.5,
	};
	const plain = { ...defaultRequestSettings, connection: 'profile:work', region: 'eu-west-1', maxTokens: 77 };
	expect(fourBodies(settings, 'eu-west-1')).toEqual([
		{ ...plain, operation: 'InvokeModel', modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' },
		{ ...plain, operation: 'InvokeModel', modelId: 'anthropic.claude-v2:1' },
		{ ...plain, operation: 'InvokeModel', modelId: 'amazon.titan-text-express-v1' },
		{ ...plain, operation: 'Converse', modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' },
	]);
});

test('a further column asks another model that AWS still serves and that talks: a liked one first', () => {
	const haiku = defaultRequestSettings;
	const liked = [
		haiku.modelId,
		'anthropic.claude-v2:1',
		'amazon.titan-embed-text-v2:0',
		'own.model',
		'amazon.nova-pro-v1:0',
	];
	expect(besideThem([haiku], liked, 'us-east-1')).toEqual({ ...haiku, modelId: 'amazon.nova-pro-v1:0' });
	const nova = besideThem([haiku], [], 'us-east-1');
	expect(nova.modelId).toMatch(/amazon\.nova-lite-v1:0$/);
	const pro = besideThem([haiku, nova], [], 'us-east-1');
	const micro = besideThem([haiku, nova, pro], [], 'us-east-1');
	expect([pro.modelId, micro.modelId].map((id) => id.replace(/^us\./, ''))).toEqual([
		'amazon.nova-pro-v1:0',
		'amazon.nova-micro-v1:0',
	]);
	// All are there already: the same once more, to be changed.
	expect(besideThem([nova, pro, micro, haiku], [], 'us-east-1')).toEqual(haiku);
});

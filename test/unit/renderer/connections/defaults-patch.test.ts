import { expect, test } from 'vitest';
import { defaultsPatch } from '../../../../src/renderer/connections/defaults-patch.ts';
import { defaultRequestSettings as defaults } from '../../../../src/shared/model/settings.ts';

const settings = {
	...defaults,
	connection: 'profile:work',
	region: 'eu-west-1',
	fips: true,
	maxTokens: 20,
	stopSequences: ['END'],
};

test('the call: where it goes, to which model, how', () => {
	expect(defaultsPatch(settings, defaults, 'call')).toEqual({
		connection: 'profile:work',
		region: 'eu-west-1',
		endpointUrl: null,
		fips: true,
		dualStack: null,
		modelId: defaults.modelId,
		operation: 'ConverseStream',
	});
});

test('the parameters: what is sent along', () => {
	const { connection, region, endpointUrl, fips, dualStack, modelId, operation, ...others } = settings;
	expect(defaultsPatch(settings, defaults, 'parameters')).toEqual(others);
});

test('nothing where they are the same already', () => {
	expect(defaultsPatch({ ...defaults, maxTokens: 20 }, defaults, 'call')).toBeNull();
	expect(defaultsPatch({ ...defaults, region: 'eu-west-1', stopSequences: [] }, defaults, 'parameters')).toBeNull();
});

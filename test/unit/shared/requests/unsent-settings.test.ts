import { expect, test } from 'vitest';
import type { RequestSettingsPatch } from '../../../../src/shared/model/settings.ts';
import { defaultRequestSettings, withPatch } from '../../../../src/shared/model/settings.ts';
import { unsentSettings } from '../../../../src/shared/requests/unsent-settings.ts';

const guardrail = {
	identifier: 'gr',
	version: '1',
	trace: null,
	streamProcessingMode: null,
	questionOnly: false,
	system: true,
};
const cache = { system: true, tools: true, messages: false, ttl: null };

// Titan's body has a place for none of it.
test.each<[string, RequestSettingsPatch, readonly string[]]>([
	['what is about a system prompt asks for nothing without one', { guardrail, cache }, []],
	['with one it does', { guardrail, cache, system: 'Be brief.' }, ['cache.system', 'guardrail.system']],
	['nor does what is about tools without any', { cache, toolChoice: { type: 'any' } }, []],
	[
		'the tools of the model’s maker are some, too',
		{ cache, toolChoice: { type: 'any' }, systemTools: ['nova_grounding'] },
		['systemTools', 'toolChoice', 'cache.tools'],
	],
])('%s', (_, patch, unsent) => {
	const titan = { operation: 'InvokeModel', modelId: 'amazon.titan-text-express-v1' } as const;
	expect(unsentSettings(withPatch(defaultRequestSettings, { ...titan, ...patch }))).toEqual(unsent);
});

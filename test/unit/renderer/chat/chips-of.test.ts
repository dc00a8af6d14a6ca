import { createInstance } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { chipsOf } from '../../../../src/renderer/chat/chips-of.ts';
import { en } from '../../../../src/renderer/i18n/en.ts';
import type { RequestSettings } from '../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';

const instance = createInstance({ resources: { en }, lng: 'en', interpolation: { escapeValue: false } });
const namespaces: ['chat', 'settings', 'request'] = ['chat', 'settings', 'request'];
beforeAll(() => instance.init());

function chips(patch: Partial<RequestSettings>): readonly string[] {
	const t = instance.getFixedT('en', namespaces);
	return chipsOf({ ...defaultRequestSettings, ...patch }, t, 'en').map(({ text }) => text);
}

const tool = { name: 'a', description: '', inputSchema: '{}', strict: null, builtIn: null };

test('what is not set has no chip', () => {
	expect(chips({})).toEqual(['max tokens 1,024']);
});

test('everything that is set has one', () => {
	const [, ...others] = chips({
		temperature: 0,
		topP: 0.5,
		topK: 0,
		stopSequences: ['END'],
		system: 'x',
		reasoning: { mode: 'adaptive', display: null },
		effort: 'xhigh',
		tools: [tool, tool],
		systemTools: ['nova_grounding'],
		toolsAsText: true,
		citations: true,
		outputSchema: { schema: '{}', name: '', description: '' },
		cache: { system: true, tools: false, messages: false, ttl: null },
		guardrail: {
			identifier: 'g',
			version: '1',
			trace: null,
			streamProcessingMode: null,
			questionOnly: false,
			system: false,
		},
		additionalFields: '{"a":1}',
		responsePaths: ['/a'],
		promptVariables: { a: 'b' },
		requestMetadata: { a: 'b' },
		performance: 'optimized',
		serviceTier: 'flex',
	});
	expect(others).toEqual([
		'temperature 0',
		'top p 0.5',
		'top k 0',
		'1 stop sequence',
		'system prompt',
		'thinking',
		'effort x-high',
		'2 tools',
		'1 system tool',
		'tools as text',
		'citations',
		'JSON schema',
		'cache',
		'guardrail',
		'additional fields',
		'1 response field',
		'1 variable',
		'metadata',
		'latency optimized',
		'tier flex',
	]);
});

test('thinking that is turned off is said; a cache without points and blank fields are not', () => {
	const cache = { system: false, tools: false, messages: false, ttl: '1h' } as const;
	expect(chips({ reasoning: { mode: 'disabled' }, cache, additionalFields: ' \n' })).toEqual([
		'max tokens 1,024',
		'no thinking',
	]);
});

test('beside a prompt ARN no max tokens are sent', () => {
	expect(chips({ modelId: 'arn:aws:bedrock:us-east-1:123456789012:prompt/PRACTICE01' })).toEqual([]);
});

import { expect, test } from 'vitest';
import type { RequestSettings } from '../../../../src/shared/model/settings.ts';
import { defaultRequestSettings, withPatch } from '../../../../src/shared/model/settings.ts';
import { settingsWithoutPlace } from '../../../../src/shared/requests/settings-without-place.ts';

const titan: RequestSettings = {
	...defaultRequestSettings,
	modelId: 'amazon.titan-text-express-v1',
	operation: 'InvokeModel',
};
const guardrail = {
	identifier: 'gr-1',
	version: '1',
	trace: 'enabled',
	streamProcessingMode: 'sync',
	questionOnly: true,
	system: false,
} as const;

test('nothing is said of what is not set, nor of what has a place', () => {
	expect(settingsWithoutPlace(defaultRequestSettings)).toEqual([]);
	expect(settingsWithoutPlace({ ...titan, temperature: 0.5, system: 'Put in front.' })).toEqual([]);
	// A point after tools or a system prompt that are not there.
	const cache = { system: true, tools: true, messages: false, ttl: null };
	expect(settingsWithoutPlace({ ...titan, cache })).toEqual([]);
});

test('what a native body has no place for', () => {
	expect(settingsWithoutPlace({ ...titan, topK: 5, effort: 'low' })).toEqual([
		{
			why: 'unsent',
			settings: ['topK'],
			part: 'topK',
			limit: null,
			remedies: [{ does: 'leaveOut', setting: 'topK', patch: { topK: null } }],
		},
		{
			why: 'unsent',
			settings: ['effort'],
			part: 'effort',
			limit: null,
			remedies: [{ does: 'leaveOut', setting: 'effort', patch: { effort: null } }],
		},
	]);
});

test('parts of a setting: the rest of it stays', () => {
	const whole: RequestSettings = { ...defaultRequestSettings, operation: 'Converse', guardrail };
	const [mode] = settingsWithoutPlace(whole);
	expect(mode).toMatchObject({ part: 'guardrail.streamProcessingMode', settings: ['guardrail'] });
	expect(mode?.remedies[0]?.patch).toEqual({ guardrail: { ...guardrail, streamProcessingMode: null } });

	const [question] = settingsWithoutPlace({ ...titan, guardrail: { ...guardrail, streamProcessingMode: null } });
	expect(question).toMatchObject({ part: 'guardrail.questionOnly' });
	expect(question?.remedies[0]?.patch).toMatchObject({ guardrail: { identifier: 'gr-1', questionOnly: false } });
});

test('cache points of a body without any: with the last one the setting goes', () => {
	const cache = { system: false, tools: false, messages: true, ttl: '1h' } as const;
	const [point] = settingsWithoutPlace({ ...titan, cache });
	expect(point?.part).toBe('cache.messages');
	expect(point?.remedies[0]?.patch).toEqual({ cache: null });
});

test('beside a prompt ARN: all but max tokens, which are always set, is said to be left out', () => {
	const modelId = 'arn:aws:bedrock:us-east-1:111122223333:prompt/ABCDEFGHIJ:1';
	const found = settingsWithoutPlace({ ...defaultRequestSettings, modelId, system: 'x', temperature: 1 });
	expect(found.map(({ part }) => part)).toEqual(['system', 'temperature']);
});

test('every way out leaves nothing unsent', () => {
	const set: RequestSettings = {
		...titan,
		topK: 5,
		reasoning: { mode: 'disabled' },
		effort: 'low',
		tools: [{ name: 'look', description: '', inputSchema: '{}', strict: null, builtIn: null }],
		toolChoice: { type: 'any' },
		system: 'x',
		cache: { system: true, tools: true, messages: true, ttl: null },
		guardrail,
		outputSchema: { schema: '{}', name: '', description: '' },
		citations: true,
		responsePaths: ['/a'],
		promptVariables: { name: 'x' },
	};
	const found = settingsWithoutPlace(set);
	expect(found.length).toBeGreaterThan(10);
	let left = set;
	for (let next = found[0]; next !== undefined; next = settingsWithoutPlace(left)[0]) {
		const before = settingsWithoutPlace(left).length;
		left = withPatch(left, next.remedies[0]?.patch ?? {});
		expect(settingsWithoutPlace(left).length).toBeLessThan(before);
	}
	expect(left.maxTokens).toBe(titan.maxTokens);
});

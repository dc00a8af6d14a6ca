import { expect, test } from 'vitest';
import type { ContentBlock } from '../../../../src/shared/model/content.ts';
import type { RequestSettings } from '../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { builtInDefinitions } from '../../../../src/shared/model/tools.ts';
import { hasToolResults, refusedTalk } from '../../../../src/shared/requests/refused-talk.ts';

const answer = (content: ContentBlock[]) => ({
	answer: { id: 'a', conversationId: 'c', parentId: null, role: 'assistant', content, createdAt: 0 } as const,
});
const use: ContentBlock = { type: 'tool-use', id: 't', name: 'now', input: '{}' };
const result: ContentBlock = {
	type: 'tool-result',
	toolUseId: 't',
	status: 'success',
	format: 'text',
	text: '9',
	by: 'person',
};

test('a tool was used where its result is in an answer; a use alone is not sent again', () => {
	expect(hasToolResults([])).toBe(false);
	expect(hasToolResults([{ answer: null }, answer([use])])).toBe(false);
	expect(hasToolResults([answer([use, result]), { answer: null }])).toBe(true);
});

const PROMPT = 'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ';

test.each<[Partial<RequestSettings>, boolean, readonly string[]]>([
	[{}, true, ['toolsGone']],
	[{ operation: 'InvokeModel' }, true, ['toolsGone']],
	[{ modelId: 'some.model-of-tomorrow' }, true, ['toolsGone']],
	[{}, false, []],
	[{ tools: [builtInDefinitions.calculator] }, true, []],
	[{ modelId: PROMPT }, true, []],
	[{ toolsAsText: true }, true, []],
	[{ systemTools: ['nova_grounding'] }, true, []],
	[{ systemTools: ['nova_grounding'], operation: 'InvokeModel' }, true, ['toolsGone']],
	// Its body has no place for what tools gave, and leaves it out.
	[{ operation: 'InvokeModel', modelId: 'amazon.titan-text-express-v1' }, true, []],
])('%o after tools (%s): %j', (changes, used, expected) => {
	expect(refusedTalk({ ...defaultRequestSettings, ...changes }, used).map(({ why }) => why)).toEqual(expected);
});

test('the way out is to send them as text', () => {
	const [refusal] = refusedTalk(defaultRequestSettings, true);
	expect(refusal?.remedies).toEqual([{ does: 'toolsAsText', patch: { toolsAsText: true } }]);
});

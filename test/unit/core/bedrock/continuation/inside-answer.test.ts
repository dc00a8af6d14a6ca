import { expect, test } from 'vitest';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { continuationOf } from '../../../../../src/main/core/bedrock/continuation/continuation-of.ts';
import { deepseekR1 } from '../../../../../src/main/core/bedrock/families/deepseek-r1.ts';
import type { ContentBlock } from '../../../../../src/shared/model/content.ts';
import { defaultRequestSettings } from '../../../../../src/shared/model/settings.ts';

const asked = [textMessage('user', 'Hi')];
const settings = {
	...defaultRequestSettings,
	operation: 'InvokeModel',
	modelId: 'us.deepseek.r1-v1:0',
	maxTokens: 9,
} as const;
const thoughts = (text: string): ContentBlock => ({ type: 'reasoning', text, signature: null, redacted: null });
const text = (words: string): ContentBlock => ({ type: 'text', text: words });
const BEGUN = '<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜>';

test.each<readonly [name: string, content: readonly ContentBlock[], prompt: string, joined: string | null]>([
	['within thoughts, as they are', [thoughts('Hm, \n')], `${BEGUN}<think>\nHm, \n`, null],
	['within the text', [thoughts('Hm'), text('\n\nHel \n')], `${BEGUN}<think>\nHm</think>\n\nHel`, 'lo'],
	['where the text is about to begin', [thoughts('Hm'), text('\n\n')], `${BEGUN}<think>\nHm</think>`, 'lo'],
	['without thoughts', [text('Hel')], `${BEGUN}Hel`, 'lo'],
	['in the middle of a character', [thoughts('Hm'), text('a\ud83d')], `${BEGUN}<think>\nHm</think>a`, 'lo'],
	['half a character in its thoughts', [thoughts('a\ud83d')], `${BEGUN}<think>\na\ufffd`, null],
	['nothing yet', [], `${BEGUN}<think>\n`, null],
])('DeepSeek-R1 goes on: %s', (_, content, prompt, joined) => {
	const { messages, seam } = continuationOf(asked, content, settings, true);
	expect(deepseekR1.toBody({ settings, messages, body: null })).toEqual({ prompt, max_tokens: 9 });
	expect(seam === null ? null : `${seam.add('lo')}${seam.end()}`).toBe(joined);
});

test('thoughts of another model, and those that came by Converse, are not sent', () => {
	const content = [thoughts('Hm'), text('Hel')];
	const other = continuationOf(asked, content, settings, false).messages;
	expect(other).toEqual([...asked, textMessage('assistant', 'Hel')]);
	const converse = continuationOf(asked, content, { ...settings, operation: 'Converse' }, true).messages;
	expect(converse.slice(0, 2)).toEqual([...asked, textMessage('assistant', 'Hel')]);
	expect(converse).toHaveLength(3);
});

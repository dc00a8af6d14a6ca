import { expect, test } from 'vitest';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { continuationOf } from '../../../../../src/main/core/bedrock/continuation/continuation-of.ts';

const ASKED = [textMessage('user', 'Hello')] as const;
const PREFILL = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const IN_WORDS = 'us.anthropic.claude-sonnet-4-6';

test.each([PREFILL, IN_WORDS])('an answer of nothing but white space is asked for anew: %s', (modelId) => {
	const { messages, seam } = continuationOf(ASKED, ' \n', modelId);
	expect(messages).toEqual(ASKED);
	expect(seam.add('\nHi')).toBe('Hi');
});

test('only who is asked in words is taken to repeat', () => {
	const text = (modelId: string) => {
		const { seam } = continuationOf(ASKED, 'Press the butt', modelId);
		return seam.add('button twice.') + seam.end();
	};
	expect(text(PREFILL)).toBe('button twice.');
	expect(text(IN_WORDS)).toBe('on twice.');
});

test('half a surrogate pair is not sent: services refuse it as invalid JSON', () => {
	for (const modelId of [PREFILL, IN_WORDS]) {
		expect(continuationOf(ASKED, 'Hi \ud83d', modelId).messages[1]?.content).toEqual([{ type: 'text', text: 'Hi' }]);
		expect(continuationOf(ASKED, 'H\ud83di', modelId).messages[1]?.content).toEqual([
			{ type: 'text', text: 'H\ufffdi' },
		]);
		expect(continuationOf(ASKED, '\ud83d', modelId).messages).toEqual(ASKED);
	}
});

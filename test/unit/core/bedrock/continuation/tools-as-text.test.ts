import { expect, test } from 'vitest';
import type { ChatMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { countToolTexts, toolsAsText } from '../../../../../src/main/core/bedrock/continuation/tools-as-text.ts';

const result = (toolUseId: string, text: string, status: 'success' | 'error' = 'success') =>
	({ type: 'tool-result', toolUseId, status, format: 'text', text, by: 'person' }) as const;
const thought = { type: 'reasoning', text: 'hm', signature: 's', redacted: null } as const;

test('uses and results become texts in their places; the newest use of an id names its result', () => {
	const talk: readonly ChatMessage[] = [
		{ role: 'user', content: [{ type: 'text', text: 'Both?' }] },
		{
			role: 'assistant',
			content: [
				thought,
				{ type: 'text', text: 'Looking.' },
				{ type: 'tool-use', id: 'a', name: 'weather', input: '{"n": 1.0}' },
				{ type: 'tool-use', id: 'b', name: 'clock', input: '{}' },
			],
		},
		{ role: 'user', content: [result('a', '21 °C'), result('b', 'stopped', 'error')] },
		{ role: 'assistant', content: [{ type: 'tool-use', id: 'a', name: 'map', input: '{}' }] },
		{ role: 'user', content: [result('a', 'north')] },
		{ role: 'assistant', content: [thought, { type: 'text', text: 'Done.' }] },
	];
	const text = (words: string) => ({ type: 'text', text: words });
	const sent = toolsAsText(talk);
	expect(sent.map(({ content }) => content)).toEqual([
		[text('Both?')],
		[text('Looking.'), text('[Tool use: weather] {"n": 1.0}'), text('[Tool use: clock] {}')],
		[text('[Tool result: weather] 21 °C'), text('[Tool error: clock] stopped')],
		[text('[Tool use: map] {}')],
		[text('[Tool result: map] north')],
		[thought, text('Done.')],
	]);
	expect(sent.map(({ role }) => role)).toEqual(talk.map(({ role }) => role));
	expect(countToolTexts(JSON.stringify(sent))).toBe(6);
	expect(countToolTexts(JSON.stringify(talk))).toBe(0);
});

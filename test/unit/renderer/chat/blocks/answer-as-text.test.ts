import { expect, test } from 'vitest';
import { answerAsText, hasMoreThanText } from '../../../../../src/renderer/chat/blocks/answer-as-text.ts';
import type { ContentBlock } from '../../../../../src/shared/model/content.ts';

test('thoughts are quoted, input and results of tools are code, texts in a row are one', () => {
	const content: ContentBlock[] = [
		{ type: 'reasoning', text: 'Two\nlines.', signature: 'c2ln', redacted: null },
		{ type: 'reasoning', text: '', signature: 'c2ln', redacted: null },
		{ type: 'text', text: 'I ' },
		{ type: 'text', text: 'look.' },
		{ type: 'tool-use', id: 'a', name: 'get_weather', input: '{"city":"Sapporo"}' },
		{ type: 'tool-result', toolUseId: 'a', status: 'success', format: 'text', text: '```x```', by: 'person' },
		{ type: 'text', text: 'Snow.' },
	];
	expect(answerAsText(content)).toBe(
		[
			'> Two\n> lines.',
			'I look.',
			'**get_weather**',
			'```json\n{\n  "city": "Sapporo"\n}\n```',
			'````text\n```x```\n````',
			'Snow.',
		].join('\n\n'),
	);
	expect(hasMoreThanText(content)).toBe(true);
	const thought: ContentBlock = { type: 'reasoning', text: 'Hm.', signature: null, redacted: null };
	expect(answerAsText([thought, thought])).toBe('> Hm.\n\n> Hm.');
	// Thoughts that are not told can't be copied.
	expect(hasMoreThanText(content.slice(1, 4))).toBe(false);
	expect(hasMoreThanText(content.filter(({ type }) => type === 'text'))).toBe(false);
});

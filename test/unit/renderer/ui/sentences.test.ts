import { expect, test } from 'vitest';
import { sentences } from '../../../../src/renderer/ui/sentences.ts';

test('sentences have a space between them, but not in Japanese', () => {
	expect(sentences('en', 'One.', null, '', 'Two.')).toBe('One. Two.');
	expect(sentences('ja', '一つ。', null, '二つ。')).toBe('一つ。二つ。');
});

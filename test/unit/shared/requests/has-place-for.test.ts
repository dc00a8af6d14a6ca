import { expect, test } from 'vitest';
import { hasPlaceFor } from '../../../../src/shared/requests/sent-blocks.ts';

test('Converse has a place for every block; a native body for those of its family, an unknown one for words alone', () => {
	expect(hasPlaceFor('tool-use', 'ConverseStream', null)).toBe(true);
	expect(hasPlaceFor('text', 'InvokeModel', null)).toBe(true);
	for (const kind of ['image', 'document', 'video', 'reasoning', 'tool-use', 'tool-result'] as const) {
		expect(hasPlaceFor(kind, 'InvokeModel', null)).toBe(false);
		expect(hasPlaceFor(kind, 'InvokeModelWithResponseStream', 'titan-text')).toBe(false);
	}
	expect(hasPlaceFor('tool-use', 'InvokeModel', 'claude-messages')).toBe(true);
	expect(hasPlaceFor('document', 'InvokeModel', 'claude-messages', 'pdf')).toBe(true);
	expect(hasPlaceFor('document', 'InvokeModel', 'claude-messages', 'docx')).toBe(false);
	expect(hasPlaceFor('document', 'Converse', 'claude-messages', 'docx')).toBe(true);
});

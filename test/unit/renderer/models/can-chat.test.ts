import { expect, test } from 'vitest';
import { canChat } from '../../../../src/renderer/models/can-chat.ts';

test('a conversation takes text and gives text, and what is not told may do both', () => {
	expect(canChat({ family: null, inputs: ['text', 'image'], outputs: ['text'] })).toBe(true);
	expect(canChat({ family: null, inputs: ['text'], outputs: ['embedding'] })).toBe(false);
	expect(canChat({ family: 'titan-embed', inputs: ['text'], outputs: ['embedding'] })).toBe(true);
	expect(canChat({ family: null, inputs: ['text', 'image'], outputs: ['image'] })).toBe(false);
	expect(canChat({ family: null, inputs: ['speech'], outputs: ['speech', 'text'] })).toBe(false);
	expect(canChat({ family: null, inputs: [], outputs: [] })).toBe(true);
});

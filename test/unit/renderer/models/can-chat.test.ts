import { expect, test } from 'vitest';
import { canChat } from '../../../../src/renderer/models/can-chat.ts';

test('a conversation takes text and gives text, and what is not told may do both', () => {
	expect(canChat({ inputs: ['text', 'image'], outputs: ['text'] })).toBe(true);
	expect(canChat({ inputs: ['text'], outputs: ['embedding'] })).toBe(false);
	expect(canChat({ inputs: ['text', 'image'], outputs: ['image'] })).toBe(false);
	expect(canChat({ inputs: ['speech'], outputs: ['speech', 'text'] })).toBe(false);
	expect(canChat({ inputs: [], outputs: [] })).toBe(true);
});

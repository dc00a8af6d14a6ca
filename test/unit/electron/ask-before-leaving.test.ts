import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { askBeforeLeaving } from '../../../src/main/electron/ask-before-leaving.ts';

test.each([
	[0, false, 'Leave'],
	[1, true, '離れる'],
])('button %i: left is %s', (pressed, leaves, word) => {
	const contents = new EventEmitter();
	const buttons: string[] = [];
	askBeforeLeaving(contents, word === '離れる', (question) => {
		buttons.push(...question.buttons);
		return pressed;
	});
	let left = false;
	contents.emit('will-prevent-unload', {
		preventDefault: () => {
			left = true;
		},
	});
	expect(left).toBe(leaves);
	expect(buttons[1]).toBe(word);
});

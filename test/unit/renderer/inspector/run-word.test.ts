import { expect, test } from 'vitest';
import { runWord } from '../../../../src/renderer/inspector/run-word.ts';

test('a call that runs waits until the headers of an answer are there', () => {
	expect(runWord('running', null)).toBe('waiting');
	expect(runWord('running', 200)).toBe('receiving');
});

test('after a refused attempt the next one is waited for', () => {
	expect(runWord('running', 429)).toBe('waiting');
});

test('a call that has ended has its state', () => {
	expect(runWord('complete', 200)).toBe('complete');
	expect(runWord('failed', null)).toBe('failed');
});

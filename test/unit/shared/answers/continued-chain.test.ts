import { expect, test } from 'vitest';
import { chainOf, wasCutOffAndContinued } from '../../../../src/shared/answers/continued-chain.ts';

/** `a`: begins anew; `+b`: goes on; `!`: cut off; `?`: told no reason. */
function calls(text: string) {
	return text.split(' ').map((word) => ({
		id: /[a-z]/.exec(word)?.[0] ?? '',
		continues: word.startsWith('+'),
		stopReason: word.endsWith('?') ? null : word.endsWith('!') ? 'max_tokens' : 'end_turn',
	}));
}

test.each([
	['a', 'a', 'a', false],
	['a! +b', 'a', 'ab', true],
	['a! +b', 'b', 'ab', true],
	['a? b! +c! +d', 'c', 'bcd', true],
	['a! +b c! +d', 'a', 'ab', true],
	['a! +b c! +d', 'd', 'cd', true],
	['a! b', 'b', 'b', false],
	// It broke off: there was no limit at which it was cut.
	['a? +b', 'b', 'ab', false],
	// The call that failed in between told nothing.
	['a! +b? +c', 'c', 'abc', true],
	['a', 'z', '', false],
])('%s, from %s: %s', (text, id, chain, cut) => {
	const found = chainOf(calls(text), id);
	expect(found.map((one) => one.id).join('')).toBe(chain);
	expect(wasCutOffAndContinued(found)).toBe(cut);
});

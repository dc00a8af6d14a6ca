import { expect, test } from 'vitest';
import { goesOnByItself } from '../../../../src/main/core/turns/goes-on.ts';

const LIMITS = { mode: 'automatic', calls: 3, outputTokens: 100 } as const;

/** Calls that were cut off, with what they told of their output tokens; the first one does not continue. */
function run(...tokens: readonly (number | null)[]) {
	return tokens.map((outputTokens, index) => ({
		continues: index > 0,
		answersTools: false,
		stopReason: 'max_tokens',
		usage:
			outputTokens === null
				? null
				: { inputTokens: 1, outputTokens, cacheReadInputTokens: null, cacheWriteInputTokens: null },
	}));
}

test.each([
	['the next call may bring just what is left', run(40, 50), 10, true],
	['the next call may bring one token more than is left', run(40, 50), 11, false],
	['a call that did not tell its tokens counts as all that it was allowed', run(20, null), 40, true],
	['and so two of them leave no room for a third', run(null, null), 40, false],
	['two further calls of three', run(1, 1, 1), 10, true],
	['three further calls of three', run(1, 1, 1, 1), 10, false],
	['no call yet', [], 10, false],
])('%s', (_, exchanges, maxTokens, goesOn) => {
	expect(goesOnByItself(exchanges, LIMITS, maxTokens)).toBe(goesOn);
});

test('a run that began with a press of Continue counts that call', () => {
	const pressed = run(1, 1, 1).map((exchange) => ({ ...exchange, continues: true }));
	expect(goesOnByItself(pressed, LIMITS, 10)).toBe(false);
	expect(goesOnByItself(pressed.slice(1), LIMITS, 10)).toBe(true);
});

test('calls that give results of tools are no continuations', () => {
	const rounds = run(1, 1, 1, 1).map((exchange, index) => ({ ...exchange, answersTools: index < 3 && index > 0 }));
	expect(goesOnByItself(rounds, LIMITS, 10)).toBe(true);
});

test('only where the last call was cut off, and only if it is set', () => {
	const whole = run(1, 1).map((exchange, index) => (index === 1 ? { ...exchange, stopReason: 'end_turn' } : exchange));
	expect(goesOnByItself(whole, LIMITS, 10)).toBe(false);
	expect(goesOnByItself(whole.toReversed(), LIMITS, 10)).toBe(true);
	for (const mode of ['ask', 'off'] as const) expect(goesOnByItself(run(1), { ...LIMITS, mode }, 10)).toBe(false);
});

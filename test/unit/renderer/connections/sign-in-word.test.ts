import { expect, test } from 'vitest';
import { signInWord } from '../../../../src/renderer/connections/sign-in-word.ts';

const now = 1_000_000;

test.each([
	['signed-in', now + 1, false, 'until'],
	['signed-in', now, false, 'expired'],
	['signed-in', null, false, 'signedIn'],
	['signed-in', now + 1, true, 'renews'],
	['expired', now - 1, false, 'expired'],
	['expired', now - 1, true, 'renews'],
	['never', null, false, 'never'],
] as const)('%s, ends at %s, renewable %s: %s', (state, expiresAt, renewable, word) => {
	expect(signInWord({ state, expiresAt, renewable }, now)).toBe(word);
});

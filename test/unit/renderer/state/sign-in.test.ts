import { expect, test } from 'vitest';
import { signedInSince } from '../../../../src/renderer/state/sign-in.ts';
import type { SignInState } from '../../../../src/shared/model/connection.ts';

const at = (state: SignInState['state'], expiresAt: number | null): SignInState => ({
	profile: 'work',
	type: 'sso',
	state,
	expiresAt,
	renewable: false,
});

test.each([
	[null, null, false],
	[null, at('signed-in', 2), true],
	[at('never', null), at('never', null), false],
	[at('never', null), at('signed-in', 2), true],
	[at('expired', 1), at('expired', 1), false],
	[at('expired', 1), at('signed-in', 2), true],
	// AWS may have refused a token that by its file is still good.
	[at('signed-in', 2), at('signed-in', 2), false],
	[at('signed-in', 2), at('signed-in', 3), true],
	[at('signed-in', 2), at('expired', 2), false],
	[at('signed-in', 2), null, false],
])('from %o to %o', (before, now, signedIn) => {
	expect(signedInSince(before, now)).toBe(signedIn);
});

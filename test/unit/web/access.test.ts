import { expect, test } from 'vitest';
import { createAccess } from '../../../src/main/web/access.ts';

test('a token is good once, for a session that stays good', () => {
	const access = createAccess();
	const token = access.newToken();
	const session = access.redeem(token);
	expect(session).toMatch(/^[\w-]{43}$/);
	expect(access.redeem(token)).toBeNull();
	expect(access.isSession(`${session}`)).toBe(true);
	expect(access.redeem(access.newToken())).toBe(session);
});

test('a new token takes the place of the one before', () => {
	const access = createAccess();
	const first = access.newToken();
	const second = access.newToken();
	expect(access.redeem(first)).toBeNull();
	expect(access.redeem(second)).not.toBeNull();
});

test('before the first token nothing is good; a token is no session and a session no token', () => {
	const access = createAccess();
	expect(access.redeem('')).toBeNull();
	expect(access.isSession('')).toBe(false);
	const token = access.newToken();
	expect(access.isSession(token)).toBe(false);
	const session = `${access.redeem(token)}`;
	expect(access.redeem(session)).toBeNull();
	expect(createAccess().isSession(session)).toBe(false);
});

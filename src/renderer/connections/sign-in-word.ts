import type { SignInState } from '../../shared/model/connection.ts';

/**
 * What is said of a sign-in (i18n `connections:signIn.*`): `until` its end, `renews` by itself, `expired`, `never`. A token
 * that ended since the files were read has expired.
 */
export function signInWord(
	{ state, expiresAt, renewable }: Pick<SignInState, 'state' | 'expiresAt' | 'renewable'>,
	now: number,
): 'until' | 'signedIn' | 'renews' | 'expired' | 'never' {
	if (state === 'never') return 'never';
	if (renewable) return 'renews';
	if (state === 'expired' || (expiresAt !== null && expiresAt <= now)) return 'expired';
	return expiresAt === null ? 'signedIn' : 'until';
}

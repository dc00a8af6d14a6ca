import type { SignInState } from '../../shared/model/connection.ts';

/** The AWS CLI's command that a person signs in to a profile with, as it is typed in a POSIX shell or PowerShell. */
export function cliSignIn({ profile, type }: Pick<SignInState, 'profile' | 'type'>): string {
	const quoted = /^[\w.@-]+$/.test(profile) ? profile : `"${profile.replace(/["\\$`]/g, '\\$&')}"`;
	return `aws ${type === 'sso' ? 'sso login' : 'login'} --profile ${quoted}`;
}

import type { AwsProfiles, ProfileKeys } from '../aws-files.ts';
import type { NamedProfile } from '../profile-chain.ts';
import { profileChain } from '../profile-chain.ts';
import { profileKind } from '../profile-kind.ts';

/** What a person signs in to with IAM Identity Center. */
export interface SsoSession {
	/** null: a legacy profile, which has its start URL itself. */
	readonly name: string | null;
	readonly startUrl: string;
	readonly region: string;
	/** `sso_registration_scopes`, by default what the AWS CLI asks for; none for a legacy profile. */
	readonly scopes: readonly string[];
}

/** What a profile's credentials wait for a person to sign in to. */
export type SignInTarget =
	| { readonly type: 'sso'; readonly profile: string; readonly session: SsoSession }
	/** Its keys lead to SSO, but something is missing; `words` are the SDK's. */
	| { readonly type: 'incomplete'; readonly profile: string; readonly words: string }
	| { readonly type: 'login'; readonly profile: string; readonly session: string };

/**
 * The sign-in that a profile rests on, its own or that of the profile at the end of its `source_profile` chain; null
 * where nobody signs in.
 */
export function signInTarget(files: AwsProfiles, name: string): SignInTarget | null {
	const last = profileChain(files, name).at(-1);
	if (last === undefined) return null;
	const kind = profileKind(last.keys);
	if (kind === 'sso') return ssoTarget(files, last);
	return kind === 'login' ? { type: 'login', profile: last.name, session: last.keys['login_session'] ?? '' } : null;
}

/** What the AWS CLI asks for where the session names no scopes (`aws configure sso`). */
const DEFAULT_SCOPE = 'sso:account:access';

function ssoTarget({ sessions }: AwsProfiles, { name: profile, keys }: NamedProfile): SignInTarget {
	const incomplete = (words: string): SignInTarget => ({ type: 'incomplete', profile, words });
	const name = keys['sso_session'] ?? null;
	const source = name === null ? keys : ownKeys(sessions, name);
	if (source === null) return incomplete(`Sso session '${name}' could not be found in shared credentials file.`);
	const { sso_start_url: startUrl, sso_region: region, sso_registration_scopes: given = '' } = source;
	if (startUrl === undefined || region === undefined) {
		const missing = startUrl === undefined ? 'sso_start_url' : 'sso_region';
		const where = name === null ? `Profile '${profile}'` : `Sso session '${name}'`;
		return incomplete(`${where} is missing required property '${missing}'.`);
	}
	const named = given.split(',').flatMap((scope) => scope.trim() || []);
	const scopes = name === null ? [] : named.length > 0 ? named : [DEFAULT_SCOPE];
	return { type: 'sso', profile, session: { name, startUrl, region, scopes } };
}

function ownKeys(sections: Readonly<Record<string, ProfileKeys>>, name: string): ProfileKeys | null {
	return Object.hasOwn(sections, name) ? (sections[name] ?? null) : null;
}

import type { AwsProfiles, ProfileKeys } from '../aws-files.ts';
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
 * where nobody signs in. The order is that of the SDK's `fromIni`, where keys in a source profile end a chain.
 */
export function signInTarget(files: AwsProfiles, name: string): SignInTarget | null {
	const visited = new Set<string>();
	let profile = name;
	for (;;) {
		const keys = ownKeys(files.profiles, profile);
		if (keys === null || visited.has(profile)) return null;
		if (visited.size > 0 && keys['aws_access_key_id'] !== undefined && keys['aws_secret_access_key'] !== undefined) {
			return null;
		}
		visited.add(profile);
		switch (profileKind(keys)) {
			case 'assume-role':
				if (keys['source_profile'] === undefined) return null;
				profile = keys['source_profile'];
				break;
			case 'sso':
				return ssoTarget(files, profile, keys);
			case 'login':
				return { type: 'login', profile, session: keys['login_session'] ?? '' };
			default:
				return null;
		}
	}
}

/** What the AWS CLI asks for where the session names no scopes (`aws configure sso`). */
const DEFAULT_SCOPE = 'sso:account:access';

function ssoTarget({ sessions }: AwsProfiles, profile: string, keys: ProfileKeys): SignInTarget {
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

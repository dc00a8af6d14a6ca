import type { AwsProfiles, ProfileKeys } from './aws-files.ts';
import { profileKind } from './profile-kind.ts';

/** A profile by its name. */
export interface NamedProfile {
	readonly name: string;
	readonly keys: ProfileKeys;
}

/**
 * A profile, and after it the ones that its role is assumed from. As in `fromIni`, static keys of a source profile go
 * before a role of its own. Empty for a profile that is in neither file; ends where it would go in a circle.
 */
export function profileChain({ profiles }: Pick<AwsProfiles, 'profiles'>, name: string): readonly NamedProfile[] {
	const chain: NamedProfile[] = [];
	for (let next: string | undefined = name; next !== undefined; ) {
		const current: string = next;
		const keys: ProfileKeys | undefined = Object.hasOwn(profiles, current) ? profiles[current] : undefined;
		if (keys === undefined || chain.some((one) => one.name === current)) break;
		chain.push({ name: current, keys });
		const isRole: boolean = profileKind(keys) === 'assume-role' && (chain.length === 1 || !hasStaticKeys(keys));
		next = isRole ? keys['source_profile'] : undefined;
	}
	return chain;
}

/** Whether a role on the way asks for a code of an MFA device. */
export function asksForCode(chain: readonly NamedProfile[]): boolean {
	return chain.some(
		({ keys }, index) =>
			keys['mfa_serial'] !== undefined && profileKind(keys) === 'assume-role' && (index === 0 || !hasStaticKeys(keys)),
	);
}

function hasStaticKeys(keys: ProfileKeys): boolean {
	return keys['aws_access_key_id'] !== undefined && keys['aws_secret_access_key'] !== undefined;
}

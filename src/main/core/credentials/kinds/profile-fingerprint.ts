import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { AwsSurroundings } from '../aws-files.ts';
import { awsCaches, keysOf, readAwsProfiles } from '../aws-files.ts';
import type { NamedProfile } from '../profile-chain.ts';
import { profileChain } from '../profile-chain.ts';

/**
 * Changes with everything that a profile's credentials are made from: its keys, those of the profiles that it builds on,
 * their SSO sessions, and the sign-in that the AWS CLI's cache holds for them. Another profile's change is no reason to
 * ask a person for a code again.
 */
export async function profileFingerprint(profile: string, surroundings: AwsSurroundings): Promise<string> {
	const files = await readAwsProfiles(surroundings);
	const chain = profileChain(files, profile);
	const sessions = chain.map(({ keys }) => keysOf(files.sessions, keys['sso_session'] ?? ''));
	const signIns = await Promise.all(
		chain.flatMap((one) => signInFiles(one, surroundings)).map((path) => readFile(path, 'utf8').catch(() => null)),
	);
	return createHash('sha256')
		.update(JSON.stringify([chain, sessions, signIns]))
		.digest('hex');
}

/** Where the AWS CLI and the SDKs keep what a sign-in gave (an SSO token, keys of `aws login`). */
function signInFiles({ keys }: NamedProfile, surroundings: AwsSurroundings): string[] {
	const caches = awsCaches(surroundings);
	const sso = keys['sso_session'] ?? keys['sso_start_url'];
	const login = keys['login_session'];
	return [
		...(sso === undefined ? [] : [`${caches.sso}/${createHash('sha1').update(sso).digest('hex')}.json`]),
		...(login === undefined ? [] : [`${caches.login}/${createHash('sha256').update(login).digest('hex')}.json`]),
	];
}

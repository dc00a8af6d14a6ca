import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { ConnectionId, SignInState } from '../../../../shared/model/connection.ts';
import { profileName } from '../../../../shared/model/connection.ts';
import type { Clock } from '../../ports.ts';
import type { AwsProfiles, AwsSurroundings } from '../aws-files.ts';
import { awsCaches } from '../aws-files.ts';
import type { SignInTarget } from './sign-in-target.ts';
import { signInTarget } from './sign-in-target.ts';
import type { TokenState } from './token-file.ts';
import { parseTime, readObject, readTokenState, tokenFile } from './token-file.ts';

/** Token files that were read for the same list: hundreds of profiles may share one session. */
export type KnownTokens = Map<string, Promise<TokenState | null>>;

/**
 * How the sign-in that a connection rests on stands, from the cache files alone; null where nobody signs in for it. A
 * file that makes no sense counts as none.
 */
export async function readSignInState(
	connection: ConnectionId,
	files: AwsProfiles,
	surroundings: AwsSurroundings,
	clock: Clock,
	known: KnownTokens = new Map(),
): Promise<SignInState | null> {
	const name = profileName(connection);
	const target = name === null ? null : signInTarget(files, name);
	if (target === null) return null;
	const token = await readState(target, surroundings, known);
	const now = clock.now();
	return {
		profile: target.profile,
		type: target.type === 'login' ? 'login' : 'sso',
		state: token === null ? 'never' : token.expiresAt > now ? 'signed-in' : 'expired',
		expiresAt: token?.expiresAt ?? null,
		renewable: (token?.renewableUntil ?? 0) > now,
	};
}

async function readState(
	target: SignInTarget,
	surroundings: AwsSurroundings,
	known: KnownTokens,
): Promise<TokenState | null> {
	const once = (file: string, read: (file: string) => Promise<TokenState | null>) => {
		const state = known.get(file) ?? read(file);
		known.set(file, state);
		return state;
	};
	if (target.type === 'incomplete') return null;
	if (target.type === 'login') return once(loginFile(target.session, surroundings), readLoginState);
	const token = await once(tokenFile(surroundings, target.session), readTokenState);
	// The SDKs renew the token of a session only.
	return token !== null && target.session.name === null ? { ...token, renewableUntil: null } : token;
}

const loginToken = z.object({
	accessToken: z.object({ expiresAt: z.string() }),
	refreshToken: z.string().min(1).optional(),
});

/** What `aws login` keeps. When its refresh token ends does not stand in it. */
async function readLoginState(file: string): Promise<TokenState | null> {
	const parsed = loginToken.safeParse(await readObject(file));
	const expiresAt = parsed.success ? parseTime(parsed.data.accessToken.expiresAt) : null;
	if (!parsed.success || expiresAt === null) return null;
	return { expiresAt, renewableUntil: parsed.data.refreshToken === undefined ? null : Number.POSITIVE_INFINITY };
}

/** As `LoginCredentialsFetcher` of @aws-sdk/credential-provider-login finds it. */
function loginFile(session: string, surroundings: AwsSurroundings): string {
	return join(awsCaches(surroundings).login, `${createHash('sha256').update(session).digest('hex')}.json`);
}

import type { ConnectionId } from '../../../shared/model/connection.ts';
import {
	API_KEY,
	CONTAINER,
	ENVIRONMENT,
	ENVIRONMENT_API_KEY,
	INSTANCE,
	profileName,
	WEB_IDENTITY,
} from '../../../shared/model/connection.ts';
import type { Clock } from '../ports.ts';
import type { Authentication, Credentials } from './authentication.ts';
import { fromProfile } from './kinds/from-profile.ts';
import { fromContainer, fromEnvironment, fromInstance, fromWebIdentity } from './kinds/from-surroundings.ts';
import { profileFingerprint } from './kinds/profile-fingerprint.ts';
import type { ProviderContext } from './kinds/provider-context.ts';
import { CredentialsProviderError } from './kinds/provider-error.ts';
import { createSharedWork } from './kinds/shared-work.ts';

/** Resolves the credentials of a connection and keeps temporary ones for as long as they hold. */
export interface CredentialResolver {
	/**
	 * Rejects with the SDK's own error. Aborting gives up a question to a person that it waits for. The practice connection
	 * is not resolved here: its keys come from the host.
	 */
	resolve(
		connection: ConnectionId,
		client: { readonly region: string | null },
		signal: AbortSignal,
	): Promise<Authentication>;
	/** Forgets what is kept for a connection: the service has refused it. */
	forget(connection: ConnectionId): void;
}

/** Temporary credentials are renewed when less than this is left of them; milliseconds. */
const RENEWAL_MARGIN = 5 * 60_000;

interface Kept {
	readonly credentials: Credentials;
	/** Of what they were made from. */
	readonly fingerprint: string;
}

/**
 * A resolver over the machine's AWS configuration. What was chosen is resolved or rejects; nothing else is tried. What a
 * role, SSO, a process or an endpoint gave is used again until it nears its end or what it was made from changes, and is
 * asked for once by all who need it at the same time.
 */
export function createCredentialResolver(context: ProviderContext): CredentialResolver {
	const { surroundings, clock, storedApiKey } = context;
	const { environment } = surroundings;
	const kept = new Map<ConnectionId, Kept>();
	const share = createSharedWork<Credentials>();

	function provide(connection: ConnectionId, region: string | null, signal: AbortSignal): Promise<Credentials> {
		const profile = profileName(connection);
		if (profile !== null) return fromProfile(context, connection, profile, region, signal);
		if (connection === WEB_IDENTITY) return fromWebIdentity(context, connection, region, signal);
		if (connection === CONTAINER) return fromContainer(surroundings);
		if (connection === INSTANCE) return fromInstance(context);
		throw new Error(`No credentials are resolved for ${connection}.`);
	}

	async function temporary(connection: ConnectionId, region: string | null, signal: AbortSignal): Promise<Credentials> {
		const profile = profileName(connection);
		const fingerprint = profile === null ? '' : await profileFingerprint(profile, surroundings);
		const known = kept.get(connection);
		if (known?.fingerprint === fingerprint && holds(known.credentials, clock)) return known.credentials;
		return share(
			`${connection}\n${fingerprint}`,
			async (all) => {
				const credentials = await provide(connection, region, all);
				kept.set(connection, { credentials, fingerprint });
				return credentials;
			},
			signal,
		);
	}

	return {
		async resolve(connection, { region }, signal) {
			switch (connection) {
				case ENVIRONMENT:
					return { type: 'keys', credentials: fromEnvironment(surroundings) };
				case ENVIRONMENT_API_KEY:
					return bearer(
						environment['AWS_BEARER_TOKEN_BEDROCK'],
						'No Bedrock API key is set in AWS_BEARER_TOKEN_BEDROCK.',
					);
				case API_KEY:
					return bearer(await storedApiKey(), 'No Bedrock API key is kept.');
				default:
					return { type: 'keys', credentials: await temporary(connection, region, signal) };
			}
		},
		forget(connection) {
			kept.delete(connection);
		},
	};
}

const MANGLED_KEY =
	'The Bedrock API key has a space, a line end or another character in it that no key has. Make sure your API key is valid.';

function bearer(token: string | null | undefined, missing: string): Authentication {
	const key = token?.trim();
	if (!key) throw new CredentialsProviderError(missing);
	// No header could carry it (pasted with the line ends of a terminal, say), and Node would not say why.
	if (!/^[\x21-\x7e]+$/.test(key)) throw Object.assign(new Error(MANGLED_KEY), { name: 'InvalidApiKey' });
	return { type: 'bearer', token: key };
}

function holds({ expiration }: Credentials, clock: Clock): boolean {
	return expiration === undefined || expiration.getTime() - clock.now() > RENEWAL_MARGIN;
}

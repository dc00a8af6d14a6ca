import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ConnectionId } from '../../../shared/model/connection.ts';
import { ENVIRONMENT, profileName } from '../../../shared/model/connection.ts';
import type { Clock } from '../ports.ts';
import type { Authentication, Credentials } from './authentication.ts';
import type { AwsSurroundings } from './aws-files.ts';
import { awsFilePaths } from './aws-files.ts';

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
	/** Of both files and the region, as they were. */
	readonly fingerprint: string;
}

/**
 * A resolver over the machine's AWS configuration. A profile resolves to its own credentials or rejects: `fromIni`
 * alone, never the SDK's default chain, which would go on to other sources. What a role, SSO, or a process gave is used
 * again until it nears its end or one of the files changes.
 */
export function createCredentialResolver(surroundings: AwsSurroundings, clock: Clock): CredentialResolver {
	const kept = new Map<ConnectionId, Kept>();

	async function fromProfile(connection: ConnectionId, profile: string, region: string | null): Promise<Credentials> {
		const fingerprint = await fingerprintOf(surroundings, region);
		const known = kept.get(connection);
		if (known?.fingerprint === fingerprint && holds(known.credentials, clock)) return known.credentials;

		const { fromIni } = await import('@aws-sdk/credential-providers');
		const provider = fromIni({ ...awsFilePaths(surroundings), profile, ignoreCache: true });
		const credentials = await provider(
			region === null ? {} : { callerClientConfig: { profile, region: async () => region } },
		);
		kept.set(connection, { credentials, fingerprint });
		return credentials;
	}

	return {
		async resolve(connection, { region }) {
			const profile = profileName(connection);
			if (profile !== null) return { type: 'keys', credentials: await fromProfile(connection, profile, region) };
			if (connection === ENVIRONMENT)
				return { type: 'keys', credentials: await fromEnvironment(surroundings.environment) };
			throw new Error(`No credentials are resolved for ${connection}.`);
		},
		forget(connection) {
			kept.delete(connection);
		},
	};
}

/** What the SDK calls an identity provider's error; the words are those of its `fromEnv`. */
class CredentialsProviderError extends Error {
	override readonly name = 'CredentialsProviderError';
}

async function fromEnvironment(environment: AwsSurroundings['environment']): Promise<Credentials> {
	const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
	const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
	const sessionToken = environment['AWS_SESSION_TOKEN'];
	if (!accessKeyId || !secretAccessKey) {
		throw new CredentialsProviderError('Unable to find environment variable credentials.');
	}
	return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

function holds({ expiration }: Credentials, clock: Clock): boolean {
	return expiration === undefined || expiration.getTime() - clock.now() > RENEWAL_MARGIN;
}

async function fingerprintOf(surroundings: AwsSurroundings, region: string | null): Promise<string> {
	const { filepath, configFilepath } = awsFilePaths(surroundings);
	const contents = await Promise.all([filepath, configFilepath].map((path) => readFile(path).catch(() => null)));
	const hash = createHash('sha256').update(region ?? '');
	for (const bytes of contents) hash.update(bytes === null ? '-' : `${bytes.length}:`).update(bytes ?? '');
	return hash.digest('hex');
}

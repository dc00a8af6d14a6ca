import type { ConfigProblem, Connection, ConnectionId } from '../../../shared/model/connection.ts';
import {
	API_KEY,
	CONTAINER,
	ENVIRONMENT,
	ENVIRONMENT_API_KEY,
	INSTANCE,
	PRACTICE,
	profileConnection,
	WEB_IDENTITY,
} from '../../../shared/model/connection.ts';
import type { Clock } from '../ports.ts';
import type { AwsSurroundings } from './aws-files.ts';
import { readAwsProfiles } from './aws-files.ts';
import { checkConfigFiles } from './config-check.ts';
import { connectionDefaults } from './connection-defaults.ts';
import { describeApiKey } from './describe-api-key.ts';
import { isOnEc2 } from './on-ec2.ts';
import { asksForCode, profileChain } from './profile-chain.ts';
import { profileKind } from './profile-kind.ts';
import type { KnownTokens } from './sso/sign-in-state.ts';
import { readSignInState } from './sso/sign-in-state.ts';

/** What the picker needs to know. */
export interface ConnectionList {
	readonly connections: Connection[];
	readonly problems: ConfigProblem[];
}

/** Where connections are looked for. */
export interface ConnectionSources extends AwsSurroundings {
	readonly clock: Clock;
	readonly practiceRegion: string;
	/** The Bedrock API key that the app keeps; null: none. */
	readonly storedApiKey: () => Promise<string | null>;
	/** Where Linux says what machine this is: `/sys`. */
	readonly systemFolder: string;
}

/**
 * Every connection of this machine: practice, each of the others that is there, and each profile of the AWS config files,
 * read anew. No value of a credential is in it. `region` is where a call goes when none is set. Nobody is called.
 */
export async function listConnections(sources: ConnectionSources): Promise<ConnectionList> {
	const { environment, practiceRegion } = sources;
	const [files, problems, storedKey, onEc2] = await Promise.all([
		readAwsProfiles(sources),
		checkConfigFiles(sources),
		sources.storedApiKey(),
		isOnEc2(sources.systemFolder),
	]);
	const region = (id: ConnectionId) => {
		const defaults = connectionDefaults(id, files, sources, 'bedrock_runtime', storedKey);
		return { region: defaults.region, regionFrom: defaults.regionFrom };
	};
	const plain = { mfa: false, signIn: null, expiresAt: null };

	const connections: Connection[] = [
		{ id: PRACTICE, name: PRACTICE, kind: 'practice', region: practiceRegion, regionFrom: 'practice', ...plain },
	];
	const add = (id: ConnectionId, kind: Connection['kind'], expiresAt: number | null = null) =>
		connections.push({ id, name: id, kind, ...region(id), ...plain, expiresAt });
	const isSet = (...names: readonly string[]): boolean => names.every((name) => Boolean(environment[name]));

	if (storedKey !== null) add(API_KEY, 'api-key', describeApiKey(storedKey).expiresAt);
	if (isSet('AWS_BEARER_TOKEN_BEDROCK')) {
		add(ENVIRONMENT_API_KEY, 'api-key', describeApiKey(environment['AWS_BEARER_TOKEN_BEDROCK']).expiresAt);
	}
	if (isSet('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY')) add(ENVIRONMENT, 'environment');
	if (isSet('AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_ROLE_ARN')) add(WEB_IDENTITY, 'web-identity');
	if (isSet('AWS_CONTAINER_CREDENTIALS_RELATIVE_URI') || isSet('AWS_CONTAINER_CREDENTIALS_FULL_URI')) {
		add(CONTAINER, 'container');
	}
	if (onEc2 === true && environment['AWS_EC2_METADATA_DISABLED']?.toLowerCase() !== 'true') add(INSTANCE, 'instance');
	const tokens: KnownTokens = new Map();
	for (const [name, keys] of Object.entries(files.profiles)) {
		const id = profileConnection(name);
		const mfa = asksForCode(profileChain(files, name));
		const signIn = await readSignInState(id, files, sources, sources.clock, tokens);
		connections.push({ id, name, kind: profileKind(keys), ...region(id), ...plain, mfa, signIn });
	}
	return { connections, problems };
}

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Credentials } from '../../../../src/main/core/credentials/authentication.ts';
import type { CredentialResolver } from '../../../../src/main/core/credentials/resolve-credentials.ts';
import { createCredentialResolver } from '../../../../src/main/core/credentials/resolve-credentials.ts';
import { createNetwork } from '../../../../src/main/core/network/network.ts';
import type { Questions } from '../../../../src/main/core/questions/questions.ts';
import type { NetworkSettings } from '../../../../src/shared/model/app-settings.ts';
import { defaultAppSettings } from '../../../../src/shared/model/app-settings.ts';
import type { ConnectionId } from '../../../../src/shared/model/connection.ts';

/** A machine with a home folder of its own and nothing else: no environment but what a test gives it. */
export interface Machine {
	readonly homeFolder: string;
	/** Writes a file below the home folder and gives its path. */
	write(path: string, text: string): Promise<string>;
	config(text: string): Promise<string>;
	credentials(text: string): Promise<string>;
	/** Writes into the cache that the AWS CLI keeps of SSO sign-ins. */
	ssoToken(session: string, token: object): Promise<string>;
	remove(): Promise<void>;
}

export async function makeMachine(): Promise<Machine> {
	const homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-machine-'));
	const write = async (path: string, text: string) => {
		const file = join(homeFolder, path);
		await mkdir(join(file, '..'), { recursive: true });
		await writeFile(file, text);
		return file;
	};
	return {
		homeFolder,
		write,
		config: (text) => write('.aws/config', text),
		credentials: (text) => write('.aws/credentials', text),
		ssoToken: (session, token) =>
			write(`.aws/sso/cache/${createHash('sha1').update(session).digest('hex')}.json`, JSON.stringify(token)),
		remove: () => rm(homeFolder, { recursive: true, force: true }),
	};
}

/** What a test may set of a resolver's world. */
export interface ResolverOptions {
	readonly environment?: Readonly<Record<string, string>>;
	/** Nobody answers where none are given. */
	readonly questions?: Pick<Questions, 'ask'>;
	readonly storedApiKey?: string | null;
	readonly connectTimeout?: number;
	readonly network?: NetworkSettings;
	readonly now?: () => number;
}

export function makeResolver({ homeFolder }: Machine, options: ResolverOptions = {}): CredentialResolver {
	const { environment = {}, questions = { ask: async () => null }, storedApiKey = null, now = Date.now } = options;
	return createCredentialResolver({
		surroundings: { environment, homeFolder },
		clock: { now, monotonic: () => performance.now() },
		network: createNetwork({
			settings: () => ({ ...defaultAppSettings, network: options.network ?? defaultAppSettings.network }),
			environment,
			homeFolder,
			systemProxy: async () => null,
			log: { warn() {}, error() {} },
		}),
		questions,
		storedApiKey: async () => storedApiKey,
		connectTimeout: () => options.connectTimeout ?? 10_000,
		systemFolder: join(homeFolder, 'sys'),
	});
}

/** Resolves keys; an API key is none. */
export async function keysFrom(
	resolver: CredentialResolver,
	connection: ConnectionId,
	signal: AbortSignal = new AbortController().signal,
): Promise<Credentials> {
	const authentication = await resolver.resolve(connection, { region: null }, signal);
	if (authentication.type !== 'keys') throw new Error('A Bedrock API key came where keys were expected.');
	return authentication.credentials;
}

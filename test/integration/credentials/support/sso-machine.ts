import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientAccess } from '../../../../src/main/core/credentials/client-access.ts';
import { createClientAccess } from '../../../../src/main/core/credentials/client-access.ts';
import { createCredentialResolver } from '../../../../src/main/core/credentials/resolve-credentials.ts';
import type { Wait } from '../../../../src/main/core/credentials/sso/flow.ts';
import type { SignIn } from '../../../../src/main/core/credentials/sso/sign-in.ts';
import { createSignIn } from '../../../../src/main/core/credentials/sso/sign-in.ts';
import { createNetwork } from '../../../../src/main/core/network/network.ts';
import type { Clock } from '../../../../src/main/core/ports.ts';
import { defaultAppSettings } from '../../../../src/shared/model/app-settings.ts';
import type { SignInEvent } from '../../../../src/shared/model/sign-in.ts';
import type { FakeSignIn } from '../../../helpers/fake-sign-in-server.ts';

/** The config file of a machine with SSO profiles of each kind. */
const CONFIG = `[profile work]
sso_session = acme
sso_account_id = 111122223333
sso_role_name = reader
region = eu-west-1
[sso-session acme]
sso_start_url = https://acme.awsapps.com/start
sso_region = eu-central-1
sso_registration_scopes = sso:account:access, codewhisperer:analysis
[profile role]
role_arn = arn:aws:iam::111122223333:role/deploy
source_profile = middle
[profile middle]
role_arn = arn:aws:iam::111122223333:role/middle
source_profile = work
[profile legacy]
sso_start_url = https://legacy.awsapps.com/start
sso_region = us-west-2
sso_account_id = 111122223333
sso_role_name = reader
region = us-east-1
[profile plain]
sso_session = plain
sso_account_id = 111122223333
sso_role_name = reader
[sso-session plain]
sso_start_url = https://plain.awsapps.com/start
sso_region = us-east-1
[profile nowhere]
sso_session = missing
[profile regionless]
sso_start_url = https://legacy.awsapps.com/start
[profile signin]
login_session = arn:aws:iam::111122223333:user/alice
[profile static]
aws_access_key_id = AKIASTATIC0000000001
aws_secret_access_key = SECRET-static-key
`;

/** A home folder with that config file, and the core's parts for signing in over it. */
export interface SsoMachine {
	readonly homeFolder: string;
	readonly clock: Clock & { time: number };
	readonly access: ClientAccess;
	readonly signIn: SignIn;
	/** Milliseconds of each wait, in order. Each is over at once, and the clock is so much later; see `holdWaits`. */
	readonly waits: number[];
	/** From now on a wait ends only when it is aborted. */
	holdWaits(): void;
	/** Undoes `holdWaits`. */
	freeWaits(): void;
	/** Called before each wait is over. */
	onWait: () => void;
	/** What the system's browser was asked to open. */
	readonly opened: string[];
	/** How often the app was told that something has changed. */
	changes(): number;
	/** The cache file of a session name or start URL. */
	cacheFile(id: string): string;
	readCache(id: string): Promise<Record<string, unknown>>;
	writeCache(id: string, content: object | string): Promise<void>;
	remove(): Promise<void>;
}

/** Makes one; its clock stands still at the given time. */
export async function makeSsoMachine(
	fake: FakeSignIn,
	{ opens = true, time = Date.now() }: { readonly opens?: boolean; readonly time?: number } = {},
): Promise<SsoMachine> {
	const homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-sso-'));
	await mkdir(join(homeFolder, '.aws'));
	await writeFile(join(homeFolder, '.aws', 'config'), CONFIG);
	const surroundings = { homeFolder, environment: fake.environment };
	const clock = { time, now: () => clock.time, monotonic: () => clock.time };
	const network = createNetwork({
		...surroundings,
		settings: () => defaultAppSettings,
		systemProxy: async () => null,
		log: { warn() {}, error() {} },
	});
	const storedApiKey = async () => null;
	const connectTimeout = () => 10_000;
	const access = createClientAccess({
		surroundings,
		practice: { endpoint: '', region: '', accessKeyId: '', secretAccessKey: '' },
		resolver: createCredentialResolver({
			surroundings,
			clock,
			network,
			questions: { ask: async () => null },
			storedApiKey,
			connectTimeout,
			systemFolder: join(homeFolder, 'sys'),
		}),
		network,
		storedApiKey,
		connectTimeout,
	});
	const opened: string[] = [];
	const waits: number[] = [];
	let held = false;
	let changes = 0;
	const wait: Wait = async (milliseconds, signal) => {
		waits.push(milliseconds);
		if (held) await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
		signal.throwIfAborted();
		machine.onWait();
		clock.time += milliseconds;
	};
	const cacheFile = (id: string) =>
		join(homeFolder, '.aws', 'sso', 'cache', `${createHash('sha1').update(id).digest('hex')}.json`);

	const machine: SsoMachine = {
		homeFolder,
		clock,
		access,
		signIn: createSignIn({
			access,
			surroundings,
			clock,
			wait,
			openExternal: async (url) => {
				opened.push(url);
				if (!opens) throw new Error('There is no browser.');
			},
			changed: () => {
				changes += 1;
			},
			closing: new AbortController().signal,
		}),
		waits,
		holdWaits() {
			held = true;
		},
		freeWaits() {
			held = false;
		},
		onWait: () => {},
		opened,
		changes: () => changes,
		cacheFile,
		readCache: async (id) => JSON.parse(await readFile(cacheFile(id), 'utf8')) as Record<string, unknown>,
		async writeCache(id, content) {
			await mkdir(join(homeFolder, '.aws', 'sso', 'cache'), { recursive: true });
			await writeFile(cacheFile(id), typeof content === 'string' ? content : JSON.stringify(content));
		},
		async remove() {
			network.close();
			await rm(homeFolder, { recursive: true, force: true });
		},
	};
	return machine;
}

/** A person's browser: goes to an address, follows it to its end and gives the last page. */
export async function visit(url: string, language = 'en'): Promise<{ readonly status: number; readonly html: string }> {
	const response = await fetch(url, { headers: { 'Accept-Language': language } });
	return { status: response.status, html: await response.text() };
}

/** Follows a sign-in to its end; `then` is given each event. */
export async function follow(
	events: AsyncIterable<SignInEvent>,
	then: (event: SignInEvent) => unknown = () => {},
): Promise<SignInEvent[]> {
	const seen: SignInEvent[] = [];
	for await (const event of events) {
		seen.push(event);
		await then(event);
	}
	return seen;
}

/** The next event of a sign-in; it must be of this type. */
export async function nextEvent<T extends SignInEvent['type']>(
	events: AsyncIterator<SignInEvent>,
	type: T,
): Promise<Extract<SignInEvent, { type: T }>> {
	const { value, done } = await events.next();
	if (done || value.type !== type) throw new Error(`Not ${type}: ${JSON.stringify(value)}`);
	return value as Extract<SignInEvent, { type: T }>;
}

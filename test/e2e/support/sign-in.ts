import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PRACTICE_SESSION_TOKEN } from '../../../src/main/practice/credentials.ts';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { Folders, Variables } from './host.ts';
import type { OutsidePractice } from './practice.ts';
import { test as base } from './test.ts';

interface Fixtures {
	/** AWS's sign-in services; the keys that they hand out open the test's practice endpoint. */
	readonly signIn: FakeSignIn;
	/** What the app is started with so that it signs in there, and opens no browser of its own. */
	readonly variables: Variables;
}

/** `test` with AWS's sign-in services beside the practice endpoint. */
export const test = base.extend<Fixtures>({
	signIn: async ({ practice }, use) => {
		const { accessKeyId, secretAccessKey } = practice;
		const fake = await startFakeSignIn({
			keys: { accessKeyId, secretAccessKey, sessionToken: PRACTICE_SESSION_TOKEN },
		});
		await use(fake);
		await fake.close();
	},
	variables: async ({ signIn }, use) => use({ ...signIn.environment, DISPLAY: '', WAYLAND_DISPLAY: '' }),
});

/** The start page of the session of `writeSsoProfile`. */
const START_URL = 'https://corp.awsapps.com/start';

/** Writes a config file with the profile `work`, which signs in to the SSO session `corp` and calls the practice endpoint. */
export async function writeSsoProfile(folders: Folders, practice: OutsidePractice): Promise<void> {
	await writeFile(
		join(folders.home, '.aws/config'),
		[
			'[profile work]',
			'sso_session = corp',
			'sso_account_id = 111122223333',
			'sso_role_name = Developer',
			'region = eu-west-1',
			`endpoint_url = ${practice.endpoint}`,
			'[sso-session corp]',
			`sso_start_url = ${START_URL}`,
			'sso_region = us-east-1',
			'sso_registration_scopes = sso:account:access',
			'',
		].join('\n'),
	);
}

/** Plants the token of an SSO session that ended an hour ago and can't be renewed, as the AWS CLI leaves it. */
export async function plantExpiredSession(folders: Folders): Promise<void> {
	const folder = join(folders.home, '.aws/sso/cache');
	await mkdir(folder, { recursive: true });
	const name = createHash('sha1').update('corp').digest('hex');
	const token = {
		startUrl: START_URL,
		region: 'us-east-1',
		accessToken: 'SECRET-expired',
		expiresAt: new Date(Date.now() - 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z'),
	};
	await writeFile(join(folder, `${name}.json`), JSON.stringify(token), { mode: 0o600 });
}

/** The session of `writeLoginProfile`. */
const LOGIN_SESSION = 'arn:aws:iam::111122223333:user/jane';

/** Writes a config file with the profile `work`, which `aws login` signs in. */
export async function writeLoginProfile(folders: Folders, practice: OutsidePractice): Promise<void> {
	const lines = [
		'[profile work]',
		`login_session = ${LOGIN_SESSION}`,
		'region = eu-west-1',
		`endpoint_url = ${practice.endpoint}`,
		'',
	];
	await writeFile(join(folders.home, '.aws/config'), lines.join('\n'));
}

/** Plants what `aws login` leaves when it has signed in. */
export async function plantLogin(folders: Folders): Promise<void> {
	const folder = join(folders.home, '.aws/login/cache');
	await mkdir(folder, { recursive: true });
	const name = createHash('sha256').update(LOGIN_SESSION).digest('hex');
	const token = {
		accessToken: {
			accessKeyId: 'ASIAEXAMPLE',
			secretAccessKey: 'SECRET-login',
			sessionToken: 'SECRET-login-session',
			accountId: '111122223333',
			expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
		},
	};
	await writeFile(join(folder, `${name}.json`), JSON.stringify(token), { mode: 0o600 });
}

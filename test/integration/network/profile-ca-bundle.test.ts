import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder } from '../../helpers/test-app.ts';
import type { TlsFront } from '../../helpers/tls-front.ts';
import { CA_FILE, startTlsFront } from '../../helpers/tls-front.ts';

// Practice as if it were AWS: behind TLS, by an authority of the test's own.
let practice: PracticeServer;
let front: TlsFront;
beforeAll(async () => {
	practice = await startPractice({ pace: 'none' });
	front = await startTlsFront(Number(new URL(practice.endpoint).port));
});
afterAll(() => Promise.all([front.close(), practice.close()]));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;
/** A file with another authority in it, which vouches for nothing here. */
let another: string;
beforeEach(async () => {
	folder = await temporaryFolder();
	another = join(folder.path, 'another.pem');
	await mkdir(join(folder.path, '.aws'));
	await writeFile(another, rootCertificates[0] ?? '');
});
afterEach(async () => {
	await app.close();
	await folder[Symbol.asyncDispose]();
});

/** Opens the app on a machine whose profiles name these files; null: none. */
async function open(
	bundles: Readonly<Record<string, string | null>>,
	environment: Readonly<Record<string, string>> = {},
) {
	const profiles = Object.entries(bundles).map(([name, file]) =>
		[
			`[profile ${name}]`,
			'region = us-east-1',
			`endpoint_url = https://localhost:${front.port}`,
			`aws_access_key_id = ${practice.accessKeyId}`,
			`aws_secret_access_key = ${practice.secretAccessKey}`,
			...(file === null ? [] : [`ca_bundle = ${file}`]),
			'',
		].join('\n'),
	);
	await writeFile(join(folder.path, '.aws/config'), profiles.join('\n'));
	app = await openTestApp(folder.path, practice, { environment });
}

/** How a call of a profile ended, and why. */
async function call(profile: string) {
	const { id } = await app.client.conversations.create({ settings: { connection: `profile:${profile}` } });
	const { state, failure } = await ask(app, id, 'Hello');
	return [state, failure?.systemCode ?? failure?.type ?? null];
}

const complete = ['complete', null];
const notTrusted = ['failed', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'];

test('is trusted for the calls of its profile, and for no other’s', async () => {
	await open({ company: CA_FILE, home: null });
	expect(await call('company')).toEqual(complete);
	expect(await call('home')).toEqual(notTrusted);
});

test('is trusted for the models and for who am I', async () => {
	await open({ company: CA_FILE });
	const from = { connection: 'profile:company', region: null };
	expect((await app.client.models.refresh(from)).account.state).toBe('listed');
	expect((await app.client.connections.whoAmI(from)).ok).toBe(true);
});

test('comes after AWS_CA_BUNDLE, which comes after the settings', async () => {
	await open({ company: CA_FILE }, { AWS_CA_BUNDLE: another });
	expect(await call('company')).toEqual(notTrusted);
	await app.client.settings.update({ network: { caBundle: CA_FILE } });
	expect(await call('company')).toEqual(complete);
	await app.client.settings.update({ network: { caBundle: another } });
	expect(await call('company')).toEqual(notTrusted);
});

test('is of the home folder where it begins with ~/, and the call fails where it is not there', async () => {
	await open({ company: '~/company.pem' });
	expect(await call('company')).toEqual(['failed', 'ENOENT']);
	await writeFile(join(folder.path, 'company.pem'), await readFile(CA_FILE));
	expect(await call('company')).toEqual(complete);
});

test('two profiles in turn leave each other’s connections open; a renewed file does not', async () => {
	const own = join(folder.path, 'own.pem');
	await writeFile(own, await readFile(CA_FILE));
	await open({ company: own, other: another });
	const before = front.handshakes();
	expect(await call('company')).toEqual(complete);
	expect(await call('other')).toEqual(notTrusted);
	expect(await call('company')).toEqual(complete);
	expect(front.handshakes()).toBe(before + 1);
	await writeFile(own, await readFile(another));
	expect(await call('company')).toEqual(notTrusted);
});

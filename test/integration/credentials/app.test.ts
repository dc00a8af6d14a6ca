import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLineLog } from '../../../src/main/core/hosting/line-log.ts';
import { memorySecrets } from '../../../src/main/core/hosting/memory-secrets.ts';
import type { SecretStore } from '../../../src/main/core/ports.ts';
import { PRACTICE_SESSION_TOKEN } from '../../../src/main/practice/credentials.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import type { AppEvent } from '../../../src/shared/contract/app.ts';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, watchTurn } from '../../helpers/test-app.ts';
import type { Machine } from './support/machine.ts';
import { makeMachine } from './support/machine.ts';

let practice: PracticeServer;
beforeAll(async () => {
	practice = await startPractice({ pace: 'none' });
});
afterAll(() => practice.close());

let machine: Machine;
let fake: FakeSignIn;
let app: TestApp;
let lines: string[];
beforeEach(async () => {
	[machine, fake] = await Promise.all([
		makeMachine(),
		startFakeSignIn({
			keys: {
				accessKeyId: practice.accessKeyId,
				secretAccessKey: practice.secretAccessKey,
				sessionToken: PRACTICE_SESSION_TOKEN,
			},
		}),
	]);
	lines = [];
});
afterEach(async () => {
	await app.close();
	await Promise.all([fake.close(), machine.remove()]);
});

async function open(secrets: SecretStore = memorySecrets()) {
	app = await openTestApp(machine.homeFolder, practice, {
		environment: fake.environment,
		secrets,
		log: createLineLog((text) => lines.push(text), { now: () => 0 }),
	});
}

/** What a window is told: reads on until an event of a type has come. */
async function listen() {
	const events = (await app.client.app.events())[Symbol.asyncIterator]();
	return async (type: AppEvent['type']) => {
		for (;;) {
			const { done, value } = await events.next();
			if (done) throw new Error(`The events ended without "${type}"`);
			if (value.type === type) return;
		}
	};
}

const conversationWith = async (connection: string) =>
	(await app.client.conversations.create({ settings: { connection, maxTokens: 20 } })).id;

const MFA = () => `[profile admin]
role_arn = arn:aws:iam::111122223333:role/admin
source_profile = base
mfa_serial = arn:aws:iam::111122223333:mfa/alice
region = us-east-1
endpoint_url = ${practice.endpoint}
[profile base]
aws_access_key_id = AKIABASE000000000001
aws_secret_access_key = SECRET-of-base
`;

test('a profile that is written while the app runs is told of, listed and called with', async () => {
	await open();
	const next = await listen();
	// The beginning of the watch is told as well.
	await next('connections');
	await machine.config(`[profile late]
region = us-east-1
endpoint_url = ${practice.endpoint}
aws_access_key_id = ${practice.accessKeyId}
aws_secret_access_key = ${practice.secretAccessKey}
`);
	await next('connections');
	const { connections } = await app.client.connections.list();
	expect(connections.map(({ id }) => id)).toEqual(['practice', 'profile:late']);
	const turn = await ask(app, await conversationWith('profile:late'), 'Hello');
	expect([turn.state, turn.failure]).toEqual(['complete', null]);
});

test('a turn waits for the code of an MFA device, and the next one does not', async () => {
	await machine.config(MFA());
	await open();
	const next = await listen();
	const conversationId = await conversationWith('profile:admin');
	const { id } = await app.client.turns.start({ conversationId, text: 'Hello' });
	await next('questions');
	const [question] = await app.client.questions.list();
	expect(question).toMatchObject({
		type: 'mfa',
		connection: 'profile:admin',
		device: 'arn:aws:iam::111122223333:mfa/alice',
		refused: null,
	});
	await app.client.questions.answer({ id: question?.id ?? '', answer: '123456' });
	const ended = await (await watchTurn(app, id)).until('ended');
	expect([ended.turn.state, ended.turn.failure]).toEqual(['complete', null]);
	expect(await app.client.questions.list()).toEqual([]);
	expect((await ask(app, conversationId, 'And again')).state).toBe('complete');
	expect(fake.operations()).toEqual(['AssumeRole']);
});

test('stopping a turn gives its question up; declining fails it in words of its own', async () => {
	await machine.config(MFA());
	await open();
	const next = await listen();
	const conversationId = await conversationWith('profile:admin');
	const { id } = await app.client.turns.start({ conversationId, text: 'Hello' });
	await next('questions');
	await app.client.turns.stop({ turnId: id });
	const stopped = await (await watchTurn(app, id)).until('ended');
	expect([stopped.turn.state, await app.client.questions.list()]).toEqual(['stopped', []]);

	await app.client.turns.retry({ turnId: id });
	let questions = await app.client.questions.list();
	while (questions.length === 0) {
		await next('questions');
		questions = await app.client.questions.list();
	}
	await app.client.questions.decline({ id: questions[0]?.id ?? '' });
	const declined = await (await watchTurn(app, id)).until('ended');
	expect(declined.turn.failure).toMatchObject({ code: 'mfa-declined', message: 'No MFA code was given.' });
});

test('an API key is told to the window, kept, used and removed', async () => {
	await open();
	const state = { stored: true, keeps: 'memory', region: null, expiresAt: null };
	expect(await app.client.apiKey.set({ key: practice.apiKey })).toEqual(state);
	expect((await app.client.connections.list()).connections[1]).toMatchObject({ id: 'api-key', kind: 'api-key' });
	const conversation = await app.client.conversations.create({
		settings: { connection: 'api-key', region: 'us-east-1', endpointUrl: practice.endpoint, maxTokens: 20 },
	});
	expect((await ask(app, conversation.id, 'Hello')).state).toBe('complete');
	expect(await app.client.apiKey.remove()).toEqual({ ...state, stored: false });
	expect((await ask(app, conversation.id, 'Hello')).failure?.code).toBe('api-key-missing');
});

test('an API key that can’t be kept is an error, and the one before stays', async () => {
	const secrets = memorySecrets();
	await secrets.write('api-key', 'ABSK-before');
	await open({ ...secrets, write: async () => Promise.reject(new Error('The key store is locked.')) });
	await expect(app.client.apiKey.set({ key: 'ABSK-after' })).rejects.toMatchObject({
		code: 'NOT_SAVED',
		data: { detail: 'The key store is locked.' },
	});
	expect(await app.client.apiKey.get()).toMatchObject({ stored: true });
	expect(await secrets.read('api-key')).toBe('ABSK-before');
});

test('no secret of a way in is told, logged or kept', async () => {
	await machine.config(MFA());
	await open();
	// A code of digits might stand anywhere.
	fake.set({ mfaCode: 'SECRET-mfa-code' });
	await app.client.apiKey.set({ key: practice.apiKey });
	const told: unknown[] = [];
	const next = await listen();
	const withRole = await conversationWith('profile:admin');
	const { id } = await app.client.turns.start({ conversationId: withRole, text: 'With a role' });
	await next('questions');
	const [question] = await app.client.questions.list();
	await app.client.questions.answer({ id: question?.id ?? '', answer: 'SECRET-mfa-code' });
	const watch = await watchTurn(app, id);
	const { turn } = await watch.until('ended');
	expect(turn.state).toBe('complete');
	const withKey = await app.client.conversations.create({
		settings: { connection: 'api-key', region: 'us-east-1', endpointUrl: practice.endpoint, maxTokens: 20 },
	});
	told.push(watch.seen, question, await ask(app, withKey.id, 'With a key'));
	told.push(await app.client.connections.list(), await app.client.apiKey.get());
	told.push(await app.client.connections.whoAmI({ connection: 'profile:admin', region: null }));
	for (const conversation of [withRole, withKey.id]) {
		const { turns } = await app.client.conversations.get({ id: conversation });
		for (const { exchanges } of turns) {
			for (const { id: exchangeId } of exchanges) told.push(await app.client.exchanges.get({ exchangeId }));
		}
	}
	await app.close();

	const files = (await readdir(machine.homeFolder)).filter((name) => name.startsWith('outcrop.db'));
	const database = await Promise.all(files.map((name) => readFile(join(machine.homeFolder, name), 'latin1')));
	const places = { window: JSON.stringify(told), log: lines.join('\n'), database: database.join('') };
	// They do hold what is no secret: otherwise nothing was looked at.
	expect(places.window).toContain('SignedHeaders=');
	expect(places.database).toContain('With a role');
	for (const secret of [practice.apiKey, practice.secretAccessKey, PRACTICE_SESSION_TOKEN, 'SECRET-']) {
		for (const [place, text] of Object.entries(places))
			expect(text.includes(secret), `${secret} in ${place}`).toBe(false);
	}
});

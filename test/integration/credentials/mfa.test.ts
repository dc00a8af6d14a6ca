import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Questions } from '../../../src/main/core/questions/questions.ts';
import { createQuestions } from '../../../src/main/core/questions/questions.ts';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { Machine } from './support/machine.ts';
import { keysFrom, makeMachine, makeResolver } from './support/machine.ts';

let machine: Machine;
let fake: FakeSignIn;
let questions: Questions;
/** Wakes with every change to the list of questions. */
let changed: () => void;
beforeEach(async () => {
	[machine, fake] = await Promise.all([makeMachine(), startFakeSignIn({ mfaCode: '123456' })]);
	changed = () => {};
	let id = 0;
	questions = createQuestions(
		() => `question-${++id}`,
		() => changed(),
	);
	await machine.credentials(
		'[base]\naws_access_key_id = AKIABASE000000000001\naws_secret_access_key = SECRET-of-base\n',
	);
	await machine.config(ROLE);
});
afterEach(() => Promise.all([fake.close(), machine.remove()]));

const DEVICE = 'arn:aws:iam::111122223333:mfa/alice';
const ROLE = `[profile admin]
role_arn = arn:aws:iam::111122223333:role/admin
source_profile = base
mfa_serial = ${DEVICE}
`;
const REFUSED = 'MultiFactorAuthentication failed with invalid MFA one time pass code.';

const resolver = () => makeResolver(machine, { environment: fake.environment, questions });

/** The next question that stands; nothing is waited for where one stands already. */
async function nextQuestion() {
	while (questions.list().length === 0) {
		await new Promise<void>((resolve) => {
			changed = resolve;
		});
	}
	const [question] = questions.list();
	if (question === undefined) throw new Error('The question was gone at once.');
	return question;
}

test('the code goes to STS with the device, and its keys are kept', async () => {
	const credentials = resolver();
	const resolved = keysFrom(credentials, 'profile:admin');
	const question = await nextQuestion();
	expect(question).toEqual({
		id: 'question-1',
		type: 'mfa',
		connection: 'profile:admin',
		device: DEVICE,
		refused: null,
	});
	expect(fake.requests).toEqual([]);
	questions.answer(question.id, '123 456');
	const keys = await resolved;
	const [request] = await fake.received('AssumeRole');
	expect(request?.fields).toMatchObject({ SerialNumber: DEVICE, TokenCode: '123456' });
	expect(await keysFrom(credentials, 'profile:admin')).toEqual(keys);
	expect([questions.list(), fake.requests.length]).toEqual([[], 1]);
});

test('a refused code is asked for again, with AWS’s words', async () => {
	const resolved = keysFrom(resolver(), 'profile:admin');
	questions.answer((await nextQuestion()).id, '000000');
	const again = await nextQuestion();
	expect(again).toMatchObject({ id: 'question-2', device: DEVICE, refused: REFUSED });
	questions.answer(again.id, '123456');
	expect((await resolved).accessKeyId).toMatch(/^ASIA/);
	expect(fake.requests.map(({ fields }) => fields['TokenCode'])).toEqual(['000000', '123456']);
});

test('a code that is none by its shape is asked for again, in AWS’s words without the code', async () => {
	const words = (code: string) =>
		`1 validation error detected: Value '${code}' at 'tokenCode' failed to satisfy constraint`;
	fake.failNext('AssumeRole', 'ValidationError', words('1'));
	const resolved = keysFrom(resolver(), 'profile:admin');
	questions.answer((await nextQuestion()).id, '1');
	const again = await nextQuestion();
	expect(again.refused).toBe(words('…'));
	questions.decline(again.id);
	await expect(resolved).rejects.toThrow('No MFA code was given.');
});

test('a denial that another code would not cure is not asked about', async () => {
	const words =
		'MultiFactorAuthentication failed, unable to validate MFA code. Please verify your MFA serial number is valid and associated with this user.';
	fake.failNext('AssumeRole', 'AccessDenied', words, 403);
	const resolved = keysFrom(resolver(), 'profile:admin');
	questions.answer((await nextQuestion()).id, '123456');
	await expect(resolved).rejects.toMatchObject({ name: 'AccessDenied', message: words });
	expect(questions.list()).toEqual([]);
});

test('a declined question ends the call in words of its own, without a request', async () => {
	const resolved = keysFrom(resolver(), 'profile:admin');
	questions.decline((await nextQuestion()).id);
	await expect(resolved).rejects.toMatchObject({
		name: 'CredentialsProviderError',
		message: 'No MFA code was given.',
	});
	expect(fake.requests).toEqual([]);
});

test('two calls at once share one question and its keys', async () => {
	const credentials = resolver();
	const both = Promise.all([keysFrom(credentials, 'profile:admin'), keysFrom(credentials, 'profile:admin')]);
	questions.answer((await nextQuestion()).id, '123456');
	const [one, two] = await both;
	expect(one).toEqual(two);
	expect(fake.operations()).toEqual(['AssumeRole']);
	expect(questions.list()).toEqual([]);
});

test('stopping gives the question up, and the next call asks anew', async () => {
	const credentials = resolver();
	const stop = new AbortController();
	const stopped = keysFrom(credentials, 'profile:admin', stop.signal);
	const question = await nextQuestion();
	stop.abort(new Error('stopped'));
	await expect(stopped).rejects.toThrow('stopped');
	expect(questions.list()).toEqual([]);

	const next = keysFrom(credentials, 'profile:admin');
	const anew = await nextQuestion();
	expect(anew.id).not.toBe(question.id);
	questions.answer(anew.id, '123456');
	expect((await next).accessKeyId).toMatch(/^ASIA/);
});

test('the source’s failure comes before any question', async () => {
	vi.stubEnv('HOME', machine.homeFolder);
	await machine.config(
		`${ROLE.replace('source_profile = base', 'source_profile = sso')}[profile sso]\nsso_session = work\nsso_account_id = 1\nsso_role_name = r\n[sso-session work]\nsso_region = us-east-1\nsso_start_url = https://example.awsapps.com/start\n`,
	);
	await expect(keysFrom(resolver(), 'profile:admin')).rejects.toThrow(/^The SSO session token/);
	expect(questions.list()).toEqual([]);
});

test('a role in the middle asks for its own device', async () => {
	await machine.config(
		`${ROLE}[profile deeper]\nrole_arn = arn:aws:iam::444455556666:role/deep\nsource_profile = admin\n`,
	);
	const resolved = keysFrom(resolver(), 'profile:deeper');
	const question = await nextQuestion();
	expect(question).toMatchObject({ connection: 'profile:deeper', device: DEVICE });
	questions.answer(question.id, '123456');
	await resolved;
	expect(fake.requests.map(({ fields }) => [fields['RoleArn'], fields['SerialNumber']])).toEqual([
		['arn:aws:iam::111122223333:role/admin', DEVICE],
		['arn:aws:iam::444455556666:role/deep', undefined],
	]);
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import type { TestEvent } from '../../../src/shared/model/setup.ts';
import { TEST_MAX_TOKENS, TEST_PROMPT } from '../../../src/shared/model/setup.ts';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { openTestApp, temporaryFolder } from '../../helpers/test-app.ts';

const MODEL = 'eu.amazon.nova-micro-v1:0';

let practice: PracticeServer;
let sts: FakeSignIn;
beforeAll(async () => {
	[practice, sts] = await Promise.all([startPractice(), startFakeSignIn()]);
});
afterAll(() => Promise.all([practice.close(), sts.close()]));

/** Opens the app on a machine with a profile `personal` that leads to the practice endpoint, and `changes` to it. */
async function machine(changes: Readonly<Record<string, string | null>> = {}, environment = sts.environment) {
	const folder = await temporaryFolder();
	await mkdir(join(folder.path, '.aws'));
	const write = (more: Readonly<Record<string, string | null>>) => {
		const keys = {
			region: 'eu-west-1',
			aws_access_key_id: practice.accessKeyId,
			aws_secret_access_key: practice.secretAccessKey,
			endpoint_url: practice.endpoint,
			...more,
		};
		const lines = Object.entries(keys).flatMap(([key, value]) => (value === null ? [] : [`${key} = ${value}`]));
		return writeFile(join(folder.path, '.aws/config'), ['[profile personal]', ...lines, ''].join('\n'));
	};
	await write(changes);
	const app = await openTestApp(folder.path, practice, { environment });
	const run = async (asked: { connection?: string; region?: string | null } = {}, signal?: AbortSignal) => {
		const input = { connection: 'profile:personal', region: null, modelId: MODEL, ...asked };
		const events: TestEvent[] = [];
		for await (const event of await app.client.setup.test(input, signal && { signal })) events.push(event);
		return events;
	};
	return {
		app,
		write,
		run,
		async [Symbol.asyncDispose]() {
			await app.close();
			await folder[Symbol.asyncDispose]();
		},
	};
}

/** What became of the steps, in a line each. */
function course(events: readonly TestEvent[]): string[] {
	return events.map(({ step, state, reason, failure }) =>
		[step, state, ...(reason === null ? [] : [reason]), ...(failure === null ? [] : [failure.code])].join(' '),
	);
}

function resultOf(events: readonly TestEvent[], step: TestEvent['step']): TestEvent {
	const found = events.findLast((event) => event.step === step);
	if (found === undefined) throw new Error(`${step} was not told.`);
	return found;
}

test('a good profile passes every step, and each tells what it found', async () => {
	await using here = await machine();
	const events = await here.run();
	expect(course(events)).toEqual([
		'region running',
		'region passed',
		'credentials running',
		'credentials passed',
		'identity running',
		'identity passed',
		'call running',
		'call passed',
	]);
	expect(resultOf(events, 'region').region).toBe('eu-west-1');
	expect(resultOf(events, 'identity').identity).toMatchObject({
		account: '111122223333',
		arn: 'arn:aws:iam::111122223333:user/alice',
		accessKeyId: practice.accessKeyId,
	});
	const { answer } = resultOf(events, 'call');
	expect(answer?.text).not.toBe('');
	expect(answer?.totalMs).toBeGreaterThan(0);
	expect(answer?.requestId).toMatch(/^[0-9a-f-]{36}$/);
	expect(JSON.stringify(events)).not.toContain(practice.secretAccessKey);
});

test('the call is as small as the page says, and nothing of it is kept', async () => {
	await using here = await machine();
	const bodies: string[] = [];
	const unsubscribe = practice.onExchange(({ requestBody }) => bodies.push(requestBody.toString()));
	await here.run();
	unsubscribe();
	expect(bodies.map((body) => JSON.parse(body))).toEqual([
		{
			messages: [{ role: 'user', content: [{ text: TEST_PROMPT }] }],
			inferenceConfig: { maxTokens: TEST_MAX_TOKENS },
		},
	]);
	expect(await here.app.client.conversations.list()).toEqual([]);
});

test('the region that is asked for comes before the profile’s own', async () => {
	await using here = await machine();
	expect(resultOf(await here.run({ region: 'ap-northeast-1' }), 'region').region).toBe('ap-northeast-1');
});

test('without a region it ends there, and nobody is called', async () => {
	await using here = await machine({ region: null });
	const before = sts.requests.length;
	expect(course(await here.run())).toEqual([
		'region running',
		'region failed no-region',
		'credentials skipped earlier-step',
		'identity skipped earlier-step',
		'call skipped earlier-step',
	]);
	expect(sts.requests).toHaveLength(before);
});

test('a profile without credentials, or that is not there, ends at the credentials in the SDK’s words', async () => {
	await using here = await machine({ aws_access_key_id: null, aws_secret_access_key: null });
	const events = await here.run();
	expect(course(events).slice(2)).toEqual([
		'credentials running',
		'credentials failed profile-empty',
		'identity skipped earlier-step',
		'call skipped earlier-step',
	]);
	const gone = await here.run({ connection: 'profile:gone' });
	expect(course(gone).slice(0, 4)).toEqual([
		'region running',
		'region passed',
		'credentials running',
		'credentials failed profile-missing',
	]);
	expect(resultOf(gone, 'region').region).toBeNull();
	expect(resultOf(gone, 'credentials').failure?.message).toContain('[gone]');
});

test('a program that gives no credentials, mended in the file, passes with the next test', async () => {
	const program = `${process.execPath} -e "process.exit(3)"`;
	await using here = await machine({
		aws_access_key_id: null,
		aws_secret_access_key: null,
		credential_process: program,
	});
	expect(course(await here.run())[3]).toBe('credentials failed process-failed');
	await here.write({});
	expect(course(await here.run()).at(-1)).toBe('call passed');
});

test('keys that STS refuses end there: Bedrock would refuse them too', async () => {
	await using here = await machine();
	sts.failNext(
		'GetCallerIdentity',
		'InvalidClientTokenId',
		'The security token included in the request is invalid.',
		403,
	);
	const events = await here.run();
	expect(course(events).slice(4)).toEqual([
		'identity running',
		'identity failed invalid-credentials',
		'call skipped earlier-step',
	]);
	expect(resultOf(events, 'identity').failure?.message).toBe('The security token included in the request is invalid.');
});

test('an STS that can’t be reached leaves the decision to the call', async () => {
	await using here = await machine({}, { AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:1' });
	const events = await here.run();
	expect(course(events).slice(4)).toEqual([
		'identity running',
		'identity failed no-network',
		'call running',
		'call passed',
	]);
});

test('wrong keys that only Bedrock refuses fail with the call', async () => {
	await using here = await machine({ aws_secret_access_key: 'another-secret' });
	const events = await here.run();
	expect(course(events).at(-1)).toBe('call failed bad-signature');
	expect(resultOf(events, 'call').failure).toMatchObject({ status: 403, type: 'InvalidSignatureException' });
	expect(JSON.stringify(events)).not.toContain('another-secret');
});

test('an API key names nobody: that step is left out, and the call decides', async () => {
	await using here = await machine({}, { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: practice.endpoint });
	const asked = { connection: 'api-key', region: 'eu-west-1' };
	await here.app.client.apiKey.set({ key: practice.apiKey });
	expect(course(await here.run(asked)).slice(2)).toEqual([
		'credentials running',
		'credentials passed',
		'identity skipped api-key',
		'call running',
		'call passed',
	]);
	await here.app.client.apiKey.set({ key: `${practice.apiKey}x` });
	expect(course(await here.run(asked)).at(-1)).toBe('call failed api-key-invalid');
	await here.app.client.apiKey.remove();
	expect(course(await here.run(asked))[3]).toBe('credentials failed api-key-missing');
});

test('a denial is AWS’s own, in its words', async () => {
	await using here = await machine();
	const message = 'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: bedrock:InvokeModel';
	practice.faults.arm({ kind: 'access-denied', message });
	const { failure } = resultOf(await here.run(), 'call');
	expect(failure).toMatchObject({ code: 'access-denied', status: 403, message });
});

test('an endpoint that can’t be reached fails with the call', async () => {
	await using here = await machine({ endpoint_url: 'http://127.0.0.1:1' });
	const { failure } = resultOf(await here.run(), 'call');
	expect(failure).toMatchObject({ code: 'no-network', systemCode: 'ECONNREFUSED' });
});

test('given up while it waits for an answer, it ends at once', async () => {
	await using here = await machine();
	const held = practice.faults.arm({ kind: 'slow-first-byte' });
	const giving = new AbortController();
	const events = here.run({}, giving.signal);
	await held.reached;
	giving.abort();
	expect(course(await events).at(-1)).toBe('call running');
	practice.faults.clear();
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRACTICE_SESSION_TOKEN } from '../../../src/main/practice/credentials.ts';
import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import type { Code, CodeTarget } from '../../../src/shared/model/code.ts';
import { codeTargets } from '../../../src/shared/model/code.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { isInvoke, isStreaming, operations } from '../../../src/shared/model/operation.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder } from '../../helpers/test-app.ts';
import type { ObservedPractice } from '../bedrock/support/practice.ts';
import { startObservedPractice } from '../bedrock/support/practice.ts';
import { missing, missingExport, runCode, typeErrors } from './support/run-code.ts';

/** Everything that a shell, Python or JavaScript could take for its own. */
const QUESTION = `岩石とは？ "it's" \\n $HOME \`id\` %s {x} äöü 🪨\nJSON\n\tzweite Zeile`;
/** No colon in it: curl before 8.3 signs an encoded path otherwise than AWS does. */
const MODEL = 'us.anthropic.claude-sonnet-4-6';
const SLOW = { timeout: 20_000 };

let practice: ObservedPractice;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;
let keys: Record<string, string>;

beforeAll(async () => {
	practice = await startObservedPractice();
	folder = await temporaryFolder();
	const { server } = practice;
	await writeFile(
		join(folder.path, 'credentials'),
		`[team.work]\naws_access_key_id = ${server.accessKeyId}\naws_secret_access_key = ${server.secretAccessKey}\n`,
	);
	await writeFile(join(folder.path, 'config'), '[profile team.work]\nregion = eu-central-1\n');
	app = await openTestApp(folder.path, server, {
		environment: {
			AWS_BEARER_TOKEN_BEDROCK: server.apiKey,
			AWS_ACCESS_KEY_ID: server.accessKeyId,
			AWS_SECRET_ACCESS_KEY: server.secretAccessKey,
			AWS_SHARED_CREDENTIALS_FILE: join(folder.path, 'credentials'),
			AWS_CONFIG_FILE: join(folder.path, 'config'),
		},
	});
	keys = { AWS_ACCESS_KEY_ID: server.accessKeyId, AWS_SECRET_ACCESS_KEY: server.secretAccessKey };
});
afterAll(async () => {
	await app.close();
	await practice.server.close();
	await folder[Symbol.asyncDispose]();
});

/** The next call as the endpoint saw it. What the app asks for a policy's sake goes to other paths. */
async function nextCall(): Promise<PracticeExchange> {
	for (;;) {
		const [exchange] = await practice.exchanges(1);
		if (exchange?.rawPath.startsWith('/model/')) return exchange;
	}
}

interface Made {
	readonly id: string;
	readonly original: PracticeExchange;
}

/** Makes a call with the app; gives it as the endpoint saw it. */
async function call(settings: Partial<RequestSettings>): Promise<Made> {
	const given = { modelId: MODEL, system: 'Sei „kurz“.', temperature: 0.25, stopSequences: ['\n\nEnde'], ...settings };
	const conversation = await app.client.conversations.create({ settings: given });
	const turn = await ask(app, conversation.id, QUESTION);
	const last = turn.exchanges.at(-1);
	expect(last?.failure ?? null).toBeNull();
	const original = await nextCall();
	const id = last?.id;
	if (id === undefined) throw new Error('No exchange');
	expect(original.status).toBe(200);
	return { id, original };
}

async function codeOf({ id }: Made, target: CodeTarget, options: object = {}): Promise<Code> {
	const code = await app.client.exchanges.code({ exchangeId: id, target, ...options });
	if (code.code === null) throw new Error(code.reason);
	return code;
}

/** Runs code and gives the request that the endpoint received for it, and what was printed. */
async function sentBy(target: CodeTarget, code: Code, variables: Record<string, string>) {
	const { stdout, stderr, error } = await runCode(target, code, variables);
	expect(error, stderr).toBeNull();
	const received = await nextCall();
	expect({ status: received.status, text: Buffer.from(received.responseBody).toString().slice(0, 300) }).toMatchObject({
		status: 200,
	});
	return { received, stdout };
}

/** The command line of AWS has no event streams. */
function expectedPath(target: CodeTarget, path: string): string {
	return target === 'aws-cli' ? path.replace('-with-response-stream', '').replace('-stream', '') : path;
}

const made = new Map<Operation, Promise<Made>>();

/** One call an operation is enough for all languages. */
function callOf(operation: Operation): Promise<Made> {
	const one = made.get(operation) ?? call({ operation });
	made.set(operation, one);
	return one;
}

const runs = operations.flatMap((operation) => codeTargets.map((target) => ({ operation, target })));

for (const { operation, target } of runs) {
	it(`${operation} as ${target} sends the request of the exchange`, SLOW, async (context) => {
		const made = await callOf(operation);
		const code = await codeOf(made, target);
		expectNoSecret(code);
		expect(code.code).toContain('岩石とは？');
		expect(code.code).toContain('🪨');
		const lacking = missing(target);
		if (lacking !== null) context.skip(lacking);
		const { received, stdout } = await sentBy(target, code, keys);
		const [sent = '', wanted = ''] = [received, made.original].map(bodyText);
		expect(JSON.parse(sent)).toEqual(JSON.parse(wanted));
		if (operation.startsWith('Invoke') || target === 'curl') expect(sent).toBe(wanted);
		expect(decodeURIComponent(received.rawPath)).toBe(expectedPath(target, decodeURIComponent(made.original.rawPath)));
		if (target.startsWith('lambda')) expectProxyResponse(JSON.parse(stdout), operation);
	});
}

for (const target of codeTargets) {
	it(`a profile is used by its name in ${target}, without its keys`, SLOW, async (context) => {
		const { endpoint } = practice.server;
		const made = await call({
			operation: 'Converse',
			connection: 'profile:team.work',
			region: 'ap-northeast-1',
			endpointUrl: endpoint,
		});
		const code = await codeOf(made, target);
		expectNoSecret(code);
		const lambda = target.startsWith('lambda');
		expect(code.code.includes('team.work')).toBe(!lambda);
		const lacking = target === 'curl' ? (missing(target) ?? missingExport()) : missing(target);
		if (lacking !== null) context.skip(lacking);
		const files = {
			AWS_SHARED_CREDENTIALS_FILE: join(folder.path, 'credentials'),
			AWS_CONFIG_FILE: join(folder.path, 'config'),
		};
		const { received } = await sentBy(target, code, lambda ? keys : files);
		expect(JSON.parse(bodyText(received))).toEqual(JSON.parse(bodyText(made.original)));
		expect(authorization(received)).toContain('/ap-northeast-1/bedrock/aws4_request');
	});

	it(`an API key is taken from its variable in ${target}; a model id may have a colon`, SLOW, async (context) => {
		const made = await call({
			operation: 'ConverseStream',
			connection: 'environment-api-key',
			region: 'us-west-2',
			endpointUrl: practice.server.endpoint,
			modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
		});
		const code = await codeOf(made, target);
		expectNoSecret(code);
		expect(code.code).toContain('AWS_BEARER_TOKEN_BEDROCK');
		const lacking = missing(target);
		if (lacking !== null) context.skip(lacking);
		const { received } = await sentBy(target, code, { AWS_BEARER_TOKEN_BEDROCK: practice.server.apiKey });
		expect(JSON.parse(bodyText(received))).toEqual(JSON.parse(bodyText(made.original)));
		expect(authorization(received)).toBe(`Bearer ${practice.server.apiKey}`);
	});
}

it('temporary keys are sent with their token by curl', SLOW, async (context) => {
	const lacking = missing('curl');
	if (lacking !== null) context.skip(lacking);
	const code = await codeOf(await callOf('Converse'), 'curl');
	const { received } = await sentBy('curl', code, { ...keys, AWS_SESSION_TOKEN: PRACTICE_SESSION_TOKEN });
	expect(authorization(received)).toContain('x-amz-security-token');
});

it('TypeScript has no type error', SLOW, async () => {
	await using place = await temporaryFolder();
	for (const operation of operations) {
		for (const streaming of [true, false]) {
			const { code } = await codeOf(await callOf(operation), 'typescript', { streaming });
			await writeFile(join(place.path, `${operation}-${streaming}.mts`), code);
		}
	}
	expect(await typeErrors(place.path)).toBe('');
});

const PATHS: Readonly<Record<Operation, string>> = {
	Converse: 'converse',
	ConverseStream: 'converse-stream',
	InvokeModel: 'invoke',
	InvokeModelWithResponseStream: 'invoke-with-response-stream',
};

for (const operation of operations) {
	for (const target of ['python', 'javascript', 'curl', 'lambda-node'] as const) {
		const streaming = !isStreaming(operation);
		it(`${operation} as ${target}, ${streaming ? 'streamed' : 'in one piece'}`, SLOW, async (context) => {
			const made = await callOf(operation);
			const code = await codeOf(made, target, { streaming });
			const lacking = missing(target);
			if (lacking !== null) context.skip(lacking);
			const { received, stdout } = await sentBy(target, code, keys);
			expect(JSON.parse(bodyText(received))).toEqual(JSON.parse(bodyText(made.original)));
			const other = operations.find((one) => isInvoke(one) === isInvoke(operation) && isStreaming(one) === streaming);
			expect(received.rawPath.slice(received.rawPath.lastIndexOf('/') + 1)).toBe(other && PATHS[other]);
			if (target === 'lambda-node') expectProxyResponse(JSON.parse(stdout), other ?? operation);
			else if (!(target === 'curl' && streaming)) expect(stdout).toMatch(/\p{Script=Han}/u);
			if (target === 'lambda-node') {
				expect(code.code).toContain(`"bedrock:InvokeModel${streaming ? 'WithResponseStream' : ''}"`);
			}
		});
	}
}

for (const target of ['lambda-python', 'lambda-node'] as const) {
	it(`${target} answers with the status and the words of a refusal`, SLOW, async (context) => {
		const lacking = missing(target);
		if (lacking !== null) context.skip(lacking);
		const code = await codeOf(await callOf('Converse'), target);
		practice.server.faults.arm({ kind: 'access-denied' });
		const { stdout, stderr, error } = await runCode(target, code, keys);
		expect(error, stderr).toBeNull();
		await nextCall();
		const response: { statusCode: number; body: string } = JSON.parse(stdout);
		expect(response.statusCode).toBe(403);
		expect(response.body).toContain('AccessDeniedException');
	});
}

it('says that nothing was sent, and that an exchange is not there', async () => {
	const settings = { connection: 'profile:nobody', region: 'us-east-1' };
	const conversation = await app.client.conversations.create({ settings });
	const turn = await ask(app, conversation.id, QUESTION);
	const exchangeId = turn.exchanges[0]?.id ?? '';
	expect(await app.client.exchanges.code({ exchangeId, target: 'curl' })).toEqual({ code: null, reason: 'no-request' });
	await expect(app.client.exchanges.code({ exchangeId: 'none', target: 'curl' })).rejects.toMatchObject({
		code: 'NOT_FOUND',
	});
});

function expectNoSecret({ code }: Code): void {
	const { secretAccessKey, accessKeyId, apiKey } = practice.server;
	for (const secret of [secretAccessKey, accessKeyId, apiKey]) expect(code).not.toContain(secret);
}

function bodyText({ requestBody }: PracticeExchange): string {
	return Buffer.from(requestBody).toString();
}

function authorization({ requestHeaders }: PracticeExchange): string {
	return requestHeaders.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
}

function expectProxyResponse(response: { statusCode: number; headers: object; body: string }, operation: Operation) {
	expect(response.statusCode).toBe(200);
	expect(response.headers).toEqual({ 'Content-Type': 'application/json; charset=utf-8' });
	expect(response.body).toMatch(/\p{Script=Han}/u);
	const answer: unknown = JSON.parse(response.body);
	if (operation.startsWith('Converse')) {
		expect(answer).toMatchObject({ stopReason: expect.any(String), usage: { inputTokens: expect.any(Number) } });
	} else if (operation === 'InvokeModel') expect(answer).toMatchObject({ type: 'message', role: 'assistant' });
	else expect(answer).toContainEqual(expect.objectContaining({ type: 'message_stop' }));
}

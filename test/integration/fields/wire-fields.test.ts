import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { frameFields } from '../../../src/main/core/bedrock/frame-fields.ts';
import { frameAt, splitFrames } from '../../../src/main/core/bedrock/frames.ts';
import { PRACTICE_SESSION_TOKEN } from '../../../src/main/practice/credentials.ts';
import type { Fault, StreamException } from '../../../src/main/practice/faults.ts';
import { findModel } from '../../../src/shared/catalogue.ts';
import type { FieldContext } from '../../../src/shared/fields/field-context.ts';
import { findField } from '../../../src/shared/fields/find-field.ts';
import type { Frame } from '../../../src/shared/model/exchange.ts';
import type { Family } from '../../../src/shared/model/family.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { isStreaming, operations } from '../../../src/shared/model/operation.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { missingFields } from '../../helpers/missing-fields.ts';
import type { CallerOptions } from '../bedrock/support/caller.ts';
import { makeCall, unstopped } from '../bedrock/support/caller.ts';
import type { ObservedPractice } from '../bedrock/support/practice.ts';
import { startObservedPractice } from '../bedrock/support/practice.ts';
import type { ToldAttempt } from '../bedrock/support/recording-sink.ts';
import { recordingSink } from '../bedrock/support/recording-sink.ts';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterAll(() => practice.server.close());

let homeFolder: string;
beforeEach(async () => {
	homeFolder = await mkdtemp(join(tmpdir(), 'outcrop-fields-'));
});
afterEach(async () => {
	practice.server.faults.clear();
	await rm(homeFolder, { recursive: true, force: true });
});

const models = [
	['claude-messages', 'anthropic.claude-3-5-sonnet-20240620-v1:0'],
	// Counts tokens of the prompt cache, too.
	['claude-messages', 'us.anthropic.claude-haiku-4-5-20251001-v1:0'],
	['claude-text', 'anthropic.claude-v2:1'],
	['titan-text', 'amazon.titan-text-express-v1'],
	['nova', 'amazon.nova-lite-v1:0'],
	['llama', 'us.meta.llama3-3-70b-instruct-v1:0'],
	['mistral-text', 'mistral.mistral-7b-instruct-v0:2'],
	['cohere-command', 'cohere.command-r-v1:0'],
	['deepseek-r1', 'us.deepseek.r1-v1:0'],
	['jamba', 'ai21.jamba-1-5-mini-v1:0'],
	['jurassic', 'ai21.j2-mid-v1'],
	['openai-chat', 'openai.gpt-oss-20b-1:0'],
	['openai-chat', 'deepseek.v3-v1:0'],
	['mistral-chat', 'mistral.mistral-large-3-675b-instruct'],
] as const;
const [sonnet, haiku] = models;

/** What each call sent and received, and how many fields that were, so that none of them goes unseen. */
interface Walk {
	readonly missing: readonly string[];
	readonly headers: ReadonlySet<string>;
	readonly frames: ReadonlySet<string>;
	readonly status: number | null;
}

async function walk(
	{ operation, family, ...settings }: Partial<RequestSettings> & { operation: Operation; family: Family },
	options: CallerOptions = {},
): Promise<Walk> {
	const sink = recordingSink();
	await practice.caller(options)(makeCall({ operation, ...settings }), sink, unstopped);
	const walks = sink.attempts.map((attempt) => walkAttempt(attempt, operation, family));
	return {
		missing: [...new Set(walks.flatMap(({ missing }) => missing))],
		headers: new Set(walks.flatMap(({ headers }) => [...headers])),
		frames: new Set(walks.flatMap(({ frames }) => [...frames])),
		status: walks.at(-1)?.status ?? null,
	};
}

/** What went over the wire. */
type Wire = Pick<ToldAttempt, 'headers' | 'body' | 'status' | 'responseHeaders' | 'pieces'>;

function walkAttempt(attempt: Wire, operation: Operation, family: Family): Walk {
	const bytes = Buffer.concat(attempt.pieces);
	const of = (side: 'request' | 'response'): FieldContext => ({ kind: 'body', side, operation, family });
	const sent = JSON.parse(Buffer.from(attempt.body).toString('utf8')) as unknown;
	const requestHeaders = attempt.headers.map(([name]) => name);
	const responseHeaders = attempt.responseHeaders.map(([name]) => name);
	const streamed = headerOf(attempt.responseHeaders, 'content-type') === 'application/vnd.amazon.eventstream';
	const { frames } = streamed ? splitFrames(bytes, []) : { frames: [] };
	const answer: FieldContext = attempt.status === 200 ? of('response') : { kind: 'error' };
	return {
		missing: [
			...label('request', missingFields(of('request'), sent)),
			...label('request header', missingNames({ kind: 'header', side: 'request' }, requestHeaders)),
			...label('response header', missingNames({ kind: 'header', side: 'response' }, responseHeaders)),
			...(streamed
				? frames.flatMap((frame) => missingInFrame(frame, frameAt(bytes, frame.index), family))
				: label('response', missingFields(answer, JSON.parse(bytes.toString('utf8')) as unknown))),
		],
		headers: new Set([...requestHeaders, ...responseHeaders].map((name) => name.toLowerCase())),
		frames: new Set(frames.map(({ eventType }) => eventType)),
		status: attempt.status,
	};
}

function missingInFrame(frame: Frame, bytes: Uint8Array | null, family: Family): readonly string[] {
	const event: FieldContext = { kind: 'event', type: frame.eventType, family };
	const kinds = frameFields(bytes ?? new Uint8Array()).map(({ kind }) => kind);
	const names = frame.headers.map(({ name }) => name);
	const payload = frame.payload === '' ? {} : (JSON.parse(frame.payload) as unknown);
	return [
		...label('frame', missingNames({ kind: 'frame' }, kinds)),
		...label('frame header', missingNames({ kind: 'frame-header' }, names)),
		...label(frame.eventType, missingFields(event, payload)),
		...label('chunk', frame.chunk === null ? [] : missingFields({ kind: 'chunk', family }, JSON.parse(frame.chunk))),
	];
}

const label = (where: string, names: readonly string[]) => names.map((name) => `${where}: ${name}`);
const missingNames = (context: FieldContext, names: readonly string[]) =>
	names.filter((name) => findField(context, [name]) === null);
const headerOf = (lines: ToldAttempt['headers'], wanted: string) =>
	lines.find(([name]) => name.toLowerCase() === wanted)?.[1];

const settings = { system: 'Be brief.', maxTokens: 12, temperature: 0.5, stopSequences: ['###'] };
const cases = models.flatMap(([family, modelId]) =>
	operations
		.filter((operation) => !isStreaming(operation) || findModel(modelId)?.streaming)
		.map((operation) => ({ family, modelId, operation })),
);

test.each(cases)('$operation with $modelId', async ({ family, modelId, operation }) => {
	// Some models know no system prompt in Converse, and are refused.
	const system = operation.startsWith('Converse') && findModel(modelId)?.system === false ? '' : settings.system;
	const { missing, status, headers } = await walk({ operation, family, modelId, ...settings, system });
	expect(missing).toEqual([]);
	expect(status).toBe(200);
	expect(headers).toContain('x-amzn-requestid');
	expect(headers).toContain('authorization');
});

const refusals: ReadonlyArray<readonly [string, Fault]> = [
	['throttled', { kind: 'throttled', retryAfterSeconds: 0 }],
	['internal error', { kind: 'internal-error' }],
	['access denied', { kind: 'access-denied' }],
	['not ready', { kind: 'refused', exception: 'ModelNotReadyException', message: 'a' }],
	['signature expired', { kind: 'signature-expired' }],
];

test.each(refusals)('refused: %s', async (_, fault) => {
	practice.server.faults.arm(fault);
	const { missing, headers } = await walk({ operation: 'Converse', family: sonnet[0], modelId: sonnet[1] });
	expect(missing).toEqual([]);
	expect(headers).toContain('x-amzn-errortype');
});

const exceptions: readonly StreamException[] = [
	'internalServerException',
	'modelStreamErrorException',
	'modelTimeoutException',
	'serviceUnavailableException',
	'throttlingException',
	'validationException',
];
const streamFaults: ReadonlyArray<readonly [string, Fault]> = [
	...exceptions.map((exception) => [exception, { kind: 'stream-exception', afterFrames: 2, exception }] as const),
	['newException', { kind: 'unknown-stream-exception', afterFrames: 2, exception: 'newException', message: 'a' }],
	['someCode', { kind: 'stream-error', afterFrames: 2, code: 'someCode', message: 'a' }],
];

test.each(streamFaults)('in a stream: %s', async (last, fault) => {
	practice.server.faults.arm(fault);
	const { missing, frames } = await walk({ operation: 'ConverseStream', family: haiku[0], modelId: haiku[1] });
	expect(missing).toEqual([]);
	expect(frames).toContain(last);
});

test.each([
	['titan-embed', 'amazon.titan-embed-text-v2:0', { embeddingTypes: ['float', 'binary'], dimensions: 256 }],
	['titan-embed', 'amazon.titan-embed-text-v1', {}],
	['cohere-embed', 'cohere.embed-v4:0', { embedding_types: ['float', 'int8', 'uint8', 'binary', 'ubinary'] }],
	['cohere-embed', 'cohere.embed-multilingual-v3', { truncate: 'END' }],
] as const)('vectors of %s, by %s', async (family, modelId, fields) => {
	const additionalFields = JSON.stringify(fields);
	const { missing, status } = await walk({ operation: 'InvokeModel', family, modelId, additionalFields });
	expect([missing, status]).toEqual([[], 200]);
});

test('with temporary keys', async () => {
	const { endpoint, accessKeyId, secretAccessKey } = practice.server;
	await mkdir(join(homeFolder, '.aws'));
	await writeFile(
		join(homeFolder, '.aws', 'config'),
		`[profile work]\nregion = us-east-1\nendpoint_url = ${endpoint}\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\naws_session_token = ${PRACTICE_SESSION_TOKEN}\n`,
	);
	const call = { operation: 'Converse', family: haiku[0], modelId: haiku[1], connection: 'profile:work' } as const;
	const { missing, headers } = await walk(call, { homeFolder });
	expect(missing).toEqual([]);
	expect(headers).toContain('x-amz-security-token');
});

test('a field that nobody has described is listed', () => {
	const attempt: Wire = {
		headers: [['x-invented', '1']],
		body: Buffer.from('{"inventedMember":1,"messages":[]}'),
		status: 200,
		responseHeaders: [['content-type', 'application/json']],
		pieces: [Buffer.from('{"usage":{"inventedTokens":1}}')],
	};
	expect(walkAttempt(attempt, 'Converse', 'nova').missing).toEqual([
		'request: inventedMember',
		'request header: x-invented',
		'response: usage.inventedTokens',
	]);
});

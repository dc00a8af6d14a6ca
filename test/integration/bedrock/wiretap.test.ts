import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventFrame, exceptionFrame } from '../../helpers/event-frames.ts';
import { limits, makeCall, makeCaller, unstopped } from './support/caller.ts';
import { recordingSink } from './support/recording-sink.ts';
import type { StubService } from './support/stub-service.ts';
import { json, refusal, startStubService, stream } from './support/stub-service.ts';

let service: StubService;
beforeAll(async () => {
	service = await startStubService();
});
afterAll(() => service.close());

const answer = [
	eventFrame('messageStart', { p: 'abc', role: 'assistant' }),
	eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'はい。' }, p: 'abcd' }),
	eventFrame('contentBlockStop', { contentBlockIndex: 0, p: 'ab' }),
	eventFrame('messageStop', { p: 'abcde', stopReason: 'end_turn' }),
	eventFrame('metadata', {
		metrics: { latencyMs: 12 },
		p: 'a',
		usage: { inputTokens: 7, outputTokens: 2, totalTokens: 9 },
	}),
];

test('tells the request exactly as the server read it, header by header and byte by byte', async () => {
	service.answerWith(stream(...answer));
	const sink = recordingSink();
	const end = await makeCaller(service)(makeCall({ system: '短く答えて。' }), sink, unstopped);

	expect(end).toEqual({ state: 'complete', failure: null });
	const [seen] = service.requests;
	const [told] = sink.attempts;
	expect(Buffer.from(told?.body ?? [])).toEqual(seen?.body);
	expect(seen?.body.toString('utf8')).toBe(
		'{"messages":[{"role":"user","content":[{"text":"こんにちは"}]}],"system":[{"text":"短く答えて。"}],"inferenceConfig":{"maxTokens":1024}}',
	);
	expect(told?.url).toBe(`${service.endpoint}${seen?.url}`);
	expect(seen?.url).toBe('/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse-stream');
	expect(told?.headers.map(([name]) => name)).toEqual(seen?.headers.map(([name]) => name));
	const cut = (lines: ReadonlyArray<readonly [string, string]> = []) =>
		lines.filter(([name]) => name !== 'authorization');
	expect(cut(told?.headers)).toEqual(cut(seen?.headers));
	expect(told?.headers.find(([name]) => name === 'authorization')?.[1]).toMatch(
		/^AWS4-HMAC-SHA256 Credential=AKIA…01\/\d{8}\/us-east-1\/bedrock\/aws4_request, SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{4}…$/,
	);
});

test('tells the response as it came, with times that never go back', async () => {
	service.answerWith(stream(...answer));
	const sink = recordingSink();
	await makeCaller(service)(makeCall(), sink, unstopped);

	const [told] = sink.attempts;
	expect(Buffer.concat(told?.pieces ?? [])).toEqual(Buffer.concat(answer));
	expect(told?.responseHeaders.slice(0, 2)).toEqual([
		['Content-Type', 'application/vnd.amazon.eventstream'],
		['x-amzn-RequestId', 'stub-1'],
	]);
	expect(told?.ends).toEqual([null]);
	expect(told?.times).toEqual(told?.times.toSorted((a, b) => a - b));
	expect(sink.texts).toEqual(['はい。']);
	expect(sink.reasons).toEqual(['end_turn']);
	expect(sink.usages).toEqual([
		{ inputTokens: 7, outputTokens: 2, cacheReadInputTokens: null, cacheWriteInputTokens: null },
	]);
});

test('tells each attempt, with the error body whole', async () => {
	const slow = '{"message":"Too many requests, please wait before trying again."}';
	service.answerWith(refusal(429, 'ThrottlingException', slow), stream(...answer));
	const sink = recordingSink();
	const end = await makeCaller(service)(makeCall(), sink, unstopped);

	expect(end.state).toBe('complete');
	expect(sink.attempts.map(({ index, status, ends }) => ({ index, status, ends }))).toEqual([
		{ index: 1, status: 429, ends: [null] },
		{ index: 2, status: 200, ends: [null] },
	]);
	expect(Buffer.concat(sink.attempts[0]?.pieces ?? []).toString()).toBe(slow);
	const header = (attempt: number, name: string) => sink.attempts[attempt]?.headers.find(([one]) => one === name)?.[1];
	expect([header(0, 'amz-sdk-request'), header(1, 'amz-sdk-request')]).toEqual([
		'attempt=1; max=3',
		'attempt=2; max=3',
	]);
	expect(header(0, 'amz-sdk-invocation-id')).toBe(header(1, 'amz-sdk-invocation-id'));
});

test('keeps the text that came in one piece with the exception that broke the stream, and reads on to its end', async () => {
	const bytes = Buffer.concat([
		...answer.slice(0, 2),
		exceptionFrame('modelStreamErrorException', { message: 'The model broke off.', originalStatusCode: 500 }),
		...answer.slice(2),
	]);
	service.answerWith(stream(bytes));
	const sink = recordingSink();
	const end = await makeCaller(service)(makeCall(), sink, unstopped);

	expect(end).toEqual({
		state: 'incomplete',
		failure: {
			code: 'model-error',
			type: 'ModelStreamErrorException',
			message: 'The model broke off.',
			status: 200,
			requestId: 'stub-1',
			systemCode: null,
		},
	});
	expect(Buffer.concat(sink.attempts[0]?.pieces ?? [])).toEqual(bytes);
	expect(sink.attempts[0]?.ends).toEqual([null]);
});

test('cuts off a response that goes on after the SDK has given it up', async () => {
	service.answerWith((response) => {
		response.writeHead(200, { 'Content-Type': 'application/vnd.amazon.eventstream' });
		response.write(exceptionFrame('validationException', { message: 'No.' }));
	});
	const sink = recordingSink();
	const end = await makeCaller({ ...service, limits: limits({ idle: 2000 }) })(makeCall(), sink, unstopped);

	expect(end.failure?.type).toBe('ValidationException');
	expect(sink.attempts[0]?.ends).toEqual([
		{ name: 'Error', message: 'The rest of the response was not read.', code: null },
	]);
});

test('gives up a response that has begun and falls silent', async () => {
	service.answerWith((response) => {
		response.writeHead(200, { 'Content-Type': 'application/vnd.amazon.eventstream', 'x-amzn-RequestId': 'stub-1' });
		response.write(Buffer.concat(answer.slice(0, 2)));
	});
	const sink = recordingSink();
	const end = await makeCaller({ ...service, limits: limits({ idle: 40 }) })(makeCall(), sink, unstopped);

	expect(sink.texts).toEqual(['はい。']);
	expect(end).toEqual({
		state: 'incomplete',
		failure: {
			code: 'timeout-idle',
			type: 'StalledResponse',
			message: 'No byte of the response arrived for 40 ms.',
			status: 200,
			requestId: 'stub-1',
			systemCode: null,
		},
	});
	expect(sink.attempts[0]?.ends).toEqual([
		{ name: 'StalledResponse', message: 'No byte of the response arrived for 40 ms.', code: null },
	]);
});

test('cuts out every secret, also where the service repeats it', async () => {
	const token = 'PLANTED-SESSION-TOKEN-abcdefghijklmnop';
	service.answerWith((response) => {
		const signature = /Signature=(\S+)/.exec(
			service.requests[0]?.headers.find(([name]) => name === 'authorization')?.[1] ?? '',
		)?.[1];
		const body = Buffer.from(
			JSON.stringify({ message: `should have been x-amz-security-token:${token} and ${signature}` }),
		);
		response.writeHead(403, {
			'Content-Type': 'application/json',
			'x-amzn-ErrorType': 'InvalidSignatureException',
			'Set-Cookie': ['session=PLANTED-COOKIE', 'b=PLANTED-COOKIE'],
		});
		response.write(body.subarray(0, 60));
		setImmediate(() => response.end(body.subarray(60)));
	});
	const sink = recordingSink();
	const environment = {
		AWS_ACCESS_KEY_ID: 'AKIAPLANTEDKEYID0042',
		AWS_SECRET_ACCESS_KEY: 'PLANTED-SECRET-KEY',
		AWS_SESSION_TOKEN: token,
	};
	const end = await makeCaller({ ...service, environment })(
		makeCall({ connection: 'environment', region: 'eu-west-1', endpointUrl: service.endpoint }),
		sink,
		unstopped,
	);

	expect(service.requests[0]?.headers).toContainEqual(['x-amz-security-token', token]);
	expect(end.failure).toEqual({
		code: 'bad-signature',
		type: 'InvalidSignatureException',
		message: 'should have been x-amz-security-token:… and …',
		status: 403,
		requestId: null,
		systemCode: null,
	});
	expect(sink.attempts[0]?.headers).toContainEqual(['x-amz-security-token', '…']);
	expect(sink.attempts[0]?.responseHeaders.filter(([name]) => name === 'Set-Cookie')).toEqual([
		['Set-Cookie', '…'],
		['Set-Cookie', '…'],
	]);
	expect(Buffer.concat(sink.attempts[0]?.pieces ?? []).toString()).toBe(
		`{"message":"should have been x-amz-security-token:${'*'.repeat(token.length)} and ${'*'.repeat(64)}"}`,
	);
	const told = sink.everything() + JSON.stringify(end);
	expect(told).not.toContain('PLANTED');
	const signed = service.requests[0]?.headers.find(([name]) => name === 'authorization')?.[1] ?? '';
	expect(told).not.toContain(/Signature=(\S+)/.exec(signed)?.[1]);
});

test('tells of a network error as an attempt without a response', async () => {
	const gone = await startStubService();
	await gone.close();
	const sink = recordingSink();
	const end = await makeCaller(gone)(makeCall(), sink, unstopped);

	expect(end.state).toBe('failed');
	expect(end.failure).toMatchObject({ code: 'no-network', type: 'Error', systemCode: 'ECONNREFUSED', status: null });
	expect(sink.attempts.map(({ status, ends }) => ({ status, ends: ends.map((error) => error?.code) }))).toEqual([
		{ status: null, ends: ['ECONNREFUSED'] },
		{ status: null, ends: ['ECONNREFUSED'] },
		{ status: null, ends: ['ECONNREFUSED'] },
	]);
});

test('does not disturb an answer: a JSON body reads the same', async () => {
	service.answerWith(
		json({
			metrics: { latencyMs: 3 },
			output: { message: { role: 'assistant', content: [{ text: '一' }, { text: '二' }] } },
			stopReason: 'max_tokens',
			usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3, cacheReadInputTokens: 4, cacheWriteInputTokens: 5 },
		}),
	);
	const sink = recordingSink();
	const end = await makeCaller(service)(makeCall({ operation: 'Converse' }), sink, unstopped);

	expect(end).toEqual({ state: 'complete', failure: null });
	expect(sink.texts).toEqual(['一', '二']);
	expect(sink.reasons).toEqual(['max_tokens']);
	expect(sink.usages).toEqual([{ inputTokens: 1, outputTokens: 2, cacheReadInputTokens: 4, cacheWriteInputTokens: 5 }]);
});

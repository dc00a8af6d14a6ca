import { expect, test } from 'vitest';
import { readFile } from '../../../../src/main/core/imports/read-file.ts';
import { chunkFrame, eventFrame } from '../../../helpers/event-frames.ts';

const HOST = 'https://bedrock-runtime.eu-west-1.amazonaws.com/model/amazon.nova-lite-v1%3A0';
const STREAM = 'application/vnd.amazon.eventstream';

interface Call {
	readonly path: string;
	readonly asked?: { readonly headers?: Readonly<Record<string, string>>; readonly body?: object };
	readonly type?: string;
	readonly answer: Uint8Array;
	readonly headers?: Readonly<Record<string, string>>;
}

/** What is told of the tier of a call that a HAR file holds. */
function tierOf({ path, asked = {}, type = 'application/json', answer, headers = {} }: Call): string | undefined {
	const lines = (named: Readonly<Record<string, string>>) =>
		Object.entries(named).map(([name, value]) => ({ name, value }));
	const rest = { httpVersion: 'h2', cookies: [], headersSize: -1, bodySize: -1 };
	const text = JSON.stringify({ messages: [{ role: 'user', content: [{ text: 'Hi' }] }], ...asked.body });
	const entry = {
		startedDateTime: '2026-11-21T06:00:00.000Z',
		time: 1,
		request: {
			...rest,
			method: 'POST',
			url: `${HOST}/${path}`,
			headers: lines(asked.headers ?? {}),
			queryString: [],
			postData: { mimeType: 'application/json', text },
		},
		response: {
			...rest,
			status: 200,
			statusText: '',
			headers: lines({ 'Content-Type': type, ...headers }),
			redirectURL: '',
			content: { size: 1, mimeType: type, text: Buffer.from(answer).toString('base64'), encoding: 'base64' },
		},
		cache: {},
		timings: { send: 0, wait: 1, receive: 0 },
	};
	const file = { log: { version: '1.2', creator: { name: 'A', version: '1' }, entries: [entry] } };
	const { recording } = readFile(Buffer.from(JSON.stringify(file)), 'file', 1000, () => 'id');
	const { usage } = recording.turns[0]?.exchanges[0]?.summary ?? {};
	expect(usage).toMatchObject({ inputTokens: 1, outputTokens: 2 });
	return usage?.tier;
}

const usage = { inputTokens: 1, outputTokens: 2 };
const whole = (more: object = {}) =>
	Buffer.from(
		JSON.stringify({ output: { message: { content: [{ text: 'Stone' }] } }, stopReason: 'end_turn', usage, ...more }),
	);
const events = (more: object = {}) =>
	Buffer.concat([
		eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Stone' } }),
		eventFrame('messageStop', { stopReason: 'end_turn' }),
		eventFrame('metadata', { usage, ...more }),
	]);
const chunks = Buffer.concat([
	chunkFrame({ contentBlockDelta: { delta: { text: 'Stone' }, contentBlockIndex: 0 } }),
	chunkFrame({ messageStop: { stopReason: 'end_turn' } }),
	chunkFrame({ metadata: { usage } }),
]);

const inBody = { body: { serviceTier: { type: 'flex' }, performanceConfig: { latency: 'optimized' } } };
const inHeaders = {
	headers: { 'x-amzn-bedrock-service-tier': 'flex', 'X-Amzn-Bedrock-PerformanceConfig-Latency': 'optimized' },
};
const usual = { serviceTier: { type: 'default' }, performanceConfig: { latency: 'standard' } };
const usualHeaders = {
	'X-Amzn-Bedrock-Service-Tier': 'default',
	'X-Amzn-Bedrock-PerformanceConfig-Latency': 'standard',
};

test.each<[string, Call, Call]>([
	[
		'Converse',
		{ path: 'converse', asked: inBody, answer: whole() },
		{ path: 'converse', asked: inBody, answer: whole(usual) },
	],
	[
		'ConverseStream',
		{ path: 'converse-stream', asked: inBody, type: STREAM, answer: events() },
		{ path: 'converse-stream', asked: inBody, type: STREAM, answer: events(usual) },
	],
	[
		'InvokeModel',
		{ path: 'invoke', asked: inHeaders, answer: whole() },
		{ path: 'invoke', asked: inHeaders, answer: whole(), headers: usualHeaders },
	],
	[
		'InvokeModelWithResponseStream',
		{ path: 'invoke-with-response-stream', asked: inHeaders, type: STREAM, answer: chunks },
		{ path: 'invoke-with-response-stream', asked: inHeaders, type: STREAM, answer: chunks, headers: usualHeaders },
	],
])('%s: the tier that was asked for counts where the service says nothing of it', (_, silent, told) => {
	expect(tierOf(silent)).toBe('flex, optimized');
	expect(tierOf(told)).toBeUndefined();
});

import { connect } from 'node:net';
import { crc32 } from 'node:zlib';
import { EventStreamCodec } from '@smithy/eventstream-codec';
import { fromUtf8, toUtf8 } from '@smithy/util-utf8';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Break, Fault } from '../../../src/main/practice/faults.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { rawPost } from './support/raw-call.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const MINUTE = 60_000;

let server: PracticeServer;
/** How long practice was told to wait, each time; it never does. */
const waits: number[] = [];
beforeAll(async () => {
	server = await startPractice({
		clock: {
			now: () => NOW,
			monotonic: () => 0,
			async wait(ms) {
				waits.push(ms);
			},
		},
	});
});
afterEach(() => {
	server.faults.clear();
	waits.length = 0;
});
afterAll(() => server.close());

const CONVERSE = '/model/amazon.nova-micro-v1%3A0/converse';
const STREAM = `${CONVERSE}-stream`;
const BODY = JSON.stringify({
	messages: [{ role: 'user', content: [{ text: 'Hi' }] }],
	inferenceConfig: { maxTokens: 2 },
});
/** messageStart, two deltas, contentBlockStop, messageStop, metadata. */
const ALL = 6;

const codec = new EventStreamCodec(toUtf8, fromUtf8);

function post(path: string): Promise<Response> {
	return fetch(server.endpoint + path, {
		method: 'POST',
		headers: { authorization: `Bearer ${server.apiKey}` },
		body: BODY,
		redirect: 'manual',
	});
}

async function bytesOf(response: Response): Promise<Buffer> {
	return Buffer.from(await response.arrayBuffer());
}

function framesOf(bytes: Buffer): Buffer[] {
	const frames: Buffer[] = [];
	for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
		frames.push(bytes.subarray(at, at + bytes.readUInt32BE(at)));
	}
	return frames;
}

/** Everything that comes by a connection of its own, and how the connection ends. */
async function raw(path: string, arrived: (soFar: string) => void = () => {}) {
	const { port } = new URL(server.endpoint);
	const socket = connect({ host: '127.0.0.1', port: Number(port) });
	let text = '';
	const { promise, resolve } = Promise.withResolvers<string>();
	socket.setEncoding('latin1');
	socket.on('data', (piece: string) => {
		text += piece;
		arrived(text);
	});
	socket.on('end', () => resolve('closed'));
	socket.on('error', (error: Error & { code?: string }) => resolve(error.code ?? error.message));
	const length = Buffer.byteLength(BODY);
	socket.write(
		`POST ${path} HTTP/1.1\r\nHost: practice\r\nAuthorization: Bearer ${server.apiKey}\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n${BODY}`,
	);
	const end = await promise;
	socket.destroy();
	return { end, text };
}

describe('a stream that is cut', () => {
	test.each([
		[undefined, 0],
		['length', 2],
		['frame', 'half'],
	] as const)('inside: %s', async (inside, rest) => {
		const fault = server.faults.arm({
			kind: 'cut-stream',
			afterFrames: 2,
			how: 'end',
			...(inside !== undefined && { inside }),
		});
		const bytes = await bytesOf(await post(STREAM));
		expect(await fault.reached).toBe(bytes.length);
		const whole = bytes.readUInt32BE(0) + bytes.readUInt32BE(bytes.readUInt32BE(0));
		const left = bytes.subarray(whole);
		expect(left.length).toBe(rest === 'half' ? Math.floor(left.readUInt32BE(0) / 2) : rest);
	});

	test.each([
		['end', 'closed', true],
		['half-close', 'closed', false],
		['reset', 'ECONNRESET', false],
	] as const)('by: %s', async (how, end, regular) => {
		const fault = server.faults.arm({ kind: 'cut-stream', afterFrames: 1, how, held: true });
		const arrived = await raw(STREAM, (soFar) => {
			if (soFar.includes('messageStart')) fault.release();
		});
		expect(arrived.end).toBe(end);
		expect(arrived.text.endsWith('\r\n0\r\n\r\n')).toBe(regular);
	});
});

test.each(['half-close', 'reset'] as const satisfies readonly Break[])(
	'half a body, then %s; streams are left alone',
	async (how) => {
		const fault = server.faults.arm({ kind: 'cut-body', how, held: true });
		expect(framesOf(await bytesOf(await post(STREAM)))).toHaveLength(ALL);
		const arrived = await raw(CONVERSE, (soFar) => {
			if (soFar.includes('\r\n\r\n{')) fault.release();
		});
		expect(arrived.end).toBe(how === 'reset' ? 'ECONNRESET' : 'closed');
		const [head = '', body = ''] = arrived.text.split('\r\n\r\n');
		const length = Number(/^Content-Length: (\d+)$/im.exec(head)?.[1]);
		expect(body.length).toBe(Math.floor(length / 2));
		expect(await fault.reached).toBe(body.length);
	},
);

test('half a body, and the rest when released', async () => {
	const fault = server.faults.arm({ kind: 'stalled-body' });
	const response = await post(CONVERSE);
	const length = Number(response.headers.get('content-length'));
	expect(await fault.reached).toBe(Math.floor(length / 2));
	fault.release();
	expect(JSON.parse(await response.text())).toMatchObject({ stopReason: 'max_tokens' });
});

test('a wrong prelude checksum alone', async () => {
	server.faults.arm({ kind: 'wrong-prelude-checksum', afterFrames: 1 });
	const frames = framesOf(await bytesOf(await post(STREAM)));
	expect(frames).toHaveLength(ALL);
	const [first, broken] = frames;
	expect(crc32(broken?.subarray(0, 8) ?? '')).not.toBe(broken?.readUInt32BE(8));
	expect(crc32(broken?.subarray(0, -4) ?? '')).toBe(broken?.readUInt32BE(broken.length - 4));
	expect(crc32(first?.subarray(0, 8) ?? '')).toBe(first?.readUInt32BE(8));
});

test.each([
	[
		{ kind: 'unknown-stream-exception', afterFrames: 1, exception: 'newException', message: 'Neu.' },
		{ ':exception-type': 'newException', ':content-type': 'application/json', ':message-type': 'exception' },
		'{"message":"Neu."}',
	],
	[
		{ kind: 'stream-error', afterFrames: 1, code: 'InternalFailure', message: 'Broken.' },
		{ ':error-code': 'InternalFailure', ':error-message': 'Broken.', ':message-type': 'error' },
		'',
	],
] as const satisfies readonly (readonly [Fault, Record<string, string>, string])[])(
	'the last frame: $kind',
	async (fault, headers, payload) => {
		server.faults.arm(fault);
		const frames = framesOf(await bytesOf(await post(STREAM)));
		expect(frames).toHaveLength(2);
		const last = codec.decode(frames[1] ?? new Uint8Array());
		expect(Object.fromEntries(Object.entries(last.headers).map(([name, { value }]) => [name, value]))).toEqual(headers);
		expect(toUtf8(last.body)).toBe(payload);
	},
);

describe.each([CONVERSE, STREAM])('%s', (path) => {
	test.each([
		[200, '<title>Sign in to the network</title>'],
		[502, '<title>502 Bad Gateway</title>'],
	] as const)('a page with status %d', async (status, title) => {
		server.faults.arm({ kind: 'html-page', status });
		const response = await post(path);
		expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/html']);
		expect(await response.text()).toContain(title);
	});

	test('a redirect', async () => {
		server.faults.arm({ kind: 'redirect', location: 'http://127.0.0.1:9/there' });
		const response = await post(path);
		expect([response.status, response.headers.get('location')]).toEqual([307, 'http://127.0.0.1:9/there']);
	});

	test('another content type, and nothing else', async () => {
		server.faults.arm({ kind: 'wrong-content-type', contentType: 'text/plain' });
		const response = await post(path);
		expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain']);
		const bytes = await bytesOf(response);
		if (path === STREAM) expect(framesOf(bytes)).toHaveLength(ALL);
		else expect(JSON.parse(bytes.toString())).toMatchObject({ stopReason: 'max_tokens' });
	});

	test('one byte at a time', async () => {
		server.faults.arm({ kind: 'slow-drip', ms: 20 });
		const bytes = await bytesOf(await post(path));
		expect(waits).toEqual(Array.from(bytes, () => 20));
		if (path === STREAM) expect(framesOf(bytes)).toHaveLength(ALL);
	});

	test.each([10, -10])('a Date that is wrong by %d minutes', async (minutes) => {
		server.faults.arm({ kind: 'wrong-date', minutes });
		const dates = [await post(path), await post(path)].map(({ headers }) => headers.get('date'));
		expect(dates).toEqual([new Date(NOW + minutes * MINUTE).toUTCString(), new Date(NOW).toUTCString()]);
	});

	test('a clock that is wrong checks signatures by its own time', async () => {
		server.faults.arm({ kind: 'wrong-clock', minutes: 10 }, 2);
		const early = await rawPost(server, path, BODY, { signingDate: new Date(NOW) });
		const late = await rawPost(server, path, BODY, { signingDate: new Date(NOW + 10 * MINUTE) });
		expect([early.status, early.text]).toEqual([
			403,
			'{"message":"Signature expired: 20261121T120000Z is now earlier than 20261121T120500Z (20261121T121000Z - 5 min.)"}',
		]);
		const date = new Date(NOW + 10 * MINUTE).toUTCString();
		expect([early.headers.get('date'), late.headers.get('date')]).toEqual([date, date]);
		expect(late.status).toBe(200);
	});

	test('a signature that is refused as too old', async () => {
		server.faults.arm({ kind: 'signature-expired' });
		const refused = await rawPost(server, path, BODY, { signingDate: new Date(NOW) });
		expect([refused.status, refused.headers.get('x-amzn-errortype')?.split(':')[0], refused.text]).toEqual([
			403,
			'InvalidSignatureException',
			'{"message":"Signature expired: 20261121T120000Z is now earlier than 20261121T115500Z (20261121T120000Z - 5 min.)"}',
		]);
		expect(refused.headers.get('date')).toBe(new Date(NOW).toUTCString());
	});
});

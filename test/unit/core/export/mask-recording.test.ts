import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { splitFrames } from '../../../../src/main/core/bedrock/frames.ts';
import { harText } from '../../../../src/main/core/export/har.ts';
import { markdownText } from '../../../../src/main/core/export/markdown.ts';
import { maskRecording } from '../../../../src/main/core/export/mask-recording.ts';
import { ownFileText } from '../../../../src/main/core/export/own-file.ts';
import type { RecordedAttempt, Recording } from '../../../../src/main/core/export/recording.ts';
import type { ContentBlock } from '../../../../src/shared/model/content.ts';
import { turn } from '../../../../src/shared/model/conversation.ts';
import { attempt, exchangeSummary } from '../../../../src/shared/model/exchange.ts';
import { chunkFrame, errorFrame, eventFrame } from '../../../helpers/event-frames.ts';
import { harErrors } from '../../../helpers/har-errors.ts';

/** One of each kind of what is private. */
const PRIVATE = {
	account: '111122223333',
	ownProfile: 'ab12cd34ef56',
	role: 'Deployer-Acme',
	session: 'carol.jones@acme.test',
	user: 'carol',
	profile: 'acme-prod',
	host: 'gateway.acme.test',
	keyId: 'AKIAIOSFODNN7EXAMPLE',
};
const ROLE_ARN = `arn:aws:sts::${PRIVATE.account}:assumed-role/${PRIVATE.role}/${PRIVATE.session}`;
const MODEL_ARN = `arn:aws:bedrock:us-east-1:${PRIVATE.account}:application-inference-profile/${PRIVATE.ownProfile}`;
/** Of what was signed: with the rest of it known, an account id can be found by trying. */
const HASH = 'f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59';
const WORDS = `${ROLE_ARN} on ${MODEL_ARN} by profile ${PRIVATE.profile} with ${PRIVATE.keyId} at ${PRIVATE.host}, /home/${PRIVATE.user}/.aws`;

/** The words, a few characters a frame: no frame has a whole value in it. */
function deltas(frameOf: (text: string) => Uint8Array): Uint8Array {
	return Buffer.concat((WORDS.match(/.{1,3}/gs) ?? []).map(frameOf));
}

const streams: readonly (readonly [string, Uint8Array])[] = [
	['Converse', deltas((text) => eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text }, p: 'abc' }))],
	['native chunks', deltas((text) => chunkFrame({ type: 'content_block_delta', delta: { type: 'text_delta', text } }))],
	[
		'a whole value in a frame',
		Buffer.concat([eventFrame('metadata', { trace: { words: WORDS } }), chunkFrame({ completion: WORDS })]),
	],
	['an error in a header', errorFrame('internalServerException', WORDS)],
	['a frame that was cut', chunkFrame({ completion: `${WORDS} and more` }).subarray(0, -40)],
	['bytes that are no text', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WORDS)])],
];

function recordingWith(response: Uint8Array): Recording {
	const url = `https://${PRIVATE.host}/model/${encodeURIComponent(MODEL_ARN)}/converse-stream`;
	const request = Buffer.from(
		JSON.stringify({ messages: [{ role: 'user', content: [{ text: WORDS }] }], account: 111122223333 }).replaceAll(
			'/',
			'\\/',
		),
	);
	const failure = {
		code: 'iam-not-allowed',
		type: 'AccessDeniedException',
		message: WORDS,
		status: 403,
		requestId: null,
		systemCode: null,
	};
	const summary = exchangeSummary.parse({
		id: 'e',
		turnId: 't',
		index: 1,
		operation: 'ConverseStream',
		modelId: MODEL_ARN,
		family: null,
		connection: `profile:${PRIVATE.profile}`,
		region: 'us-east-1',
		endpoint: `https://${PRIVATE.host}`,
		state: 'failed',
		startedAt: 1_790_000_000_000,
		firstByteMs: 1,
		firstTokenMs: null,
		totalMs: 5,
		usage: null,
		stopReason: null,
		requestId: null,
		status: 403,
		attemptCount: 1,
		failure,
	});
	const headers = [
		['host', PRIVATE.host],
		['authorization', 'AWS4-HMAC-SHA256 Credential=AKIA…LE/20261120/us-east-1/bedrock/aws4_request'],
		['x-note', WORDS],
	];
	const arrivals = splitFrames(response, []).frames.map(({ offset, length, index }): [number, number] => [
		offset + length,
		index,
	]);
	const made = attempt.parse({
		id: 'a',
		exchangeId: 'e',
		index: 1,
		startedMs: 0,
		request: { method: 'POST', url, headers, body: infoOf(request) },
		signature: {
			algorithm: 'AWS4-HMAC-SHA256',
			accessKeyId: 'AKIA…LE',
			scope: '20261120/us-east-1/bedrock/aws4_request',
			signedHeaders: ['host'],
			signature: '0f1e',
			canonicalRequest: `POST\n${encodeURIComponent(MODEL_ARN)}\n\nhost:${PRIVATE.host}\n\nhost\n00`,
			stringToSign: `AWS4-HMAC-SHA256\n20261120T000000Z\n20261120/us-east-1/bedrock/aws4_request\n${HASH}`,
			matches: true,
		},
		response: { status: 200, headers, headersMs: 1, firstByteMs: 1, body: infoOf(response), kind: 'event-stream' },
		endedMs: 5,
		error: { name: 'Error', message: WORDS, code: null },
	});
	const message = (role: 'user' | 'assistant') => ({
		id: role,
		conversationId: 'c',
		parentId: null,
		role,
		content: [{ type: 'text', text: WORDS }],
		createdAt: 0,
	});
	return {
		title: WORDS,
		masked: false,
		turns: [
			{
				turn: turn.parse({
					id: 't',
					conversationId: 'c',
					question: message('user'),
					answer: message('assistant'),
					state: 'failed',
					failure,
					exchanges: [summary],
					startedAt: 0,
					endedAt: 1,
					unsaved: false,
				}),
				exchanges: [{ summary, attempts: [{ attempt: made, request, response, arrivals }] }],
			},
		],
	};
}

function infoOf(bytes: Uint8Array): { size: number; sha256: string } {
	return { size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Every text of a file: as it stands, out of base64, out of the base64 in that, and with what is streamed joined. */
function everyText(file: string): string {
	const opened = [
		file,
		...[...file.matchAll(/[A-Za-z0-9+/]{40,}=*/g)].map(([base64]) => Buffer.from(base64, 'base64').toString('latin1')),
	];
	const inner = opened.flatMap((text) =>
		[...text.matchAll(/"bytes\\*":\\*"([A-Za-z0-9+/]+=*)/g)].map(([, base64 = '']) =>
			Buffer.from(base64, 'base64').toString('utf8'),
		),
	);
	const all = [...opened, ...inner].join('\n');
	const streamed = [...all.matchAll(/\\?"(?:text|completion)\\?":\\?"((?:[^"\\]|\\\\.)*)\\?"/g)].map(
		([, text]) => text,
	);
	return `${all}\n${decodeURIComponent(all.replace(/%(?![0-9A-F]{2})/g, ''))}\n${streamed.join('')}`;
}

describe.each(streams)('%s', (_name, bytes) => {
	const original = recordingWith(bytes);
	const { recording, masker } = maskRecording(original);
	const words = [{ turnId: 't', title: masker.mask(WORDS), lines: [masker.mask(WORDS)] }];

	test.each([
		['Outcrop', ownFileText(recording, '1')],
		['HAR', harText(recording, '1')],
		['Markdown', markdownText(recording, 'en', words, '1')],
	])('nothing private is in the file: %s', (format, file) => {
		const text = everyText(file);
		for (const value of [...Object.values(PRIVATE), HASH]) {
			expect(text.toLowerCase()).not.toContain(value.toLowerCase());
		}
		// The search itself would find it.
		const open = format === 'Outcrop' ? ownFileText(original, '1') : format === 'HAR' ? harText(original, '1') : null;
		if (open !== null) for (const value of Object.values(PRIVATE)) expect(everyText(open)).toContain(value);
	});

	test('no signature is in it', () => {
		expect(original.turns[0]?.exchanges[0]?.attempts[0]?.attempt.signature).not.toBeNull();
		expect(recording.turns[0]?.exchanges[0]?.attempts[0]?.attempt.signature).toBeNull();
	});

	test('the HAR stays valid, and every frame keeps its time and whether its checksums fit', () => {
		expect(harErrors(JSON.parse(harText(recording, '1')))).toEqual([]);
		const before = splitFrames(bytes, original.turns[0]?.exchanges[0]?.attempts[0]?.arrivals ?? []);
		const made = recording.turns[0]?.exchanges[0]?.attempts[0];
		const after = splitFrames(made?.response ?? new Uint8Array(), made?.arrivals ?? []);
		const shape = ({ frames }: typeof before) =>
			frames.map(({ index, atMs, eventType, preludeChecksumValid, messageChecksumValid }) => ({
				index,
				atMs,
				eventType,
				preludeChecksumValid,
				messageChecksumValid,
			}));
		expect(shape(after)).toEqual(shape(before));
		expect(made?.attempt.response?.body).toEqual(infoOf(made?.response ?? new Uint8Array()));
	});
});

test('a value that an answer was cut in: in both calls, and in what is kept of it', () => {
	const [start, end] = [`I ask ${ROLE_ARN.slice(0, 20)}`, `${ROLE_ARN.slice(20)} now`];
	const said = (text: string) => eventFrame('contentBlockDelta', { delta: { text } });
	const thought = eventFrame('contentBlockDelta', { delta: { reasoningContent: { text: 'Hm.' } } });
	const recordings = [said(start), Buffer.concat([thought, said(end)])].map(recordingWith);
	const [first, second] = recordings.map((one) => one.turns[0]);
	const [cut, rest] = [first?.exchanges[0], second?.exchanges[0]];
	if (first === undefined || first.turn.answer === null || cut === undefined || rest === undefined)
		throw new Error('Both were made');
	const content: ContentBlock[] = [
		{ type: 'text', text: start },
		{ type: 'reasoning', text: 'Hm.', signature: null, redacted: null },
		{ type: 'text', text: end },
	];
	const recording: Recording = {
		title: 'Cut',
		masked: false,
		turns: [
			{
				turn: { ...first.turn, answer: { ...first.turn.answer, content } },
				exchanges: [cut, { ...rest, summary: { ...rest.summary, continues: true } }],
			},
		],
	};
	const { turns } = maskRecording(recording).recording;
	const bytes = turns[0]?.exchanges.map(({ attempts }) => Buffer.from(attempts[0]?.response ?? []).toString('latin1'));
	const kept = JSON.stringify(turns[0]?.turn.answer?.content);
	for (const text of [...(bytes ?? []), kept]) {
		expect(text).not.toMatch(/arn:aws:sts::1|22223333|Deployer|carol/);
	}
	expect(turns[0]?.turn.answer?.content).toHaveLength(3);
	expect(turns[0]?.turn.answer?.content[1]).toEqual(content[1]);
});

describe('a value that an answer was cut in', () => {
	const said = (text: string) => eventFrame('contentBlockDelta', { delta: { text } });
	const asks = (...texts: readonly string[]) =>
		Buffer.from(JSON.stringify({ messages: texts.map((text) => ({ text })) }));
	const plain = (text: string) => ({
		response: Buffer.from(`{ "content": [{ "type": "text", "text": ${JSON.stringify(text)} }], "n": 1.0 }`),
		kind: 'json' as const,
	});

	/** One turn of calls that each go on with the one before; each of what it sent and what came. */
	function chain(
		calls: readonly { readonly request: Buffer; readonly response: Buffer; readonly kind: 'json' | 'event-stream' }[],
	): Recording {
		const exchanges = calls.flatMap(({ request, response, kind }, at) => {
			const { turns } = withAttempt(recordingWith(response), (held) => ({
				...held,
				request,
				attempt: { ...held.attempt, response: held.attempt.response && { ...held.attempt.response, kind } },
			}));
			const made = turns[0]?.exchanges[0];
			return made === undefined ? [] : [{ ...made, summary: { ...made.summary, continues: at > 0 } }];
		});
		const [first] = recordingWith(Buffer.from('')).turns;
		return { title: '', masked: false, turns: first === undefined ? [] : [{ turn: first.turn, exchanges }] };
	}
	const bodiesOf = (recording: Recording) =>
		maskRecording(recording).recording.turns[0]?.exchanges.flatMap(({ attempts }) =>
			attempts.flatMap(({ request, response }) => [request, response].map((bytes) => String(Buffer.from(bytes ?? [])))),
		) ?? [];
	const pieces = [`I "ask" ${ROLE_ARN.slice(0, 20)}`, ROLE_ARN.slice(20, 24), `${ROLE_ARN.slice(24)} now`] as const;
	const [start, middle, end] = pieces;
	const halves = /arn:aws:sts::1|1111|2222|3333|Deployer|carol/;

	test('in streams: also in what goes out to go on, as a prefill or before the words that ask for more', () => {
		const stream = (text: string) => ({ response: Buffer.from(said(text)), kind: 'event-stream' as const });
		const bodies = bodiesOf(
			chain([
				{ request: asks('Who?'), ...stream(start) },
				{ request: asks('Who?', start), ...stream(middle) },
				{ request: asks('Who?', start + middle, 'Continue.'), ...stream(end) },
			]),
		);
		expect(bodies).toHaveLength(6);
		for (const body of bodies) expect(body).not.toMatch(halves);
		expect(bodies[2]).toBe(String(asks('Who?', 'I "ask" arn:aws:sts::•••••••••••1')));
		expect(bodies[4]).toContain('"Continue."');
	});

	test('in whole bodies, and in each attempt to go on', () => {
		const recording = chain([
			{ request: asks('Who?'), ...plain(start) },
			{ request: asks('Who?', start), ...plain(middle + end) },
		]);
		const throttled = Buffer.from('{"message":"Too many requests"}');
		const retried = recording.turns.map((one) => ({
			...one,
			exchanges: one.exchanges.map((exchange) => ({
				...exchange,
				attempts: exchange.attempts.flatMap((held) => [{ ...held, response: throttled }, held]),
			})),
		}));
		const bodies = bodiesOf({ ...recording, turns: retried });
		expect(bodies).toHaveLength(8);
		for (const body of bodies) expect(body).not.toMatch(halves);
	});

	test('a name of several words, of which the space is not sent', () => {
		const recording = chain([
			{ request: asks('Who?', 'The blue'), ...plain('The blue ') },
			{ request: asks('Who?', 'The blue', 'The blue'), ...plain('harbor team') },
		]);
		const called = recording.turns.map((one) => ({
			...one,
			exchanges: one.exchanges.map((exchange) => ({
				...exchange,
				summary: { ...exchange.summary, connection: 'profile:blue harbor team' as const },
			})),
		}));
		const bodies = bodiesOf({ ...recording, turns: called });
		// By the mask of the whole name; what the person said before it is no half of that.
		expect(bodies[2]).toMatch(/"The ••••[2-9]"\},\{"text":"The ••••1"/);
		expect(bodies[3]).not.toContain('harbor');
	});

	test('what only looks like a half stays', () => {
		const bodies = bodiesOf(
			chain([
				{ request: asks('Who?'), ...plain('It has 1111') },
				{ request: asks('Who?', 'It has 1111'), ...plain(' stones.') },
			]),
		);
		expect(bodies).toEqual([
			String(asks('Who?')),
			String(plain('It has 1111').response),
			String(asks('Who?', 'It has 1111')),
			String(plain(' stones.').response),
		]);
	});
});

test('a wrong checksum stays wrong', () => {
	const bytes = Buffer.from(eventFrame('contentBlockDelta', { delta: { text: WORDS } }));
	bytes.writeUInt32BE(7, bytes.length - 4);
	const made = maskRecording(recordingWith(bytes)).recording.turns[0]?.exchanges[0]?.attempts[0]?.response;
	const [frame] = splitFrames(made ?? new Uint8Array(), []).frames;
	expect(frame).toMatchObject({ preludeChecksumValid: true, messageChecksumValid: false });
	expect(frame?.payload).not.toContain(PRIVATE.account);

	bytes.writeUInt32BE(7, 8);
	const both = maskRecording(recordingWith(bytes)).recording.turns[0]?.exchanges[0]?.attempts[0]?.response;
	expect(splitFrames(both ?? new Uint8Array(), []).frames[0]).toMatchObject({
		preludeChecksumValid: false,
		messageChecksumValid: false,
	});
});

test('where nothing is private, the bytes stay as they were', () => {
	const bytes = Buffer.concat([
		eventFrame('messageStart', { role: 'assistant' }),
		eventFrame('contentBlockDelta', { delta: { text: 'Hi' } }),
	]);
	const { recording } = maskRecording(recordingWith(bytes));
	expect(Buffer.from(recording.turns[0]?.exchanges[0]?.attempts[0]?.response ?? []).equals(bytes)).toBe(true);
});

describe('hashes of what was masked', () => {
	const hash = (text: string) => createHash('sha256').update(text).digest('hex');
	const of = (recording: Recording) => recording.turns[0]?.exchanges[0]?.attempts[0];
	const repeated = (sha256: string) =>
		`The Canonical String should have been '…\n${sha256}' The String-to-Sign should have been 'AWS4-HMAC-SHA256\n20261120T000000Z\n20261120/us-east-1/bedrock/aws4_request\n${HASH}'`;

	/** A call whose headers and answer tell the hash of its request. */
	function recordingOf(requestText: string | null): { recording: Recording; sha256: string } {
		const sha256 = hash(requestText ?? '');
		const base = recordingWith(Buffer.from(JSON.stringify({ message: repeated(sha256) })));
		const [turnOf] = base.turns;
		const [exchange] = turnOf?.exchanges ?? [];
		const [held] = exchange?.attempts ?? [];
		if (turnOf === undefined || exchange === undefined || held === undefined) throw new Error('no attempt');
		const headers: [string, string][] = [
			['X-Amz-Content-Sha256', sha256],
			['content-md5', 'abc'],
		];
		const { response } = held.attempt;
		const made = {
			...held,
			request: requestText === null ? null : Buffer.from(requestText),
			attempt: {
				...held.attempt,
				request: { ...held.attempt.request, headers, body: { size: requestText?.length ?? 9, sha256 } },
				response: response && { ...response, kind: 'json' as const },
				error: { name: 'Error', message: repeated(sha256), code: null },
			},
		};
		return { recording: { ...base, turns: [{ ...turnOf, exchanges: [{ ...exchange, attempts: [made] }] }] }, sha256 };
	}

	test.each([
		['of a body in which something was masked', `{"a":"${ROLE_ARN}"}`],
		['of a body that is not kept any more', null],
	])('are masked: %s', (_name, text) => {
		const { recording, sha256 } = recordingOf(text);
		const masked = maskRecording(recording).recording;
		expect(everyText(ownFileText(recording, '1'))).toContain(sha256);
		for (const file of [ownFileText(masked, '1'), harText(masked, '1'), markdownText(masked, 'en', [], '1')]) {
			expect(everyText(file)).not.toContain(sha256);
			expect(everyText(file)).not.toContain(HASH);
		}
		expect(of(masked)?.attempt.request.headers).toEqual([
			['X-Amz-Content-Sha256', '••••'],
			['content-md5', '••••'],
		]);
	});

	test('stay where the body is what it was', () => {
		const { recording, sha256 } = recordingOf('{"a":"b"}');
		const made = of(maskRecording(recording).recording);
		expect(made?.attempt.request.body.sha256).toBe(sha256);
		expect(made?.attempt.request.headers[0]).toEqual(['X-Amz-Content-Sha256', sha256]);
	});
});

test('what is seen only in the last body is masked in the first one, too', () => {
	const { recording } = maskRecording({ ...recordingWith(Buffer.from('{}')), title: 'dora-late' });
	expect(recording.title).toBe('dora-late');
	const late = maskRecording({
		...recordingWith(Buffer.from('{"a":"arn:aws:iam::111122223333:user/dora-late"}')),
		title: 'dora-late',
	});
	expect(late.recording.title).toMatch(/^••••\d$/);
});

/** The only attempt of a recording, with changes. */
function withAttempt(base: Recording, change: (held: RecordedAttempt) => RecordedAttempt): Recording {
	return {
		...base,
		turns: base.turns.map((one) => ({
			...one,
			exchanges: one.exchanges.map((exchange) => ({ ...exchange, attempts: exchange.attempts.map(change) })),
		})),
	};
}

test('a masked address can still be one', () => {
	const { recording } = maskRecording(
		withAttempt(recordingWith(Buffer.from('{}')), ({ attempt: held, ...rest }) => ({
			...rest,
			attempt: { ...held, request: { ...held.request, url: 'https://vpce-0a1b2c3d4e.bedrock.vpce.amazonaws.com/' } },
		})),
	);
	const { url } = recording.turns[0]?.exchanges[0]?.attempts[0]?.attempt.request ?? {};
	expect(url).toMatch(/^https:\/\/%E2[!-~]+\/$/);
	expect(url).not.toContain('vpce-0a1b');
});

test('a plain answer that became shorter came no later than its end; hashes in its headers are masked', () => {
	const { recording } = maskRecording(
		withAttempt(recordingWith(Buffer.from(JSON.stringify({ text: `${ROLE_ARN} ${ROLE_ARN}` }))), (held) => ({
			...held,
			attempt: {
				...held.attempt,
				response: held.attempt.response && {
					...held.attempt.response,
					kind: 'json',
					headers: [['x-amz-checksum-sha256', 'abc']],
				},
			},
			arrivals: [[held.response?.byteLength ?? 0, 3]],
		})),
	);
	const made = recording.turns[0]?.exchanges[0]?.attempts[0];
	expect(made?.arrivals).toEqual([[made?.response?.byteLength, 3]]);
	expect(made?.attempt.response?.headers).toEqual([['x-amz-checksum-sha256', '••••']]);
});

/** The ways in which texts, thoughts and inputs of tools come bit by bit, in events and in the chunks of families. */
const ways: readonly (readonly [way: string, frame: (text: string) => Uint8Array, textOf: RegExp])[] = [
	['Converse, text', (text) => eventFrame('contentBlockDelta', { delta: { text } }), /"text":"([^"]*)"/],
	[
		'Converse, thoughts',
		(text) => eventFrame('contentBlockDelta', { delta: { reasoningContent: { text } } }),
		/"text":"([^"]*)"/,
	],
	[
		'Converse, the input of a tool',
		(text) => eventFrame('contentBlockDelta', { delta: { toolUse: { input: text } } }),
		/"input":"([^"]*)"/,
	],
	[
		'OpenAI’s shape, text',
		(content) => chunkFrame({ choices: [{ index: 0, delta: { content } }] }),
		/"content":"([^"]*)"/,
	],
	[
		'OpenAI’s shape, thoughts',
		(reasoning) => chunkFrame({ choices: [{ index: 0, delta: { reasoning } }] }),
		/"reasoning":"([^"]*)"/,
	],
	[
		'OpenAI’s shape, the input of a tool',
		(text) => chunkFrame({ choices: [{ delta: { tool_calls: [{ function: { arguments: text } }] } }] }),
		/"arguments":"([^"]*)"/,
	],
	['Mistral', (text) => chunkFrame({ outputs: [{ text, stop_reason: null }] }), /"text":"([^"]*)"/],
];

test.each(ways)('a value that is spread over frames becomes one mask: %s', (_, frame, textOf) => {
	const { recording, masker } = maskRecording(recordingWith(deltas(frame)));
	const { frames } = splitFrames(recording.turns[0]?.exchanges[0]?.attempts[0]?.response ?? new Uint8Array(), []);
	const texts = frames.map(({ payload, chunk }) => textOf.exec(chunk ?? payload)?.[1] ?? '');
	expect(texts.join('')).toBe(masker.mask(WORDS));
});

test('thoughts, uses and results of tools, citations and files are masked in the answer; vectors and signatures stay', () => {
	const [recorded] = recordingWith(deltas((text) => eventFrame('contentBlockDelta', { delta: { text } }))).turns;
	if (recorded?.turn.answer == null) throw new Error('There is an answer');
	const values = [0.5, 0.25];
	const citation = { title: WORDS, source: WORDS, quote: WORDS, location: { web: WORDS } };
	const content: readonly ContentBlock[] = [
		{ type: 'reasoning', text: WORDS, signature: 'c2ln', redacted: null },
		{ type: 'text', text: WORDS, citations: [citation] },
		{ type: 'tool-use', id: '111122223333', name: 'look', input: JSON.stringify({ a: WORDS }) },
		{ type: 'tool-result', toolUseId: '111122223333', status: 'success', format: 'text', text: WORDS, by: 'person' },
		{ type: 'attachment', kind: 'document', format: 'pdf', name: WORDS, size: 1, sha256: '00' },
		{ type: 'embedding', text: WORDS, values },
	];
	const answer = { ...recorded.turn.answer, content: [...content] };
	const { recording, masker } = maskRecording({
		title: '',
		masked: false,
		turns: [{ ...recorded, turn: { ...recorded.turn, answer } }],
	});
	const text = masker.mask(WORDS);
	expect(text).not.toBe(WORDS);
	expect(recording.turns[0]?.turn.answer?.content).toEqual([
		{ ...content[0], text },
		{ ...content[1], text, citations: [{ title: text, source: text, quote: text, location: { web: text } }] },
		{ ...content[2], input: masker.mask(JSON.stringify({ a: WORDS })) },
		{ ...content[3], text },
		{ ...content[4], name: text },
		{ ...content[5], text, values },
	]);
});

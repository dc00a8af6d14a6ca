import { describe, expect, test } from 'vitest';
import { harText } from '../../../../src/main/core/export/har.ts';
import { markdownText } from '../../../../src/main/core/export/markdown.ts';
import { ownFileText } from '../../../../src/main/core/export/own-file.ts';
import { DamagedFile } from '../../../../src/main/core/export/recording-document.ts';
import { readFile } from '../../../../src/main/core/imports/read-file.ts';
import { Refused } from '../../../../src/main/core/imports/refused.ts';
import { textOf } from '../../../../src/shared/model/content.ts';
import { chunkFrame, errorFrame, eventFrame, exceptionFrame } from '../../../helpers/event-frames.ts';
import { harErrors } from '../../../helpers/har-errors.ts';

const CONVERSE =
	'https://bedrock-runtime.eu-west-1.amazonaws.com/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse';
const QUESTION = '{"messages":[{"role":"user","content":[{"text":"Was ist Fels?"}]}]}';
const ANSWER =
	'{"output":{"message":{"role":"assistant","content":[{"text":"Stein."}]}},"stopReason":"end_turn","usage":{"inputTokens":3,"outputTokens":2}}';

interface EntryParts {
	readonly url?: string;
	readonly status?: number;
	readonly text?: string;
	readonly base64?: string;
	readonly posted?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly answered?: Readonly<Record<string, string>>;
	readonly at?: string;
}

/** An entry as the developer tools of a browser write it. */
function entry({
	url = CONVERSE,
	status = 200,
	text,
	base64,
	posted = QUESTION,
	headers = {},
	answered = { 'Content-Type': 'application/json' },
	at = '2026-11-21T06:00:00.000Z',
}: EntryParts) {
	const lines = (named: Readonly<Record<string, string>>) =>
		Object.entries(named).map(([name, value]) => ({ name, value }));
	return {
		startedDateTime: at,
		time: 100,
		request: {
			method: 'POST',
			url,
			httpVersion: 'h2',
			headers: lines(headers),
			cookies: [],
			queryString: [],
			headersSize: -1,
			bodySize: -1,
			postData: { mimeType: 'application/json', text: posted },
		},
		response: {
			status,
			statusText: '',
			httpVersion: 'h2',
			headers: lines(answered),
			cookies: [],
			redirectURL: '',
			headersSize: -1,
			bodySize: -1,
			content: {
				size: 1,
				mimeType: 'x',
				...(base64 === undefined ? { text: text ?? ANSWER } : { text: base64, encoding: 'base64' }),
			},
			...(status === 0 && { _error: 'net::ERR_CONNECTION_REFUSED' }),
		},
		cache: {},
		timings: { blocked: 5, dns: -1, connect: 10, ssl: 4, send: 1, wait: 64, receive: 20 },
	};
}

function har(...entries: unknown[]): string {
	return JSON.stringify({
		log: { version: '1.2', creator: { name: 'WebInspector', version: '1' }, pages: [], entries },
	});
}

let ids = 0;
function open(content: string | Uint8Array) {
	return readFile(
		typeof content === 'string' ? Buffer.from(content) : content,
		'file',
		1000,
		() => `imported:${++ids}`,
	);
}

/** What a person sees first of each turn. */
function seen({ recording }: ReturnType<typeof open>) {
	return recording.turns.map(({ turn, exchanges }) => ({
		question: textOf(turn.question.content),
		answer: turn.answer === null ? null : textOf(turn.answer.content),
		state: turn.state,
		failure: turn.failure?.code ?? null,
		operation: exchanges[0]?.summary.operation,
		attempts: exchanges[0]?.attempts.length,
	}));
}

describe('a HAR of another program', () => {
	test('its calls to Bedrock become turns, whatever else is in it', () => {
		const read = open(
			har(
				entry({ url: 'https://example.com/' }),
				entry({}),
				{ broken: true },
				entry({ url: CONVERSE.replace(/converse$/, 'count-tokens') }),
			),
		);
		expect(read.leftOut).toBe(3);
		expect(seen(read)).toEqual([
			{
				question: 'Was ist Fels?',
				answer: 'Stein.',
				state: 'complete',
				failure: null,
				operation: 'Converse',
				attempts: 1,
			},
		]);
		expect(read.recording.turns[0]?.exchanges[0]?.summary).toMatchObject({
			modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
			region: 'eu-west-1',
			endpoint: 'https://bedrock-runtime.eu-west-1.amazonaws.com',
			connection: 'environment',
			startedAt: Date.UTC(2026, 10, 21, 6),
			firstByteMs: 80,
			totalMs: 100,
			stopReason: 'end_turn',
			usage: { inputTokens: 3, outputTokens: 2 },
			status: 200,
		});
	});

	test('attempts of one call are one exchange, and an error has its code', () => {
		const headers = { 'amz-sdk-invocation-id': 'one' };
		const throttled = {
			status: 429,
			text: '{"message":"Too many requests"}',
			answered: { 'x-amzn-errortype': 'ThrottlingException:http://x/', 'content-type': 'application/json' },
		};
		expect(
			seen(
				open(
					har(entry({ headers, ...throttled }), entry({ headers, at: '2026-11-21T06:00:01.000Z' }), entry(throttled)),
				),
			),
		).toEqual([
			{
				question: 'Was ist Fels?',
				answer: 'Stein.',
				state: 'complete',
				failure: null,
				operation: 'Converse',
				attempts: 2,
			},
			{
				question: 'Was ist Fels?',
				answer: null,
				state: 'failed',
				failure: 'throttled',
				operation: 'Converse',
				attempts: 1,
			},
		]);
	});

	test('a stream in base64 is read frame by frame', () => {
		const bytes = Buffer.concat([
			eventFrame('contentBlockDelta', { delta: { text: 'Ste' } }),
			eventFrame('contentBlockDelta', { delta: { text: 'in.' } }),
			eventFrame('messageStop', { stopReason: 'end_turn' }),
		]);
		const read = open(har(entry({ url: `${CONVERSE}-stream`, base64: bytes.toString('base64'), answered: {} })));
		expect(seen(read)).toEqual([
			{
				question: 'Was ist Fels?',
				answer: 'Stein.',
				state: 'complete',
				failure: null,
				operation: 'ConverseStream',
				attempts: 1,
			},
		]);
		const made = read.recording.turns[0]?.exchanges[0]?.attempts[0];
		expect(made?.attempt.response?.kind).toBe('event-stream');
		expect(Buffer.from(made?.response ?? []).equals(bytes)).toBe(true);
	});

	test('a request without a response has failed', () => {
		expect(seen(open(har(entry({ status: 0, text: '' }))))).toEqual([
			{
				question: 'Was ist Fels?',
				answer: null,
				state: 'failed',
				failure: expect.any(String),
				operation: 'Converse',
				attempts: 1,
			},
		]);
	});

	test('secrets are cut out, also of what an answer repeats', () => {
		const token = 'IQoJb3JpZ2luX2VjSECRETSECRET';
		const read = open(
			har(
				entry({
					headers: {
						Authorization: 'Bearer bedrock-api-key-SECRETSECRET',
						'X-Amz-Security-Token': token,
						Cookie: 'session=SECRETSECRET',
					},
					answered: { 'Set-Cookie': 'x=SECRETSECRET', 'content-type': 'application/json' },
					status: 403,
					text: `{"message":"The Canonical String: ${token}"}`,
				}),
			),
		);
		for (const text of [ownFileText(read.recording, '1'), harText(read.recording, '1')])
			expect(text).not.toContain('SECRETSECRET');
		expect(read.recording.turns[0]?.exchanges[0]?.summary.connection).toBe('api-key');
	});

	test.each([
		['{"messages":[{"role":"user","content":"short"}]}', 'short'],
		['{"inputText":"System\\nUser: a\\nBot: b\\nUser: c\\nd\\nBot:"}', 'c\nd'],
		['{"prompt":"s\\n\\nHuman: a\\n\\nAssistant: b\\n\\nHuman: c\\n\\nAssistant:"}', 'c'],
		['[1]', ''],
		['no JSON', ''],
	])('the question is found in %s', (posted, question) => {
		expect(seen(open(har(entry({ posted }))))[0]?.question).toBe(question);
	});
});

describe('the bytes of a stream', () => {
	test.each([
		[
			'Converse',
			[
				eventFrame('contentBlockDelta', { delta: { text: 'Hi' } }),
				eventFrame('messageStop', { stopReason: 'end_turn' }),
			],
			{ answer: 'Hi', state: 'complete', failure: null, operation: 'ConverseStream' },
		],
		[
			'Claude',
			[chunkFrame({ type: 'content_block_delta', delta: { text: 'Hi' } }), chunkFrame({ type: 'message_stop' })],
			{ answer: 'Hi', state: 'complete', failure: null, operation: 'InvokeModelWithResponseStream' },
		],
		[
			'Titan',
			[
				chunkFrame({
					outputText: 'Hi',
					completionReason: 'FINISH',
					totalOutputTextTokenCount: 1,
					inputTextTokenCount: 1,
				}),
			],
			{ answer: 'Hi', state: 'complete', failure: null, operation: 'InvokeModelWithResponseStream' },
		],
		[
			'cut',
			[eventFrame('contentBlockDelta', { delta: { text: 'Hi' } }), eventFrame('messageStop', {}).subarray(0, 30)],
			{ answer: 'Hi', state: 'incomplete', failure: 'incomplete-stream', operation: 'ConverseStream' },
		],
		[
			'only the beginning of a frame',
			[eventFrame('messageStop', {}).subarray(0, 30)],
			{ answer: null, state: 'failed', failure: 'incomplete-stream', operation: 'ConverseStream' },
		],
		[
			'exception',
			[exceptionFrame('throttlingException', { message: 'Too many requests' })],
			{ answer: null, state: 'failed', failure: 'throttled', operation: 'ConverseStream' },
		],
		[
			'error',
			[errorFrame('InternalFailure', 'Sorry')],
			{ answer: null, state: 'failed', failure: expect.any(String), operation: 'ConverseStream' },
		],
	])('%s', (_name, frames, expected) => {
		const bytes = Buffer.concat(frames);
		const read = open(bytes);
		expect(read.format).toBe('stream');
		expect(seen(read)).toEqual([{ question: '', attempts: 1, ...expected }]);
		expect(Buffer.from(read.recording.turns[0]?.exchanges[0]?.attempts[0]?.response ?? []).equals(bytes)).toBe(true);
	});

	test('status and times are not known, and stay so in a file', () => {
		const { recording } = open(eventFrame('messageStop', { stopReason: 'end_turn' }));
		for (const text of [ownFileText(recording, '1'), harText(recording, '1')]) {
			const [made] = open(text).recording.turns[0]?.exchanges ?? [];
			expect(made?.summary).toMatchObject({
				untimed: true,
				status: null,
				firstByteMs: null,
				firstTokenMs: null,
				totalMs: null,
			});
			expect(made?.attempts[0]?.attempt.response).toMatchObject({ status: null, kind: 'event-stream' });
		}
		expect(harErrors(JSON.parse(harText(recording, '1')))).toEqual([]);
		expect(markdownText(recording, 'en', [], '1')).not.toMatch(/Started|Status|1970| ms/);
		const seen = open(har(entry({}))).recording.turns[0]?.exchanges[0];
		expect(seen?.summary.untimed).toBeUndefined();
		expect(
			markdownText({ title: '', masked: false, turns: open(har(entry({}))).recording.turns }, 'en', [], '1'),
		).toMatch(/Started \| 2026-11-21T06:00:00.000Z/);
	});

	test('a damaged frame among good ones is kept', () => {
		const bad = Buffer.from(eventFrame('contentBlockDelta', { delta: { text: 'x' } }));
		bad.writeUInt32BE(1, bad.length - 4);
		expect(open(Buffer.concat([bad, eventFrame('messageStop', {})])).format).toBe('stream');
	});
});

describe('what can’t be opened', () => {
	const own = ownFileText(open(har(entry({}))).recording, '1');

	test.each([
		['empty', '', 'empty', ''],
		['words', 'Just words.', 'not-known', ''],
		['other JSON', '{"a":1}', 'not-known', ''],
		['a list', '[]', 'not-known', ''],
		['nothing but brackets', '['.repeat(1_000_000), 'not-known', ''],
		['no turn', own.replace(/"turns": .*/s, '"turns": []}'), 'damaged', 'turns'],
		['JSON that is cut', own.slice(0, -20), 'not-json', expect.stringContaining('JSON')],
		['a newer version', own.replace('"version": 1', '"version": 2'), 'newer', '2'],
		['a missing member', own.replace('"masked": false,', ''), 'damaged', 'masked'],
		[
			'a wrong value',
			own.replace('"state": "complete"', '"state": "splendid"'),
			'damaged',
			expect.stringMatching(/^turns\.0\.(exchanges\.0\.)?state$/),
		],
		['a HAR with nothing of Bedrock', har(entry({ url: 'https://example.com/' })), 'nothing-in-it', '1'],
	])('%s', (_name, content, problem, detail) => {
		let thrown: unknown;
		try {
			open(content);
		} catch (error) {
			thrown = error;
		}
		expect(thrown).toBeInstanceOf(Refused);
		if (thrown instanceof Refused) expect([thrown.problem, thrown.message]).toEqual([problem, detail]);
	});

	test('a body that is not as it was', () => {
		expect(() => open(own.replace('Stein.', 'Stern.'))).not.toThrow();
		const changed = own.replaceAll('Stein.', 'Stern.');
		expect(() => open(changed)).toThrow(new DamagedFile('turns[0].exchanges[0].attempts[0].response.body'));
	});

	test.each([
		['a time that no date can have', { startedAt: 8.64e15 }, 'turns[0].startedAt'],
		['a time that is none', { endedAt: 1e300 }, 'turns[0].endedAt'],
	])('%s', (_name, members, place) => {
		const json = JSON.parse(own);
		Object.assign(json.turns[0], members);
		expect(() => open(JSON.stringify(json))).toThrow(new DamagedFile(place));
	});

	test('names of prototypes are nothing but names', () => {
		const hostile = own.replace(
			'"format"',
			'"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "format"',
		);
		const { recording } = open(hostile);
		expect(Object.keys({})).toEqual([]);
		expect('polluted' in {}).toBe(false);
		expect('polluted' in recording).toBe(false);
	});
});

describe('what a file claims', () => {
	const own = ownFileText(open(har(entry({}))).recording, '1');

	test.each(['utf-16le', 'utf-16be'] as const)('a text in %s is read', (encoding) => {
		const bytes = Buffer.from(`\ufeff${own}`, 'utf16le');
		expect(seen(open(encoding === 'utf-16le' ? bytes : bytes.swap16()))[0]?.answer).toBe('Stein.');
	});

	test('nothing in a file runs', () => {
		const { recording } = open(own.replaceAll('"state": "complete"', '"state": "running"'));
		expect(recording.turns[0]?.turn.state).toBe('interrupted');
		expect(recording.turns[0]?.exchanges[0]?.summary.state).toBe('interrupted');
	});

	test('counts that can’t be are not known', () => {
		for (const inputTokens of ['-1', '1.5', '1e300']) {
			const text = ANSWER.replace('"inputTokens":3', `"inputTokens":${inputTokens}`);
			const read = open(har(entry({ text })));
			expect(seen(read)[0]?.answer).toBe('Stein.');
			expect(read.recording.turns[0]?.exchanges[0]?.summary.usage).toBeNull();
		}
	});

	test('times that can’t be are no times of a call', () => {
		expect(() => open(har(entry({ at: '+275760-09-13T00:00:00.000Z' })))).toThrow(Refused);
		const long = { ...entry({}), time: 1e300 };
		const { totalMs } = open(har(long)).recording.turns[0]?.exchanges[0]?.summary ?? {};
		expect(totalMs).toBe(31 * 24 * 60 * 60_000);
	});

	test('what was forgotten stays so', () => {
		const forgotten = { at: 5, by: 'person' };
		const json = JSON.parse(own);
		const { body } = json.turns[0].exchanges[0].attempts[0].response;
		body.forgotten = forgotten;
		const info = () =>
			open(JSON.stringify(json)).recording.turns[0]?.exchanges[0]?.attempts[0]?.attempt.response?.body.forgotten;
		// The bytes are there.
		expect(info()).toBeUndefined();
		body.text = undefined;
		expect(info()).toEqual(forgotten);
	});
});

describe('a HAR of our own', () => {
	const { recording } = open(har(entry({})));

	test('of a newer version is not guessed at', () => {
		const newer = harText(recording, '1').replace(/"_outcrop": \{\s+"version": 1/, '"_outcrop": {"version": 2');
		expect(() => open(newer)).toThrow(new Refused('newer', '2'));
	});

	test('has bodies that are no text, too, and calls that developer tools list as such', () => {
		const bytes = Buffer.from([0xff, 0x00, 0xfe]);
		const json = JSON.parse(ownFileText(recording, '1'));
		const { request } = json.turns[0].exchanges[0].attempts[0];
		request.body = { size: 3, sha256: null, base64: bytes.toString('base64') };
		json.turns[0].exchanges.push(json.turns[0].exchanges[0]);
		const text = harText(open(JSON.stringify(json)).recording, '1');
		expect(JSON.parse(text).log.entries[0]._resourceType).toBe('fetch');
		const exchanges = open(text).recording.turns[0]?.exchanges ?? [];
		expect(exchanges.map(({ summary }) => summary.index)).toEqual([1, 2]);
		expect(Buffer.from(exchanges[1]?.attempts[0]?.request ?? []).equals(bytes)).toBe(true);
	});

	test('a body of another length is damage, also where it has no hash', () => {
		const json = JSON.parse(ownFileText(recording, '1'));
		Object.assign(json.turns[0].exchanges[0].attempts[0].response.body, { size: 3, sha256: null });
		expect(() => open(JSON.stringify(json))).toThrow(DamagedFile);
	});
});

test('secrets in an address are cut out', () => {
	const url = `${CONVERSE}?X-Amz-Signature=SECRETSECRET&X-Amz-Security-Token=SECRETSECRET`;
	const { recording } = open(har(entry({ url })));
	expect(ownFileText(recording, '1')).toContain('X-Amz-Signature=…');
	expect(ownFileText(recording, '1')).not.toContain('SECRETSECRET');
});

test('an error of a streaming call without a content type is no stream', () => {
	const read = open(har(entry({ url: `${CONVERSE}-stream`, status: 500, text: 'x', answered: {} })));
	expect(read.recording.turns[0]?.exchanges[0]?.attempts[0]?.attempt.response?.kind).toBe('other');
});

test('of what developer tools recorded: only POST, in the order of time, at FIPS endpoints too, no secret in what was sent', () => {
	const fips = CONVERSE.replace('bedrock-runtime.', 'bedrock-runtime-fips.');
	const headers = { 'x-amz-security-token': 'SECRETSECRET' };
	const got = entry({});
	const read = open(
		har(
			entry({ at: '2026-11-21T06:00:09.000Z', posted: QUESTION.replace('Was ist Fels?', 'late') }),
			entry({ url: fips, headers, posted: QUESTION.replace('Fels', 'SECRETSECRET') }),
			{ ...got, request: { ...got.request, method: 'GET' } },
			{ ...entry({ at: '2026-11-21T06:00:10.000Z' }), time: 50 },
		),
	);
	expect(read.leftOut).toBe(1);
	expect(seen(read).map(({ question }) => question)).toEqual(['Was ist …?', 'late', 'Was ist Fels?']);
	const calls = read.recording.turns.flatMap(({ exchanges }) => exchanges);
	expect(calls[0]?.summary.region).toBe('eu-west-1');
	// Phases that are longer than the whole end with it.
	expect(calls[2]?.attempts[0]?.attempt).toMatchObject({ endedMs: 50, response: { headersMs: 50 } });
});

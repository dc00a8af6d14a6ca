import { createHash } from 'node:crypto';
import type { Change } from '../../src/main/core/storage/store.ts';
import type { Message } from '../../src/shared/model/conversation.ts';
import type { Attempt, ExchangeSummary } from '../../src/shared/model/exchange.ts';
import type { Operation } from '../../src/shared/model/operation.ts';
import { chunkFrame, eventFrame } from './event-frames.ts';

/** What of the next turn's request is not as in the one before. */
export interface TurnOptions {
	readonly operation?: Operation;
	readonly system?: string;
	readonly maxTokens?: number;
	/** Requests that it takes. */
	readonly attempts?: number;
	/** So many turns of the history are left out at its beginning. */
	readonly leftOut?: number;
}

/** A turn as it is saved, and the true bytes of it. */
export interface CapturedTurn {
	readonly changes: readonly Change[];
	readonly attempts: readonly { readonly id: string; readonly request: Uint8Array; readonly response: Uint8Array }[];
}

const QUESTION_WORDS = 30;
const ANSWER_WORDS = 180;
const WORDS_A_FRAME = 4;

/** Turns of equal size, one after another, each of which resends all before it, as Bedrock wants it. */
export function longConversation(conversationId: string, operation: Operation) {
	const random = randomNumbers(7);
	const history: { readonly role: 'user' | 'assistant'; readonly text: string }[] = [];
	let count = 0;
	let last: string | null = null;

	function words(number: number): string {
		const all = Array.from({ length: number }, () => VOCABULARY[random(VOCABULARY.length)] ?? '');
		return `${all.join(' ')} ${random(1_000_000)}。`;
	}

	return (options: TurnOptions = {}): CapturedTurn => {
		count++;
		const used = options.operation ?? operation;
		const id = (kind: string) => `${conversationId}-${kind}-${String(count).padStart(6, '0')}`;
		const at = 1_000_000 + count * 1000;
		const message = (role: Message['role'], text: string, parentId: string | null): Message => ({
			id: id(role),
			conversationId,
			parentId,
			role,
			content: text === '' ? [] : [{ type: 'text', text }],
			createdAt: at,
		});
		history.push({ role: 'user', text: words(QUESTION_WORDS) });
		const request = requestBody(used, history.slice(2 * (options.leftOut ?? 0)), options);
		const answer = words(ANSWER_WORDS);
		const question = message('user', history.at(-1)?.text ?? '', last);
		const response = responseBody(used, answer);
		const reply = message('assistant', '', question.id);
		history.push({ role: 'assistant', text: answer });
		last = reply.id;
		const attempts = Array.from({ length: options.attempts ?? 1 }, (_, index) => ({
			id: `${id('attempt')}-${index + 1}`,
			request,
			response: index + 1 === (options.attempts ?? 1) ? response : TOO_MANY,
		}));
		const summary = exchange(id('exchange'), id('turn'), used, at, attempts.length);
		const changes: Change[] = [
			{ type: 'turn-begun', turnId: id('turn'), question, title: 'A long talk', at },
			{ type: 'exchange', exchange: { ...summary, state: 'running' } },
			...attempts.flatMap((one, index) => attemptChanges(one, index + 1, summary.id)),
			{ type: 'answer-begun', turnId: id('turn'), message: reply },
			{ type: 'answer-part', messageId: reply.id, part: { type: 'text', text: answer } },
			{ type: 'exchange', exchange: summary },
			{ type: 'turn', turn: { id: id('turn'), state: 'complete', failure: null, endedAt: at + 900 } },
		];
		return { changes, attempts };
	};
}

function attemptChanges(
	{ id, request, response }: CapturedTurn['attempts'][number],
	index: number,
	exchangeId: string,
): Change[] {
	const begun: Attempt = {
		id,
		exchangeId,
		index,
		startedMs: 0.5,
		request: {
			method: 'POST',
			url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse',
			headers: HEADERS,
			body: { size: request.byteLength, sha256: sha256(request) },
		},
		signature: null,
		sending: null,
		response: null,
		endedMs: null,
		error: null,
	};
	const body = { size: response.byteLength, sha256: sha256(response) };
	const kind = response === TOO_MANY ? 'json' : 'event-stream';
	const ended: Attempt = {
		...begun,
		response: { status: 200, headers: HEADERS, headersMs: 20.25, firstByteMs: 21.5, body, kind },
		endedMs: 800.125,
	};
	const pieces = Math.ceil(response.byteLength / 1400);
	const arrivals = Array.from({ length: pieces }, (_, piece) => {
		const end = Math.min((piece + 1) * 1400, response.byteLength);
		return [end, 21.5 + piece * 12.375] as const;
	});
	return [
		{ type: 'attempt', attempt: begun, requestBody: request },
		{ type: 'response-bytes', attemptId: id, bytes: response, arrivals },
		{ type: 'attempt', attempt: ended, requestBody: null },
	];
}

function requestBody(
	operation: Operation,
	history: readonly { readonly role: string; readonly text: string }[],
	{ system = 'You know about rocks.', maxTokens = 1024 }: TurnOptions,
): Uint8Array {
	const native = operation.startsWith('Invoke');
	const messages = history.map(({ role, text }) => ({
		role,
		content: [native ? { type: 'text', text } : { text }],
	}));
	const body = native
		? { anthropic_version: 'bedrock-2023-05-31', max_tokens: maxTokens, system, messages }
		: { inferenceConfig: { maxTokens }, messages, system: [{ text: system }] };
	return new TextEncoder().encode(JSON.stringify(body));
}

function responseBody(operation: Operation, answer: string): Uint8Array {
	const parts = answer.split(' ');
	const texts = Array.from({ length: Math.ceil(parts.length / WORDS_A_FRAME) }, (_, index) =>
		parts.slice(index * WORDS_A_FRAME, (index + 1) * WORDS_A_FRAME).join(' '),
	);
	switch (operation) {
		case 'ConverseStream':
			return joined(texts.map((text) => eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text } })));
		case 'InvokeModelWithResponseStream':
			return joined(texts.map((text) => chunkFrame({ type: 'content_block_delta', index: 0, delta: { text } })));
		default:
			return new TextEncoder().encode(JSON.stringify({ output: { message: { content: [{ text: answer }] } } }));
	}
}

function exchange(
	id: string,
	turnId: string,
	operation: Operation,
	startedAt: number,
	attemptCount: number,
): ExchangeSummary {
	return {
		id,
		turnId,
		index: 1,
		continues: false,
		answersTools: false,
		edited: false,
		asSet: { system: { length: 1200, sha256: '5f'.repeat(32) }, maxTokens: { value: 1024 } },
		trace: null,
		credentials: null,
		operation,
		modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
		family: operation.startsWith('Invoke') ? 'claude-messages' : null,
		connection: 'practice',
		region: 'us-east-1',
		endpoint: 'https://bedrock-runtime.us-east-1.amazonaws.com',
		state: 'complete',
		startedAt,
		firstByteMs: 21.5,
		firstTokenMs: 30,
		totalMs: 850,
		usage: { inputTokens: 100, outputTokens: 200, cacheReadInputTokens: null, cacheWriteInputTokens: null },
		stopReason: 'end_turn',
		requestId: '5f6f7d1c-0000-4000-8000-000000000001',
		status: 200,
		attemptCount,
		failure: null,
	};
}

const TOO_MANY = new TextEncoder().encode('{"message":"Too many requests, please wait before trying again."}');

const HEADERS: Attempt['request']['headers'] = [
	['content-type', 'application/json'],
	['user-agent', 'aws-sdk-js/3.1162.0 ua/2.1 os/linux#6.1.0 lang/js md/nodejs#24.21.0 api/bedrock-runtime#3.1162.0'],
	['amz-sdk-invocation-id', '11111111-2222-4333-8444-555555555555'],
	['amz-sdk-request', 'attempt=1; max=3'],
	['x-amz-date', '20261121T000000Z'],
];

const VOCABULARY =
	`岩盤 の 下 には 土 が ある 露頭 では 岩 そのまま 見える 地層 年代 砂岩 泥岩 石灰岩 火山灰 化石 断層 褶曲 bedrock
outcrop stratum layer of the a rock lies under soil where it comes to light quartz feldspar mica basalt granite schist gneiss
fault fold dip strike erosion weathering river valley mountain sea level rises falls again and slowly millions years because
therefore which that this those`.split(/\s+/);

function joined(frames: readonly Uint8Array[]): Uint8Array {
	return Uint8Array.from(Buffer.concat(frames));
}

function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** The same numbers each time (Park and Miller's generator). */
function randomNumbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % below;
	};
}

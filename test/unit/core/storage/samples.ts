import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock, Log } from '../../../../src/main/core/ports.ts';
import { openMemoryStore } from '../../../../src/main/core/storage/open-store.ts';
import type { Change, Store } from '../../../../src/main/core/storage/store.ts';
import type { Message } from '../../../../src/shared/model/conversation.ts';
import type { Attempt, ExchangeSummary } from '../../../../src/shared/model/exchange.ts';
import type { CallFailure } from '../../../../src/shared/model/failure.ts';
import type { RequestSettings } from '../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { sampleExchange } from '../../../helpers/samples.ts';

/** Text that SQLite would change if it were kept as it is: a lone surrogate, a NUL, and one that ends in half a pair. */
export const HARD_TEXT = 'a\ud800b\0c\u0007日本語 😀 "\\" \udc00 end \ud83d';

export const settings: RequestSettings = {
	...defaultRequestSettings,
	connection: 'profile:仕事',
	region: 'ap-northeast-1',
	system: HARD_TEXT,
	temperature: 0.1,
	stopSequences: ['\n\nHuman:'],
};

export const failure: CallFailure = {
	code: 'throttled',
	type: 'ThrottlingException',
	message: 'Too many tokens, please wait before trying again.',
	status: 429,
	requestId: '5f6f7d1c-0000-4000-8000-000000000001',
	systemCode: null,
};

export function question(conversationId: string, id: string, text: string, parentId: string | null = null): Message {
	return { id, conversationId, parentId, role: 'user', content: [{ type: 'text', text }], createdAt: 1000 };
}

export function emptyAnswer(asked: Message, id: string): Message {
	return {
		id,
		conversationId: asked.conversationId,
		parentId: asked.id,
		role: 'assistant',
		content: [],
		createdAt: 1001.5,
	};
}

export function exchange(turnId: string, id: string, changes: Partial<ExchangeSummary> = {}): ExchangeSummary {
	return sampleExchange({
		id,
		turnId,
		operation: 'InvokeModelWithResponseStream',
		modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
		family: 'claude-messages',
		startedAt: 1002,
		...changes,
	});
}

/** What an exchange is when all has gone well; every field is set. */
export const ended: Partial<ExchangeSummary> = {
	state: 'complete',
	firstByteMs: 12.25,
	firstTokenMs: 13.5,
	totalMs: 99.125,
	usage: { inputTokens: 10, outputTokens: 20, cacheReadInputTokens: 5, cacheWriteInputTokens: null },
	stopReason: 'end_turn',
	requestId: failure.requestId,
	status: 200,
};

export function attempt(exchangeId: string, id: string, request: Uint8Array, changes: Partial<Attempt> = {}): Attempt {
	return {
		id,
		exchangeId,
		index: 1,
		startedMs: 0.5,
		request: {
			method: 'POST',
			url: 'http://127.0.0.1:8787/model/anthropic.claude-3-haiku-20240307-v1%3A0/invoke-with-response-stream',
			headers: [
				['Content-Type', 'application/json'],
				['X-Note', 'twice'],
				['X-Note', '日本'],
			],
			body: { size: request.length, sha256: sha256(request) },
		},
		signature: {
			algorithm: 'AWS4-HMAC-SHA256',
			accessKeyId: 'AKIA…01',
			scope: '20261120/us-east-1/bedrock/aws4_request',
			signedHeaders: ['host'],
			signature: '0f1e',
			canonicalRequest: 'POST\n/\n\nhost:…\n\nhost\n00',
			stringToSign: 'AWS4-HMAC-SHA256\n20261120T000000Z\n20261120/us-east-1/bedrock/aws4_request\n00',
			matches: true,
		},
		sending: {
			reused: false,
			tunnelling: false,
			lookedUpMs: 1,
			connectedMs: 2.25,
			tunnelledMs: null,
			securedMs: 4,
			sentMs: 4.5,
		},
		response: null,
		endedMs: null,
		error: null,
		...changes,
	};
}

/** A response with its headers; without bytes all of which are there it has no hash yet. */
export function response(whole: Uint8Array | null): NonNullable<Attempt['response']> {
	return {
		status: 200,
		headers: [['content-type', 'application/vnd.amazon.eventstream']],
		headersMs: 10,
		firstByteMs: 12.25,
		body: whole === null ? { size: 0, sha256: null } : { size: whole.length, sha256: sha256(whole) },
		kind: 'event-stream',
	};
}

export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** A conversation `c1` whose turn `t1` is being answered: exchange `e1`, attempt `a1`, answer `m2` with some text. */
export function streaming(request: Uint8Array, arrived: Uint8Array, text: readonly string[]): Change[] {
	const asked = question('c1', 'm1', 'Why?');
	return [
		{ type: 'turn-begun', turnId: 't1', question: asked, title: '', at: 1000 },
		{ type: 'exchange', exchange: exchange('t1', 'e1') },
		{ type: 'attempt', attempt: attempt('e1', 'a1', request), requestBody: request },
		{ type: 'attempt', attempt: attempt('e1', 'a1', request, { response: response(null) }), requestBody: null },
		{ type: 'response-bytes', attemptId: 'a1', bytes: arrived, arrivals: [[arrived.length, 12.25]] },
		{ type: 'answer-begun', turnId: 't1', message: emptyAnswer(asked, 'm2') },
		...text.map((part) => ({ type: 'answer-part', messageId: 'm2', part: { type: 'text', text: part } }) as const),
	];
}

/** A store in memory, closed after the running test. */
export function openTestStore(): Store {
	const store = openMemoryStore();
	onTestFinished(() => store.close());
	return store;
}

/** Gives a store a conversation without turns. */
export async function withConversation(store: Store, id = 'c1', at = 500): Promise<Store> {
	await store.createConversation({ id, title: `Title of ${id}`, settings, at });
	return store;
}

/** Any number of bytes that no text encoding survives. */
export function bytesOf(size: number, seed = 1): Uint8Array {
	return Uint8Array.from({ length: size }, (_, index) => (index * 31 + seed * 7) & 0xff);
}

/** A folder for the running test, removed after it. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'outcrop-test-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** 2026-11-21T00:00:00.750Z, always. */
export const clock: Clock = { now: () => Date.UTC(2026, 10, 21, 0, 0, 0, 750), monotonic: () => 0 };

export const silentLog: Log = { info() {}, warn() {}, error() {} };

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { familyOf } from '../../../shared/catalogue.ts';
import { headerOf } from '../../../shared/header-of.ts';
import type { ContentBlock } from '../../../shared/model/content.ts';
import type { Message } from '../../../shared/model/conversation.ts';
import { turn } from '../../../shared/model/conversation.ts';
import type { Attempt, ExchangeSummary, HeaderLines } from '../../../shared/model/exchange.ts';
import { attempt, exchangeSummary, usage } from '../../../shared/model/exchange.ts';
import { isInvoke, isStreaming } from '../../../shared/model/operation.ts';
import { failureOf } from '../bedrock/failure.ts';
import { splitFrames } from '../bedrock/frames.ts';
import { bodyKind } from '../exchanges/body-kind.ts';
import type { RecordedAttempt, RecordedTurn } from '../export/recording.ts';
import type { Arrivals } from '../storage/store.ts';
import type { CalledPlace } from './called-place.ts';
import type { AskedTier, ReadAnswer } from './read-answer.ts';
import { readBody, readFrames } from './read-answer.ts';
import { readQuestion } from './read-question.ts';

/** A call as another program recorded it: what is not in its bytes and headers is not known. */
export interface FoundCall {
	readonly place: CalledPlace;
	/** Milliseconds since the epoch. */
	readonly startedAt: number;
	/** Whether its times are known. */
	readonly timed: boolean;
	/** In their order; at least one. */
	readonly attempts: readonly FoundAttempt[];
}

/** Times in milliseconds since the call's `startedAt`. */
export interface FoundAttempt {
	readonly startedMs: number;
	readonly endedMs: number;
	readonly method: string;
	readonly url: string;
	readonly headers: HeaderLines;
	readonly request: Uint8Array;
	readonly response: {
		readonly status: number | null;
		readonly headers: HeaderLines;
		readonly headersMs: number;
		readonly bytes: Uint8Array;
	} | null;
	/** What ended it where no response came. */
	readonly error: string | null;
}

/** A found call as a turn of its own: question, answer, state and failure are read from its bytes. */
export function turnOf(call: FoundCall, conversationId: string, newId: () => string): RecordedTurn {
	const { place, startedAt, timed } = call;
	const turnId = newId();
	const exchangeId = newId();
	const attempts = call.attempts.map((found, index) => attemptOf(found, { exchangeId, index: index + 1, newId, call }));
	const last = attempts.at(-1);
	const answer = last === undefined ? null : answerOf(last, place);
	const failure = answer?.failure ?? null;
	const content = answer?.content ?? [];
	const hasAnswer = content.length > 0;
	const state = answer?.closed === true && failure === null ? 'complete' : hasAnswer ? 'incomplete' : 'failed';
	const endedMs = call.attempts.at(-1)?.endedMs ?? 0;
	const summary: ExchangeSummary = exchangeSummary.parse({
		id: exchangeId,
		turnId,
		index: 1,
		operation: place.operation,
		modelId: place.modelId,
		family: isInvoke(place.operation) ? (familyOf(place.modelId) ?? answer?.family ?? null) : null,
		connection: connectionOf(last?.attempt),
		region: place.region,
		endpoint: place.endpoint,
		state,
		startedAt,
		...(!timed && { untimed: true }),
		firstByteMs: timed ? (last?.attempt.response?.firstByteMs ?? null) : null,
		firstTokenMs:
			!timed || answer === null || answer.firstPartMs === null
				? null
				: (last?.attempt.startedMs ?? 0) + answer.firstPartMs,
		totalMs: endedMs > 0 ? endedMs : null,
		// A file may claim any count.
		usage: usage.safeParse(answer?.usage).data ?? null,
		stopReason: answer?.stopReason ?? null,
		trace: answer?.trace ?? null,
		requestId: failure?.requestId ?? headerOf(last?.attempt.response?.headers ?? [], 'x-amzn-requestid'),
		status: last?.attempt.response?.status ?? null,
		attemptCount: attempts.length,
		failure,
	} satisfies Record<string, unknown>);
	const message = (role: Message['role'], of: readonly ContentBlock[], parentId: string | null): Message => ({
		id: newId(),
		conversationId,
		parentId,
		role,
		content: [...of],
		createdAt: startedAt,
	});
	const question = message('user', [{ type: 'text', text: readQuestion(last?.request ?? null) }], null);
	return {
		turn: turn.parse({
			id: turnId,
			conversationId,
			question,
			answer: hasAnswer ? message('assistant', content, question.id) : null,
			state,
			failure,
			exchanges: [summary],
			startedAt,
			endedAt: startedAt + endedMs,
			unsaved: false,
		}),
		exchanges: [{ summary, attempts }],
	};
}

function attemptOf(
	found: FoundAttempt,
	of: { readonly exchangeId: string; readonly index: number; readonly newId: () => string; readonly call: FoundCall },
): RecordedAttempt {
	const { response, error } = found;
	const size = response?.bytes.byteLength ?? 0;
	const made: Attempt = attempt.parse({
		id: of.newId(),
		exchangeId: of.exchangeId,
		index: of.index,
		startedMs: found.startedMs,
		request: { method: found.method, url: found.url, headers: found.headers, body: infoOf(found.request) },
		response:
			response === null
				? null
				: {
						status: response.status,
						headers: response.headers,
						headersMs: response.headersMs,
						firstByteMs: size === 0 ? null : response.headersMs,
						body: infoOf(response.bytes),
						kind: kindOf(response, of.call.place),
					},
		endedMs: found.endedMs,
		error: error === null ? null : { name: 'Error', message: error, code: codeOf(error) },
	});
	const arrivals: Arrivals = size === 0 ? [] : [[size, found.endedMs - found.startedMs]];
	return { attempt: made, request: found.request, response: response?.bytes ?? null, arrivals };
}

function answerOf(
	{
		attempt: {
			request: { headers },
			response,
			error,
		},
		request,
		response: bytes,
		arrivals,
	}: RecordedAttempt,
	place: CalledPlace,
): ReadAnswer | null {
	const family = isInvoke(place.operation) ? familyOf(place.modelId) : null;
	if (response === null || bytes === null) {
		return error === null ? null : { ...readFrames([], null, family), failure: networkFailure(error) };
	}
	const sent = request === null ? undefined : jsonOf(request);
	const asked = isInvoke(place.operation) ? askedInHeaders(headers) : askedInBody(sent);
	return response.kind === 'event-stream'
		? readFrames(splitFrames(bytes, arrivals).frames, response, family, sent, asked)
		: readBody(response, bytes, family, sent, asked);
}

function askedInHeaders(headers: HeaderLines): AskedTier {
	return {
		serviceTier: headerOf(headers, 'x-amzn-bedrock-service-tier'),
		performance: headerOf(headers, 'x-amzn-bedrock-performanceconfig-latency'),
	};
}

const converse = z
	.object({
		serviceTier: z.object({ type: z.string() }).nullable().catch(null),
		performanceConfig: z.object({ latency: z.string() }).nullable().catch(null),
	})
	.catch({ serviceTier: null, performanceConfig: null });

function askedInBody(sent: unknown): AskedTier {
	const { serviceTier, performanceConfig } = converse.parse(sent);
	return { serviceTier: serviceTier?.type ?? null, performance: performanceConfig?.latency ?? null };
}

function jsonOf(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return undefined;
	}
}

function networkFailure({ message, code }: NonNullable<Attempt['error']>): ReadAnswer['failure'] {
	return failureOf(Object.assign(new Error(message), code === null ? {} : { code }), 'request', null);
}

/** Browsers keep the content type; what has none is told by what the operation answers with. */
function kindOf(
	{ status, headers }: { status: number | null; headers: HeaderLines },
	place: CalledPlace,
): ReturnType<typeof bodyKind> {
	const isUntyped = (headerOf(headers, 'content-type') ?? '') === '';
	return isUntyped && (status ?? 200) < 300 && isStreaming(place.operation) ? 'event-stream' : bodyKind(headers);
}

/** An API key is seen in the request; of keys it is not known where they came from. */
function connectionOf(of: Attempt | undefined): string {
	const authorization = headerOf(of?.request.headers ?? [], 'authorization') ?? '';
	return /^bearer\b/i.test(authorization) ? 'api-key' : 'environment';
}

function codeOf(error: string): string | null {
	return /\b(E[A-Z_]{4,}|ERR_[A-Z_]+)\b/.exec(error)?.[1] ?? null;
}

function infoOf(bytes: Uint8Array): { size: number; sha256: string } {
	return { size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
}

import { z } from 'zod';
import { asSet } from './as-set.ts';
import { connectionId } from './connection.ts';
import { callFailure } from './failure.ts';
import { family } from './family.ts';
import { operation } from './operation.ts';
import { requestSignature } from './signature.ts';

/**
 * How an exchange or a turn stands.
 * - `complete`: the closing event (or the whole body) arrived.
 * - `stopped`: the user stopped it.
 * - `incomplete`: something arrived, then it broke off.
 * - `interrupted`: the app ended while it ran.
 * - `failed`: nothing of an answer arrived.
 */
export const runStates = ['running', 'complete', 'stopped', 'incomplete', 'interrupted', 'failed'] as const;
export const runState = z.enum(runStates);
export type RunState = z.infer<typeof runState>;

/** Tokens as the service counted them. Cache counts are not part of `inputTokens` (bedrock-facts.md, 6). */
export const usage = z.object({
	inputTokens: z.number().int().nonnegative(),
	outputTokens: z.number().int().nonnegative(),
	cacheReadInputTokens: z.number().int().nonnegative().nullable(),
	cacheWriteInputTokens: z.number().int().nonnegative().nullable(),
	/** Of those written, the ones that are kept for an hour: they have a price of their own. Not there: none. */
	cacheWriteHourInputTokens: z.number().int().nonnegative().optional(),
	/**
	 * What the service says it answered with, where that has prices of its own: a service tier (`flex`, `priority`,
	 * `reserved`), `optimized` latency. Not there: the standard one.
	 */
	tier: z.string().optional(),
});
export type Usage = z.infer<typeof usage>;

/** One API call as the SDK sees it, without its bytes. Times in milliseconds since `startedAt`. */
export const exchangeSummary = z.object({
	id: z.string(),
	turnId: z.string(),
	/** From 1, within the turn. */
	index: z.number().int().positive(),
	/** It goes on with the answer of the exchange before it, which was cut or broke off; else the answer begins anew. */
	continues: z.boolean().default(false),
	/** It gives the model the results of tools that the call before it asked for (then `continues` is true). */
	answersTools: z.boolean().default(false),
	/** Its answer was to be JSON, by a schema that went with it. */
	structured: z.literal(true).optional(),
	/** Its body was written by a person. */
	edited: z.boolean().default(false),
	/** What was set when it was made; not there in what was kept before this was, nor in calls of other programs. */
	asSet: asSet.optional(),
	operation,
	modelId: z.string(),
	/** The family whose native body was used; null for the Converse operations. */
	family: family.nullable(),
	connection: connectionId,
	region: z.string(),
	/** Where the call went (`https://bedrock-runtime.us-east-1.amazonaws.com`). Empty when no request was made. */
	endpoint: z.string(),
	state: runState,
	/** Milliseconds since the epoch. */
	startedAt: z.number(),
	/** Only there where no time is known (the body of a stream alone was opened): those that can't be null are 0 then. */
	untimed: z.literal(true).optional(),
	/**
	 * From when to when credentials were asked for; `endedMs` null: not over. null where they were not asked for, and in
	 * what was kept before this was measured.
	 */
	credentials: z.object({ askedMs: z.number(), endedMs: z.number().nullable() }).nullable().default(null),
	/** First byte of the body of the last attempt's response. */
	firstByteMs: z.number().nullable(),
	/** First text of the answer. */
	firstTokenMs: z.number().nullable(),
	totalMs: z.number().nullable(),
	usage: usage.nullable(),
	/** As the service wrote it (`end_turn`, `FINISH`, …). */
	stopReason: z.string().nullable(),
	/** What the service told of guardrails and prompt routers (Converse `trace`), as it came; null: nothing. */
	trace: z.json().nullable().default(null),
	requestId: z.string().nullable(),
	/** HTTP status of the last attempt. */
	status: z.number().int().nullable(),
	attemptCount: z.number().int().nonnegative(),
	failure: callFailure.nullable(),
});
export type ExchangeSummary = z.infer<typeof exchangeSummary>;

/** Header lines in the order in which they were sent or received; secrets already cut out. */
export const headerLines = z.array(z.tuple([z.string(), z.string()]));
export type HeaderLines = z.infer<typeof headerLines>;

/** When captured bytes were erased (milliseconds since the epoch): by a person, for their age or for the space they took. */
export const forgotten = z.object({ at: z.number(), by: z.enum(['person', 'age', 'size']) });
export type Forgotten = z.infer<typeof forgotten>;

/** What is known of a kept body without reading it. */
export const bodyInfo = z.object({
	/** Bytes. */
	size: z.number().int().nonnegative(),
	/** Hex SHA-256 of all its bytes; null while it is still arriving or when the app ended before its end. */
	sha256: z.string().nullable(),
	/** Only there when its bytes have been erased. */
	forgotten: forgotten.optional(),
	/** Only there in presenter mode, when what is read of it is masked by as many bytes. */
	masked: z.literal(true).optional(),
});
export type BodyInfo = z.infer<typeof bodyInfo>;

/** How a request got out. Times in milliseconds since the exchange's `startedAt`; null: not needed, or not yet. */
export const sending = z.object({
	/** It went out on a connection that was open already. */
	reused: z.boolean(),
	/** A proxy was asked for a tunnel. */
	tunnelling: z.boolean(),
	/** When the name's address was known. */
	lookedUpMs: z.number().nullable(),
	/** When there was a connection, through a proxy: with the proxy. */
	connectedMs: z.number().nullable(),
	/** When the proxy had opened a tunnel. */
	tunnelledMs: z.number().nullable(),
	/** When the TLS handshake was over. */
	securedMs: z.number().nullable(),
	/** When all of it was handed to the operating system. */
	sentMs: z.number().nullable(),
});
export type Sending = z.infer<typeof sending>;

/** One HTTP request and its response. Times in milliseconds since the exchange's `startedAt`. */
export const attempt = z.object({
	id: z.string(),
	exchangeId: z.string(),
	/** From 1, within the exchange. */
	index: z.number().int().positive(),
	startedMs: z.number(),
	request: z.object({
		method: z.string(),
		url: z.string(),
		headers: headerLines,
		body: bodyInfo,
	}),
	/** How the request was signed, checked by the app; null with an API key, and in what was kept before this was. */
	signature: requestSignature.nullable().default(null),
	/** null where nothing is known of it: it has no connection yet, or was kept before this was measured. */
	sending: sending.nullable().default(null),
	response: z
		.object({
			/** null where only the body is known. */
			status: z.number().int().nullable(),
			headers: headerLines,
			/** When status line and headers were there. */
			headersMs: z.number(),
			/** When the first byte of the body was there. */
			firstByteMs: z.number().nullable(),
			body: bodyInfo,
			/** How the body is to be read. */
			kind: z.enum(['json', 'event-stream', 'other']),
		})
		.nullable(),
	endedMs: z.number().nullable(),
	/** What ended the attempt early: a network error, an abort. An HTTP error status is not one. */
	error: z.object({ name: z.string(), message: z.string(), code: z.string().nullable() }).nullable(),
});
export type Attempt = z.infer<typeof attempt>;

/** An exchange with its attempts. */
export const exchange = exchangeSummary.extend({ attempts: z.array(attempt) });
export type Exchange = z.infer<typeof exchange>;

/** One message of an AWS event stream. Times in milliseconds since the attempt's start. */
export const frame = z.object({
	/** From 1, within the response. */
	index: z.number().int().positive(),
	/** Where the frame begins in the response body, and its whole length; bytes. */
	offset: z.number().int().nonnegative(),
	length: z.number().int().positive(),
	/** When its last byte was there. */
	atMs: z.number(),
	/** Since the frame before it; null for the first. */
	gapMs: z.number().nullable(),
	/** `:message-type`: event, exception or error. */
	messageType: z.string(),
	/** `:event-type`, `:exception-type` or `:error-code`. */
	eventType: z.string(),
	headers: z.array(z.object({ name: z.string(), type: z.string(), value: z.string() })),
	/** The payload as UTF-8 text. */
	payload: z.string(),
	/** The model's own JSON out of the base64 `bytes` of an invoke chunk; null for other frames. */
	chunk: z.string().nullable(),
	/** Both checksums; a frame with a wrong one is shown all the same. */
	preludeChecksumValid: z.boolean(),
	messageChecksumValid: z.boolean(),
});
export type Frame = z.infer<typeof frame>;

/** A page of frames. `trailingBytes` are bytes after the last whole frame: the stream was cut inside one. */
export const framePage = z.object({
	frames: z.array(frame),
	total: z.number().int().nonnegative(),
	trailingBytes: z.number().int().nonnegative(),
});
export type FramePage = z.infer<typeof framePage>;

/**
 * The frames of a response in their order: when the last byte of each was there (milliseconds since the attempt's start),
 * and the bytes of what the model wrote in it (its text, thoughts, input of tools; UTF-8).
 */
export const framePulse = z.array(z.tuple([z.number(), z.number().int().nonnegative()]));
export type FramePulse = z.infer<typeof framePulse>;

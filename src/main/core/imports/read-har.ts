import { z } from 'zod';
import type { HeaderLines } from '../../../shared/model/exchange.ts';
import { CUT, redactHeaders, redactText, redactUrl, secretsOf } from '../bedrock/redact.ts';
import { HAR_VERSION } from '../export/har.ts';
import type { Recording } from '../export/recording.ts';
import { bodyBytes, fromDocument, LARGEST_NUMBER, recordingDocument } from '../export/recording-document.ts';
import { calledPlace } from './called-place.ts';
import type { FoundAttempt, FoundCall } from './found-call.ts';
import { turnOf } from './found-call.ts';
import { Refused } from './refused.ts';
import { requireFittingSignatures } from './require-fitting-signatures.ts';

const lines = z.array(z.object({ name: z.string(), value: z.string() })).default([]);
const place = z.object({ turn: z.number(), exchange: z.number(), attempt: z.number() });

const entry = z.object({
	startedDateTime: z.string(),
	time: z.number().nullish(),
	request: z.object({
		method: z.string(),
		url: z.string(),
		headers: lines,
		postData: z.object({ text: z.string().nullish(), _base64: z.string().optional() }).nullish(),
	}),
	response: z.object({
		status: z.number().int(),
		headers: lines,
		content: z.object({ text: z.string().optional(), encoding: z.string().optional() }).nullish(),
		_error: z.string().nullish(),
	}),
	timings: z.record(z.string(), z.unknown()).nullish(),
	_outcrop: place.optional(),
});
type Entry = z.infer<typeof entry>;

const har = z.object({
	log: z.object({ entries: z.array(z.unknown()), _outcrop: z.looseObject({ version: z.number() }).optional() }),
});

/** Whether JSON looks like a HAR. */
export function isHar(json: unknown): boolean {
	return har.safeParse(json).success;
}

/**
 * Reads the calls to Bedrock Runtime out of a HAR. One of our own comes back without a loss; in one of another program
 * (developer tools, a proxy) the attempts of one call are found by the SDK's `amz-sdk-invocation-id`, and secrets are cut
 * out. Throws `Refused`, or `DamagedFile`.
 */
export function readHar(
	json: unknown,
	title: string,
	newId: () => string,
): { readonly recording: Recording; readonly leftOut: number } {
	const { log } = har.parse(json);
	const entries = log.entries.map((one) => entry.safeParse(one).data ?? null);
	if (log._outcrop !== undefined) return { recording: readOwn(log._outcrop, entries, newId), leftOut: 0 };
	const { calls, leftOut } = findCalls(entries);
	if (calls.length === 0) throw new Refused('nothing-in-it', String(entries.length));
	const conversationId = newId();
	const turns = calls.map((call) => turnOf(call, conversationId, newId));
	return { recording: { title, masked: false, turns }, leftOut };
}

function readOwn(
	own: { readonly version: number },
	entries: readonly (Entry | null)[],
	newId: () => string,
): Recording {
	if (own.version > HAR_VERSION) throw new Refused('newer', String(own.version));
	const { data, error } = recordingDocument.safeParse(own);
	if (data === undefined)
		throw new Refused('damaged', `log._outcrop.${error?.issues[0]?.path.map(String).join('.') ?? ''}`);
	const byPlace = new Map(entries.flatMap((one) => (one?._outcrop === undefined ? [] : [[keyOf(one._outcrop), one]])));
	const recording = fromDocument(data, newId, (at, side) => {
		const found = byPlace.get(keyOf(at));
		if (found === undefined) return null;
		return side === 'request' ? postedBytes(found) : contentBytes(found);
	});
	requireFittingSignatures(recording);
	return recording;
}

function keyOf({ turn, exchange, attempt }: z.infer<typeof place>): string {
	return `${turn}/${exchange}/${attempt}`;
}

function findCalls(entries: readonly (Entry | null)[]): { readonly calls: FoundCall[]; readonly leftOut: number } {
	const calls = new Map<string, { call: FoundCall; attempts: FoundAttempt[] }>();
	let leftOut = 0;
	entries.forEach((one, index) => {
		const where = one === null ? null : calledPlace(one.request.method, one.request.url);
		const at = one === null ? Number.NaN : Date.parse(one.startedDateTime);
		if (one === null || where === null || !(Math.abs(at) <= LARGEST_NUMBER)) {
			leftOut += 1;
			return;
		}
		const id = one.request.headers.find(({ name }) => name.toLowerCase() === 'amz-sdk-invocation-id')?.value;
		const key = id ?? `#${index}`;
		const held = calls.get(key);
		const startedAt = held?.call.startedAt ?? at;
		const attempts = held?.attempts ?? [];
		attempts.push(foundAttempt(one, at - startedAt));
		if (held === undefined) calls.set(key, { call: { place: where, startedAt, timed: true, attempts }, attempts });
	});
	const sorted = [...calls.values()]
		.map(({ call }) => call)
		.toSorted((left, right) => left.startedAt - right.startedAt);
	return { calls: sorted, leftOut };
}

/** What claims to have taken longer than a month is no time of a call. Milliseconds. */
const LONGEST = 31 * 24 * 60 * 60_000;

function foundAttempt(one: Entry, startedMs: number): FoundAttempt {
	const sent = linesOf(one.request.headers);
	const came = linesOf(one.response.headers);
	const secrets = [...secretsOf(sent), ...secretsOf(came)];
	const phase = (name: string): number => {
		const value = one.timings?.[name];
		return typeof value === 'number' && value > 0 ? value : 0;
	};
	const before = phase('blocked') + phase('dns') + phase('connect') + phase('send') + phase('wait');
	const whole = Math.min(Math.max(0, one.time ?? before + phase('receive')), LONGEST);
	return {
		startedMs: Math.max(0, startedMs),
		endedMs: Math.max(0, startedMs) + whole,
		method: one.request.method,
		url: redactText(redactUrl(one.request.url), secrets),
		headers: redactHeaders(sent),
		request: withoutSecrets(postedBytes(one) ?? new Uint8Array(), secrets),
		response:
			one.response.status <= 0
				? null
				: {
						status: one.response.status,
						headers: redactHeaders(came),
						headersMs: Math.max(0, startedMs) + Math.min(before, whole),
						bytes: withoutSecrets(contentBytes(one) ?? new Uint8Array(), secrets),
					},
		error: one.response.status <= 0 ? (one.response._error ?? 'No response.') : null,
	};
}

function linesOf(headers: Entry['request']['headers']): HeaderLines {
	return headers.map(({ name, value }): [string, string] => [name, value]);
}

function postedBytes({ request: { postData } }: Entry): Uint8Array | null {
	if (postData == null) return null;
	const { text, _base64 } = postData;
	return bodyBytes(_base64 === undefined ? { text: text ?? '' } : { base64: _base64 });
}

function contentBytes({ response: { content } }: Entry): Uint8Array | null {
	if (content?.text === undefined) return null;
	return bodyBytes(content.encoding === 'base64' ? { base64: content.text } : { text: content.text });
}

/** Answers may repeat a secret (AWS does, where a signature does not match). */
function withoutSecrets(bytes: Uint8Array, secrets: readonly string[]): Uint8Array {
	// Secrets are ASCII; whatever else the bytes are must stay.
	const text = Buffer.from(bytes).toString('latin1');
	const cut = redactText(text, secrets);
	return cut === text ? bytes : Buffer.from(cut.replaceAll(CUT, Buffer.from(CUT).toString('latin1')), 'latin1');
}

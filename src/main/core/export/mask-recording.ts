import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isJsonObject } from '../../../shared/json-object.ts';
import type { Masker } from '../../../shared/masking/mask-text.ts';
import { applyMasks, createMasker } from '../../../shared/masking/mask-text.ts';
import type { AsSet, SetValue } from '../../../shared/model/as-set.ts';
import { profileName } from '../../../shared/model/connection.ts';
import { contentBlock } from '../../../shared/model/content.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { Attempt, BodyInfo, HeaderLines } from '../../../shared/model/exchange.ts';
import { splitFrames } from '../bedrock/frames.ts';
import type { JsonValue } from '../bedrock/json-value.ts';
import type { Arrivals } from '../storage/store.ts';
import { withoutFiles } from './leave-out-files.ts';
import type { Around } from './mask-across.ts';
import { aroundOf, maskAcross, wordsIn } from './mask-across.ts';
import { maskBody } from './mask-body.ts';
import { maskFrames } from './mask-frames.ts';
import type { RecordedAttempt, RecordedExchange, Recording } from './recording.ts';

/**
 * A recording in which nothing tells whose account it was made with (see shared/masking/mask-text.ts): in what was said,
 * in headers, addresses, bodies, frames and failures. Sizes and hashes are those of the masked bodies. `given`: a masker
 * whose masks are seen elsewhere, too. `files`: whether what was attached stays in it; nobody can look into that.
 */
export function maskRecording(
	recording: Recording,
	given: Masker | null = null,
	files = true,
): {
	readonly recording: Recording;
	/** Masks other texts about it in the same way. */
	readonly masker: Masker;
} {
	const known = knownOf(recording);
	const masker = given ?? createMasker(known);
	for (const name of known.profiles) masker.maskValue('name', name);
	for (const host of known.hosts) masker.maskValue('host', host);
	// Headers, addresses and failures tell the most, and are short: bodies are gone through again only for what is new.
	const bare = recording.turns.map(({ turn, exchanges }) => [turn, ...exchanges.map(withoutBodies)]);
	deep(bare, masker);
	const before = masker.count();
	const masked = maskWith(recording, masker, files);
	return { recording: masker.count() === before ? masked : maskWith(recording, masker, files), masker };
}

function withoutBodies({ summary, attempts }: RecordedExchange) {
	return { summary, attempts: attempts.map(({ attempt }) => attempt) };
}

function knownOf({ turns }: Recording): { profiles: string[]; hosts: string[] } {
	const exchanges = turns.flatMap((turn) => turn.exchanges);
	const urls = exchanges.flatMap(({ summary, attempts }) => [
		summary.endpoint,
		...attempts.map(({ attempt }) => attempt.request.url),
	]);
	return {
		profiles: [...new Set(exchanges.flatMap(({ summary }) => profileName(summary.connection) ?? []))],
		hosts: [...new Set(urls.flatMap((url) => (URL.canParse(url) ? new URL(url).hostname : [])))],
	};
}

function maskWith(recording: Recording, masker: Masker, files: boolean): Recording {
	return {
		title: masker.mask(recording.title),
		masked: true,
		turns: recording.turns.map(({ turn, exchanges }) => {
			const around = wordsAround(exchanges);
			const masked = exchanges.map((exchange, at) => maskExchange(exchange, masker, files, around[at]));
			return {
				turn: { ...deep(withoutSeams(turn, masker), masker), exchanges: masked.map(({ summary }) => summary) },
				exchanges: masked,
			};
		}),
		...(files && recording.attachments !== undefined && { attachments: recording.attachments }),
	};
}

function maskExchange(
	{ summary, attempts }: RecordedExchange,
	masker: Masker,
	files: boolean,
	around: Said | undefined,
): RecordedExchange {
	return {
		summary: {
			...deep(summary, masker),
			...(summary.asSet !== undefined && { asSet: maskSet(summary.asSet, masker) }),
			endpoint: maskUrl(summary.endpoint, masker),
		},
		attempts: attempts.map((attempt) => maskAttempt(attempt, masker, files, around)),
	};
}

/**
 * Names in it are those of others (a variable `id`), so that none keeps its value from being masked. Of what was too long
 * to be kept there is a hash alone, which is not that of the masked words.
 */
function maskSet(asSet: AsSet, masker: Masker): AsSet {
	const masked = Object.entries(asSet).map(([name, set]): [string, SetValue] => [
		name,
		'value' in set ? { value: maskTexts(set.value, masker) } : { ...set, sha256: null },
	]);
	return Object.fromEntries(masked);
}

function maskTexts(node: JsonValue, masker: Masker): JsonValue {
	if (typeof node === 'string') return masker.mask(node);
	if (Array.isArray(node)) return node.map((member) => maskTexts(member, masker));
	if (!isJsonObject(node)) return node;
	return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, maskTexts(member, masker)]));
}

function maskAttempt(
	{ attempt, request, response, arrivals }: RecordedAttempt,
	masker: Masker,
	files: boolean,
	around: Said | undefined,
): RecordedAttempt {
	const sent = request === null ? null : maskSent(files ? request : withoutFiles(request), masker, around);
	const came = maskResponse(attempt, response, arrivals, masker, around);
	const changed = sent === null || request === null || !Buffer.from(sent).equals(request);
	if (changed) maskHashSaid(attempt, response, masker);
	const facts = deep(attempt, masker);
	return {
		attempt: {
			...facts,
			// Its hashes would tell who tries account ids one by one which of them is right.
			signature: null,
			request: {
				...facts.request,
				headers: changed ? withoutHashes(facts.request.headers) : facts.request.headers,
				url: maskUrl(attempt.request.url, masker),
				body: infoOf(attempt.request.body, sent),
			},
			response:
				facts.response === null
					? null
					: {
							...facts.response,
							headers: withoutHashes(facts.response.headers),
							body: infoOf(facts.response.body, came.bytes),
						},
		},
		request: sent,
		response: came.bytes,
		arrivals: came.arrivals,
	};
}

function maskResponse(
	{ response }: Attempt,
	bytes: Uint8Array | null,
	arrivals: Arrivals,
	masker: Masker,
	around: Said | undefined,
): { readonly bytes: Uint8Array | null; readonly arrivals: Arrivals } {
	if (bytes === null) return { bytes, arrivals };
	if (response?.kind === 'event-stream') return maskFrames(bytes, arrivals, masker, around);
	const masked = maskBody(maskSeams(bytes, masker, around), masker.mask);
	const scale = bytes.byteLength === 0 ? 1 : masked.byteLength / bytes.byteLength;
	return { bytes: masked, arrivals: arrivals.map(([end, atMs]) => [Math.round(end * scale), atMs]) };
}

function maskSent(request: Uint8Array, masker: Masker, around: Said | undefined): Uint8Array {
	return maskBody(around === undefined ? request : withoutHalf(request, masker, around), masker.mask);
}

/** A body in which no value is left that goes over from one text to the next; all else stays as it was written. */
function maskSeams(bytes: Uint8Array, masker: Masker, around: Said | undefined): Uint8Array {
	const text = new TextDecoder().decode(bytes);
	const [masked = text] = maskAcross([text], masker.masks, applyMasks, around);
	return masked === text ? bytes : new TextEncoder().encode(masked);
}

/** A turn whose answer has no value in two of its blocks: thoughts may stand within what was gone on with. */
function withoutSeams(turn: Turn, masker: Masker): Turn {
	if (turn.answer === null) return turn;
	const text = JSON.stringify({ blocks: turn.answer.content });
	const [masked = text] = maskAcross([text], masker.masks, applyMasks);
	if (masked === text) return turn;
	const { blocks } = answerBlocks.parse(JSON.parse(masked));
	return { ...turn, answer: { ...turn.answer, content: blocks } };
}

const answerBlocks = z.object({ blocks: z.array(contentBlock) });

/** What a call said, between what was said before and after it in the same answer. */
interface Said extends Around {
	readonly own: string;
}

/** For each call what was said in its answer: one that was cut may have been cut in a value, and more than once. */
function wordsAround(exchanges: readonly RecordedExchange[]): readonly (Said | undefined)[] {
	if (!exchanges.some(({ summary }) => summary.continues)) return [];
	const words = exchanges.map(({ attempts }) => wordsOf(attempts.at(-1)));
	const begins = exchanges.flatMap(({ summary }, at) => (summary.continues && at > 0 ? [] : [at]));
	return words.map((own, at) => {
		const begin = begins.findLast((place) => place <= at) ?? 0;
		const end = begins.find((place) => place > at) ?? words.length;
		return { own, ...aroundOf(words.slice(begin, at).join(''), words.slice(at + 1, end).join('')) };
	});
}

/** A request that goes on with an answer that was cut in a value: it has the answer's words, up to the half of that. */
function withoutHalf(request: Uint8Array, masker: Masker, { before, own, after }: Said): Uint8Array {
	const half = masker
		.masks(before + aroundOf('', own + after).after)
		.find(({ start, end }) => start < before.length && before.length < end);
	if (half === undefined) return request;
	// What stands before it tells the place, and bodies end such words without white space.
	const led = before.slice(Math.max(0, half.start - LEAD), half.start);
	const [cut, put] = [led + before.slice(half.start), led + half.text].map((text) =>
		JSON.stringify(text.trimEnd()).slice(1, -1),
	);
	const text = new TextDecoder().decode(request);
	const at = text.lastIndexOf(cut ?? '');
	if (at < 0 || cut === undefined) return request;
	return new TextEncoder().encode(text.slice(0, at) + put + text.slice(at + cut.length));
}

/** So much before a half of a value is looked for with it; UTF-16 units. */
const LEAD = 20;

function wordsOf(attempt: RecordedAttempt | undefined): string {
	if (attempt?.response == null) return '';
	if (attempt.attempt.response?.kind !== 'event-stream') return wordsIn([new TextDecoder().decode(attempt.response)]);
	return wordsIn(splitFrames(attempt.response, attempt.arrivals).frames.map(({ payload }) => payload));
}

/**
 * Hashes of the bytes as they were: with all the rest known, they would tell who tries account ids one by one which of
 * them is right.
 */
const HASHES = /^(x-amz-content-sha256|content-md5|(repr-|content-)?digest|x-amz-checksum-.+)$/i;

function withoutHashes(lines: HeaderLines): HeaderLines {
	return lines.map(([name, value]) => [name, HASHES.test(name) ? '••••' : value]);
}

/** AWS repeats the hash of a request in its answer where the signature does not match. */
function maskHashSaid({ request: { body } }: Attempt, response: Uint8Array | null, masker: Masker): void {
	const { sha256 } = body;
	if (sha256 !== null && response !== null && Buffer.from(response).includes(sha256)) masker.maskValue('name', sha256);
}

/**
 * What was never hashed, because it did not come to its end, has no hash now either; nor has what is not there to be
 * hashed in its masked form.
 */
function infoOf(info: BodyInfo, bytes: Uint8Array | null): BodyInfo {
	if (bytes === null) return { ...info, sha256: null };
	const sha256 = info.sha256 === null ? null : createHash('sha256').update(bytes).digest('hex');
	return { size: bytes.byteLength, sha256 };
}

/** Addresses stay in the letters that they may be written with. */
function maskUrl(url: string, masker: Masker): string {
	return masker.mask(url).replace(/[^\x20-\x7e]+/g, encodeURIComponent);
}

/** Members whose values are words of the app itself. */
const OWN_WORDS = new Set([
	'id',
	'turnId',
	'exchangeId',
	'conversationId',
	'parentId',
	'state',
	'code',
	'kind',
	'role',
	'family',
	'operation',
	'sha256',
	'toolUseId',
	'signature',
	'redacted',
]);

/** The numbers of a vector are nobody's either, and thousands. */
function isOwn(key: string, member: unknown): boolean {
	return typeof member === 'string' ? OWN_WORDS.has(key) : key === 'values' && Array.isArray(member);
}

/** A value of the domain with all of its texts masked. */
function deep<Value>(value: Value, masker: Masker): Value {
	const walk = (node: unknown): unknown => {
		if (typeof node === 'string') return masker.mask(node);
		if (Array.isArray(node)) return node.map(walk);
		if (typeof node !== 'object' || node === null) return node;
		return Object.fromEntries(
			Object.entries(node).map(([key, member]) => [key, isOwn(key, member) ? member : walk(member)]),
		);
	};
	return walk(value) as Value;
}

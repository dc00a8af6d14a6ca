import { createHash } from 'node:crypto';
import { z } from 'zod';
import { contentBlock } from '../../../shared/model/content.ts';
import type { Message, Turn } from '../../../shared/model/conversation.ts';
import { turn } from '../../../shared/model/conversation.ts';
import { attempt, bodyInfo, exchangeSummary } from '../../../shared/model/exchange.ts';
import type { Arrivals } from '../storage/store.ts';
import { foundAttachments, notInBodies } from './recorded-attachments.ts';
import type { RecordedAttempt, RecordedExchange, RecordedTurn, Recording } from './recording.ts';
import { ended } from './recording.ts';

/** A body: as text where that gives the same bytes again, else as base64; neither where it is not kept. */
const documentBody = bodyInfo.extend({ text: z.string().optional(), base64: z.string().optional() });
export type DocumentBody = z.infer<typeof documentBody>;

const documentAttempt = attempt.omit({ id: true, exchangeId: true, index: true }).extend({
	request: attempt.shape.request.extend({ body: documentBody }),
	response: attempt.shape.response.unwrap().extend({ body: documentBody }).nullable(),
	/** Pairs of (bytes of the response's body so far, milliseconds since the attempt's start). */
	arrivals: z.array(z.tuple([z.number(), z.number()])),
});

const documentExchange = exchangeSummary
	.omit({ id: true, turnId: true, index: true, attemptCount: true })
	.extend({ attempts: z.array(documentAttempt) });

const documentMessage = z.object({ content: z.array(contentBlock), createdAt: z.number() });

const documentTurn = turn
	.omit({ id: true, conversationId: true, question: true, answer: true, exchanges: true, unsaved: true })
	.extend({
		question: documentMessage,
		answer: documentMessage.nullable(),
		exchanges: z.array(documentExchange),
	});

/** A recording as JSON: every field of the domain but the ids, which are given anew on reading. */
export const recordingDocument = z.object({
	title: z.string(),
	masked: z.boolean(),
	turns: z.array(documentTurn).min(1),
	/** The files of questions that are in no request's body. */
	attachments: z.array(z.object({ sha256: z.string(), base64: z.string() })).default([]),
});
export type RecordingDocument = z.infer<typeof recordingDocument>;

/** A recording as a document. `bodies: false`: their bytes are written elsewhere. */
export function toDocument({ title, masked, turns, attachments }: Recording, bodies: boolean): RecordingDocument {
	return {
		title,
		masked,
		turns: turns.map(({ turn: one, exchanges }) => {
			const { id: _, conversationId: _c, question, answer, exchanges: _e, unsaved: _u, ...facts } = one;
			return {
				...facts,
				question: messageOf(question),
				answer: answer === null ? null : messageOf(answer),
				exchanges: exchanges.map((exchange) => exchangeOf(exchange, bodies)),
			};
		}),
		attachments: [...notInBodies(turns, attachments ?? new Map())].map(([sha256, bytes]) => ({
			sha256,
			base64: Buffer.from(bytes).toString('base64'),
		})),
	};
}

function messageOf({ content, createdAt }: Message): z.infer<typeof documentMessage> {
	return { content, createdAt };
}

function exchangeOf({ summary, attempts }: RecordedExchange, bodies: boolean): z.infer<typeof documentExchange> {
	const { id: _, turnId: _t, index: _i, attemptCount: _c, ...facts } = summary;
	return {
		...facts,
		attempts: attempts.map(({ attempt: one, request, response, arrivals }) => {
			const { id: _a, exchangeId: _e, index: _n, ...rest } = one;
			return {
				...rest,
				request: { ...one.request, body: { ...one.request.body, ...(bodies && bodyText(request)) } },
				response:
					one.response === null
						? null
						: { ...one.response, body: { ...one.response.body, ...(bodies && bodyText(response)) } },
				arrivals: arrivals.map(([end, atMs]): [number, number] => [end, atMs]),
			};
		}),
	};
}

/** Bytes as JSON can hold them. */
export function bodyText(bytes: Uint8Array | null): Pick<DocumentBody, 'text' | 'base64'> {
	if (bytes === null) return {};
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const text = buffer.toString('utf8');
	return Buffer.from(text, 'utf8').equals(buffer) ? { text } : { base64: buffer.toString('base64') };
}

/** The bytes of a body again; null where they are not in it. */
export function bodyBytes({ text, base64 }: Pick<DocumentBody, 'text' | 'base64'>): Uint8Array | null {
	if (text !== undefined) return Buffer.from(text, 'utf8');
	return base64 === undefined ? null : Buffer.from(base64, 'base64');
}

/** Where the bytes of the bodies are; the places count from 0. */
export type BodyLookup = (
	place: { readonly turn: number; readonly exchange: number; readonly attempt: number },
	side: 'request' | 'response',
	body: DocumentBody,
) => Uint8Array | null;

/** What is in a file is not as it was written. `message` says where. */
export class DamagedFile extends Error {
	override readonly name = 'DamagedFile';
}

/**
 * A document as a recording with ids of its own, of which nothing runs. Throws a `DamagedFile` where bytes don't fit their
 * hash, or where a number can't be one of ours.
 */
export function fromDocument(document: RecordingDocument, newId: () => string, lookUp: BodyLookup): Recording {
	requireOurNumbers(document, '');
	const conversationId = newId();
	let parentId: string | null = null;
	const message = (role: Message['role'], { content, createdAt }: z.infer<typeof documentMessage>): Message => {
		const made: Message = { id: newId(), conversationId, parentId, role, content, createdAt };
		parentId = made.id;
		return made;
	};
	const turns = document.turns.map(({ question, answer, exchanges, ...facts }, turnAt): RecordedTurn => {
		const turnId = newId();
		const recorded = exchanges.map(({ attempts, ...summary }, exchangeAt): RecordedExchange => {
			const exchangeId = newId();
			const read = attempts.map(({ arrivals, ...one }, attemptAt): RecordedAttempt => {
				const place = { turn: turnAt, exchange: exchangeAt, attempt: attemptAt };
				const body = (side: 'request' | 'response', found: DocumentBody): Uint8Array | null =>
					checked(lookUp(place, side, found), found, place, side);
				const { request, response } = one;
				const requestBytes = body('request', request.body);
				const responseBytes = response === null ? null : body('response', response.body);
				return {
					attempt: {
						...one,
						id: newId(),
						exchangeId,
						index: attemptAt + 1,
						request: { ...request, body: infoOf(request.body, requestBytes) },
						response: response === null ? null : { ...response, body: infoOf(response.body, responseBytes) },
					},
					request: requestBytes,
					response: responseBytes,
					arrivals: arrivals satisfies Arrivals,
				};
			});
			return {
				summary: {
					...summary,
					id: exchangeId,
					turnId,
					index: exchangeAt + 1,
					state: ended(summary.state),
					attemptCount: attempts.length,
				},
				attempts: read,
			};
		});
		const made: Turn = {
			...facts,
			id: turnId,
			conversationId,
			state: ended(facts.state),
			question: message('user', question),
			answer: answer === null ? null : message('assistant', answer),
			exchanges: recorded.map(({ summary }) => summary),
			unsaved: false,
		};
		return { turn: made, exchanges: recorded };
	});
	const kept = new Map(document.attachments.map(({ sha256, base64 }, at) => [sha256, checkedFile(base64, sha256, at)]));
	return { title: document.title, masked: document.masked, turns, attachments: foundAttachments(turns, kept) };
}

function checkedFile(base64: string, sha256: string, at: number): Uint8Array {
	const bytes = Buffer.from(base64, 'base64');
	if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
	throw new DamagedFile(`attachments[${at}]`);
}

function infoOf({ size, sha256, forgotten }: DocumentBody, bytes: Uint8Array | null): z.infer<typeof bodyInfo> {
	return { size, sha256, ...(bytes === null && forgotten !== undefined && { forgotten }) };
}

/** No number of a file is larger: two together are still a time that a `Date` can have (ECMAScript: up to 8.64e15). */
export const LARGEST_NUMBER = 4e15;

/** Members that hold what services and people wrote: their numbers may be any. */
const OF_OTHERS = new Set(['trace', 'location', 'asSet', 'values']);

function requireOurNumbers(node: unknown, path: string): void {
	if (typeof node === 'number' && Math.abs(node) > LARGEST_NUMBER) throw new DamagedFile(path);
	if (typeof node !== 'object' || node === null) return;
	const within = (key: string): string =>
		Array.isArray(node) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
	for (const [key, member] of Object.entries(node)) {
		if (!OF_OTHERS.has(key)) requireOurNumbers(member, within(key));
	}
}

function checked(
	bytes: Uint8Array | null,
	{ size, sha256 }: DocumentBody,
	place: { readonly turn: number; readonly exchange: number; readonly attempt: number },
	side: 'request' | 'response',
): Uint8Array | null {
	const fits =
		bytes === null ||
		(bytes.byteLength === size && (sha256 === null || createHash('sha256').update(bytes).digest('hex') === sha256));
	if (fits) return bytes;
	const { turn: t, exchange: e, attempt: a } = place;
	throw new DamagedFile(`turns[${t}].exchanges[${e}].attempts[${a}].${side}.body`);
}

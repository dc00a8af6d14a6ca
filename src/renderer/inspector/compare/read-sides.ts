import type { Attempt, BodyInfo, Exchange, HeaderLines } from '../../../shared/model/exchange.ts';
import { client } from '../../state/client.ts';
import type { CompareInput, SideInput } from './diff/comparison.ts';
import type { StreamPart } from './diff/join-stream.ts';

/** What of two calls is compared as a text. */
export type TextSide = 'request' | 'response' | 'headers';

/** Why a side can't be compared. */
export type Missing =
	| { readonly why: 'running' | 'noRequest' | 'noResponse' | 'empty' }
	| { readonly why: 'forgotten'; readonly info: BodyInfo };

/** Both sides, or which of them is missing and why. */
export type Sides =
	| {
			readonly status: 'both';
			readonly input: CompareInput;
			/** A stream was joined to the answer that it makes. */
			readonly joined: boolean;
			/** The hash that both bodies have, where they are the same. */
			readonly sha256: string | null;
	  }
	| { readonly status: 'missing'; readonly which: 'before' | 'after'; readonly missing: Missing };

/** What both sides are made of, before their bytes are read. */
export interface SidesQuestion {
	readonly before: Source;
	readonly after: Source;
	readonly side: TextSide;
}

/** What one side is made of. */
type Source =
	| { readonly kind: 'missing'; readonly missing: Missing }
	| { readonly kind: 'body'; readonly attemptId: string; readonly info: BodyInfo }
	| { readonly kind: 'stream'; readonly attemptId: string; readonly info: BodyInfo }
	| { readonly kind: 'headers'; readonly text: string };

/** What is compared of two calls; of each, its last attempt. */
export function sidesOf(before: Exchange, after: Exchange, side: TextSide): SidesQuestion {
	return { before: sourceOf(before, side), after: sourceOf(after, side), side };
}

/** Reads what is compared. Rejects with what the core says. */
export async function readSides({ before: one, after: other, side }: SidesQuestion): Promise<Sides> {
	if (one.kind === 'missing') return { status: 'missing', which: 'before', missing: one.missing };
	if (other.kind === 'missing') return { status: 'missing', which: 'after', missing: other.missing };
	const [first, second] = await Promise.all([read(one, side), read(other, side)]);
	return {
		status: 'both',
		input: { before: first, after: second, about: side },
		joined: one.kind === 'stream' || other.kind === 'stream',
		sha256: one.kind === 'body' && other.kind === 'body' ? one.info.sha256 : null,
	};
}

function sourceOf(exchange: Exchange, side: TextSide): Source {
	const attempt = exchange.attempts.at(-1);
	if (attempt === undefined) return { kind: 'missing', missing: { why: 'noRequest' } };
	if (side === 'headers') return { kind: 'headers', text: headersText(attempt) };
	if (side === 'response' && exchange.state === 'running') return { kind: 'missing', missing: { why: 'running' } };
	const info = side === 'request' ? attempt.request.body : attempt.response?.body;
	if (info === undefined) return { kind: 'missing', missing: { why: 'noResponse' } };
	if (info.forgotten !== undefined) return { kind: 'missing', missing: { why: 'forgotten', info } };
	if (info.size === 0) return { kind: 'missing', missing: { why: 'empty' } };
	const streamed = side === 'response' && attempt.response?.kind === 'event-stream';
	return { kind: streamed ? 'stream' : 'body', attemptId: attempt.id, info };
}

async function read(source: Exclude<Source, { kind: 'missing' }>, side: TextSide): Promise<SideInput> {
	switch (source.kind) {
		case 'headers':
			return { kind: 'json', text: source.text };
		case 'stream':
			return { kind: 'stream', parts: await readParts(source.attemptId) };
		case 'body': {
			const { base64 } = await client().exchanges.body({
				attemptId: source.attemptId,
				side: side === 'request' ? 'request' : 'response',
			});
			return { kind: 'body', base64 };
		}
	}
}

const FRAMES = 5000;

async function readParts(attemptId: string): Promise<readonly StreamPart[]> {
	const parts: StreamPart[] = [];
	for (;;) {
		const { frames, total } = await client().exchanges.frames({ attemptId, after: parts.length, limit: FRAMES });
		for (const { eventType, payload, chunk } of frames) parts.push({ event: eventType, json: chunk ?? payload });
		if (frames.length === 0 || parts.length >= total) return parts;
	}
}

/** The headers of a call as one JSON text: names in small letters (they are the same in any), in their order. */
function headersText({ request, response }: Attempt): string {
	const sides = [`"request":${linesText(request.headers)}`];
	if (response !== null) sides.push(`"response":${linesText(response.headers)}`);
	return `{${sides.join(',')}}`;
}

function linesText(lines: HeaderLines): string {
	return `{${lines.map(([name, value]) => `${JSON.stringify(name.toLowerCase())}:${JSON.stringify(value)}`).join(',')}}`;
}

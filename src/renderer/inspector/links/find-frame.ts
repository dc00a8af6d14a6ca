import type { Turn } from '../../../shared/model/conversation.ts';
import type { ExchangeSummary, Frame } from '../../../shared/model/exchange.ts';
import { isStreaming } from '../../../shared/model/operation.ts';
import { client } from '../../state/client.ts';
import { PAGE } from '../stream/frame-feed.ts';
import { answerSource } from './answer-of-turn.ts';
import type { FramePlaces } from './frame-places.ts';
import { frameAtPlace, placeFrames } from './frame-places.ts';

/** A frame and the call that it belongs to. */
export interface FoundFrame {
	readonly exchangeId: string;
	readonly attemptId: string;
	readonly index: number;
}

/** The calls of a turn whose answers came as streams. */
export function streamedCalls({ exchanges }: Turn): readonly ExchangeSummary[] {
	return exchanges.filter(({ operation }) => isStreaming(operation));
}

/** The frame that brought the character at a place of a turn's answer. Reads the frames of its calls; null: none did. */
export async function findFrame(turn: Turn, place: number): Promise<FoundFrame | null> {
	for await (const { exchangeId, attemptId, places } of placedCalls(turn)) {
		const index = frameAtPlace(places, place);
		if (index !== null) return { exchangeId, attemptId, index };
	}
	return null;
}

/** Where in the answer's text the calls after one begin; its length where none of them has some of it. */
export async function textAfter(turn: Turn, exchangeId: string): Promise<number> {
	let before = answerSource(turn).length;
	const calls = streamedCalls(turn);
	if (calls.at(-1)?.id === exchangeId) return before;
	for await (const call of placedCalls(turn, exchangeId)) before = call.places.frames[0]?.start ?? before;
	return before;
}

interface PlacedCall {
	readonly exchangeId: string;
	readonly attemptId: string;
	readonly places: FramePlaces;
}

/** The calls of a turn with the places of their frames, the last one first: each ends where the one after it begins. */
async function* placedCalls(turn: Turn, untilId: string | null = null): AsyncGenerator<PlacedCall> {
	const source = answerSource(turn);
	let before = source.length;
	for (const { id } of streamedCalls(turn).toReversed()) {
		if (id === untilId) return;
		const { attempts } = await client().exchanges.get({ exchangeId: id });
		const attempt = attempts.findLast(({ response }) => response?.kind === 'event-stream');
		if (attempt === undefined) continue;
		const places = placeFrames(source, await allFrames(attempt.id), before);
		if (places === null) continue;
		before = places.frames[0]?.start ?? before;
		yield { exchangeId: id, attemptId: attempt.id, places };
	}
}

/** All frames of a response. */
export async function allFrames(attemptId: string): Promise<readonly Frame[]> {
	const pages: (readonly Frame[])[] = [];
	for (let held = 0, total = 1; held < total; ) {
		const page = await client().exchanges.frames({ attemptId, after: held, limit: PAGE });
		if (page.frames.length === 0) break;
		pages.push(page.frames);
		held += page.frames.length;
		total = page.total;
	}
	return pages.flat();
}

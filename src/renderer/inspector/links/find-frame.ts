import type { Turn } from '../../../shared/model/conversation.ts';
import type { ExchangeSummary, Frame } from '../../../shared/model/exchange.ts';
import { isStreaming } from '../../../shared/model/operation.ts';
import { client } from '../../state/client.ts';
import { PAGE } from '../stream/frame-feed.ts';
import { answerSource } from './answer-of-turn.ts';
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
	const source = answerSource(turn);
	for (const { id } of streamedCalls(turn).toReversed()) {
		const { attempts } = await client().exchanges.get({ exchangeId: id });
		const attempt = attempts.findLast(({ response }) => response?.kind === 'event-stream');
		if (attempt === undefined) continue;
		const places = placeFrames(source, await allFrames(attempt.id));
		const index = places === null ? null : frameAtPlace(places, place);
		if (index !== null) return { exchangeId: id, attemptId: attempt.id, index };
	}
	return null;
}

async function allFrames(attemptId: string): Promise<readonly Frame[]> {
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

import { client } from '../../state/client.ts';
import { allFrames } from './find-frame.ts';

/** Where the trace of a call stands: in a frame of its stream (`index` from 1), or in the response's one body. */
export interface TracePlace {
	readonly attemptId: string;
	readonly index: number | null;
}

/** What a trace is called in frames: by Converse, and beside a native body. */
const NAMES = ['"trace"', '"amazon-bedrock-trace"'];

/** Finds a call's trace; null where its response is not kept. The last frame that has one counts. */
export async function findTrace(exchangeId: string): Promise<TracePlace | null> {
	const { attempts } = await client().exchanges.get({ exchangeId });
	const attempt = attempts.findLast(({ response }) => response !== null);
	if (attempt === undefined) return null;
	if (attempt.response?.kind !== 'event-stream') return { attemptId: attempt.id, index: null };
	const frames = await allFrames(attempt.id);
	const frame = frames.findLast(({ payload, chunk }) =>
		NAMES.some((name) => payload.includes(name) || chunk?.includes(name)),
	);
	return { attemptId: attempt.id, index: frame?.index ?? null };
}

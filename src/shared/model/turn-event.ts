import { z } from 'zod';
import { answerPart } from './content.ts';
import { turn } from './conversation.ts';
import { exchangeSummary } from './exchange.ts';
import { retryWait } from './failure.ts';

/**
 * What a window that watches a turn is told, in order. `seq` rises by one an event, so that a window that lost its
 * connection asks for what came after the last one it saw. A turn that is asked again counts on from much higher.
 */
export const turnEvent = z.discriminatedUnion('type', [
	/** The whole turn as it stands: the first thing a new watcher gets. Later events add to it. */
	z.object({ seq: z.number().int(), type: z.literal('snapshot'), turn }),
	/** Text to append to the answer. Batched, about 16 ms. */
	z.object({ seq: z.number().int(), type: z.literal('text'), text: z.string() }),
	/** Anything else of the answer, in its order among the texts (`appendPart`). Thoughts and input are batched as text is. */
	z.object({ seq: z.number().int(), type: z.literal('part'), part: answerPart }),
	/** An exchange began or changed (response arrived, retry counted, …): replaces the one with the same id. */
	z.object({ seq: z.number().int(), type: z.literal('exchange'), exchange: exchangeSummary }),
	/** An attempt failed, the next one follows at `until` (milliseconds since the epoch). Told again after a snapshot. */
	z.object({ seq: z.number().int(), type: z.literal('retrying'), retry: retryWait, until: z.number() }),
	/** Saving failed (`unsaved: true`) or works again. */
	z.object({ seq: z.number().int(), type: z.literal('saving'), unsaved: z.boolean() }),
	/** The end; nothing follows. */
	z.object({ seq: z.number().int(), type: z.literal('ended'), turn }),
]);
export type TurnEvent = z.infer<typeof turnEvent>;

import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { attached } from '../model/attached-file.ts';
import { bodyPreview, editedBody, previewRequest, tokenCount } from '../model/body-preview.ts';
import { toolResultBlock } from '../model/content.ts';
import { turn } from '../model/conversation.ts';
import { turnEvent } from '../model/turn-event.ts';
import { procedure } from './base.ts';

const byTurn = z.object({ turnId: z.string() });

export const turnsContract = {
	/** Saves the message with its files and starts to answer it, in main. Watch it to see the answer. */
	start: procedure
		.input(
			z.object({
				conversationId: z.string(),
				/** Not empty where there is no body and no file. */
				text: z.string().max(10_000_000),
				/** Sent byte by byte in place of what would be made of text and settings; null: none. */
				body: editedBody.nullable().default(null),
				/** Kept with the conversation, and sent with this message. */
				attachments: attached.default([]),
			}),
		)
		.output(turn),
	/** The body that would be sent now: of what stands in the composer, or of an earlier call again. Sends nothing. */
	preview: procedure.input(previewRequest).output(bodyPreview),
	/**
	 * Asks CountTokens how many tokens a body has; `body` null: the one that `preview` would give. It is a call, and so
	 * nothing that is done unasked.
	 */
	countTokens: procedure.input(previewRequest.extend({ body: editedBody.nullable().default(null) })).output(tokenCount),
	/** Keeps what has arrived. Does nothing when the turn has ended. */
	stop: procedure.input(byTurn).output(z.void()),
	/**
	 * Asks again with the conversation's settings of now: a new exchange in the same turn. Only for the last turn, and
	 * only where it has no whole answer, which would be lost from sight.
	 */
	retry: procedure.input(byTurn).output(turn),
	/**
	 * Goes on with an answer that was cut off at its limit or did not arrive whole, with the conversation's settings of now:
	 * a new exchange in the same turn, whose text is added to the answer. Only for the last turn.
	 */
	continue: procedure.input(byTurn).output(turn),
	/**
	 * Gives the model the results of all the tools that a turn waits for (`toolsWaiting`), and goes on with the same turn: a
	 * further exchange, after them in the answer. Only for the last turn. `json`: the text is JSON.
	 */
	answerTools: procedure
		.input(
			byTurn.extend({
				results: z
					.array(toolResultBlock.omit({ type: true, by: true }))
					.min(1)
					.max(1000),
			}),
		)
		.output(turn),
	/** What one of the app's own tools says to a use that a turn waits for. It is shown, and given to nobody. */
	ownResult: procedure
		.input(byTurn.extend({ toolUseId: z.string() }))
		.output(toolResultBlock.pick({ status: true, format: true, text: true })),
	/** Events after `after` (0: from a snapshot on). Ends with `ended`; a turn that is over gives just that. */
	watch: procedure.input(byTurn.extend({ after: z.number().int().nonnegative() })).output(eventIterator(turnEvent)),
};

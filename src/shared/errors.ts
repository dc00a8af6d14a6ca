import { z } from 'zod';

/**
 * Every error that may cross from main to a window, as oRPC wants it: a code, and data for the sentence. The renderer's
 * words for a code come from i18n (`error.*`). A call to Bedrock that fails is not one of these: it is a `CallFailure`.
 */
export const appErrors = {
	/** No such conversation, turn, exchange, attempt or attachment (any more). */
	NOT_FOUND: { data: z.object({ what: z.enum(['conversation', 'turn', 'exchange', 'attempt', 'attachment']) }) },
	/** The conversation already has a running turn. */
	TURN_RUNNING: { data: z.object({ turnId: z.string() }) },
	/** The turn is not the last one, or it has a whole answer. */
	NOT_RETRYABLE: {},
	/** The bytes of the body that a person wrote for the turn are gone: nothing else is sent in their place. */
	BODY_LOST: {},
	/**
	 * Results of tools that can't be given. `not-waiting`: the turn waits for none; `others`: they are not those of all the
	 * uses for which it waits, one each; `not-json`: a text that is to be JSON is none.
	 */
	RESULTS_NOT_TAKEN: { data: z.object({ reason: z.enum(['not-waiting', 'others', 'not-json']) }) },
	/** A message has so many texts to embed that it would be more calls than one message may make. */
	TOO_MANY_TEXTS: { data: z.object({ calls: z.number(), most: z.number() }) },
	/** The database is from a newer version of the app and is open for reading only. */
	READ_ONLY: {},
	/** Nothing could be written (full disk, lost permission, refused by the database). `detail`: SQLite's or the system's words. */
	NOT_SAVED: { data: z.object({ detail: z.string() }) },
	/** The captured bytes have been erased on purpose: by a person, or because of their age or the space that they took. */
	FORGOTTEN: {},
	/** What was read back is not what was written: a hash does not fit. */
	CORRUPT: { data: z.object({ detail: z.string() }) },
} as const;

export type AppErrorCode = keyof typeof appErrors;

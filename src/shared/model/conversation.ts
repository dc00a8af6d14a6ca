import { z } from 'zod';
import { contentBlock } from './content.ts';
import { exchangeSummary, runState } from './exchange.ts';
import { callFailure } from './failure.ts';
import { importedFrom } from './files.ts';
import { requestSettings } from './settings.ts';

/** One node of the conversation's tree. */
export const message = z.object({
	id: z.string(),
	conversationId: z.string(),
	/** null for the first message. */
	parentId: z.string().nullable(),
	role: z.enum(['user', 'assistant']),
	content: z.array(contentBlock),
	/** Milliseconds since the epoch. */
	createdAt: z.number(),
});
export type Message = z.infer<typeof message>;

/** A user message and the work done to answer it. */
export const turn = z.object({
	id: z.string(),
	conversationId: z.string(),
	question: message,
	/** What has arrived of the answer; null when nothing has. */
	answer: message.nullable(),
	state: runState,
	failure: callFailure.nullable(),
	exchanges: z.array(exchangeSummary),
	/** Milliseconds since the epoch. */
	startedAt: z.number(),
	endedAt: z.number().nullable(),
	/** True when the last attempt to save what arrived failed; it is tried again. */
	unsaved: z.boolean(),
});
export type Turn = z.infer<typeof turn>;

/** The conversations that ask the same of several targets share an id; each has its column. */
export const comparisonPlace = z.object({ id: z.string(), position: z.number().int().nonnegative() });
export type ComparisonPlace = z.infer<typeof comparisonPlace>;

/** How many columns a comparison is made with, and how many it may have. */
export const FEWEST_COLUMNS = 2;
export const MOST_COLUMNS = 4;

/** A conversation as the list shows it. */
export const conversationSummary = z.object({
	id: z.string(),
	title: z.string(),
	modelId: z.string(),
	operation: requestSettings.shape.operation,
	/** Milliseconds since the epoch. */
	createdAt: z.number(),
	/** The last turn's start, or the creation; the list's order. Milliseconds since the epoch. */
	updatedAt: z.number(),
	/** Whether an answer is on its way. */
	running: z.boolean(),
	/** Set where it was read from a file: it can only be read. */
	imported: importedFrom.optional(),
	/** Set where it is a column of a comparison. */
	comparison: comparisonPlace.optional(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

/** A whole conversation, its turns in the order of the talk. */
export const conversation = z.object({
	id: z.string(),
	title: z.string(),
	settings: requestSettings,
	createdAt: z.number(),
	updatedAt: z.number(),
	turns: z.array(turn),
	/** Set where it was read from a file: it can only be read. */
	imported: importedFrom.optional(),
	/** Set where it is a column of a comparison. */
	comparison: comparisonPlace.optional(),
});
export type Conversation = z.infer<typeof conversation>;

/** Length of a title made from a first message, in characters (grapheme clusters). */
export const TITLE_LENGTH = 60;

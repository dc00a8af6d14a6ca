import { z } from 'zod';

/** What exchanges can be written as, in the order in which it is offered. */
export const exportFormats = ['outcrop', 'har', 'markdown'] as const;
export const exportFormat = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof exportFormat>;

/** What to export: a whole conversation, one turn of it (`turnId`), or one exchange of that turn (`exchangeId`). */
export const exportScope = z.object({
	conversationId: z.string(),
	turnId: z.string().nullable(),
	exchangeId: z.string().nullable(),
});
export type ExportScope = z.infer<typeof exportScope>;

/** What the window says of a failed turn in its language: the title and what can be done, for Markdown. */
export const failureWords = z.object({ turnId: z.string(), title: z.string(), lines: z.array(z.string()) });
export type FailureWords = z.infer<typeof failureWords>;

/** A file to be saved. Its name says the time of the first exchange, UTC. */
export const exportedFile = z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() });
export type ExportedFile = z.infer<typeof exportedFile>;

/** What a file was that was opened. `stream`: the bytes of an event stream. */
export const importFormats = ['outcrop', 'har', 'stream'] as const;

/** Where an imported conversation comes from. */
export const importedFrom = z.object({
	fileName: z.string(),
	format: z.enum(importFormats),
	/** Private values were masked before it was saved. */
	masked: z.boolean(),
});
export type ImportedFrom = z.infer<typeof importedFrom>;

/** The largest file that is opened; bytes. As base64 it still fits into one message between window and core. */
export const LARGEST_FILE = 40_000_000;

/**
 * Why a file was not opened.
 * - `empty`: it has no bytes.
 * - `not-known`: none of the formats, and no event stream.
 * - `not-json`: it begins like JSON and is none: cut off, or changed.
 * - `newer`: Outcrop's own, of a version that this one does not know.
 * - `damaged`: something in it is not as it was written; `detail` says where.
 * - `nothing-in-it`: a HAR without a call to Bedrock.
 */
export const importProblems = [
	'empty',
	'too-large',
	'not-known',
	'not-json',
	'newer',
	'damaged',
	'nothing-in-it',
] as const;
export type ImportProblem = (typeof importProblems)[number];

/** What became of a file. `leftOut`: entries of a HAR that are no calls to Bedrock. */
export const importOutcome = z.union([
	z.object({ conversationId: z.string(), exchanges: z.number().int(), leftOut: z.number().int() }),
	z.object({ problem: z.enum(importProblems), detail: z.string() }),
]);
export type ImportOutcome = z.infer<typeof importOutcome>;

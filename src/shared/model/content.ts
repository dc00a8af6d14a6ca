import { z } from 'zod';

/** Where a statement of an answer comes from (Converse `Citation`); null: not told. */
export const citation = z.object({
	title: z.string().nullable(),
	source: z.string().nullable(),
	/** The cited words of the source. */
	quote: z.string().nullable(),
	/** The service's `location` as it came: pages, characters, chunks, a web address. */
	location: z.json().nullable(),
});
export type Citation = z.infer<typeof citation>;

export const textBlock = z.object({
	type: z.literal('text'),
	text: z.string(),
	/** Only there where the model named sources for this text. */
	citations: z.array(citation).optional(),
});

/** What a model thought. It goes back as it came: a changed signature is refused (bedrock-facts.md, 3.2). */
export const reasoningBlock = z.object({
	type: z.literal('reasoning'),
	text: z.string(),
	/** null: the model gives none, or it has not come yet. Without one it is not sent back. */
	signature: z.string().nullable(),
	/** Encrypted thoughts in base64, in place of text and signature; else null. */
	redacted: z.string().nullable(),
});
export type ReasoningBlock = z.infer<typeof reasoningBlock>;

/** The model wants a tool to be used. */
export const toolUseBlock = z.object({
	type: z.literal('tool-use'),
	id: z.string(),
	name: z.string(),
	/** JSON text as the model wrote it; no JSON while it arrives, and where it was cut. */
	input: z.string(),
});
export type ToolUseBlock = z.infer<typeof toolUseBlock>;

/** What a tool gave back. In an answer it stands after the use that it belongs to, and is sent as the user's. */
export const toolResultBlock = z.object({
	type: z.literal('tool-result'),
	toolUseId: z.string(),
	status: z.enum(['success', 'error']),
	/** How the text is sent: as a text, or as the JSON value that it is. */
	format: z.enum(['text', 'json']),
	text: z.string(),
	by: z.enum(['person', 'built-in']),
});
export type ToolResultBlock = z.infer<typeof toolResultBlock>;

/** A tool that the service ran by itself (Converse `server_tool_use`): nobody is asked for its result. It is not sent back. */
export const serviceToolBlock = z.object({
	type: z.literal('service-tool'),
	id: z.string(),
	name: z.string(),
	/** JSON text. */
	input: z.string(),
	/** null: none came. */
	result: z.object({ status: z.enum(['success', 'error']), text: z.string() }).nullable(),
});
export type ServiceToolBlock = z.infer<typeof serviceToolBlock>;

export const attachmentKind = z.enum(['image', 'document', 'video', 'audio']);
export type AttachmentKind = z.infer<typeof attachmentKind>;

/** A file that goes with a message. Its bytes are kept with the conversation, under their hash. */
export const attachmentBlock = z.object({
	type: z.literal('attachment'),
	kind: attachmentKind,
	/** As Converse names it: `png`, `jpeg`, `pdf`, `mp4`, … */
	format: z.string(),
	/** The file's name, with its ending. */
	name: z.string(),
	/** Bytes. */
	size: z.number().int().nonnegative(),
	/** Hex SHA-256 of the bytes. */
	sha256: z.string(),
});
export type AttachmentBlock = z.infer<typeof attachmentBlock>;

/** A passage that a search found, given with a question so that the model can cite it (Converse `SearchResultBlock`). */
export const searchResultBlock = z.object({
	type: z.literal('search-result'),
	title: z.string(),
	/** A web address, or whatever else tells where it is from. */
	source: z.string(),
	text: z.string(),
});
export type SearchResultBlock = z.infer<typeof searchResultBlock>;

/** The vector of one text. */
export const embeddingBlock = z.object({
	type: z.literal('embedding'),
	/** What was embedded. */
	text: z.string(),
	values: z.array(z.number()),
});
export type EmbeddingBlock = z.infer<typeof embeddingBlock>;

/**
 * A part of a message. An answer is all that its turn's calls brought, in its order: text, thoughts, uses of tools, and
 * between them the results that were given back.
 */
export const contentBlock = z.discriminatedUnion('type', [
	textBlock,
	reasoningBlock,
	toolUseBlock,
	toolResultBlock,
	serviceToolBlock,
	attachmentBlock,
	searchResultBlock,
	embeddingBlock,
]);
export type ContentBlock = z.infer<typeof contentBlock>;

/** A piece of an answer as it arrives. `appendPart` (append-part.ts) makes blocks of them. */
export const answerPart = z.discriminatedUnion('type', [
	z.object({ type: z.literal('text'), text: z.string() }),
	z.object({ type: z.literal('reasoning'), text: z.string() }),
	/** Of the thoughts before it. */
	z.object({ type: z.literal('signature'), signature: z.string() }),
	z.object({ type: z.literal('redacted-reasoning'), data: z.string() }),
	/** Of the text before it: of its last `length` characters (UTF-16), where that is told, else of all of its block. */
	z.object({ type: z.literal('citation'), citation, length: z.number().int().nonnegative().optional() }),
	z.object({ type: z.literal('tool-use'), id: z.string(), name: z.string() }),
	/** More of the JSON text of the last tool use. */
	z.object({ type: z.literal('tool-input'), json: z.string() }),
	toolResultBlock,
	/** It comes whole; its result comes after it. */
	serviceToolBlock,
	z.object({
		type: z.literal('service-result'),
		/** Of the use that it belongs to. */
		id: z.string(),
		status: z.enum(['success', 'error']),
		text: z.string(),
	}),
	embeddingBlock,
]);
export type AnswerPart = z.infer<typeof answerPart>;

/** The text of a message: its text blocks, joined. */
export function textOf(content: readonly ContentBlock[]): string {
	return content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}

/** The uses of tools to which no result was given yet, in their order. Models may give an id a second time later on. */
export function pendingTools(content: readonly ContentBlock[]): readonly ToolUseBlock[] {
	const isAnswered = (id: string, at: number) =>
		content.some((block, place) => place > at && block.type === 'tool-result' && block.toolUseId === id);
	return content.flatMap((block, at) => (block.type === 'tool-use' && !isAnswered(block.id, at) ? [block] : []));
}

import { z } from 'zod';
import { attached } from './attached-file.ts';
import { headerLines } from './exchange.ts';
import { callFailure } from './failure.ts';
import { family } from './family.ts';
import { modelId, requestSettings } from './settings.ts';

/** Longest body that may be written, in characters. AWS refuses InvokeModel from 25,000,000 bytes on, in its own words. */
export const LONGEST_BODY = 40_000_000;

/** What goes along with a native body, in headers. In Converse all of it stands in the body. */
export const sentBeside = requestSettings.pick({
	guardrail: true,
	performance: true,
	serviceTier: true,
	requestMetadata: true,
});
export type SentBeside = z.infer<typeof sentBeside>;

/** A body that a person wrote, and the call that it is for. It goes out as UTF-8, byte by byte. */
export const editedBody = z.object({
	text: z.string().max(LONGEST_BODY),
	operation: requestSettings.shape.operation,
	modelId,
	/** null: what the settings say now. */
	beside: sentBeside.nullable().default(null),
});
export type EditedBody = z.infer<typeof editedBody>;

/** For which body is asked: that of a message if it were sent now, or that of an earlier call. */
export const previewRequest = z.object({
	/** In which conversation it is to be sent; null: in a new one, with `settings`. */
	conversationId: z.string().nullable(),
	settings: requestSettings.nullable(),
	/** What stands in the composer. */
	text: z.string().max(10_000_000),
	/** The files and search results that wait in it. */
	attachments: attached.default([]),
	/** In place of the settings' own; null: theirs. */
	operation: requestSettings.shape.operation.nullable().default(null),
	/** The earlier call whose body is to be sent again. */
	exchangeId: z.string().nullable(),
});
export type PreviewRequest = z.infer<typeof previewRequest>;

/** A body as it would be sent now. */
export const bodyPreview = z.object({
	/** Exactly what would be sent. Empty where nobody knows how a body for this model is written. */
	text: z.string(),
	/** False: the earlier body was no UTF-8, and `text` is not quite what was sent. */
	utf8: z.boolean(),
	operation: requestSettings.shape.operation,
	modelId: z.string(),
	/** The family whose native body it is; null for Converse, and where none is known. */
	family: family.nullable(),
	/** The family of the model, whose fields `additionalModelRequestFields` takes; null: not known. */
	modelFamily: family.nullable(),
	/** Where it would go; null: no region is set anywhere. */
	region: z.string().nullable(),
	/** What goes along in headers, to be sent with it; null: what the settings say when it is sent. */
	beside: sentBeside.nullable(),
	/** The same as it stands on the wire. */
	headers: headerLines,
	/** Names of headers that an earlier call had and that can't be sent again as they were. */
	lost: z.array(z.string()),
	/** Why no body can be made of the settings; null: it can. */
	failure: callFailure.nullable(),
});
export type BodyPreview = z.infer<typeof bodyPreview>;

/** What CountTokens said. `modelId`: what it was asked for, which is the base model's id. */
export const tokenCount = z.discriminatedUnion('ok', [
	z.object({ ok: z.literal(true), inputTokens: z.number().int().nonnegative(), modelId: z.string() }),
	z.object({ ok: z.literal(false), failure: callFailure, modelId: z.string() }),
]);
export type TokenCount = z.infer<typeof tokenCount>;

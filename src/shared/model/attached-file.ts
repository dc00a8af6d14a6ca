import { z } from 'zod';
import { attachmentFormats, MAX_ATTACHED_BYTES, MAX_ATTACHMENTS } from '../attachments/attachments.ts';
import { attachmentKind, searchResultBlock } from './content.ts';

/** A file on its way from a window to main, to go with a message. */
export const attachedFile = z
	.object({
		/** With its ending. */
		name: z.string().min(1).max(1000),
		kind: attachmentKind,
		/** As Converse names it. */
		format: z.string(),
		/** Not checked by a pattern: for one of megabytes that would take longer than decoding it. */
		base64: z
			.string()
			.min(1)
			.max(Math.ceil(MAX_ATTACHED_BYTES / 3) * 4),
	})
	.refine(({ kind, format }) => attachmentFormats.some((one) => one.kind === kind && one.format === format));
export type AttachedFile = z.infer<typeof attachedFile>;

/** A passage that a search found, on its way to go with a message. */
export const attachedResult = searchResultBlock.omit({ type: true }).extend({
	kind: z.literal('search-result'),
	/** No service takes a blank text. */
	text: z.string().regex(/\S/).max(1_000_000),
	title: z.string().min(1).max(1000),
	source: z.string().min(1).max(2000),
});

/** What goes with one message, in its order. */
export const attached = z.array(z.union([attachedFile, attachedResult])).max(MAX_ATTACHMENTS);
export type Attached = z.infer<typeof attached>[number];

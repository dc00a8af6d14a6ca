import { z } from 'zod';
import { attachmentFormats, MAX_ATTACHED_BYTES, MAX_ATTACHMENTS } from '../attachments.ts';
import { attachmentKind } from './content.ts';

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

/** The files of one message, in their order. */
export const attachedFiles = z.array(attachedFile).max(MAX_ATTACHMENTS);

import { z } from 'zod';
import { procedure } from './base.ts';

export const attachmentsContract = {
	/** The bytes of a file that went with a message of a conversation. */
	read: procedure
		.input(z.object({ conversationId: z.string(), sha256: z.string() }))
		.output(z.object({ base64: z.string(), size: z.number().int().nonnegative() })),
};

import { z } from 'zod';
import { captured, storageUse } from '../model/storage.ts';
import { procedure } from './base.ts';

const ofConversation = z.object({ conversationId: z.string() });

export const storageContract = {
	use: procedure.output(storageUse),
	/** What is captured of one conversation. */
	captured: procedure.input(ofConversation).output(captured),
	/** Erases the captured bodies of a conversation for good, but for those of a running turn. Gives what is left. */
	forget: procedure.input(ofConversation).output(captured),
	/** Gives what is empty of the file back to the disk. May take seconds, in which nothing else is done. */
	freeSpace: procedure.output(storageUse),
};

import { z } from 'zod';
import { connectionId } from './connection.ts';

/** Something that main must ask a person before a call can go on. Any window may answer. */
export const question = z.object({
	id: z.string(),
	/** A code of an MFA device. */
	type: z.literal('mfa'),
	connection: connectionId,
	/** The device's serial number or ARN, as the profile has it. */
	device: z.string(),
	/** AWS's words about the code before it; null for the first. */
	refused: z.string().nullable(),
});
export type Question = z.infer<typeof question>;

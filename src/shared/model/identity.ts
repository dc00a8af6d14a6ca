import { z } from 'zod';
import { credentialKinds } from './connection.ts';

/** Who a connection's calls are made as (STS GetCallerIdentity), and with what. */
export const identity = z.object({
	/** Twelve digits. */
	account: z.string(),
	arn: z.string(),
	userId: z.string(),
	/** Where the credentials come from. */
	source: z.enum(credentialKinds),
	/** The access key id; not secret. */
	accessKeyId: z.string(),
	/** When the credentials end, milliseconds since the epoch; null: they don't, or it is not known. */
	expiresAt: z.number().nullable(),
});
export type Identity = z.infer<typeof identity>;

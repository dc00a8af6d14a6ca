import { z } from 'zod';
import { callFailure } from './failure.ts';

/** What happens while a person signs in. The last event is `done` or `failed`. */
export const signInEvent = z.discriminatedUnion('type', [
	/** Authorization code with PKCE: the browser was asked to open the address. `opened` false: it has to be opened by hand. */
	z.object({ type: z.literal('browser'), url: z.string(), opened: z.boolean() }),
	/** Device authorization: the code is entered, or compared, at the address. Milliseconds since the epoch. */
	z.object({
		type: z.literal('device'),
		url: z.string(),
		userCode: z.string(),
		opened: z.boolean(),
		expiresAt: z.number(),
	}),
	/** The token is in the AWS CLI's cache. */
	z.object({ type: z.literal('done'), expiresAt: z.number() }),
	z.object({ type: z.literal('failed'), failure: callFailure }),
]);
export type SignInEvent = z.infer<typeof signInEvent>;

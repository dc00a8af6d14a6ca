import { z } from 'zod';
import { callFailure } from './failure.ts';

/**
 * The `type` of a failure of a sign-in that the app knows by itself (its code is `unknown`); any other is the SDK's or the
 * system's.
 * - `SignInDenied`: the person refused in the browser. `SignInRefused`: AWS sent the browser back with another error.
 * - `SignInTimeout`: nobody answered in the browser, or confirmed the code, in time.
 * - `SignInNotOffered`: nobody signs in for the connection, or not in the app (`aws login`).
 * - `SsoConfigurationIncomplete`: the config file lacks the session, its start URL or its region.
 */
export type SignInFailureType =
	| 'SignInDenied'
	| 'SignInRefused'
	| 'SignInTimeout'
	| 'SignInNotOffered'
	| 'SsoConfigurationIncomplete';

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

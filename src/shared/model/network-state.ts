import { z } from 'zod';

/** How a call to AWS would leave this machine now, by the settings, the environment and the system. */
export const networkState = z.object({
	/** Without user name and password; null: directly, or there is a problem. */
	proxy: z.string().nullable(),
	/** Who says so. */
	proxyFrom: z.enum(['settings', 'environment', 'system']),
	/** The environment variable that decides (`HTTPS_PROXY`, `NO_PROXY`); null where none does. */
	variable: z.string().nullable(),
	/** Whether the proxy is told a user name. */
	hasUser: z.boolean(),
	/** Why calls fail before they reach a proxy. `missing`: the settings name none. */
	proxyProblem: z.enum(['missing', 'socks', 'not-a-url']).nullable(),
	/** null: none is named. */
	caBundle: z
		.object({
			path: z.string(),
			from: z.enum(['settings', 'environment']),
			/** How many certificates are in it; 0 with a problem. */
			certificates: z.number().int().nonnegative(),
			problem: z.enum(['unreadable', 'not-pem', 'broken']).nullable(),
			/** The operating system's error code; null where it said nothing. */
			systemCode: z.string().nullable(),
		})
		.nullable(),
});
export type NetworkState = z.infer<typeof networkState>;

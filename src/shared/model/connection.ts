import { z } from 'zod';

/**
 * How a call is authenticated and where it goes: `practice`, `environment`, or `profile:NAME` for a profile of the
 * machine's AWS config files. What was chosen is used, or the call fails: there is no fallback.
 */
export const connectionId = z
	.string()
	.max(1024)
	.regex(/^(practice|environment|profile:.+)$/s, 'practice, environment or profile:NAME');
export type ConnectionId = z.infer<typeof connectionId>;

export const PRACTICE: ConnectionId = 'practice';
export const ENVIRONMENT: ConnectionId = 'environment';

/** The connection id of a profile. */
export function profileConnection(name: string): ConnectionId {
	return `profile:${name}`;
}

/** The profile's name of a connection id, or null where the connection is not a profile. */
export function profileName(id: ConnectionId): string | null {
	return id.startsWith('profile:') ? id.slice('profile:'.length) : null;
}

/** What kind of credentials a profile is configured with, in the order in which the SDK's `fromIni` looks. */
export const credentialKinds = [
	'static',
	'assume-role',
	'web-identity',
	'process',
	'sso',
	'login',
	'environment',
	'practice',
	'none',
] as const;

/** A connection as the picker shows it. Holds no credential, only where one would come from. */
export const connection = z.object({
	id: connectionId,
	/** The profile's name; for the two others the renderer has words. */
	name: z.string(),
	kind: z.enum(credentialKinds),
	/** The region that the connection brings with it (profile, environment, practice), or null. */
	region: z.string().nullable(),
});
export type Connection = z.infer<typeof connection>;

/** Something wrong with an AWS config file, found while reading it. `line` counts from 1. */
export const configProblem = z.object({
	file: z.string(),
	line: z.number().int().positive().nullable(),
	code: z.enum(['unreadable', 'not-text', 'bad-line', 'no-section', 'bad-section']),
	/** The line as it stands with every value cut out, or the operating system's error code. */
	detail: z.string(),
});
export type ConfigProblem = z.infer<typeof configProblem>;

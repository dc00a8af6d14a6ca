import { z } from 'zod';

/**
 * How a call is authenticated and where it goes. What was chosen is used, or the call fails: there is no fallback.
 * - `practice`: the practice endpoint.
 * - `environment`: the access keys of the environment variables.
 * - `environment-api-key`: the Bedrock API key of `AWS_BEARER_TOKEN_BEDROCK`.
 * - `api-key`: the Bedrock API key that was given to the app, kept by the host's secret store.
 * - `web-identity`: `AWS_WEB_IDENTITY_TOKEN_FILE` with `AWS_ROLE_ARN`.
 * - `container`: `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` or `…_FULL_URI`.
 * - `instance`: the metadata of the EC2 instance that this machine is.
 * - `profile:NAME`: a profile of the machine's AWS config files.
 */
export const connectionId = z
	.string()
	.max(1024)
	.regex(
		/^(practice|environment|environment-api-key|api-key|web-identity|container|instance|profile:.+)$/s,
		'a connection or profile:NAME',
	);
export type ConnectionId = z.infer<typeof connectionId>;

export const PRACTICE: ConnectionId = 'practice';
export const ENVIRONMENT: ConnectionId = 'environment';
export const API_KEY: ConnectionId = 'api-key';
export const ENVIRONMENT_API_KEY: ConnectionId = 'environment-api-key';
export const WEB_IDENTITY: ConnectionId = 'web-identity';
export const CONTAINER: ConnectionId = 'container';
export const INSTANCE: ConnectionId = 'instance';

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
	'api-key',
	'container',
	'instance',
	'practice',
	'none',
] as const;

/** How the sign-in that a connection rests on stands (SSO, `aws login`). */
export const signInState = z.object({
	/** The profile to sign in to: the connection's own, or the one that its role is assumed from. */
	profile: z.string(),
	type: z.enum(['sso', 'login']),
	state: z.enum(['signed-in', 'expired', 'never']),
	/** When the token ends, milliseconds since the epoch; null where there is none. */
	expiresAt: z.number().nullable(),
	/** Whether an expired token is renewed without a person. */
	renewable: z.boolean(),
});
export type SignInState = z.infer<typeof signInState>;

/** A connection as the picker shows it. Holds no credential, only where one would come from. */
export const connection = z.object({
	id: connectionId,
	/** The profile's name; for the two others the renderer has words. */
	name: z.string(),
	kind: z.enum(credentialKinds),
	/** The region that the connection brings with it, or null. */
	region: z.string().nullable(),
	/** Where that region comes from; null without one. */
	regionFrom: z.enum(['environment', 'profile', 'api-key', 'practice']).nullable(),
	/** Whether a code of an MFA device is asked for. */
	mfa: z.boolean(),
	/** null: nobody signs in for it. */
	signIn: signInState.nullable(),
	/** When a kept key ends (a short-term API key), milliseconds since the epoch; null: not known or never. */
	expiresAt: z.number().nullable(),
});
export type Connection = z.infer<typeof connection>;

/**
 * Something wrong with an AWS config file, found while reading it. `line` counts from 1. `half-set`: not a file, but a
 * variable (`file`) that is good for nothing without another (`detail`).
 */
export const configProblem = z.object({
	file: z.string(),
	line: z.number().int().positive().nullable(),
	code: z.enum(['unreadable', 'not-text', 'bad-line', 'no-section', 'bad-section', 'half-set']),
	/** The line as it stands with every value cut out, or the operating system's error code. */
	detail: z.string(),
});
export type ConfigProblem = z.infer<typeof configProblem>;

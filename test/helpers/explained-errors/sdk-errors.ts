import type { ExplainedError } from './explained-error.ts';

const CONFLICT = ['endpoint-conflict', 'endpoint-conflict', 'one-of-both see-endpoint-sources practice'] as const;
const UNSUPPORTED = [
	'endpoint-unsupported',
	'endpoint-unsupported',
	'plain-endpoint see-endpoint-sources other-region practice',
] as const;
const LOGIN_MISSING = [
	'login-missing',
	'login-missing',
	'sign-in sign-in-command renew-instead other-connection',
] as const;
const LOGIN_EXPIRED = [
	'login-expired',
	'login-expired',
	'sign-in sign-in-command renew-instead other-connection',
] as const;
const NO_REGION = ['no-region', 'no-region', 'choose-region region-in-profile'] as const;
const CONTAINER_FAILED = [
	'container-failed',
	'container-failed ?no-task-role',
	'check-task-role then-try-again other-connection practice',
] as const;
const CONTAINER_UNUSABLE = [
	'container-unusable',
	'container-unusable',
	'check-container-variables other-connection practice',
] as const;

/** What the SDK itself refuses before a call (its endpoint rules, `aws login`, the container's endpoint), and STS's regions. */
export const sdkErrors: readonly ExplainedError[] = [
	[
		'FIPS and an endpoint',
		'EndpointError',
		'Invalid Configuration: FIPS and custom endpoint are not supported',
		...CONFLICT,
	],
	[
		'dual-stack and an endpoint',
		'EndpointError',
		'Invalid Configuration: Dualstack and custom endpoint are not supported',
		...CONFLICT,
	],
	['no FIPS', 'EndpointError', 'FIPS is enabled but this partition does not support FIPS', ...UNSUPPORTED],
	[
		'no dual-stack',
		'EndpointError',
		'DualStack is enabled but this partition does not support DualStack',
		...UNSUPPORTED,
	],
	[
		'not both',
		'EndpointError',
		'FIPS and DualStack are enabled, but this partition does not support one or both',
		...UNSUPPORTED,
	],
	[
		'login, where there is no FIPS',
		'CredentialsProviderError',
		'Failed to refresh token: EndpointError: FIPS endpoints are not supported for OAuth operations. Disable FIPS or use a non-OAuth operation.. Please re-authenticate using aws login',
		...UNSUPPORTED,
	],
	[
		'login with a token that lacks something',
		'CredentialsProviderError',
		'Failed to load token from /home/me/.aws/login/cache/0123.json: CredentialsProviderError: Token validation failed, missing fields: dpopKey',
		...LOGIN_MISSING,
	],
	[
		'login in another folder',
		'CredentialsProviderError',
		'Failed to load token from /srv/cache/0123.json: Error: ENOENT: no such file or directory',
		...LOGIN_MISSING,
	],
	[
		'login with a key that is none',
		'CredentialsProviderError',
		'Failed to generate Dpop proof: error:1E08010C:DECODER routines::unsupported',
		...LOGIN_MISSING,
	],
	[
		'login with a key that is none, while renewing',
		'CredentialsProviderError',
		'Failed to refresh token: CredentialsProviderError: Failed to generate Dpop proof: unsupported. Please re-authenticate using aws login',
		...LOGIN_MISSING,
	],
	[
		'login after a change of the password',
		'CredentialsProviderError',
		'Unable to refresh credentials because of a change in your password. Please reauthenticate with your new password.',
		...LOGIN_EXPIRED,
	],
	[
		'login without the permission',
		'CredentialsProviderError',
		"Unable to refresh credentials due to insufficient permissions. You may be missing permission for the 'CreateOAuth2Token' action.",
		'login-not-allowed',
		'login-not-allowed ?login-permission',
		'allow-login then-try-again other-connection practice',
	],
	['a provider without a region', 'Error', 'Region is missing', ...NO_REGION],
	[
		'login without a region',
		'CredentialsProviderError',
		'Failed to refresh token: Error: Region is missing. Please re-authenticate using aws login',
		...NO_REGION,
	],
	['an endpoint without a region', 'EndpointError', 'Invalid Configuration: Missing Region', ...NO_REGION],
	[
		'STS that is not activated',
		'RegionDisabledException',
		'STS is not activated in this region for account:123456789012. Your account administrator can activate STS in this region using the IAM Console.',
		'region-disabled',
		'region-disabled',
		'activate-region other-region other-connection practice',
	],
	['container without a role', 'CredentialsProviderError', 'Server responded with status: 404', ...CONTAINER_FAILED],
	[
		'container that says something else',
		'CredentialsProviderError',
		'HTTP credential provider response not of the required format, an object matching: { AccessKeyId: string, SecretAccessKey: string, Token: string, Expiration: string(rfc3339) }',
		...CONTAINER_FAILED,
	],
	[
		'container at an address that is not taken',
		'CredentialsProviderError',
		'URL not accepted. It must either be HTTPS or match one of the following:\n  - loopback CIDR 127.0.0.0/8 or [::1/128]\n  - ECS container host 169.254.170.2\n  - EKS container host 169.254.170.23 or [fd00:ec2::23]',
		...CONTAINER_UNUSABLE,
	],
	[
		'container without an address',
		'CredentialsProviderError',
		'No HTTP credential provider host provided.\nSet AWS_CONTAINER_CREDENTIALS_FULL_URI or AWS_CONTAINER_CREDENTIALS_RELATIVE_URI.',
		...CONTAINER_UNUSABLE,
	],
	[
		'container of a profile, without an address',
		'CredentialsProviderError',
		'The container metadata credential provider cannot be used unless the AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI environment variable is set',
		...CONTAINER_UNUSABLE,
	],
	[
		'container of a profile, elsewhere',
		'CredentialsProviderError',
		'example.com is not a valid container metadata service hostname',
		...CONTAINER_UNUSABLE,
	],
	[
		'container with a broken token',
		'CredentialsProviderError',
		'Authorization token contains invalid \\r\\n sequence.',
		...CONTAINER_UNUSABLE,
	],
];

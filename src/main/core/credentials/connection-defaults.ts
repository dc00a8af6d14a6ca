import type { ConnectionId } from '../../../shared/model/connection.ts';
import { API_KEY, ENVIRONMENT_API_KEY, profileName } from '../../../shared/model/connection.ts';
import type { AwsProfiles, AwsSurroundings } from './aws-files.ts';
import { keysOf } from './aws-files.ts';
import { describeApiKey } from './describe-api-key.ts';

/** The AWS services that the app calls, as variables and `services` sections name them. */
export type AwsService = 'bedrock_runtime' | 'bedrock' | 'sts' | 'sso' | 'sso_oidc' | 'signin';

/** What a connection brings with it, apart from its credentials. */
export interface ConnectionDefaults {
	readonly region: string | null;
	/** Where the region comes from; null without one. */
	readonly regionFrom: 'api-key' | 'environment' | 'profile' | null;
	/** A configured endpoint URL, or null: AWS's own for the region. */
	readonly endpoint: string | null;
	readonly fips: boolean;
	readonly dualStack: boolean;
	/** The profile's `ca_bundle`, or null. `AWS_CA_BUNDLE` goes before it (`caBundleOf`). */
	readonly caBundle: string | null;
}

/**
 * Region and endpoint of a connection. A profile that was chosen brings its own region, and `AWS_REGION` serves only where
 * it has none: in the SDK the variable would win, and a person who picked a profile would call another region unawares
 * (decision 6). The rest is in the SDK's order, the environment before the profile, but `endpoint_url` is read from the
 * profile that was chosen, not from the process's own. The environment belongs to the profile that `AWS_PROFILE` names,
 * else to `default`. `AWS_DEFAULT_REGION` is not read. An API key that is good for one region only goes before both.
 */
export function connectionDefaults(
	connection: ConnectionId,
	{ profiles, services }: Pick<AwsProfiles, 'profiles' | 'services'>,
	{ environment }: Pick<AwsSurroundings, 'environment'>,
	of: AwsService = 'bedrock_runtime',
	storedApiKey: string | null = null,
): ConnectionDefaults {
	const name = profileName(connection) ?? (environment['AWS_PROFILE'] || 'default');
	const profile = keysOf(profiles, name);
	const service = keysOf(services, profile['services'] ?? '');
	const flag = (variable: string, key: string): boolean => (environment[variable] || profile[key]) === 'true';

	const configured =
		environment[`AWS_ENDPOINT_URL_${of.toUpperCase()}`] ||
		environment['AWS_ENDPOINT_URL'] ||
		service[`${of}.endpoint_url`] ||
		profile['endpoint_url'];
	const ofEnvironment = ['environment', environment['AWS_REGION']] as const;
	const ofProfile = ['profile', profile['region']] as const;
	const regions = [
		['api-key', describeApiKey(apiKeyOf(connection, environment, storedApiKey)).region] as const,
		...(profileName(connection) === null ? [ofEnvironment, ofProfile] : [ofProfile, ofEnvironment]),
	];
	const [regionFrom, region] = regions.find(([, name]) => Boolean(name)) ?? [null, null];
	return {
		region: region ?? null,
		regionFrom,
		endpoint: flag('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'ignore_configured_endpoint_urls')
			? null
			: configured || null,
		fips: flag('AWS_USE_FIPS_ENDPOINT', 'use_fips_endpoint'),
		dualStack: flag('AWS_USE_DUALSTACK_ENDPOINT', 'use_dualstack_endpoint'),
		caBundle: profile['ca_bundle'] || null,
	};
}

function apiKeyOf(
	connection: ConnectionId,
	environment: AwsSurroundings['environment'],
	stored: string | null,
): string | null | undefined {
	if (connection === API_KEY) return stored;
	return connection === ENVIRONMENT_API_KEY ? environment['AWS_BEARER_TOKEN_BEDROCK'] : null;
}

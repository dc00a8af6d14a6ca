import type { ConnectionId } from '../../../shared/model/connection.ts';
import { API_KEY, PRACTICE, profileName } from '../../../shared/model/connection.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { PracticeAccess } from '../ports.ts';
import type { AwsSurroundings } from './aws-files.ts';
import { readAwsProfiles } from './aws-files.ts';
import type { AwsService } from './connection-defaults.ts';
import { connectionDefaults } from './connection-defaults.ts';

/** What of a conversation's settings says where its calls go. */
export type TargetSettings = Pick<RequestSettings, 'connection' | 'region' | 'endpointUrl' | 'fips' | 'dualStack'>;

/** Where a call goes, before it is known with which keys. */
export interface Target {
	readonly connection: ConnectionId;
	/** null: none is set anywhere. */
	readonly region: string | null;
	/** null: AWS's own endpoint for the region. */
	readonly endpoint: string | null;
	readonly fips: boolean;
	readonly dualStack: boolean;
	/** The file of certificate authorities that the connection's profile names, or null. */
	readonly caBundle: string | null;
	/** False for a profile that is in neither file; resolving its credentials says so in the SDK's words. */
	readonly exists: boolean;
}

/** True for what the SDK can call. The settings' own endpoint has been checked at the boundary, a config file's has not. */
export function isHttpUrl(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/**
 * Region and endpoint of a call. Settings come first, then the environment, then the profile. For the practice
 * connection nothing of the machine's AWS configuration is read.
 */
export async function resolveTarget(
	settings: TargetSettings,
	surroundings: AwsSurroundings,
	practice: PracticeAccess,
	service: AwsService = 'bedrock_runtime',
	storedApiKey: () => Promise<string | null> = async () => null,
): Promise<Target> {
	const { connection, region, endpointUrl } = settings;
	if (connection === PRACTICE) {
		return {
			connection,
			region: region ?? practice.region,
			endpoint: practice.endpoint,
			fips: false,
			dualStack: false,
			caBundle: null,
			exists: true,
		};
	}
	const files = await readAwsProfiles(surroundings);
	const apiKey = connection === API_KEY ? await storedApiKey() : null;
	const name = profileName(connection);
	const defaults = connectionDefaults(connection, files, surroundings, service, apiKey);
	return {
		connection,
		region: region ?? defaults.region,
		// The conversation's own URL is that of Bedrock Runtime.
		endpoint: (service === 'bedrock_runtime' ? endpointUrl : null) ?? defaults.endpoint,
		fips: settings.fips ?? defaults.fips,
		dualStack: settings.dualStack ?? defaults.dualStack,
		caBundle: defaults.caBundle,
		exists: name === null || Object.hasOwn(files.profiles, name),
	};
}

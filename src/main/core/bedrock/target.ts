import type { ConnectionId } from '../../../shared/model/connection.ts';
import { ENVIRONMENT, PRACTICE, profileName } from '../../../shared/model/connection.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { AwsSurroundings } from '../credentials/aws-files.ts';
import { readAwsProfiles } from '../credentials/aws-files.ts';
import { connectionDefaults } from '../credentials/connection-defaults.ts';
import type { PracticeAccess } from '../ports.ts';

/** Where a call goes, before it is known with which keys. */
export interface Target {
	readonly connection: ConnectionId;
	/** null: none is set anywhere. */
	readonly region: string | null;
	/** null: AWS's own endpoint for the region. */
	readonly endpoint: string | null;
	readonly fips: boolean;
	readonly dualStack: boolean;
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
	settings: Pick<RequestSettings, 'connection' | 'region' | 'endpointUrl'>,
	surroundings: AwsSurroundings,
	practice: PracticeAccess,
): Promise<Target> {
	const { connection, region, endpointUrl } = settings;
	if (connection === PRACTICE) {
		return {
			connection,
			region: region ?? practice.region,
			endpoint: practice.endpoint,
			fips: false,
			dualStack: false,
			exists: true,
		};
	}
	const files = await readAwsProfiles(surroundings);
	const defaults = connectionDefaults(connection, files, surroundings);
	return {
		connection,
		region: region ?? defaults.region,
		endpoint: endpointUrl ?? defaults.endpoint,
		fips: defaults.fips,
		dualStack: defaults.dualStack,
		exists: connection === ENVIRONMENT || Object.hasOwn(files.profiles, profileName(connection) ?? ''),
	};
}

import type { ConfigProblem, Connection } from '../../../shared/model/connection.ts';
import { ENVIRONMENT, PRACTICE, profileConnection } from '../../../shared/model/connection.ts';
import type { AwsSurroundings, ProfileKeys } from './aws-files.ts';
import { readAwsProfiles } from './aws-files.ts';
import { checkConfigFiles } from './config-check.ts';
import { connectionDefaults } from './connection-defaults.ts';

/** What the picker needs to know. */
export interface ConnectionList {
	readonly connections: Connection[];
	readonly problems: ConfigProblem[];
}

/**
 * Every connection of this machine: practice, the environment's credentials where they are set, and each profile of
 * the AWS config files, read anew. No value of a credential is in it. `region` is where a call goes when none is set.
 */
export async function listConnections(
	surroundings: AwsSurroundings & { readonly practiceRegion: string },
): Promise<ConnectionList> {
	const { environment, practiceRegion } = surroundings;
	const [files, problems] = await Promise.all([readAwsProfiles(surroundings), checkConfigFiles(surroundings)]);
	const region = (id: string) => {
		const defaults = connectionDefaults(id, files, surroundings);
		return { region: defaults.region, regionFrom: defaults.regionFrom };
	};
	const plain = { mfa: false, signIn: null, expiresAt: null };

	const connections: Connection[] = [
		{ id: PRACTICE, name: PRACTICE, kind: 'practice', region: practiceRegion, regionFrom: 'practice', ...plain },
	];
	if (environment['AWS_ACCESS_KEY_ID'] && environment['AWS_SECRET_ACCESS_KEY']) {
		connections.push({ id: ENVIRONMENT, name: ENVIRONMENT, kind: 'environment', ...region(ENVIRONMENT), ...plain });
	}
	for (const [name, keys] of Object.entries(files.profiles)) {
		const id = profileConnection(name);
		connections.push({ id, name, kind: kindOf(keys), ...region(id), ...plain });
	}
	return { connections, problems };
}

/** Which provider a profile's keys lead to, asked in the order of the SDK's `fromIni`. */
function kindOf(keys: ProfileKeys): Connection['kind'] {
	const has = (...names: string[]): boolean => names.every((name) => keys[name] !== undefined);
	if (has('role_arn') && has('source_profile') !== has('credential_source')) return 'assume-role';
	if (has('aws_access_key_id', 'aws_secret_access_key')) return 'static';
	if (has('web_identity_token_file', 'role_arn')) return 'web-identity';
	if (has('credential_process')) return 'process';
	if (SSO_KEYS.some((name) => has(name))) return 'sso';
	return has('login_session') ? 'login' : 'none';
}

const SSO_KEYS = ['sso_start_url', 'sso_account_id', 'sso_session', 'sso_region', 'sso_role_name'];

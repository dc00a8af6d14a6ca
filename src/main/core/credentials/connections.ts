import type { ConfigProblem, Connection } from '../../../shared/model/connection.ts';
import { ENVIRONMENT, PRACTICE, profileConnection } from '../../../shared/model/connection.ts';
import type { AwsSurroundings } from './aws-files.ts';
import { readAwsProfiles } from './aws-files.ts';
import { checkConfigFiles } from './config-check.ts';
import { connectionDefaults } from './connection-defaults.ts';
import { profileKind } from './profile-kind.ts';

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
		connections.push({ id, name, kind: profileKind(keys), ...region(id), ...plain });
	}
	return { connections, problems };
}

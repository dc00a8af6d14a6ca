import type { PaceName } from '../../../src/main/practice/pace.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';

/** A practice endpoint of a test's own, outside the app. */
export interface OutsidePractice extends PracticeServer {
	/** A section of an AWS config file: this server's keys, region and address under a profile's name. */
	profile(name: string, changes?: Readonly<Record<string, string>>): string;
}

/** Starts a practice endpoint on a free port; without a pace it answers at once. */
export async function startOutsidePractice(pace: PaceName = 'none'): Promise<OutsidePractice> {
	const server = await startPractice({ pace });
	return {
		...server,
		profile: (name, changes = {}) => {
			const keys = {
				region: 'eu-west-1',
				aws_access_key_id: server.accessKeyId,
				aws_secret_access_key: server.secretAccessKey,
				endpoint_url: server.endpoint,
				...changes,
			};
			const lines = Object.entries(keys).map(([key, value]) => `${key} = ${value}`);
			return [`[profile ${name}]`, ...lines, ''].join('\n');
		},
	};
}

import type { Machine } from '../../../shared/model/setup.ts';
import type { AwsSurroundings } from '../credentials/aws-files.ts';
import { listConnections } from '../credentials/connections.ts';

/** What this machine has for calling Bedrock. Names and places only, never a value; calls nobody. */
export async function lookAround(
	surroundings: AwsSurroundings & { readonly practiceRegion: string },
): Promise<Machine> {
	const { connections } = await listConnections(surroundings);
	return { files: [], variables: [], cli: null, connections };
}

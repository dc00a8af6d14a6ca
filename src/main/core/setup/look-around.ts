import { readFile } from 'node:fs/promises';
import type { Connection } from '../../../shared/model/connection.ts';
import type { Machine } from '../../../shared/model/setup.ts';
import type { AwsSurroundings } from '../credentials/aws-files.ts';
import { awsFilePaths } from '../credentials/aws-files.ts';

/**
 * What this machine has for calling Bedrock. Names and places only, never a value; calls nobody. What would have to be
 * started to be known (the AWS CLI) is asked apart.
 */
export async function lookAround(
	surroundings: AwsSurroundings,
	connections: () => Promise<{ readonly connections: Connection[] }>,
): Promise<Machine> {
	const { environment } = surroundings;
	const { configFilepath, filepath } = awsFilePaths(surroundings);
	const [config, credentials, found] = await Promise.all([
		fileState(configFilepath),
		fileState(filepath),
		connections(),
	]);
	return {
		files: [
			{ kind: 'config', path: configFilepath, state: config },
			{ kind: 'credentials', path: filepath, state: credentials },
		],
		variables: VARIABLES.filter((name) => Boolean(environment[name])),
		connections: found.connections,
	};
}

/** The variables that decide where a call goes and as whom, in the order in which they are told. */
const VARIABLES = [
	'AWS_PROFILE',
	'AWS_REGION',
	// Ignored by the SDK for JavaScript (bedrock-facts.md, 5); named so that the page can say so.
	'AWS_DEFAULT_REGION',
	'AWS_ACCESS_KEY_ID',
	'AWS_SECRET_ACCESS_KEY',
	'AWS_SESSION_TOKEN',
	'AWS_BEARER_TOKEN_BEDROCK',
	'AWS_ROLE_ARN',
	'AWS_WEB_IDENTITY_TOKEN_FILE',
	'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
	'AWS_CONTAINER_CREDENTIALS_FULL_URI',
	'AWS_CONFIG_FILE',
	'AWS_SHARED_CREDENTIALS_FILE',
	'AWS_ENDPOINT_URL',
	'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
	'AWS_USE_FIPS_ENDPOINT',
	'AWS_USE_DUALSTACK_ENDPOINT',
	'AWS_CA_BUNDLE',
	'HTTPS_PROXY',
	'https_proxy',
] as const;

/** Whether a file can be read; what stands in it is not kept. */
async function fileState(path: string): Promise<Machine['files'][number]['state']> {
	try {
		await readFile(path);
		return 'found';
	} catch (error) {
		const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
		return missing ? 'missing' : 'unreadable';
	}
}

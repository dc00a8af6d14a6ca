import type { ConnectionId } from '../../../../shared/model/connection.ts';
import type { Credentials } from '../authentication.ts';
import type { AwsSurroundings } from '../aws-files.ts';
import { isOnEc2 } from '../on-ec2.ts';
import type { ProviderContext } from './provider-context.ts';
import { NEARBY, SILENT } from './provider-context.ts';
import { CredentialsProviderError, ofTokenFile } from './provider-error.ts';
import { createRoleAssumer } from './sts-role.ts';

/** The access keys of the environment variables. The words are those of the SDK's `fromEnv`. */
export function fromEnvironment({ environment }: Pick<AwsSurroundings, 'environment'>): Credentials {
	const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
	const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
	const sessionToken = environment['AWS_SESSION_TOKEN'];
	const expiration = new Date(environment['AWS_CREDENTIAL_EXPIRATION'] ?? '');
	if (!accessKeyId || !secretAccessKey) {
		throw new CredentialsProviderError('Unable to find environment variable credentials.');
	}
	return {
		accessKeyId,
		secretAccessKey,
		...(sessionToken && { sessionToken }),
		...(!Number.isNaN(expiration.getTime()) && { expiration }),
	};
}

/** The role of `AWS_WEB_IDENTITY_TOKEN_FILE` and `AWS_ROLE_ARN` (a pod, a CI job). */
export async function fromWebIdentity(
	context: ProviderContext,
	connection: ConnectionId,
	region: string | null,
	signal: AbortSignal,
): Promise<Credentials> {
	const { environment } = context.surroundings;
	const { fromTokenFile } = await import('@aws-sdk/credential-providers');
	const roles = createRoleAssumer(context, connection, region, signal);
	// Empty where a variable is not set, because the SDK would look for an undefined one in the process's environment.
	const file = environment['AWS_WEB_IDENTITY_TOKEN_FILE'] ?? '';
	const provider = fromTokenFile({
		webIdentityTokenFile: file,
		roleArn: environment['AWS_ROLE_ARN'] ?? '',
		...(environment['AWS_ROLE_SESSION_NAME'] && { roleSessionName: environment['AWS_ROLE_SESSION_NAME'] }),
		roleAssumerWithWebIdentity: (role) => roles.assumeWithWebIdentity(role),
		logger: SILENT,
	});
	return provider().catch((error: unknown) => {
		throw ofTokenFile(error, file);
	});
}

/** What the container's endpoint gives (ECS, EKS pod identity, CloudShell), asked once and past any proxy. */
export async function fromContainer({ environment }: Pick<AwsSurroundings, 'environment'>): Promise<Credentials> {
	const { fromHttp } = await import('@aws-sdk/credential-providers');
	return fromHttp({
		awsContainerCredentialsRelativeUri: environment['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'] ?? '',
		awsContainerCredentialsFullUri: environment['AWS_CONTAINER_CREDENTIALS_FULL_URI'] ?? '',
		awsContainerAuthorizationToken: environment['AWS_CONTAINER_AUTHORIZATION_TOKEN'] ?? '',
		awsContainerAuthorizationTokenFile: environment['AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE'] ?? '',
		...NEARBY,
		logger: SILENT,
	})();
}

/**
 * Rejects where an instance's metadata is not to be looked for, or where there is none: this machine is surely no EC2
 * instance, and nothing says that another address stands in for it.
 */
export async function refuseMetadata({ surroundings, systemFolder }: ProviderContext): Promise<void> {
	const { environment } = surroundings;
	if (environment['AWS_EC2_METADATA_DISABLED']?.toLowerCase() === 'true') {
		throw new CredentialsProviderError(
			'The metadata of EC2 instances is not asked: AWS_EC2_METADATA_DISABLED is true.',
		);
	}
	if (environment['AWS_EC2_METADATA_SERVICE_ENDPOINT'] || (await isOnEc2(systemFolder)) !== false) return;
	throw new CredentialsProviderError('The metadata of EC2 instances is not asked: this machine is no EC2 instance.');
}

/** The role of the EC2 instance that this machine is; asked once. The address may be set in the process's environment. */
export async function fromInstance(context: ProviderContext): Promise<Credentials> {
	await refuseMetadata(context);
	const { fromInstanceMetadata } = await import('@aws-sdk/credential-providers');
	return fromInstanceMetadata({ ...NEARBY, logger: SILENT })();
}

import type {
	AssumeRoleCommandInput,
	AssumeRoleWithWebIdentityCommandInput,
	Credentials as StsCredentials,
} from '@aws-sdk/client-sts';
import type { ConnectionId } from '../../../../shared/model/connection.ts';
import type { Credentials } from '../authentication.ts';
import { readAwsProfiles } from '../aws-files.ts';
import { clientConfig } from '../client-config.ts';
import { connectionDefaults } from '../connection-defaults.ts';
import { signInTransport } from '../sign-in-transport.ts';
import type { ProviderContext } from './provider-context.ts';
import { CredentialsProviderError } from './provider-error.ts';
import { secretive } from './sent-secrets.ts';

/** Assumes roles for one connection, by way of AWS STS. */
export interface RoleAssumer {
	/** Where `SerialNumber` names an MFA device, a person is asked for its code, again and again until STS takes it. */
	assume(source: Credentials, role: AssumeRoleCommandInput): Promise<Credentials>;
	assumeWithWebIdentity(role: AssumeRoleWithWebIdentityCommandInput): Promise<Credentials>;
}

/** Where STS is called from when neither the connection nor the call has a region; as the SDK does. */
const DEFAULT_REGION = 'us-east-1';

/**
 * Unlike the SDK's own assumer, STS is reached by the app's transport, at the connection's own endpoint, and tried once:
 * a retry that nobody sees would be a wait that nobody can explain. Aborting gives up a question.
 */
export function createRoleAssumer(
	context: ProviderContext,
	connection: ConnectionId,
	callRegion: string | null,
	signal: AbortSignal,
): RoleAssumer {
	async function stsFor(source: Credentials | null) {
		const { surroundings, network, connectTimeout } = context;
		const [sts, files] = await Promise.all([import('@aws-sdk/client-sts'), readAwsProfiles(surroundings)]);
		const { region, ...defaults } = connectionDefaults(connection, files, surroundings, 'sts');
		const { caBundle } = defaults;
		const handler = await signInTransport(network, { direct: false, connectTimeout: connectTimeout(), caBundle });
		const target = { ...defaults, connection, region: region ?? callRegion ?? DEFAULT_REGION, exists: true };
		const { transport: requestHandler, cut } = secretive(handler);
		// AssumeRoleWithWebIdentity is not signed.
		const credentials = source ?? { accessKeyId: '', secretAccessKey: '' };
		const client = new sts.STSClient({
			...clientConfig(target, { type: 'keys', credentials }),
			requestHandler,
			maxAttempts: 1,
			defaultsMode: 'standard',
		});
		return { sts, client, cut };
	}

	async function send(source: Credentials, role: AssumeRoleCommandInput): Promise<Credentials> {
		const { sts, client, cut } = await stsFor(source);
		try {
			const answer = await client.send(new sts.AssumeRoleCommand(role), { abortSignal: signal });
			return credentialsOf(answer.Credentials, role.RoleArn);
		} catch (error) {
			throw cut(error);
		}
	}

	return {
		async assume(source, role) {
			const device = role.SerialNumber;
			if (device === undefined) return send(source, role);
			let refused: string | null = null;
			for (;;) {
				const code = await context.questions.ask({ type: 'mfa', connection, device, refused }, signal);
				if (code === null) throw new CredentialsProviderError('No MFA code was given.');
				try {
					return await send(source, { ...role, TokenCode: code.replace(/\s/g, '') });
				} catch (error) {
					if (!(error instanceof Error) || !isRefusedCode(error)) throw error;
					refused = error.message.trim();
				}
			}
		},
		async assumeWithWebIdentity(role) {
			const { sts, client, cut } = await stsFor(null);
			try {
				const answer = await client.send(new sts.AssumeRoleWithWebIdentityCommand(role), { abortSignal: signal });
				return credentialsOf(answer.Credentials, role.RoleArn);
			} catch (error) {
				throw cut(error);
			}
		},
	};
}

/** STS's words about a code that is wrong or has no code's shape. Another denial would not be cured by another code. */
function isRefusedCode({ name, message }: Error): boolean {
	return (
		(/^AccessDenied/.test(name) && /invalid MFA one.?time pass/i.test(message)) ||
		(/^Validation/.test(name) && /tokenCode/i.test(message))
	);
}

function credentialsOf(given: StsCredentials | undefined, role: string | undefined): Credentials {
	if (!given?.AccessKeyId || !given.SecretAccessKey) {
		throw new CredentialsProviderError(`AWS STS gave no credentials for the role ${role}.`);
	}
	return {
		accessKeyId: given.AccessKeyId,
		secretAccessKey: given.SecretAccessKey,
		...(given.SessionToken !== undefined && { sessionToken: given.SessionToken }),
		...(given.Expiration !== undefined && { expiration: given.Expiration }),
	};
}

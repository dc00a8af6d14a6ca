import type { ConnectionId } from '../../../../shared/model/connection.ts';
import type { Transport } from '../../network/network.ts';
import type { Credentials } from '../authentication.ts';
import { awsFilePaths, readAwsProfiles } from '../aws-files.ts';
import { connectionDefaults } from '../connection-defaults.ts';
import { profileChain } from '../profile-chain.ts';
import { profileKind } from '../profile-kind.ts';
import { signInTransport } from '../sign-in-transport.ts';
import { signInTarget } from '../sso/sign-in-target.ts';
import { refuseMetadata } from './from-surroundings.ts';
import { withOwnEndpoints } from './own-endpoints.ts';
import type { ProviderContext } from './provider-context.ts';
import { NEARBY, SILENT } from './provider-context.ts';
import { CredentialsProviderError, ofTokenFile } from './provider-error.ts';
import { secretive } from './sent-secrets.ts';
import { createRoleAssumer } from './sts-role.ts';

/**
 * A profile's own credentials or the SDK's error: `fromIni` alone, never the SDK's default chain, which would go on to
 * other sources. What it must ask AWS for goes by the app's transport.
 */
export async function fromProfile(
	context: ProviderContext,
	connection: ConnectionId,
	profile: string,
	region: string | null,
	signal: AbortSignal,
): Promise<Credentials> {
	const { surroundings, network, connectTimeout } = context;
	const [{ fromIni }, files] = await Promise.all([
		import('@aws-sdk/credential-providers'),
		readAwsProfiles(surroundings),
	]);
	const last = profileChain(files, profile).at(-1);
	if (last !== undefined && profileKind(last.keys) === 'none') {
		// The SDK's words are the same for this and for a profile that is in neither file.
		throw new CredentialsProviderError(`Profile ${last.name} of the AWS config files has no credentials.`);
	}
	const target = signInTarget(files, profile);
	// For a session that is in no file the SDK has the words of a crash.
	if (target?.type === 'incomplete') throw new CredentialsProviderError(target.words);
	if (last?.keys['credential_source'] === 'Ec2InstanceMetadata') await refuseMetadata(context);
	const sso = connectionDefaults(connection, files, surroundings, 'sso');
	const ssoOidc = connectionDefaults(connection, files, surroundings, 'sso_oidc');
	const signin = connectionDefaults(connection, files, surroundings, 'signin');
	const { caBundle } = sso;
	const handler = await signInTransport(network, { direct: false, connectTimeout: connectTimeout(), caBundle });
	const sent = secretive(handler);
	// A renewal that finds no network is told by the SDK as an expired token.
	let broken: unknown = null;
	const transport: Transport = {
		...handler,
		handle: (request, options) =>
			sent.transport.handle(request, options).catch((error: unknown) => {
				broken = error;
				throw error;
			}),
	};
	const roles = createRoleAssumer(context, connection, region, signal);
	const provider = fromIni({
		...awsFilePaths(surroundings),
		profile,
		ignoreCache: true,
		logger: SILENT,
		// For a role whose credential_source is a container's or an instance's endpoint.
		...NEARBY,
		// A person is asked by the assumer, once the source's keys are there: nothing would catch their failure before.
		mfaCodeProvider: async () => '',
		roleAssumer: (source, role) => roles.assume(source, role),
		roleAssumerWithWebIdentity: (role) => roles.assumeWithWebIdentity(role),
		clientConfig: {
			requestHandler: withOwnEndpoints(transport, {
				sso: sso.endpoint,
				ssoOidc: ssoOidc.endpoint,
				signin: signin.endpoint,
			}),
			ignoreConfiguredEndpointUrls: true,
			useFipsEndpoint: sso.fips,
			useDualstackEndpoint: sso.dualStack,
			maxAttempts: 1,
			defaultsMode: 'standard',
			userAgentAppId: 'outcrop',
		},
	});
	try {
		return await provider(region === null ? {} : { callerClientConfig: { profile, region: async () => region } });
	} catch (error) {
		throw sent.cut(broken ?? ofTokenFile(unwrapped(error), last?.keys['web_identity_token_file']));
	}
}

/** What SSO refused with: the SDK keeps of it no more than `ForbiddenException: No access`, as another error's words. */
function unwrapped(error: unknown): unknown {
	if (!(error instanceof Error) || error.name !== 'CredentialsProviderError') return error;
	const [, name, words] = /^(\w+Exception): (.*)$/s.exec(error.message) ?? [];
	return name === undefined ? error : Object.assign(new Error(words, { cause: error }), { name });
}

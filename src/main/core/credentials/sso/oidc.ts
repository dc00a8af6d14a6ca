import type { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import { profileConnection } from '../../../../shared/model/connection.ts';
import { timeLimit } from '../../bedrock/time-limit.ts';
import type { Clock } from '../../ports.ts';
import type { ClientAccess } from '../client-access.ts';
import { REGISTERED_REDIRECT } from './listen-for-callback.ts';
import type { SsoSession } from './sign-in-target.ts';

/** AWS's OIDC service for one session. */
export interface Oidc {
	readonly client: SSOOIDCClient;
	/** Where the service is, by the SDK's own rules: `https://oidc.REGION.amazonaws.com`. */
	readonly address: URL;
}

/** The app as a client of OIDC. The secret is worth little without a person, and yet is told to nobody. */
export interface Registration {
	readonly clientId: string;
	readonly clientSecret: string;
	/** Milliseconds since the epoch. */
	readonly expiresAt: number;
}

/** A client of OIDC for a session, by the app's own transport; it goes where the environment or the profile says, else to AWS. */
export async function openOidc(access: ClientAccess, profile: string, { region }: SsoSession): Promise<Oidc> {
	const settings = { connection: profileConnection(profile), region, endpointUrl: null, fips: null, dualStack: null };
	const target = await access.target(settings, 'sso_oidc');
	const { endpoint, fips, dualStack } = target;
	const { SSOOIDCClient } = await import('@aws-sdk/client-sso-oidc');
	const client = new SSOOIDCClient({
		region,
		...(endpoint === null ? { ignoreConfiguredEndpointUrls: true } : { endpoint }),
		useFipsEndpoint: fips,
		useDualstackEndpoint: dualStack,
		// Once: a retry that nobody sees would be a wait that nobody can explain. All three are otherwise looked up in the
		// process's environment and files.
		maxAttempts: 1,
		retryMode: 'standard',
		defaultsMode: 'standard',
		requestHandler: await access.handler(target, CONNECT_LIMIT),
		userAgentAppId: 'outcrop',
	});
	const { url } = client.config.endpointProvider({
		Region: region,
		UseFIPS: fips,
		UseDualStack: dualStack,
		...(endpoint !== null && { Endpoint: endpoint }),
	});
	return { client, address: url };
}

/** Milliseconds. */
const CONNECT_LIMIT = 10_000;

/** Each request ends by then; milliseconds. */
const REQUEST_LIMIT = 30_000;

/** A registration is used again when more than this is left of it; milliseconds. A token of it may be renewed that long. */
const REGISTRATION_MARGIN = 7 * 86_400_000;

/** Registers the app, as the AWS CLI registers itself, and remembers the registration while the app runs. */
export type Register = (
	oidc: Oidc,
	session: SsoSession,
	grant: 'authorization_code' | 'device_code',
	signal: AbortSignal,
) => Promise<Registration>;

/** `forget` is for a registration that AWS does not know (any more). */
export function createRegister(clock: Clock): { readonly register: Register; readonly forget: () => void } {
	const known = new Map<string, Registration>();

	const register: Register = async ({ client, address }, session, grant, signal) => {
		const key = JSON.stringify([address.href, session.startUrl, session.scopes, grant]);
		const before = known.get(key);
		if (before !== undefined && before.expiresAt - clock.now() > REGISTRATION_MARGIN) return before;
		const { RegisterClientCommand } = await import('@aws-sdk/client-sso-oidc');
		const command = new RegisterClientCommand({
			clientName: 'outcrop',
			clientType: 'public',
			...(session.scopes.length > 0 && { scopes: [...session.scopes] }),
			...(grant === 'authorization_code' && {
				grantTypes: ['authorization_code', 'refresh_token'],
				redirectUris: [REGISTERED_REDIRECT],
				issuerUrl: session.startUrl,
			}),
		});
		const answer = await inTime(signal, (options) => client.send(command, options));
		const { clientId, clientSecret, clientSecretExpiresAt } = answer;
		if (!clientId || !clientSecret || clientSecretExpiresAt === undefined) throw new Error('AWS registered no client.');
		const registration = { clientId, clientSecret, expiresAt: clientSecretExpiresAt * 1000 };
		known.set(key, registration);
		return registration;
	};
	return { register, forget: () => known.clear() };
}

/** Makes one request. Rejects with a NoResponse error when AWS keeps silent. */
export async function inTime<T>(
	signal: AbortSignal,
	send: (options: { readonly abortSignal: AbortSignal }) => Promise<T>,
): Promise<T> {
	const limit = AbortSignal.timeout(REQUEST_LIMIT);
	try {
		return await send({ abortSignal: AbortSignal.any([signal, limit]) });
	} catch (error) {
		if (!limit.aborted || signal.aborted) throw error;
		throw timeLimit('NoResponse', `The sign-in service of AWS did not answer within ${REQUEST_LIMIT / 1000} s.`);
	}
}

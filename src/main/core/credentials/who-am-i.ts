import type { Connection, ConnectionId } from '../../../shared/model/connection.ts';
import type { CallFailure, FailureCode } from '../../../shared/model/failure.ts';
import type { Identity } from '../../../shared/model/identity.ts';
import type { EndpointChoice } from '../../../shared/model/settings.ts';
import { failureOf } from '../bedrock/failure.ts';
import type { Authentication, Credentials } from './authentication.ts';
import type { ClientAccess } from './client-access.ts';
import { clientConfig } from './client-config.ts';
import type { Target } from './target.ts';

type Answer =
	| { readonly ok: true; readonly identity: Identity }
	| { readonly ok: false; readonly failure: CallFailure };

export type WhoAmI = (
	asked: EndpointChoice & { readonly connection: ConnectionId; readonly region: string | null },
	signal: AbortSignal,
) => Promise<Answer>;

/** Where STS is asked when neither the connection nor the caller has a region: the answer is the same everywhere. */
const DEFAULT_REGION = 'us-east-1';

/** STS takes signatures only: nobody can be asked whose a Bedrock API key is. */
const NO_IDENTITY: CallFailure = {
	code: 'unknown',
	type: 'NoIdentity',
	message: 'AWS STS cannot be asked with a Bedrock API key.',
	status: null,
	requestId: null,
	systemCode: null,
};

/** What STS says of credentials that are good for nothing any more. */
const GONE: ReadonlySet<FailureCode> = new Set(['expired-credentials', 'invalid-credentials']);

/** Asks STS, once, who a connection's calls are made as. Never rejects. `kindOf` gives where its credentials come from. */
export function createWhoAmI(
	access: ClientAccess,
	kindOf: (connection: ConnectionId) => Promise<Connection['kind']>,
): WhoAmI {
	async function refused(error: unknown, phase: 'credentials' | 'request'): Promise<Answer> {
		const failure = failureOf(error, phase, null);
		return { ok: false, failure: { ...failure, message: await access.cut(failure.message) } };
	}

	async function authenticate(target: Target, signal: AbortSignal): Promise<Authentication | Answer> {
		try {
			return await access.authenticate(target, signal);
		} catch (error) {
			return refused(error, 'credentials');
		}
	}

	async function ask(target: Target, credentials: Credentials, signal: AbortSignal): Promise<Answer> {
		const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
		const client = new STSClient({
			...clientConfig({ ...target, region: target.region ?? DEFAULT_REGION }, { type: 'keys', credentials }),
			requestHandler: await access.signInHandler(target),
			maxAttempts: 1,
			defaultsMode: 'standard',
		});
		const answer = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
		return {
			ok: true,
			identity: {
				account: answer.Account ?? '',
				arn: answer.Arn ?? '',
				userId: answer.UserId ?? '',
				source: await kindOf(target.connection),
				accessKeyId: credentials.accessKeyId,
				expiresAt: credentials.expiration?.getTime() ?? null,
			},
		};
	}

	return async ({ connection, region, fips, dualStack }, signal) => {
		try {
			const settings = { connection, region, endpointUrl: null, fips, dualStack };
			const target = await access.target(settings, 'sts');
			const authentication = await authenticate(target, signal);
			if ('ok' in authentication) return authentication;
			if (authentication.type === 'bearer') return { ok: false, failure: NO_IDENTITY };
			return await ask(target, authentication.credentials, signal);
		} catch (error) {
			const answer = await refused(error, 'request');
			if (!answer.ok && GONE.has(answer.failure.code)) access.forget(connection);
			return answer;
		}
	};
}

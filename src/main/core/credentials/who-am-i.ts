import type { ConnectionId } from '../../../shared/model/connection.ts';
import type { CallFailure } from '../../../shared/model/failure.ts';
import type { Identity } from '../../../shared/model/identity.ts';
import { failureOf, ownFailure } from '../bedrock/failure.ts';
import type { ClientAccess } from './client-access.ts';
import { clientConfig } from './client-config.ts';

export type WhoAmI = (
	asked: { readonly connection: ConnectionId; readonly region: string | null },
	signal: AbortSignal,
) => Promise<{ ok: true; identity: Identity } | { ok: false; failure: CallFailure }>;

/** Asks STS who a connection's calls are made as. Never rejects. */
export function createWhoAmI(access: ClientAccess): WhoAmI {
	return async ({ connection, region }, signal) => {
		try {
			const settings = { connection, region, endpointUrl: null, fips: null, dualStack: null };
			const target = await access.target(settings, 'sts');
			if (target.region === null) return { ok: false, failure: ownFailure('no-region', 'Region is missing') };
			const authentication = await access.authenticate(target, signal);
			const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
			const client = new STSClient({
				...clientConfig({ ...target, region: target.region }, authentication),
				requestHandler: await access.handler(target, 10_000),
			});
			const {
				Account = '',
				Arn = '',
				UserId = '',
			} = await client.send(new GetCallerIdentityCommand({}), {
				abortSignal: signal,
			});
			if (authentication.type === 'bearer')
				return { ok: false, failure: ownFailure('unknown', 'An API key has no identity.') };
			const { accessKeyId, expiration } = authentication.credentials;
			return {
				ok: true,
				identity: {
					account: Account,
					arn: Arn,
					userId: UserId,
					source: 'none',
					accessKeyId,
					expiresAt: expiration?.getTime() ?? null,
				},
			};
		} catch (error) {
			const failure = failureOf(error, 'credentials', null);
			return { ok: false, failure: { ...failure, message: await access.cut(failure.message) } };
		}
	};
}

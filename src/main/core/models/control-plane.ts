import type { BedrockClient } from '@aws-sdk/client-bedrock';
import type { ConnectionId } from '../../../shared/model/connection.ts';
import type { CallFailure } from '../../../shared/model/failure.ts';
import type { EndpointChoice } from '../../../shared/model/settings.ts';
import { failureOf, ownFailure } from '../bedrock/failure.ts';
import type { ClientAccess } from '../credentials/client-access.ts';
import { clientConfig } from '../credentials/client-config.ts';
import { isHttpUrl } from '../credentials/target.ts';

/** Whose models, and seen from where. Null: as the connection is configured. */
export interface From extends Readonly<EndpointChoice> {
	readonly connection: ConnectionId;
	readonly region: string | null;
}

/** Bedrock's control plane as seen from one place. Not to be destroyed: its connections are everyone's. */
export interface ControlPlane {
	readonly sdk: typeof import('@aws-sdk/client-bedrock');
	readonly client: BedrockClient;
	/** Where that is, with nothing left to the connection. */
	readonly from: From & { readonly region: string };
}

/** Milliseconds that one request's connection may take to be made. */
const CONNECTION_TIMEOUT = 10_000;

/** Milliseconds for everything that the control plane is asked at once; a person's answer (MFA) does not count. */
export const TIME_LIMIT = 30_000;

/** Opens the control plane with an API key as well as with keys, or says why it can't be. Rejects only with an abort. */
export async function openControlPlane(
	access: ClientAccess,
	{ connection, region, fips, dualStack }: From,
	signal: AbortSignal,
): Promise<ControlPlane | CallFailure> {
	let phase: 'credentials' | 'request' = 'credentials';
	try {
		const settings = { connection, region, endpointUrl: null, fips, dualStack };
		const target = await access.target(settings, 'bedrock');
		if (target.endpoint !== null && !isHttpUrl(target.endpoint)) {
			return ownFailure('unknown', 'The endpoint URL of the AWS configuration is not an http or https URL.');
		}
		if (target.region === null && target.exists) return ownFailure('no-region', 'Region is missing');
		const authentication = await access.authenticate(target, signal);
		signal.throwIfAborted();
		phase = 'request';
		const sdk = await import('@aws-sdk/client-bedrock');
		const located = { ...target, region: target.region ?? '' };
		const client = new sdk.BedrockClient({
			...clientConfig(located, authentication),
			requestHandler: await access.handler(target, CONNECTION_TIMEOUT),
			// Once: a retry that nobody sees would be a wait that nobody can explain. All three are otherwise looked up in the
			// process's environment and files.
			maxAttempts: 1,
			retryMode: 'standard',
			defaultsMode: 'standard',
		});
		const { fips: isFips, dualStack: isDualStack } = located;
		const seen = { connection, region: located.region, fips: isFips, dualStack: isDualStack };
		return { sdk, client, from: seen };
	} catch (error) {
		signal.throwIfAborted();
		return await cutFailure(access, error, phase);
	}
}

/** An error of the control plane as a failure, without this machine's secrets. */
export async function cutFailure(
	access: ClientAccess,
	error: unknown,
	phase: 'credentials' | 'request',
): Promise<CallFailure> {
	const failure = failureOf(error, phase, null);
	return { ...failure, message: await access.cut(failure.message) };
}

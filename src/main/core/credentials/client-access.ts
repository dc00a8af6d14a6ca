import { PRACTICE } from '../../../shared/model/connection.ts';
import type { Network, Transport } from '../network/network.ts';
import type { PracticeAccess } from '../ports.ts';
import type { Authentication } from './authentication.ts';
import type { AwsSurroundings } from './aws-files.ts';
import type { AwsService } from './connection-defaults.ts';
import { cutCredentials } from './cut-credentials.ts';
import type { CredentialResolver } from './resolve-credentials.ts';
import { signInTransport } from './sign-in-transport.ts';
import type { Target, TargetSettings } from './target.ts';
import { resolveTarget } from './target.ts';

/** What any client of AWS needs to act for a connection: where to, as whom, and by which transport. */
export interface ClientAccess {
	target(settings: TargetSettings, service: AwsService): Promise<Target>;
	/** Rejects with the SDK's own error; its words are to be cut with `cut` before they are told. */
	authenticate(target: Target, signal: AbortSignal): Promise<Authentication>;
	/** Forgets kept credentials: the service has refused them. */
	forget(connection: Target['connection']): void;
	handler(target: Target, connectionTimeout: number): ReturnType<Network['handler']>;
	/** The transport for STS: an answer is due soon, not after minutes of thought. */
	signInHandler(target: Target): Promise<Transport>;
	/** A text without the secrets of this machine's AWS configuration. */
	cut(text: string): Promise<string>;
}

/** The way in for every client of AWS. */
export function createClientAccess(options: {
	readonly surroundings: AwsSurroundings;
	readonly practice: PracticeAccess;
	readonly resolver: CredentialResolver;
	readonly network: Network;
	readonly storedApiKey: () => Promise<string | null>;
	/** How long getting a connection may take; milliseconds. */
	readonly connectTimeout: () => number;
}): ClientAccess {
	const { surroundings, practice, resolver, network, storedApiKey, connectTimeout } = options;
	return {
		target: (settings, service) => resolveTarget(settings, surroundings, practice, service, storedApiKey),
		async authenticate(target, signal) {
			if (target.connection !== PRACTICE) return resolver.resolve(target.connection, target, signal);
			const { accessKeyId, secretAccessKey } = practice;
			return { type: 'keys', credentials: { accessKeyId, secretAccessKey } };
		},
		forget: (connection) => resolver.forget(connection),
		handler: ({ connection, caBundle }, connectionTimeout) =>
			network.handler({ direct: connection === PRACTICE, connectionTimeout, caBundle }),
		signInHandler: ({ connection, caBundle }) =>
			signInTransport(network, { direct: connection === PRACTICE, connectTimeout: connectTimeout(), caBundle }),
		cut: async (text) => cutCredentials(network.cut(text), surroundings, await storedApiKey()),
	};
}

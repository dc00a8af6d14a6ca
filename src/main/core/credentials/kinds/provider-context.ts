import type { Network } from '../../network/network.ts';
import type { Clock } from '../../ports.ts';
import type { Questions } from '../../questions/questions.ts';
import type { AwsSurroundings } from '../aws-files.ts';

/** What getting credentials needs of the app. */
export interface ProviderContext {
	readonly surroundings: AwsSurroundings;
	readonly clock: Clock;
	readonly network: Network;
	readonly questions: Pick<Questions, 'ask'>;
	/** The Bedrock API key that the app keeps; null: none. */
	readonly storedApiKey: () => Promise<string | null>;
	/** How long getting a connection may take; milliseconds. */
	readonly connectTimeout: () => number;
	/** Where Linux says what machine this is: `/sys`. */
	readonly systemFolder: string;
}

/** The endpoints of a container and an instance are on this machine: asked once, and not for long (milliseconds). */
export const NEARBY = { timeout: 5000, maxRetries: 0 } as const;

/** The SDK's own providers are told to say nothing: what they warn of may repeat what nobody may read. */
export const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

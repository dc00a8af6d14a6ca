import { join } from 'node:path';
import type { BedrockCallerOptions } from '../../../../src/main/core/bedrock/bedrock-caller.ts';
import { createBedrockCaller } from '../../../../src/main/core/bedrock/bedrock-caller.ts';
import type { Call, CallBedrock } from '../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../src/main/core/bedrock/call.ts';
import type { CallLimits } from '../../../../src/main/core/bedrock/call-limits.ts';
import type { AwsSurroundings } from '../../../../src/main/core/credentials/aws-files.ts';
import { createClientAccess } from '../../../../src/main/core/credentials/client-access.ts';
import { createCredentialResolver } from '../../../../src/main/core/credentials/resolve-credentials.ts';
import type { Network } from '../../../../src/main/core/network/network.ts';
import { createNetwork } from '../../../../src/main/core/network/network.ts';
import type { PracticeAccess } from '../../../../src/main/core/ports.ts';
import type { Questions } from '../../../../src/main/core/questions/questions.ts';
import { defaultAppSettings } from '../../../../src/shared/model/app-settings.ts';
import type { RequestSettings } from '../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';

/** What a test may give a caller: its own options, and the machine that it finds. */
export interface CallerOptions extends Partial<BedrockCallerOptions>, Partial<AwsSurroundings> {
	readonly practice?: PracticeAccess;
	/** Nobody answers where none are given. */
	readonly questions?: Pick<Questions, 'ask'>;
	readonly storedApiKey?: () => Promise<string | null>;
	readonly connectTimeout?: () => number;
	/** By the default settings where none is given. */
	readonly network?: Network;
}

/** Limits that no test comes to, but for what it changes. */
export function limits(changes: Partial<CallLimits> = {}): () => CallLimits {
	return () => ({ attempts: 3, connect: 10_000, firstByte: null, idle: 300_000, total: null, ...changes });
}

/** A caller over real clocks, with no configuration of the machine and with quick retries. */
export function makeCaller(options: CallerOptions & { readonly endpoint: string }): CallBedrock {
	const clock = { now: () => Date.now(), monotonic: () => performance.now() };
	const {
		environment = {},
		homeFolder = '/nonexistent',
		practice = {
			endpoint: options.endpoint,
			region: 'us-east-1',
			accessKeyId: 'AKIAPRACTICEKEY00001',
			secretAccessKey: 'practice-secret-key-for-tests',
		},
		questions = { ask: async () => null },
		storedApiKey = async () => null,
		connectTimeout = () => 10_000,
		network = createNetwork({
			settings: () => defaultAppSettings,
			environment,
			homeFolder,
			systemProxy: async () => null,
			log: { warn() {}, error() {} },
		}),
		...rest
	} = options;
	const surroundings = { environment, homeFolder };
	return createBedrockCaller({
		clock,
		log: { info() {}, warn() {}, error() {} },
		access: createClientAccess({
			surroundings,
			practice,
			resolver: createCredentialResolver({
				surroundings,
				clock,
				network,
				questions,
				storedApiKey,
				connectTimeout,
				systemFolder: join(homeFolder, 'sys'),
			}),
			network,
			storedApiKey,
			connectTimeout,
		}),
		retryDelayBase: 1,
		limits: limits(),
		...rest,
	});
}

/** A call with one question. */
export function makeCall(settings: Partial<RequestSettings> = {}, question = 'こんにちは'): Call {
	return {
		settings: { ...defaultRequestSettings, ...settings },
		messages: [textMessage('user', question)],
		body: null,
	};
}

/** A signal that is never aborted. */
export const unstopped: AbortSignal = new AbortController().signal;

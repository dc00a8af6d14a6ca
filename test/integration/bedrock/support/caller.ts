import type { BedrockCallerOptions } from '../../../../src/main/core/bedrock/bedrock-caller.ts';
import { createBedrockCaller } from '../../../../src/main/core/bedrock/bedrock-caller.ts';
import type { Call, CallBedrock } from '../../../../src/main/core/bedrock/call.ts';
import type { CallLimits } from '../../../../src/main/core/bedrock/call-limits.ts';
import type { RequestSettings } from '../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';

/** Limits that no test comes to, but for what it changes. */
export function limits(changes: Partial<CallLimits> = {}): () => CallLimits {
	return () => ({ attempts: 3, connect: 10_000, firstByte: null, idle: 300_000, total: null, ...changes });
}

/** A caller over real clocks, with no configuration of the machine and with quick retries. */
export function makeCaller(options: Partial<BedrockCallerOptions> & { readonly endpoint: string }): CallBedrock {
	return createBedrockCaller({
		clock: { now: () => Date.now(), monotonic: () => performance.now() },
		log: { info() {}, warn() {}, error() {} },
		environment: {},
		homeFolder: '/nonexistent',
		practice: {
			endpoint: options.endpoint,
			region: 'us-east-1',
			accessKeyId: 'AKIAPRACTICEKEY00001',
			secretAccessKey: 'practice-secret-key-for-tests',
		},
		retryDelayBase: 1,
		limits: limits(),
		...options,
	});
}

/** A call with one question. */
export function makeCall(settings: Partial<RequestSettings> = {}, question = 'こんにちは'): Call {
	return {
		settings: { ...defaultRequestSettings, ...settings },
		messages: [{ role: 'user', texts: [question] }],
	};
}

/** A signal that is never aborted. */
export const unstopped: AbortSignal = new AbortController().signal;

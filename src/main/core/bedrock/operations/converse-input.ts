import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import type { Call } from '../call.ts';
import { textsOf } from '../call.ts';

/** The input of Converse and ConverseStream. What is not set is not in it; `maxTokens` always is. */
export function converseInput({ settings, messages }: Call): ConverseCommandInput {
	return {
		modelId: settings.modelId,
		...(settings.system !== '' && { system: [{ text: settings.system }] }),
		messages: messages.map((message) => ({ role: message.role, content: textsOf(message).map((text) => ({ text })) })),
		inferenceConfig: {
			maxTokens: settings.maxTokens,
			...(settings.temperature !== null && { temperature: settings.temperature }),
			...(settings.topP !== null && { topP: settings.topP }),
			...(settings.stopSequences.length > 0 && { stopSequences: settings.stopSequences }),
		},
	};
}

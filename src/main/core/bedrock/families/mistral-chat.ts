import type { RequestSettings } from '../../../../shared/model/settings.ts';
import type { Call } from '../call.ts';
import type { JsonValue } from '../json-value.ts';
import { whatIsSet } from '../what-is-set.ts';
import { chatMessages, chatTools, readChatChunk, readChatResponse } from './chat-completions.ts';
import type { FamilyCodec, NativePiece } from './family-codec.ts';

/**
 * Mistral's chat body: Mistral Large 2 and 3, Pixtral, Ministral, Magistral, Devstral (Bedrock user guide, "Mistral AI chat
 * completion"). It is near to OpenAI's; a tool is forced by `any`, and the reason for the end is called `stop_reason` by the
 * older ones. The body has no key for top k, effort or a schema of the answer, nor for documents and videos: what is set of
 * them is not sent.
 */
export const mistralChat: FamilyCodec = {
	family: 'mistral-chat',

	toBody({ settings, messages }: Call): object {
		return {
			messages: chatMessages(settings.system, messages),
			max_tokens: settings.maxTokens,
			...whatIsSet({ temperature: settings.temperature, top_p: settings.topP }),
			...(settings.stopSequences.length > 0 && { stop: settings.stopSequences }),
			...(settings.tools.length > 0 && { tools: chatTools(settings.tools) }),
			...(settings.tools.length > 0 &&
				settings.toolChoice !== null && { tool_choice: toolChoice(settings.toolChoice) }),
		};
	},

	fromResponse: (json): NativePiece | null => readChatResponse(json),

	fromChunk: (json) => readChatChunk(json),
};

function toolChoice(choice: NonNullable<RequestSettings['toolChoice']>): JsonValue {
	return choice.type === 'tool' ? { type: 'function', function: { name: choice.name } } : choice.type;
}

import { baseModelId } from '../../../../shared/catalogue.ts';
import type { RequestSettings } from '../../../../shared/model/settings.ts';
import type { Call } from '../call.ts';
import type { JsonObject, JsonValue } from '../json-value.ts';
import { exactValue } from '../json-value.ts';
import { whatIsSet } from '../what-is-set.ts';
import { chatMessages, chatTools, readChatChunk, readChatResponse } from './chat-completions.ts';
import type { ChunkReader, FamilyCodec, NativePiece } from './family-codec.ts';
import { createThoughtReader } from './thought-reader.ts';

/** gpt-oss writes its thoughts before its answer, between these (bedrock-facts.md, 2). */
const THOUGHTS = { open: '<reasoning>', close: '</reasoning>', begun: false };

/**
 * OpenAI's Chat Completions, as gpt-oss, DeepSeek V3, Qwen, Kimi, GLM and others take it through InvokeModel (Bedrock user
 * guide, "OpenAI models"). `model` and `stream` may be left out. OpenAI's own models count all that they write, thoughts
 * too, against `max_completion_tokens`; the others know `max_tokens`. The body has no key for top k, none for a budget of
 * thoughts, and none for documents or videos: what is set of them is not sent.
 */
export const openaiChat: FamilyCodec = {
	family: 'openai-chat',

	toBody({ settings, messages }: Call): object {
		return {
			messages: chatMessages(settings.system, messages),
			[baseModelId(settings.modelId).startsWith('openai.') ? 'max_completion_tokens' : 'max_tokens']:
				settings.maxTokens,
			...whatIsSet({ temperature: settings.temperature, top_p: settings.topP }),
			...(settings.stopSequences.length > 0 && { stop: settings.stopSequences }),
			...(settings.effort !== null && { reasoning_effort: settings.effort }),
			...(settings.tools.length > 0 && { tools: chatTools(settings.tools) }),
			...(settings.tools.length > 0 &&
				settings.toolChoice !== null && { tool_choice: toolChoice(settings.toolChoice) }),
			...(settings.outputSchema !== null && { response_format: responseFormat(settings.outputSchema) }),
		};
	},

	fromResponse(json: unknown): NativePiece | null {
		const thoughts = createThoughtReader(THOUGHTS);
		return readChatResponse(json, (text) => [...thoughts.add(text), ...thoughts.end()]);
	},

	fromChunk: (json) => readChatChunk(json),

	reader(): ChunkReader {
		const thoughts = createThoughtReader(THOUGHTS);
		return { chunk: (json) => readChatChunk(json, (text) => thoughts.add(text)), end: () => thoughts.end() };
	},
};

function toolChoice(choice: NonNullable<RequestSettings['toolChoice']>): JsonValue {
	switch (choice.type) {
		case 'auto':
			return 'auto';
		case 'any':
			return 'required';
		case 'tool':
			return { type: 'function', function: { name: choice.name } };
	}
}

function responseFormat({ schema, name, description }: NonNullable<RequestSettings['outputSchema']>): JsonObject {
	return {
		type: 'json_schema',
		json_schema: {
			name: name === '' ? 'answer' : name,
			...(description !== '' && { description }),
			schema: exactValue(schema),
		},
	};
}

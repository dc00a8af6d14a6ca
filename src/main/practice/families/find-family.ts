import type { EmbeddingFamily as EmbeddingName, Family } from '../../../shared/model/family.ts';
import { isEmbedding } from '../../../shared/model/family.ts';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { Completion } from '../completion.ts';
import type { EmbeddingFamily } from '../embeddings/embedding-family.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { isJsonObject } from '../json.ts';
import type { Prompt } from '../prompt.ts';
import { invalid } from '../refusal.ts';
import { claudeMessages } from './claude-messages.ts';
import { claudeText } from './claude-text.ts';
import { cohereCommand } from './cohere-command.ts';
import { cohereEmbed } from './cohere-embed.ts';
import { deepseekR1 } from './deepseek-r1.ts';
import { jamba } from './jamba.ts';
import { jurassic } from './jurassic.ts';
import { llama } from './llama.ts';
import { mistralChat } from './mistral-chat.ts';
import { mistralText } from './mistral-text.ts';
import { nova } from './nova.ts';
import { openaiChat } from './openai-chat.ts';
import type { PracticeFamily } from './practice-family.ts';
import { titanEmbed } from './titan-embed.ts';
import { titanText } from './titan-text.ts';

const families: Readonly<Record<Exclude<Family, EmbeddingName>, PracticeFamily>> = {
	'claude-messages': claudeMessages,
	'claude-text': claudeText,
	'titan-text': titanText,
	nova,
	llama,
	'mistral-text': mistralText,
	'cohere-command': cohereCommand,
	'deepseek-r1': deepseekR1,
	jamba,
	jurassic,
	'openai-chat': openaiChat,
	'mistral-chat': mistralChat,
};

const embeddings: Readonly<Record<EmbeddingName, EmbeddingFamily>> = {
	'titan-embed': titanEmbed,
	'cohere-embed': cohereEmbed,
};

/** The family of a model that makes vectors; null for one that writes text. */
export function findEmbedding({ family }: CatalogueModel): EmbeddingFamily | null {
	return isEmbedding(family) ? embeddings[family] : null;
}

/** The family that reads an invoke body. Claude 2 takes the Messages body as well as its own (bedrock-facts.md, 2). */
export function findFamily(
	model: CatalogueModel,
	body: JsonValue | undefined,
): { readonly name: Exclude<Family, EmbeddingName>; readonly family: PracticeFamily } {
	if (model.family === null || isEmbedding(model.family))
		throw invalid('The practice endpoint answers this model through Converse alone.');
	const isMessages = isJsonObject(body) && 'messages' in body && !('prompt' in body);
	const name = model.family === 'claude-text' && isMessages ? 'claude-messages' : model.family;
	return { name, family: families[name] };
}

/** An answer as the model's own body would have it, whatever it came by; null for a model without one. */
export function nativeResponse(completion: Completion, model: CatalogueModel, prompt: Prompt): JsonObject | null {
	return model.family === null || isEmbedding(model.family)
		? null
		: families[model.family].response(completion, model, prompt);
}

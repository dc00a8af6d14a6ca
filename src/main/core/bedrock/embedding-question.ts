import { familyOf } from '../../../shared/catalogue.ts';
import type { ContentBlock } from '../../../shared/model/content.ts';
import { isEmbedding } from '../../../shared/model/family.ts';
import { isInvoke } from '../../../shared/model/operation.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import { embeddedTexts } from '../../../shared/requests/embedded-texts.ts';
import type { ChatMessage } from './call.ts';
import { textMessage, textsOf } from './call.ts';

type Target = Pick<RequestSettings, 'operation' | 'modelId'>;

/** Whether a call makes vectors of texts. Then there is no talk: only what was asked last is sent. */
export function embeds({ operation, modelId }: Target): boolean {
	return isInvoke(operation) && isEmbedding(familyOf(modelId));
}

/** A question as a message of a text for each vector. */
export function embeddingQuestion(question: ChatMessage): ChatMessage {
	return textMessage('user', ...textsOf(question).flatMap(embeddedTexts));
}

/** The texts that messages of `embeddingQuestion` ask vectors for. */
export function textsToEmbed(messages: readonly ChatMessage[]): readonly string[] {
	const last = messages.at(-1);
	return last === undefined ? [] : textsOf(last);
}

/** More texts a call Cohere refuses (Bedrock user guide, "Cohere Embed v3" and "v4"); Titan takes one. */
export const COHERE_TEXTS = 96;

/** How many calls one message may make: a long text that was pasted has thousands of lines, and each call costs. */
export const MOST_EMBEDDING_CALLS = 100;

/** How many calls a message's texts take; 0 where no vectors are asked for. */
export function embeddingCalls(settings: Target, messages: readonly ChatMessage[]): number {
	if (!embeds(settings)) return 0;
	const perCall = familyOf(settings.modelId) === 'cohere-embed' ? COHERE_TEXTS : 1;
	return Math.ceil(textsToEmbed(messages).length / perCall);
}

/** What is still to be sent of a question, when an answer has these vectors: bodies take one text, or a limited number. */
export function embeddingRest(
	messages: readonly ChatMessage[],
	content: readonly ContentBlock[],
): readonly ChatMessage[] {
	const done = content.filter(({ type }) => type === 'embedding').length;
	return [textMessage('user', ...textsToEmbed(messages).slice(done))];
}

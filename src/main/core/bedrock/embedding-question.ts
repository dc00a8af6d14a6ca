import { familyOf } from '../../../shared/catalogue.ts';
import { embeddedTexts } from '../../../shared/embedded-texts.ts';
import type { ContentBlock } from '../../../shared/model/content.ts';
import { isEmbedding } from '../../../shared/model/family.ts';
import { isInvoke } from '../../../shared/model/operation.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
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

/** What is still to be sent of a question, when an answer has these vectors: bodies take one text, or a limited number. */
export function embeddingRest(
	messages: readonly ChatMessage[],
	content: readonly ContentBlock[],
): readonly ChatMessage[] {
	const done = content.filter(({ type }) => type === 'embedding').length;
	return [textMessage('user', ...textsToEmbed(messages).slice(done))];
}

import type { AttachmentBlock, ContentBlock } from '../../../shared/model/content.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { ChatMessage, SentBlock } from '../bedrock/call.ts';
import {
	answerMessages,
	endedByAssistant,
	takesThoughts,
	wellFormed,
	withPlaceIn,
} from '../bedrock/continuation/answer-messages.ts';
import { toolsAsText } from '../bedrock/continuation/tools-as-text.ts';
import { embeddingQuestion, embeds } from '../bedrock/embedding-question.ts';
import type { Change, Store } from '../storage/store.ts';
import { StoreError } from '../storage/store-error.ts';

/** Gives the bytes of an attached file; null where they are not kept. */
export type LoadAttachment = (block: AttachmentBlock) => Promise<Uint8Array | null>;

/** Reads attached files out of what is about to be saved, and of what is kept. */
export function loadAttachments(
	store: Pick<Store, 'attachment'>,
	conversationId: string,
	changes: readonly Change[],
): LoadAttachment {
	return async ({ sha256 }) => {
		const coming = changes.find((change) => change.type === 'attachment' && change.sha256 === sha256);
		return coming?.type === 'attachment' ? coming.bytes : store.attachment(conversationId, sha256);
	};
}

/**
 * What is sent for a turn: the answered turns before it, and its question.
 *
 * Bedrock wants roles that alternate and refuses blank content (bedrock-facts.md, 3.2). So a turn without an answer is
 * no part of the talk: its question would go out again and again, and one that was refused would spoil every later
 * call. Failures are no messages, nor are vectors. A partial answer is one, because the person sees it and talks on from
 * it; it may end in half a surrogate pair, which services refuse as invalid JSON: what is sent has U+FFFD for it. A model
 * of embeddings is sent nothing but the question, in texts.
 * Rejects with a `StoreError` where the bytes of an attached file are missing.
 */
export async function messagesFor(
	turn: Pick<Turn, 'question'>,
	earlier: readonly Turn[],
	settings: RequestSettings,
	load: LoadAttachment,
): Promise<readonly ChatMessage[]> {
	if (embeds(settings)) return [wellFormed(embeddingQuestion(await asked(turn.question.content, load)))];
	const messages: ChatMessage[] = [];
	for (const { question, answer, exchanges } of earlier) {
		const said = endedByAssistant(answerMessages(answer?.content ?? [], takesThoughts(exchanges, settings)));
		const answered = withPlaceIn(settings, settings.toolsAsText ? toolsAsText(said) : said);
		if (answered.length === 0 || isBlank(question.content)) continue;
		messages.push(await asked(question.content, load), ...answered);
	}
	messages.push(await asked(turn.question.content, load));
	return messages.map(wellFormed);
}

/** Of a body that a person wrote nobody may know what was asked in it; blank text would be refused from then on. */
function isBlank(content: readonly ContentBlock[]): boolean {
	return content.every((block) => block.type === 'text' && block.text.trim() === '');
}

async function asked(content: readonly ContentBlock[], load: LoadAttachment): Promise<ChatMessage> {
	return { role: 'user', content: (await Promise.all(content.map((block) => questionBlock(block, load)))).flat() };
}

async function questionBlock(block: ContentBlock, load: LoadAttachment): Promise<readonly SentBlock[]> {
	if (block.type === 'text') return [{ type: 'text', text: block.text }];
	if (block.type === 'search-result') return [block];
	if (block.type !== 'attachment') return [];
	const { kind, format, name } = block;
	const bytes = await load(block);
	if (bytes === null) throw new StoreError('corrupt', `The attached file ${name} is missing.`);
	return [{ type: 'attachment', kind, format, name, bytes }];
}

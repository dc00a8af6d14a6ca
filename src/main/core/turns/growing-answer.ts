import { appendPart } from '../../../shared/answers/append-part.ts';
import type { AnswerPart, ContentBlock } from '../../../shared/model/content.ts';
import type { Message, Turn } from '../../../shared/model/conversation.ts';
import type { Change } from '../storage/store.ts';

/** The answer of a turn while its parts arrive. */
export interface GrowingAnswer {
	/** The answer so far; null: nothing of it is there. */
	message(): Message | null;
	content(): readonly ContentBlock[];
	/** UTF-16 units of text and thoughts so far, and vectors: it has risen when a call has added something. */
	length(): number;
	/** Adds a part, and saves it; the first one begins the message. */
	append(part: AnswerPart): void;
}

export function growAnswer(options: {
	readonly turn: Pick<Turn, 'id' | 'conversationId' | 'question'>;
	/** What is there before anything arrives. */
	readonly begun: Message | null;
	readonly newId: () => string;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	readonly save: (change: Change) => void;
}): GrowingAnswer {
	const { turn, newId, now, save } = options;
	let answer = options.begun;

	function begin(): Message {
		const message: Message = {
			id: newId(),
			conversationId: turn.conversationId,
			parentId: turn.question.id,
			role: 'assistant',
			content: [],
			createdAt: now(),
		};
		save({ type: 'answer-begun', turnId: turn.id, message });
		return message;
	}

	return {
		message: () => answer,
		content: () => answer?.content ?? [],
		length: () => (answer?.content ?? []).reduce((sum, block) => sum + lengthOf(block), 0),
		append(part) {
			const before = answer ?? begin();
			answer = { ...before, content: [...appendPart(before.content, part)] };
			save({ type: 'answer-part', messageId: before.id, part });
		},
	};
}

function lengthOf(block: ContentBlock): number {
	if (block.type === 'embedding') return 1;
	return block.type === 'text' || block.type === 'reasoning' ? block.text.length : 0;
}

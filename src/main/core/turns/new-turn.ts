import type { ContentBlock } from '../../../shared/model/content.ts';
import type { Message, Turn } from '../../../shared/model/conversation.ts';

/** What is asked, after the last turn's last message. `at`: milliseconds since the epoch. */
export function newQuestion(
	content: readonly ContentBlock[],
	conversationId: string,
	last: Turn | null,
	made: { readonly id: string; readonly at: number },
): Message {
	return {
		id: made.id,
		conversationId,
		parentId: last?.answer?.id ?? last?.question.id ?? null,
		role: 'user',
		content: [...content],
		createdAt: made.at,
	};
}

/** A turn that begins with a question: nothing of an answer is there. */
export function newTurn(question: Message, id: string): Turn {
	return {
		id,
		conversationId: question.conversationId,
		question,
		answer: null,
		state: 'running',
		failure: null,
		exchanges: [],
		startedAt: question.createdAt,
		endedAt: null,
		unsaved: false,
	};
}

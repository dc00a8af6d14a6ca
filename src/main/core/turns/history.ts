import type { Turn } from '../../../shared/model/conversation.ts';
import { textOf } from '../../../shared/model/conversation.ts';
import type { ChatMessage } from '../bedrock/call.ts';

/**
 * What is sent for a turn: the talk before it, and its question.
 *
 * Bedrock wants roles that alternate and refuses blank content (bedrock-facts.md, 3.2). A turn without an answer leaves
 * only its question, so questions in a row become one message of several texts. Failures are no messages and never go
 * to a model; a partial answer does, because the person sees it and talks on from it.
 */
export function messagesFor(turn: Turn, earlier: readonly Turn[]): readonly ChatMessage[] {
	const messages: { role: ChatMessage['role']; texts: string[] }[] = [];
	const add = (role: ChatMessage['role'], text: string) => {
		const last = messages.at(-1);
		if (last?.role === role) last.texts.push(text);
		else messages.push({ role, texts: [text] });
	};
	for (const before of earlier) {
		add('user', textOf(before.question.content));
		const answer = before.answer === null ? '' : textOf(before.answer.content);
		if (answer.trim() !== '') add('assistant', answer);
	}
	add('user', textOf(turn.question.content));
	return messages;
}

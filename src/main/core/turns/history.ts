import { textOf } from '../../../shared/model/content.ts';
import type { Message, Turn } from '../../../shared/model/conversation.ts';
import type { ChatMessage } from '../bedrock/call.ts';
import { textMessage } from '../bedrock/call.ts';

/**
 * What is sent for a turn: the answered turns before it, and its question.
 *
 * Bedrock wants roles that alternate and refuses blank content (bedrock-facts.md, 3.2). So a turn without an answer is
 * no part of the talk: its question would go out again and again, and one that was refused would spoil every later
 * call. Failures are no messages. A partial answer is one, because the person sees it and talks on from it. It may end in
 * half a surrogate pair, which services refuse as invalid JSON: what is sent has U+FFFD for it.
 */
export function messagesFor(turn: Turn, earlier: readonly Turn[]): readonly ChatMessage[] {
	const messages: ChatMessage[] = [];
	for (const { question, answer } of earlier) {
		const text = answer === null ? '' : textOf(answer.content);
		if (text.trim() === '') continue;
		messages.push(said('user', question), textMessage('assistant', text.toWellFormed()));
	}
	messages.push(said('user', turn.question));
	return messages;
}

function said(role: ChatMessage['role'], { content }: Message): ChatMessage {
	return textMessage(role, textOf(content).toWellFormed());
}

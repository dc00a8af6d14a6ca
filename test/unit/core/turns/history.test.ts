import { expect, test } from 'vitest';
import { textMessage } from '../../../../src/main/core/bedrock/call.ts';
import { messagesFor } from '../../../../src/main/core/turns/history.ts';
import type { Message, Turn } from '../../../../src/shared/model/conversation.ts';

function message(role: Message['role'], text: string): Message {
	return { id: text, conversationId: 'c', parentId: null, role, content: [{ type: 'text', text }], createdAt: 0 };
}

function turn(question: string, answer: string | null, state: Turn['state'] = 'complete'): Turn {
	return {
		id: question,
		conversationId: 'c',
		question: message('user', question),
		answer: answer === null ? null : message('assistant', answer),
		state,
		failure: null,
		exchanges: [],
		startedAt: 0,
		endedAt: 0,
		unsaved: false,
	};
}

test('the first turn sends its question', () => {
	expect(messagesFor(turn('やあ', null, 'running'), [])).toEqual([textMessage('user', 'やあ')]);
});

test('answers stand between their questions, a partial one included, its white space untouched', () => {
	expect(messagesFor(turn('c', null), [turn('a', 'A'), turn('b', 'B \n', 'stopped')])).toEqual([
		textMessage('user', 'a'),
		textMessage('assistant', 'A'),
		textMessage('user', 'b'),
		textMessage('assistant', 'B \n'),
		textMessage('user', 'c'),
	]);
});

test('turns without an answer, or with a blank one, are no part of the talk', () => {
	expect(
		messagesFor(turn('d', null), [turn('a', 'A'), turn('b', null, 'failed'), turn('c', ' \n', 'stopped')]),
	).toEqual([textMessage('user', 'a'), textMessage('assistant', 'A'), textMessage('user', 'd')]);
});

test('a turn that is asked again does not send the answer that it is to replace', () => {
	expect(messagesFor(turn('a', 'half an answ', 'incomplete'), [])).toEqual([textMessage('user', 'a')]);
});

test('a text that ends in half a character is sent as valid UTF-16, or every later call would be refused', () => {
	expect(messagesFor(turn('b\ud83d', null), [turn('a\udc38', 'A frog \ud83d', 'interrupted')])).toEqual([
		textMessage('user', 'a\ufffd'),
		textMessage('assistant', 'A frog \ufffd'),
		textMessage('user', 'b\ufffd'),
	]);
});

import { expect, test } from 'vitest';
import { maskTurnEvents } from '../../../../src/main/core/presenter/mask-turn-events.ts';
import { createMasker } from '../../../../src/shared/masking/mask-text.ts';
import { textOf } from '../../../../src/shared/model/content.ts';
import type { Message, Turn } from '../../../../src/shared/model/conversation.ts';
import type { TurnEvent } from '../../../../src/shared/model/turn-event.ts';

function message(role: Message['role'], text: string): Message {
	return { id: role, conversationId: 'c', parentId: null, role, content: [{ type: 'text', text }], createdAt: 0 };
}

function turn(answer: string | null, state: Turn['state'] = 'running'): Turn {
	return {
		id: 't',
		conversationId: 'c',
		question: message('user', 'Of account 111122223333?'),
		answer: answer === null ? null : message('assistant', answer),
		state,
		failure: null,
		exchanges: [],
		startedAt: 0,
		endedAt: null,
		unsaved: false,
	};
}

/** What a window has of the answer after each event. */
async function seen(events: readonly TurnEvent[]): Promise<string[]> {
	async function* given() {
		yield* events;
	}
	let text = '';
	const all: string[] = [];
	const masker = createMasker({ profiles: [], hosts: [], bareNumbers: true });
	for await (const event of maskTurnEvents(given(), masker)) {
		if (event.type === 'text') text += event.text;
		if ('turn' in event) text = textOf(event.turn.answer?.content ?? []);
		if ('turn' in event) expect(textOf(event.turn.question.content)).toBe('Of account •••••••••••1?');
		all.push(text);
	}
	return all;
}

function texts(...parts: string[]): TurnEvent[] {
	return parts.map((text, at) => ({ seq: at + 1, type: 'text', text }));
}

test('the last word waits until it is whole: no half of a value is ever seen', async () => {
	const whole = 'In 111122223333, as arn:aws:iam::111122223333:role/Deployer says. 岩石。';
	const steps = await seen([
		{ seq: 0, type: 'snapshot', turn: turn(null) },
		...texts(...(whole.match(/.{1,4}/g) ?? [])),
		{ seq: 99, type: 'ended', turn: turn(whole, 'complete') },
	]);
	expect(steps.at(-1)).toBe('In •••••••••••1, as arn:aws:iam::•••••••••••1:role/••••1 says. 岩石。');
	for (const step of steps) expect(steps.at(-1)?.startsWith(step)).toBe(true);
	expect(steps).toContain('In ');
	expect(steps).toContain('In •••••••••••1, as ');
});

test('a watcher that comes later gets as much, and Japanese does not wait', async () => {
	const steps = await seen([
		{ seq: 5, type: 'snapshot', turn: turn('アカウントは1111') },
		...texts('22223333です', '。岩'),
	]);
	expect(steps).toEqual(['アカウントは', 'アカウントは•••••••••••1です', 'アカウントは•••••••••••1です。岩']);
});

test('what tells that a word is private may stand long before it', async () => {
	const lead = `${'岩石 '.repeat(2000)}aws --profile `;
	const steps = await seen([
		{ seq: 0, type: 'snapshot', turn: turn(lead) },
		...texts('quarry', '-data and ', 'quarry-data again '),
	]);
	expect(steps.at(-1)?.slice(lead.length)).toBe('••••1 and ••••1 again ');
});

test('a word that never ends does not wait for ever', async () => {
	const steps = await seen([{ seq: 0, type: 'snapshot', turn: turn(null) }, ...texts('x'.repeat(299), 'x', 'y ')]);
	expect(steps.map(({ length }) => length)).toEqual([0, 300, 302]);
});

import { expect, test } from 'vitest';
import { maskTurnEvents } from '../../../../src/main/core/presenter/mask-turn-events.ts';
import { applyTurnEvent } from '../../../../src/renderer/state/turn-events.ts';
import { createMasker } from '../../../../src/shared/masking/mask-text.ts';
import type { AnswerPart, ContentBlock } from '../../../../src/shared/model/content.ts';
import { textOf } from '../../../../src/shared/model/content.ts';
import type { Message, Turn } from '../../../../src/shared/model/conversation.ts';
import type { TurnEvent } from '../../../../src/shared/model/turn-event.ts';
import { sampleTurn } from '../../../helpers/samples.ts';

function message(role: Message['role'], text: string): Message {
	return { id: role, conversationId: 'c', parentId: null, role, content: [{ type: 'text', text }], createdAt: 0 };
}

function turn(answer: string | null, state: Turn['state'] = 'running'): Turn {
	return sampleTurn({
		question: message('user', 'Of account 111122223333?'),
		answer: answer === null ? null : message('assistant', answer),
		state,
	});
}

/** What a window has of the answer after each event. */
async function seen(events: readonly TurnEvent[], profiles: readonly string[] = []): Promise<string[]> {
	async function* given() {
		yield* events;
	}
	let text = '';
	const all: string[] = [];
	const masker = createMasker({ profiles, hosts: [], bareNumbers: true });
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

test('a known name waits until it is whole, also one of Japanese words or of several', async () => {
	const names = ['株式会社岩石', 'Mariko Sato'];
	const steps = await seen(
		[
			{ seq: 0, type: 'snapshot', turn: turn('私は株式') },
			...texts(
				'会社',
				'岩石の',
				'者。株価は',
				' Mariko ',
				'Sa',
				'to and ',
				'Mariko ',
				'alone ',
				'"Mar',
				'iko Sato',
				'-san, ',
			),
		],
		names,
	);
	expect(steps).toEqual([
		'私は',
		'私は••••1の',
		'私は••••1の者。株価は',
		'私は••••1の者。株価は ',
		'私は••••1の者。株価は ••••2 and ',
		'私は••••1の者。株価は ••••2 and Mariko alone ',
		'私は••••1の者。株価は ••••2 and Mariko alone "',
		'私は••••1の者。株価は ••••2 and Mariko alone "••••2-san, ',
	]);
});

test('a word that never ends does not wait for ever', async () => {
	const steps = await seen([{ seq: 0, type: 'snapshot', turn: turn(null) }, ...texts('x'.repeat(299), 'x', 'y ')]);
	expect(steps.map(({ length }) => length)).toEqual([0, 300, 302]);
});

/** What a window has of the answer's blocks after each event. */
async function blocksSeen(events: readonly TurnEvent[]): Promise<(readonly ContentBlock[])[]> {
	async function* given() {
		yield* events;
	}
	let held = turn(null);
	const all: (readonly ContentBlock[])[] = [];
	const masker = createMasker({ profiles: [], hosts: [], bareNumbers: true });
	for await (const event of maskTurnEvents(given(), masker)) {
		held = applyTurnEvent(held, event);
		all.push(held.answer?.content ?? []);
	}
	return all;
}

function parts(...all: readonly (string | AnswerPart)[]): TurnEvent[] {
	return all.map((part, at) =>
		typeof part === 'string' ? { seq: at + 1, type: 'text', text: part } : { seq: at + 1, type: 'part', part },
	);
}

test('thoughts and the input of tools stream with whole words only, and all of a block is told before the next', async () => {
	const citation = { title: '111122223333', source: null, quote: null, location: null };
	const result = {
		type: 'tool-result',
		toolUseId: '1',
		status: 'success',
		format: 'text',
		text: '111122223333',
		by: 'person',
	} as const;
	const steps = await blocksSeen([
		{ seq: 0, type: 'snapshot', turn: turn(null) },
		...parts(
			{ type: 'reasoning', text: 'So 1111' },
			{ type: 'reasoning', text: '22223333' },
			{ type: 'signature', signature: 's' },
			'Of 11112222',
			'3333',
			{ type: 'citation', citation },
			'and',
			{ type: 'tool-use', id: '1', name: 'look' },
			{ type: 'tool-input', json: '{"account":"111122' },
			{ type: 'tool-input', json: '223333","n' },
			{ type: 'tool-input', json: '":1}' },
			result,
			'End',
		),
	]);
	expect(steps.at(-1)).toEqual([
		{ type: 'reasoning', text: 'So •••••••••••1', signature: 's', redacted: null },
		{ type: 'text', text: 'Of •••••••••••1', citations: [{ ...citation, title: '•••••••••••1' }] },
		{ type: 'text', text: 'and' },
		{ type: 'tool-use', id: '1', name: 'look', input: '{"account":"•••••••••••1","n":1}' },
		{ ...result, text: '•••••••••••1' },
	]);
	const told = JSON.stringify(steps);
	expect(told).not.toMatch(/1111|2222|3333/);
	expect(steps).toContainEqual([{ type: 'reasoning', text: 'So ', signature: null, redacted: null }]);
	expect(told).toContain(JSON.stringify('{"account":"•••••••••••1","'));
});

test('a text of which the end is cited is told once, and cut where its mask is', async () => {
	const citation = { title: 'Rocks', source: null, quote: null, location: null };
	const cited = 'as arn:aws:iam::111122223333:role/Deployer ';
	const steps = await blocksSeen([
		{ seq: 0, type: 'snapshot', turn: turn(null) },
		...parts(
			'Of ',
			cited,
			{ type: 'citation', citation, length: cited.length },
			'says ',
			{
				type: 'citation',
				citation,
				length: 3,
			},
			'it.',
			{ type: 'tool-use', id: '1', name: 'look' },
		),
	]);
	expect(steps.at(-1)).toEqual([
		{ type: 'text', text: 'Of ' },
		{ type: 'text', text: 'as arn:aws:iam::•••••••••••1:role/••••1 ', citations: [citation] },
		{ type: 'text', text: 'sa' },
		{ type: 'text', text: 'ys ', citations: [citation] },
		{ type: 'text', text: 'it.' },
		{ type: 'tool-use', id: '1', name: 'look', input: '' },
	]);
});

test('a watcher that comes in the middle of an input gets its whole words, and the rest as it comes', async () => {
	const running = turn('Look:');
	const use = { type: 'tool-use', id: '1', name: 'look', input: '{"account":"11112222' } as const;
	const answer = { ...message('assistant', 'Look: '), content: [{ type: 'text', text: '111122223333' } as const, use] };
	const steps = await blocksSeen([
		{ seq: 5, type: 'snapshot', turn: { ...running, answer } },
		...parts({ type: 'tool-input', json: '3333"' }, { type: 'tool-input', json: '}' }),
	]);
	const text = { type: 'text', text: '•••••••••••1' };
	expect(steps).toEqual([
		[text, { ...use, input: '{"account":"' }],
		[text, { ...use, input: '{"account":"•••••••••••1"' }],
		[text, { ...use, input: '{"account":"•••••••••••1"}' }],
	]);
});

import { expect, test } from 'vitest';
import { createEditedBodies } from '../../../../src/main/core/turns/edited-bodies.ts';
import type { EditedBody } from '../../../../src/shared/model/body-preview.ts';
import { LONGEST_BODY } from '../../../../src/shared/model/body-preview.ts';
import type { Turn } from '../../../../src/shared/model/conversation.ts';
import { attempt, exchange, openTestStore, question, withConversation } from '../storage/samples.ts';
import { begin, hub, isStarted, toEnd } from './hub.ts';

const refused = {
	state: 'failed',
	failure: { code: 'no-credentials', type: 'E', message: 'None', status: null, requestId: null, systemCode: null },
} as const;

function written(text: string): EditedBody {
	return { text, operation: 'Converse', modelId: 'anthropic.claude-3-haiku-20240307-v1:0', beside: null };
}

/** A turn whose only call was made with a body that a person wrote. */
function turnWith(id: string): Turn {
	return {
		id,
		conversationId: 'c1',
		question: question('c1', 'm1', 'Hi'),
		answer: null,
		state: 'failed',
		failure: null,
		exchanges: [exchange(id, 'e1', { edited: true })],
		startedAt: 0,
		endedAt: 0,
		unsaved: false,
	};
}

test('a body that never went out is sent when asked again, whatever else was asked meanwhile', async () => {
	const app = await hub();
	const other = await app.conversations.create({});
	const started = await app.turns.start(app.id, 'Hi', written('{"mine": 1}'));
	if (!isStarted(started)) throw new Error('Not started');
	app.calls[0]?.end(refused);
	await toEnd(app.turns, started.turn.id);
	const elsewhere = await begin(app.turns, other.id, 'Hello');
	app.calls[1]?.end();
	await toEnd(app.turns, elsewhere.id);
	expect(isStarted(await app.turns.retry(started.turn.id))).toBe(true);
	expect(new TextDecoder().decode(app.calls[2]?.call.body ?? new Uint8Array())).toBe('{"mine": 1}');
	app.calls[2]?.end();
});

test('as many bodies are kept as one may be long, the newest ones', async () => {
	const bodies = createEditedBodies(openTestStore());
	const half = written('x'.repeat(LONGEST_BODY / 2));
	for (const id of ['a', 'b', 'c']) bodies.keep(id, half);
	expect(await Promise.all(['a', 'b', 'c'].map((id) => bodies.of(turnWith(id))))).toEqual(['lost', half, half]);
	bodies.keep('b', null);
	expect(await Promise.all(['b', 'c'].map((id) => bodies.of(turnWith(id))))).toEqual(['lost', half]);
});

test('what was captured of a body is the whole of it, with a byte order mark at its beginning', async () => {
	const store = await withConversation(openTestStore());
	const bytes = new TextEncoder().encode('\ufeff{"messages":[]}');
	const turn = turnWith('t1');
	await store.save([
		{ type: 'turn-begun', turnId: 't1', question: turn.question, title: '', at: 0 },
		{ type: 'exchange', exchange: exchange('t1', 'e1', { edited: true }) },
		{ type: 'attempt', attempt: attempt('e1', 'a1', bytes), requestBody: bytes },
	]);
	expect(await createEditedBodies(store).of(turn)).toMatchObject({ text: '\ufeff{"messages":[]}' });
});

test('the talk before is not read for a body that has it, or has not: a file of it may be missing', async () => {
	const app = await hub((store) => ({
		attachment: async () => null,
		save: (changes) => store.save(changes),
	}));
	const file = { name: 'a.png', kind: 'image', format: 'png', base64: 'iVBORw0=' } as const;
	const first = await app.turns.start(app.id, 'Look', null, [file]);
	if (!isStarted(first)) throw new Error('Not started');
	app.calls[0]?.sink.text('A stone.');
	app.calls[0]?.end();
	await toEnd(app.turns, first.turn.id);
	await expect(app.turns.start(app.id, 'Again')).rejects.toThrow('The attached file a.png is missing.');
	const second = await app.turns.start(app.id, 'Again', written('{}'));
	if (!isStarted(second)) throw new Error('Not started');
	app.calls[1]?.end(refused);
	await toEnd(app.turns, second.turn.id);
	expect(isStarted(await app.turns.retry(second.turn.id))).toBe(true);
	app.calls[2]?.end();
});

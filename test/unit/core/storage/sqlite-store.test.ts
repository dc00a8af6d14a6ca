import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../../../src/main/core/storage/open-store.ts';
import {
	attempt,
	bytesOf,
	emptyAnswer,
	exchange,
	failure,
	HARD_TEXT,
	openTestStore,
	question,
	settings,
	streaming,
	withConversation,
} from './samples.ts';

describe('conversations', () => {
	test('come back as they were made, whatever their text', async () => {
		const store = openTestStore();
		await store.createConversation({ id: 'c1', title: HARD_TEXT, settings, at: 500.5 });
		expect(await store.conversation('c1')).toStrictEqual({
			id: 'c1',
			title: HARD_TEXT,
			settings,
			createdAt: 500.5,
			updatedAt: 500.5,
			turns: [],
		});
		expect(await store.listConversations()).toStrictEqual([
			{
				id: 'c1',
				title: HARD_TEXT,
				modelId: settings.modelId,
				operation: settings.operation,
				createdAt: 500.5,
				updatedAt: 500.5,
			},
		]);
	});

	test('are listed by their last turn, then the newest made first', async () => {
		const store = openTestStore();
		for (const id of ['old', 'same-1', 'same-2']) await withConversation(store, id, id === 'old' ? 1 : 2);
		const ids = async () => (await store.listConversations()).map((one) => one.id);
		expect(await ids()).toEqual(['same-2', 'same-1', 'old']);
		await store.save([{ type: 'turn-begun', turnId: 't', question: question('old', 'm', 'Hi'), title: '', at: 3 }]);
		expect(await ids()).toEqual(['old', 'same-2', 'same-1']);
	});

	test('are renamed and set up without moving in the list', async () => {
		const store = await withConversation(openTestStore());
		await store.setTitle('c1', 'New');
		await store.changeSettings('c1', { modelId: 'amazon.nova-pro-v1:0', operation: 'Converse', topP: undefined });
		const summary = {
			id: 'c1',
			title: 'New',
			modelId: 'amazon.nova-pro-v1:0',
			operation: 'Converse',
			createdAt: 500,
			updatedAt: 500,
		};
		expect(await store.listConversations()).toStrictEqual([summary]);
		expect(await store.conversationSummary('c1')).toStrictEqual(summary);
		expect((await store.conversation('c1'))?.settings).toStrictEqual({
			...settings,
			modelId: 'amazon.nova-pro-v1:0',
			operation: 'Converse',
		});
	});

	test('are hidden when deleted and come back when restored', async () => {
		const store = await withConversation(openTestStore());
		await store.save([{ type: 'turn-begun', turnId: 't1', question: question('c1', 'm1', 'Hi'), title: '', at: 600 }]);
		expect(await store.deleteConversation('c1', 700)).toBe(true);
		expect(await store.listConversations()).toEqual([]);
		expect(await store.conversation('c1')).toBeNull();
		expect(await store.conversationSummary('c1')).toBeNull();
		const changes = [store.setTitle('c1', 'x'), store.changeSettings('c1', {}), store.deleteConversation('c1', 800)];
		expect(await Promise.all(changes)).toEqual([false, false, false]);
		expect(await store.restoreConversation('c1')).toBe(true);
		expect((await store.conversation('c1'))?.turns.map((turn) => turn.id)).toEqual(['t1']);
	});

	test('that are unknown are null, and changing them changes nothing', async () => {
		const store = openTestStore();
		expect(await store.conversation('none')).toBeNull();
		expect(await store.conversationSummary('none')).toBeNull();
		expect(await store.setTitle('none', 'x')).toBe(false);
		expect(await store.restoreConversation('none')).toBe(false);
		expect(await store.listConversations()).toEqual([]);
	});

	test('of one id are made only once', async () => {
		const store = await withConversation(openTestStore());
		await expect(withConversation(store)).rejects.toMatchObject({ name: 'StoreError', code: 'refused' });
	});
});

describe('a turn', () => {
	test('is there with its question as soon as it has begun', async () => {
		const store = await withConversation(openTestStore());
		const asked = question('c1', 'm1', HARD_TEXT);
		await store.save([{ type: 'turn-begun', turnId: 't1', question: asked, title: '', at: 1000 }]);
		expect(await store.turn('t1')).toStrictEqual({
			id: 't1',
			conversationId: 'c1',
			question: asked,
			answer: null,
			state: 'running',
			failure: null,
			exchanges: [],
			startedAt: 1000,
			endedAt: null,
			unsaved: false,
		});
		expect((await store.conversation('c1'))?.updatedAt).toBe(1000);
		expect(await store.turn('none')).toBeNull();
	});

	test('shows the text that has arrived, cut anywhere, before and after its end', async () => {
		const store = await withConversation(openTestStore());
		const parts = ['a\ud83d', '\ude00b', '\0', '\udc00', ' 日本'];
		await store.save(streaming(bytesOf(3), bytesOf(5), parts));
		const text = async () => (await store.turn('t1'))?.answer?.content;
		expect(await text()).toStrictEqual([{ type: 'text', text: 'a😀b\0\udc00 日本' }]);
		await store.save([{ type: 'turn', turn: { id: 't1', state: 'stopped', failure: null, endedAt: 2000 } }]);
		expect(await text()).toStrictEqual([{ type: 'text', text: 'a😀b\0\udc00 日本' }]);
		await store.save([{ type: 'answer-part', messageId: 'm2', part: { type: 'text', text: ' late' } }]);
		expect(await text()).toStrictEqual([{ type: 'text', text: 'a😀b\0\udc00 日本 late' }]);
	});

	test('keeps its state, failure and end', async () => {
		const store = await withConversation(openTestStore());
		await store.save([
			...streaming(bytesOf(3), bytesOf(5), []),
			{ type: 'turn', turn: { id: 't1', state: 'incomplete', failure, endedAt: 2000.25 } },
		]);
		expect(await store.turn('t1')).toMatchObject({ state: 'incomplete', failure, endedAt: 2000.25 });
	});

	test('can be answered again: the first answer stays in the tree, the turn has the second', async () => {
		const store = await withConversation(openTestStore());
		await store.save(streaming(bytesOf(3), bytesOf(5), ['first']));
		await store.save([{ type: 'answer-cleared', turnId: 't1' }]);
		expect((await store.turn('t1'))?.answer).toBeNull();
		await store.save([
			{ type: 'answer-begun', turnId: 't1', message: emptyAnswer(question('c1', 'm1', ''), 'm3') },
			{ type: 'answer-part', messageId: 'm3', part: { type: 'text', text: 'second' } },
			{ type: 'exchange', exchange: exchange('t1', 'e2', { index: 2 }) },
		]);
		const turn = await store.turn('t1');
		expect(turn?.answer).toMatchObject({ id: 'm3', content: [{ type: 'text', text: 'second' }] });
		expect(turn?.exchanges.map((one) => one.id)).toEqual(['e1', 'e2']);
		// A later turn may hang on the first answer: it is still there.
		await store.save([
			{ type: 'turn-begun', turnId: 't2', question: question('c1', 'm4', 'And?', 'm2'), title: '', at: 3000 },
		]);
		expect((await store.conversation('c1'))?.turns.map((one) => one.question.parentId)).toEqual([null, 'm2']);
	});

	test('begins anew under the same id', async () => {
		const store = await withConversation(openTestStore());
		await store.save([
			...streaming(bytesOf(3), bytesOf(5), ['first']),
			{ type: 'turn', turn: { id: 't1', state: 'failed', failure, endedAt: 2 } },
			{ type: 'turn-begun', turnId: 't1', question: question('c1', 'm1', 'Why not?'), title: '', at: 3 },
		]);
		expect(await store.turn('t1')).toMatchObject({
			question: { content: [{ type: 'text', text: 'Why not?' }] },
			answer: null,
			state: 'running',
			failure: null,
			startedAt: 3,
			endedAt: null,
		});
	});

	test('comes in the order in which it was begun, whatever the clock said', async () => {
		const store = await withConversation(openTestStore());
		for (const [index, at] of [300, 100, 200].entries()) {
			await store.save([
				{ type: 'turn-begun', turnId: `t${index}`, question: question('c1', `m${index}`, 'Hi'), title: '', at },
			]);
		}
		expect((await store.conversation('c1'))?.turns.map((turn) => turn.id)).toEqual(['t0', 't1', 't2']);
	});
});

describe('a save', () => {
	test('applies all of its changes or none', async () => {
		const store = await withConversation(openTestStore());
		const saving = store.save([
			{ type: 'turn-begun', turnId: 't1', question: question('c1', 'm1', 'Hi'), title: '', at: 1000 },
			{ type: 'answer-part', messageId: 'none', part: { type: 'text', text: 'x' } },
		]);
		await expect(saving).rejects.toMatchObject({ code: 'refused', message: 'FOREIGN KEY constraint failed' });
		expect(await store.turn('t1')).toBeNull();
		expect((await store.conversation('c1'))?.updatedAt).toBe(500);
		await store.save([{ type: 'turn-begun', turnId: 't1', question: question('c1', 'm1', 'Hi'), title: '', at: 1000 }]);
		expect((await store.turn('t1'))?.id).toBe('t1');
	});

	test.each([
		{ type: 'turn', turn: { id: 'none', state: 'complete', failure: null, endedAt: 1 } },
		{ type: 'answer-cleared', turnId: 'none' },
		{ type: 'answer-begun', turnId: 'none', message: emptyAnswer(question('c1', 'm0', ''), 'm1') },
		{ type: 'exchange', exchange: exchange('none', 'e1') },
		{ type: 'attempt', attempt: attempt('none', 'a1', bytesOf(1)), requestBody: null },
		{ type: 'response-bytes', attemptId: 'none', bytes: bytesOf(1), arrivals: [] },
	] as const)('refuses a $type that hangs on nothing', async (change) => {
		const store = await withConversation(openTestStore());
		await expect(store.save([change])).rejects.toMatchObject({ name: 'StoreError', code: 'refused' });
	});
});

test('a closed store closes again, and answers with an error of its own', async () => {
	const store = openMemoryStore();
	await store.close();
	await store.close();
	await expect(store.setTitle('c1', 'x')).rejects.toMatchObject({ name: 'StoreError', code: 'refused' });
	await expect(store.listConversations()).rejects.toMatchObject({ name: 'StoreError' });
});

import { expect, test } from 'vitest';
import { createComparisons } from '../../../../src/main/core/comparisons/comparisons.ts';
import { createConversations } from '../../../../src/main/core/conversations/conversations.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { openTestStore } from '../storage/samples.ts';

/** `fails`: from which conversation on the disk is full. */
function parts(fails = Number.POSITIVE_INFINITY) {
	let ids = 0;
	const newId = () => `id${++ids}`;
	const store = openTestStore();
	const conversations = createConversations({
		store: {
			...store,
			createConversation: (created) =>
				(created.comparison?.position ?? 0) < fails
					? store.createConversation(created)
					: Promise.reject(new Error('The disk is full')),
		},
		turns: { live: () => null, liveIn: () => new Map(), whileStopped: (_id, work) => work() },
		clock: { now: () => 1000, monotonic: () => 0 },
		newId,
		defaults: () => defaultRequestSettings,
		changed: () => {},
	});
	return { conversations, comparisons: createComparisons({ conversations, newId }) };
}

const columns = [{ modelId: 'one' }, { modelId: 'two', operation: 'Converse' as const }, { modelId: 'three' }];

test('a comparison is conversations with an id in common, each in its place', async () => {
	const { comparisons, conversations } = parts();
	const made = await comparisons.create(columns);
	expect(made.map(({ settings }) => settings)).toEqual(
		columns.map((settings) => ({ ...defaultRequestSettings, ...settings })),
	);
	const [{ comparison } = {}] = made;
	expect(made.map((one) => one.comparison)).toEqual([0, 1, 2].map((position) => ({ id: comparison?.id, position })));
	const listed = await conversations.list();
	expect(new Map(listed.map(({ id, comparison: place }) => [id, place]))).toEqual(
		new Map(made.map(({ id, comparison: place }) => [id, place])),
	);
});

test('where one column can’t be saved, there is none', async () => {
	const { comparisons, conversations } = parts(2);
	await expect(comparisons.create(columns)).rejects.toThrow('The disk is full');
	expect(await conversations.list()).toEqual([]);
});

test('renaming, removing and restoring are done to all of its columns and to nothing else', async () => {
	const { comparisons, conversations } = parts();
	const other = await conversations.create({ modelId: 'alone' });
	const [first, second, third] = await comparisons.create(columns);
	const id = first?.comparison?.id ?? '';
	expect(await comparisons.rename(id, 'カエル')).toBe(true);
	const titles = async () => new Map((await conversations.list()).map((one) => [one.id, one.title]));
	const all = new Map([
		[other.id, ''],
		[first?.id, 'カエル'],
		[second?.id, 'カエル'],
		[third?.id, 'カエル'],
	]);
	expect(await titles()).toEqual(all);

	// A column that was taken out by itself does not come back with the others.
	await conversations.remove(second?.id ?? '');
	expect(await comparisons.remove(id)).toBe(true);
	expect(await titles()).toEqual(new Map([[other.id, '']]));
	expect(await comparisons.restore(id)).toBe(true);
	all.delete(second?.id);
	expect(await titles()).toEqual(all);
	expect(await comparisons.restore(id)).toBe(false);
});

test('a comparison that is not there can’t be changed', async () => {
	const { comparisons } = parts();
	expect(
		await Promise.all([comparisons.rename('none', 'x'), comparisons.remove('none'), comparisons.restore('none')]),
	).toEqual([false, false, false]);
});

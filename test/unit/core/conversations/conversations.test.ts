import { expect, test } from 'vitest';
import { createConversations } from '../../../../src/main/core/conversations/conversations.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { openTestStore } from '../storage/samples.ts';

function conversations() {
	const changed: string[] = [];
	let ids = 0;
	const parts = createConversations({
		store: openTestStore(),
		turns: { live: () => null, liveIn: () => new Map(), whileStopped: (_id, work) => work() },
		clock: { now: () => 1000, monotonic: () => 0 },
		newId: () => `c${++ids}`,
		defaults: () => defaultRequestSettings,
		changed: (id) => changed.push(id),
	});
	return { ...parts, changed };
}

test('two changes of settings at once are both kept', async () => {
	const { create, get, updateSettings } = conversations();
	const { id } = await create({});
	await Promise.all([updateSettings(id, { temperature: 0.5 }), updateSettings(id, { topP: 0.9 })]);
	expect((await get(id))?.settings).toEqual({ ...defaultRequestSettings, temperature: 0.5, topP: 0.9 });
});

test('what is not there can’t be changed, and nobody is told that it was', async () => {
	const { rename, remove, restore, updateSettings, changed } = conversations();
	const answers = [rename('none', 'x'), restore('none'), updateSettings('none', { topP: 1 }), remove('none')];
	expect(await Promise.all(answers)).toEqual([null, null, null, false]);
	expect(changed).toEqual([]);
});

import { afterEach, expect, test } from 'vitest';
import { startPractice } from '../../../../src/main/practice/practice-server.ts';
import { appStore } from '../../../../src/renderer/state/app-store.ts';
import type { Client } from '../../../../src/renderer/state/client.ts';
import { setClient } from '../../../../src/renderer/state/client.ts';
import { forget, hold, readAgain, readList } from '../../../../src/renderer/state/conversations.ts';
import { inOrder } from '../../../../src/renderer/state/in-order.ts';
import { followModels, modelsChanged } from '../../../../src/renderer/state/models.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { openTestApp, temporaryFolder } from '../../../helpers/test-app.ts';

const empty = appStore.getState();
afterEach(() => appStore.setState(empty, true));

test('an answer counts until one that was asked for later has come', () => {
	const ask = inOrder();
	const [first, second, third] = [ask(), ask(), ask()];
	expect(second()).toBe(true);
	expect(first()).toBe(false);
	expect(third()).toBe(true);
	expect(second()).toBe(false);
});

/** Answers each question at once, but gives the first answer only when it is released. */
function firstHeld<Input, Output>(ask: (input: Input) => Promise<Output>) {
	const { promise: released, resolve: release } = Promise.withResolvers<void>();
	let first: Promise<Output> | null = null;
	const late = async (input: Input) => {
		const answer = await ask(input);
		await released;
		return answer;
	};
	const held = (input: Input) => {
		if (first !== null) return ask(input);
		first = late(input);
		return first;
	};
	return { held, release, first: () => first };
}

test('a list that was read before does not undo one that was read later, nor do models', async () => {
	await using folder = await temporaryFolder();
	const practice = await startPractice();
	const app = await openTestApp(folder.path, practice);
	const lists = firstHeld(() => app.client.conversations.list());
	const listings = firstHeld((from: Parameters<Client['models']['list']>[0]) => app.client.models.list(from));
	setClient({
		...app.client,
		conversations: { ...app.client.conversations, list: lists.held },
		models: { ...app.client.models, list: listings.held },
	});
	const older = readList();
	await app.client.conversations.create({ settings: defaultRequestSettings });
	await readList();
	expect(appStore.getState().list).toHaveLength(1);
	lists.release();
	await older;
	expect(appStore.getState().list).toHaveLength(1);

	const shown: unknown[] = [];
	const later = Promise.withResolvers<void>();
	const leave = followModels({ connection: 'practice', region: null, fips: null, dualStack: null }, ({ models }) => {
		shown.push(models);
		later.resolve();
	});
	modelsChanged();
	await later.promise;
	listings.release();
	await listings.first();
	expect(shown).toHaveLength(1);
	leave();
	await app.close();
	await practice.close();
});

test('a conversation that is let go of while it is read stays away', async () => {
	await using folder = await temporaryFolder();
	const practice = await startPractice();
	const app = await openTestApp(folder.path, practice);
	const made = await app.client.conversations.create({ settings: defaultRequestSettings });
	const { held: get, release } = firstHeld((input: { id: string }) => app.client.conversations.get(input));
	setClient({ ...app.client, conversations: { ...app.client.conversations, get } });
	hold(made);
	const read = readAgain(made.id);
	forget(made.id);
	release();
	await read;
	expect(appStore.getState().loaded).toEqual({});
	// One that comes back is read again.
	await readAgain(made.id);
	expect(Object.keys(appStore.getState().loaded)).toEqual([made.id]);
	await app.close();
	await practice.close();
});

import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { PracticeServer } from '../../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../../src/main/practice/practice-server.ts';
import { sendToAll } from '../../../../src/renderer/comparison/ask-columns.ts';
import { appStore, NEW } from '../../../../src/renderer/state/app-store.ts';
import { setClient } from '../../../../src/renderer/state/client.ts';
import { startComparison } from '../../../../src/renderer/state/comparisons.ts';
import { openById, setDraft } from '../../../../src/renderer/state/conversations.ts';
import { send } from '../../../../src/renderer/state/turns.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { stubBareWindow } from '../../../helpers/bare-window.ts';
import type { TestApp } from '../../../helpers/test-app.ts';
import { openTestApp, temporaryFolder } from '../../../helpers/test-app.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let practice: PracticeServer;
let app: TestApp;
const empty = appStore.getState();
beforeAll(async () => {
	stubBareWindow();
	[folder, practice] = await Promise.all([temporaryFolder(), startPractice()]);
	app = await openTestApp(folder.path, practice);
});
afterEach(() => {
	appStore.setState(empty, true);
});
afterAll(async () => {
	await app.close();
	await Promise.all([practice.close(), folder[Symbol.asyncDispose]()]);
	vi.unstubAllGlobals();
});

/** Another conversation, open from the moment in which something new is saved: `made` has been answered. */
async function goElsewhereOnceMade(): Promise<{ readonly elsewhere: string }> {
	const { id } = await app.client.conversations.create({ settings: defaultRequestSettings });
	const { turns, conversations, comparisons } = app.client;
	const { get, list, updateSettings } = conversations;
	const create: typeof conversations.create = async (input) => {
		const made = await conversations.create(input);
		await openById(id);
		return made;
	};
	const createAll: typeof comparisons.create = async (input) => {
		const made = await comparisons.create(input);
		await openById(id);
		return made;
	};
	setClient({
		...app.client,
		turns,
		conversations: { ...conversations, get, list, updateSettings, create },
		comparisons: { ...comparisons, create: createAll },
	});
	return { elsewhere: id };
}

const questions = async () =>
	Object.fromEntries(
		await Promise.all(
			(await app.client.conversations.list()).map(async ({ id }) => {
				const { turns } = await app.client.conversations.get({ id });
				return [id, turns.flatMap(({ question }) => question.content)] as const;
			}),
		),
	);

test('a message to a comparison that is being saved goes to its columns, and who has gone elsewhere stays there', async () => {
	setClient(app.client);
	startComparison([defaultRequestSettings, defaultRequestSettings]);
	setDraft(null, 'Hello');
	const { elsewhere } = await goElsewhereOnceMade();
	await sendToAll('Hello');
	await vi.waitFor(() => expect(appStore.getState().running).toEqual({}));
	const { openId, drafts } = appStore.getState();
	expect(openId).toBe(elsewhere);
	expect(Object.values(drafts).filter((text) => text !== '')).toEqual([]);
	const { [elsewhere]: other, ...asked } = await questions();
	expect(other).toEqual([]);
	expect(Object.values(asked)).toEqual([
		[expect.objectContaining({ text: 'Hello' })],
		[expect.objectContaining({ text: 'Hello' })],
	]);
});

test('a message to a conversation that is being saved goes to it, and who has gone elsewhere stays there', async () => {
	setDraft(null, 'Good morning');
	const { elsewhere } = await goElsewhereOnceMade();
	await send('Good morning');
	await vi.waitFor(() => expect(appStore.getState().running).toEqual({}));
	const { openId, drafts } = appStore.getState();
	expect(openId).toBe(elsewhere);
	expect(drafts[NEW]).toBe('');
	const asked = await questions();
	expect(asked[elsewhere]).toEqual([]);
	expect(Object.values(asked).flat()).toContainEqual(expect.objectContaining({ text: 'Good morning' }));
});

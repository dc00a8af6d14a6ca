import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { PracticeServer } from '../../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../../src/main/practice/practice-server.ts';
import { appStore } from '../../../../src/renderer/state/app-store.ts';
import type { Client } from '../../../../src/renderer/state/client.ts';
import { setClient } from '../../../../src/renderer/state/client.ts';
import {
	changeSettings,
	openById,
	openConversation,
	openSettings,
	settingsSaved,
} from '../../../../src/renderer/state/conversations.ts';
import { onProblem } from '../../../../src/renderer/state/errors.ts';
import { retry, send } from '../../../../src/renderer/state/turns.ts';
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

/** What the window says to main, where reading a conversation for the first time takes until `release`. */
function slowToRead(): { readonly client: Client; readonly release: () => void } {
	const { promise: released, resolve: release } = Promise.withResolvers<void>();
	let first = true;
	const get: Client['conversations']['get'] = async (input) => {
		const read = await app.client.conversations.get(input);
		if (first) {
			first = false;
			await released;
		}
		return read;
	};
	const { create, list, updateSettings } = app.client.conversations;
	const conversations = { ...app.client.conversations, create, list, updateSettings, get };
	return { client: { ...app.client, turns: app.client.turns, conversations }, release };
}

test('a setting that is changed before its conversation is read becomes that conversation’s', async () => {
	const { id } = await app.client.conversations.create({ settings: defaultRequestSettings });
	const { client, release } = slowToRead();
	setClient(client);
	const opened = openById(id);
	void changeSettings({ maxTokens: 77 });
	release();
	await opened;
	await settingsSaved();
	expect(openSettings(appStore.getState()).maxTokens).toBe(77);
	expect((await app.client.conversations.get({ id })).settings).toEqual({ ...defaultRequestSettings, maxTokens: 77 });
	expect(appStore.getState().fresh).toEqual(empty.fresh);
});

test('a turn that begins before its conversation is read is shown to its end', async () => {
	const { id } = await app.client.conversations.create({ settings: defaultRequestSettings });
	const { client, release } = slowToRead();
	setClient(client);
	const opened = openById(id);
	await send('Hello');
	release();
	await opened;
	await vi.waitFor(() => expect(openConversation(appStore.getState())?.turns.at(-1)?.state).toBe('complete'));
	const [kept] = (await app.client.conversations.get({ id })).turns;
	expect(openConversation(appStore.getState())?.turns).toEqual([kept]);
	expect(appStore.getState().selection).toEqual({ turnId: kept?.id, exchangeId: null });
});

test('what is pressed twice is asked once', async () => {
	setClient(app.client);
	const problems: string[] = [];
	const leave = onProblem(({ code }) => problems.push(code));
	const before = (await app.client.conversations.list()).length;
	await Promise.all([send('Hello'), send('Hello')]);
	await vi.waitFor(() => expect(appStore.getState().running).toEqual({}));
	expect(await app.client.conversations.list()).toHaveLength(before + 1);
	const [turn] = openConversation(appStore.getState())?.turns ?? [];
	expect(openConversation(appStore.getState())?.turns).toEqual([turn]);
	expect(turn?.exchanges).toHaveLength(1);
	// Another question may follow at once.
	practice.faults.arm({ kind: 'access-denied', message: 'no' });
	await send('And then?');
	await vi.waitFor(() => expect(appStore.getState().running).toEqual({}));
	const last = openConversation(appStore.getState())?.turns.at(-1);
	await Promise.all([retry(last?.id ?? ''), retry(last?.id ?? '')]);
	await vi.waitFor(() => expect(appStore.getState().running).toEqual({}));
	expect(openConversation(appStore.getState())?.turns.at(-1)?.exchanges).toHaveLength(2);
	expect(problems).toEqual([]);
	leave();
});

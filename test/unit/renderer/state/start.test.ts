import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PracticeServer } from '../../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../../src/main/practice/practice-server.ts';
import { startI18n } from '../../../../src/renderer/i18n/i18n.ts';
import { appStore } from '../../../../src/renderer/state/app-store.ts';
import { setClient } from '../../../../src/renderer/state/client.ts';
import { linkBack } from '../../../../src/renderer/state/start.ts';
import { stubBareWindow } from '../../../helpers/bare-window.ts';
import type { TestApp } from '../../../helpers/test-app.ts';
import { openTestApp, temporaryFolder } from '../../../helpers/test-app.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let practice: PracticeServer;
let app: TestApp;
beforeAll(async () => {
	stubBareWindow();
	await startI18n('en');
	[folder, practice] = await Promise.all([temporaryFolder(), startPractice()]);
	app = await openTestApp(folder.path, practice);
});
afterAll(async () => {
	await app.close();
	await Promise.all([practice.close(), folder[Symbol.asyncDispose]()]);
	vi.unstubAllGlobals();
});

test('what was set elsewhere while the connection was lost is taken over when it is back', async () => {
	setClient(app.client);
	appStore.setState({ phase: 'ready', linked: false });
	await app.client.settings.update({ theme: 'dark', favouriteModels: ['one'] });
	const { id } = await app.client.conversations.create({ settings: {} });
	await linkBack();
	const { linked, settings, list } = appStore.getState();
	expect(linked).toBe(true);
	expect(settings).toEqual(await app.client.settings.get());
	expect(list.map((one) => one.id)).toEqual([id]);
});

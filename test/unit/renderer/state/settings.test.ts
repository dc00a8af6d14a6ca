import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PracticeServer } from '../../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../../src/main/practice/practice-server.ts';
import { startI18n } from '../../../../src/renderer/i18n/i18n.ts';
import { appStore } from '../../../../src/renderer/state/app-store.ts';
import type { Client } from '../../../../src/renderer/state/client.ts';
import { setClient } from '../../../../src/renderer/state/client.ts';
import { changeDefaults } from '../../../../src/renderer/state/defaults.ts';
import { onProblem } from '../../../../src/renderer/state/errors.ts';
import { holdSettings, setLayout, updateSettings } from '../../../../src/renderer/state/settings.ts';
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

/** What the window says to main; `written` counts the answers to changes of settings. */
function counted(): { readonly client: Client; readonly written: (count: number) => Promise<void> } {
	let count = 0;
	const update: Client['settings']['update'] = async (input) => {
		const settings = await app.client.settings.update(input);
		count += 1;
		return settings;
	};
	const client = { ...app.client, settings: { ...app.client.settings, update } };
	return { client, written: (wanted) => vi.waitUntil(() => count === wanted).then(() => {}) };
}

const isOpen = () => appStore.getState().settings.layout.conversationsOpen;

test('a pane that is opened again stays open when it is told that it was closed', async () => {
	const { client, written } = counted();
	setClient(client);
	setLayout({ conversationsOpen: false });
	await written(1);
	const told = await app.client.settings.get();
	expect(told.layout.conversationsOpen).toBe(false);
	setLayout({ conversationsOpen: true });
	await holdSettings(told);
	expect(isOpen()).toBe(true);
	await written(2);
	await updateSettings({ theme: 'light' });
	expect(isOpen()).toBe(true);
	// What another window does afterwards is taken over.
	await holdSettings(await app.client.settings.update({ layout: { conversationsOpen: false } }));
	expect(isOpen()).toBe(false);
});

test('a pane stays under the pointer while it is dragged', async () => {
	const { client, written } = counted();
	setClient(client);
	setLayout({ inspectorWidth: 500 });
	const told = await app.client.settings.get();
	setLayout({ inspectorWidth: 510 }, false);
	await written(1);
	await holdSettings(told);
	expect(appStore.getState().settings.layout.inspectorWidth).toBe(510);
	setLayout({ inspectorWidth: 520 });
	await written(2);
	expect((await app.client.settings.get()).layout.inspectorWidth).toBe(520);
});

test('what is changed twice in a row does not go back to the first change in between', async () => {
	setClient(app.client);
	changeDefaults({ system: 'a' });
	const first = app.client.settings.get();
	changeDefaults({ system: 'ab' });
	const shown: string[] = [];
	const leave = appStore.subscribe(({ settings }) => shown.push(settings.defaults.system));
	await holdSettings(await first);
	await updateSettings({ theme: 'dark' });
	leave();
	expect(new Set(shown)).toEqual(new Set(['ab']));
	expect((await app.client.settings.get()).defaults.system).toBe('ab');
});

test('a change of a list builds on the one before it, though main has not answered yet', async () => {
	setClient(app.client);
	const add = (id: string) =>
		updateSettings({ favouriteModels: [...appStore.getState().settings.favouriteModels, id] });
	await Promise.all([add('one'), add('two')]);
	expect((await app.client.settings.get()).favouriteModels).toEqual(['one', 'two']);
	expect(appStore.getState().settings.favouriteModels).toEqual(['one', 'two']);
});

test('a change that main does not take is not shown any longer', async () => {
	const { client } = counted();
	const update: Client['settings']['update'] = () => Promise.reject(new Error('refused'));
	setClient({ ...client, settings: { ...app.client.settings, update } });
	const before = (await app.client.settings.get()).defaults;
	await holdSettings(await app.client.settings.get());
	const problems: string[] = [];
	const leave = onProblem(({ code }) => problems.push(code));
	const changed = updateSettings({ defaults: { system: 'never kept' } });
	expect(appStore.getState().settings.defaults.system).toBe('never kept');
	await changed;
	leave();
	expect(problems).toHaveLength(1);
	expect(appStore.getState().settings.defaults).toEqual(before);
});

import { expectSaved } from './support/data-folder.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

test('conversations are titled from their first message and listed newest first', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const begin = ui.conversations.getByRole('button', { name: t('conversations:new') });
	for (const text of ['First talk', '二つ目の話', 'Third talk']) {
		await begin.click();
		await expect(ui.composer).toBeFocused();
		await ui.askAndWait(text);
	}
	await ui.conversations.getByText('First talk').click();
	await expect(ui.lastTurn).toContainText('First talk');
	await expect.poll(() => ui.titles()).toEqual(['Third talk', '二つ目の話', 'First talk']);
	await ui.askAndWait('Once more');
	await expect.poll(() => ui.titles()).toEqual(['First talk', 'Third talk', '二つ目の話']);
	await look(app.page, 'conversations');
	// In a window that has no room for all of them, the new one is in view when the list was at its end.
	await app.page.setViewportSize({ width: 1360, height: 260 });
	await begin.click();
	await ui.conversations.getByText('二つ目の話').evaluate((line) => line.scrollIntoView());
	await expect(ui.conversations.getByText('First talk')).not.toBeInViewport();
	await ui.askAndWait('Fourth talk');
	await expect(ui.conversations.getByText('Fourth talk')).toBeInViewport({ ratio: 1 });
	await app.restart();
	const titles = ['Fourth talk', 'First talk', 'Third talk', '二つ目の話'];
	await expect.poll(() => uiOf(app, t).titles()).toEqual(titles);
});

test('Ctrl+K leads to the search, out of a closed list too, before the next key comes', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('Granite');
	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	await ui.askAndWait('花崗岩');
	await app.page.keyboard.press('ControlOrMeta+b');
	await expect(ui.conversations).toBeHidden();
	// Both keys in one task of the page: no frame is drawn between them.
	const focused = await app.page.evaluate((mac) => {
		const init = { code: 'KeyK', key: 'k', ctrlKey: !mac, metaKey: mac, bubbles: true, cancelable: true };
		document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
		return document.activeElement?.getAttribute('aria-label');
	}, process.platform === 'darwin');
	expect(focused).toBe(t('conversations:search'));
	await app.page.keyboard.type('gran');
	await expect.poll(ui.titles).toEqual(['Granite']);
});

test('a conversation is renamed', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('Old name');
	await ui.conversations.getByRole('button', { name: t('conversations:actions', { title: 'Old name' }) }).click();
	await app.page.getByRole('menuitem', { name: t('conversations:rename') }).click();
	const field = ui.conversations.getByRole('textbox', { name: t('conversations:renameLabel'), exact: true });
	await field.fill('新しい名前');
	await field.press('Enter');
	await expect(ui.conversations).toContainText('新しい名前');
	await expect(ui.conversations.getByRole('button', { name: /^新しい名前/ })).toBeFocused();
	await app.restart();
	await expect.poll(() => uiOf(app, t).titles()).toEqual(['新しい名前']);
});

test('a deleted conversation can be brought back', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('Keep me');
	const remove = async () => {
		await ui.conversations.getByRole('button', { name: t('conversations:actions', { title: 'Keep me' }) }).click();
		await app.page.getByRole('menuitem', { name: t('conversations:delete') }).click();
		await expect(ui.conversations.getByText('Keep me', { exact: true })).toHaveCount(0);
	};
	await remove();
	await look(app.page, 'deleted');
	await app.page.getByRole('button', { name: t('undo') }).click();
	await ui.conversations.getByText('Keep me', { exact: true }).click();
	await expect(ui.lastTitle).toBeVisible();
	await remove();
	await app.restart();
	await expect(uiOf(app, t).conversations).toContainText(t('conversations:none'));
});

test('a line keeps its height while it is renamed', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('Steady');
	const line = ui.conversations.getByRole('listitem').first();
	const before = await line.boundingBox();
	await ui.conversations.getByRole('button', { name: /^Steady/ }).press('F2');
	const field = line.getByRole('textbox');
	await expect(field).toBeFocused();
	await expect(line).toContainText('ConverseStream');
	expect(await line.boundingBox()).toEqual(before);
	await look(app.page, 'rename');
	await field.press('Escape');
	await expect(ui.conversations.getByRole('button', { name: /^Steady/ })).toBeFocused();
});

test('a deletion by key leaves the focus in the list, and is undone by key', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const begin = ui.conversations.getByRole('button', { name: t('conversations:new') });
	const name = `${'A very long name that goes on '.repeat(8)}and on`;
	for (const text of ['First talk', name, 'Third talk']) {
		await begin.click();
		await ui.askAndWait(text);
	}
	await ui.conversations.getByRole('button', { name: /^A very long name/ }).press('Delete');
	await expect(ui.conversations.getByRole('button', { name: /^First talk/ })).toBeFocused();
	await expect.poll(() => ui.titles()).toEqual(['Third talk', 'First talk']);
	const toast = app.page.getByRole('dialog').filter({ has: app.page.getByRole('button', { name: t('undo') }) });
	await expect(toast).toBeVisible();
	const [box, pane, title] = await Promise.all([
		toast.boundingBox(),
		app.page.getByRole('main').boundingBox(),
		toast.getByText('A very long name').boundingBox(),
	]);
	if (box === null || pane === null || title === null) throw new Error('The toast is not on the page.');
	expect(box.x + box.width / 2).toBeCloseTo(pane.x + pane.width / 2, 0);
	expect(title.height).toBeLessThan(24);
	await look(app.page, 'deleted-long');
	await app.page.keyboard.press('Control+z');
	await expect(toast).toHaveCount(0);
	await expect.poll(() => ui.titles()).toHaveLength(3);
});

test('an answer goes on streaming while the window is reloaded', async ({ launch, practice, t }) => {
	const stall = practice.faults.arm({ kind: 'stalled-stream', afterFrames: 12 });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask('Reload me.');
	await expect(ui.lastTitle).toBeVisible();
	await app.reload();
	await expect(ui.lastTurn).toHaveAttribute('data-phase', 'streaming');
	await expect(ui.lastTitle).toBeVisible();
	stall.release();
	await ui.settled();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await expect(ui.lastAnswer.locator('pre')).toContainText('maxTokens');
});

test('after kill -9 in the middle of an answer, what had arrived is kept and marked', async ({
	launch,
	practice,
	t,
}) => {
	practice.faults.arm({ kind: 'throttled' });
	practice.faults.arm({ kind: 'stalled-stream', afterFrames: 12 });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask('Kill me.');
	const heading = ui.lastTitle;
	await expect(heading).toBeVisible();
	await expectSaved(app.folders.data, (await heading.textContent()) ?? '');
	// What the window still wanted to load when its host was gone.
	app.allowComplaint(/WebSocket|ERR_CONNECTION|dynamically imported module/);
	await app.kill9();
	const again = uiOf(app, t);
	await again.conversations.getByText('Kill me.').click();
	await expect(again.lastTurn).toHaveAttribute('data-state', 'interrupted');
	await expect(again.lastTitle).toBeVisible();
	await expect(again.lastAnswer).toContainText(t('chat:interrupted').replace(/<\/?b>/g, ''));
	await look(app.page, 'interrupted');
	// Nothing of it goes on, and nobody knows when it ended.
	const { inspector } = again;
	await again.openTab('attempts');
	await expect(inspector.getByText(t('inspector:attemptUnended'), { exact: true })).toHaveCount(1);
	await again.openTab('stream');
	await expect(inspector.getByRole('treegrid')).toBeVisible();
	await again.openTab('response');
	await expect(inspector.getByText(t('inspector:rawBytes'), { exact: true })).toBeVisible();
	for (const running of ['attemptRunning', 'arriving', 'waitingForResponse', 'noFramesYet'] as const)
		await expect(inspector.getByText(t(`inspector:${running}`), { exact: true })).toHaveCount(0);
	await again.callAgain(() => again.lastAnswer.getByRole('button', { name: t('chat:tryAgain') }).click());
	await expect(again.lastTurn).toHaveAttribute('data-state', 'complete');
});

test('a shortcut to another conversation leaves what was just typed with its own, and waits behind a dialog', async ({
	app,
	t,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.askAndWait('Whose limit?');
	const chip = (value: string) => page.getByRole('button', { name: `max tokens ${value}`, exact: true });
	await chip('1,024').click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByRole('textbox', { name: t('settings:maxTokens') }).fill('77');
	await page.keyboard.press('ControlOrMeta+Shift+O');
	await expect(ui.answers).toHaveCount(0);
	await expect(chip('1,024')).toBeVisible();
	await ui.conversations.getByText('Whose limit?').click();
	await expect(ui.answers).toHaveCount(1);
	await expect(chip('77')).toBeVisible();

	await page.keyboard.press('ControlOrMeta+Comma');
	const settings = page.getByRole('dialog', { name: t('settings:title') });
	await expect(settings).toBeVisible();
	await page.keyboard.press('ControlOrMeta+Shift+O');
	await page.keyboard.press('ControlOrMeta+Shift+D');
	await page.keyboard.press('ControlOrMeta+Shift+E');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(ui.answers).toHaveCount(1);
	await expect(chip('77')).toBeVisible();
	await page.keyboard.press('ControlOrMeta+Shift+O');
	await expect(ui.answers).toHaveCount(0);
});

test('Escape while an IME composes leaves what is searched as it is', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const search = ui.conversations.getByRole('textbox', { name: t('conversations:search') });
	await search.fill('gra');
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Input.imeSetComposition', { text: 'にて', selectionStart: 2, selectionEnd: 2 });
	await expect(search).toHaveValue('graにて');
	await page.keyboard.press('Escape');
	await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
	await expect(search).toHaveValue('gra');
	await page.keyboard.press('Escape');
	await expect(search).toHaveValue('');
});

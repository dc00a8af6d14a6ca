import type { Page } from '@playwright/test';
import type { App } from './support/app.ts';
import { ready } from './support/app.ts';
import { holdMessages } from './support/held-messages.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const ACCOUNT = '111122223333';

function editorOf({ page }: App, t: Words) {
	const dialog = page.getByRole('dialog', { name: t('editor:title') });
	return { dialog, field: dialog.getByRole('textbox', { name: t('editor:label') }) };
}

async function present(page: Page): Promise<void> {
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('ControlOrMeta+Shift+KeyL')]);
	await ready(page);
}

test('an edited body outlives its editor, a reload and the switch of presenter mode, masked as all else', async ({
	app,
	t,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const editor = editorOf(app, t);
	const write = async (text: string) => {
		await page.evaluate((content) => navigator.clipboard.writeText(content), text);
		await editor.field.focus();
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.press('ControlOrMeta+v');
	};
	const open = page.getByRole('main').getByRole('button', { name: t('editor:openKept') });
	await ui.composer.fill('Hello');
	await page.keyboard.press('ControlOrMeta+Shift+E');
	await expect(editor.field).toContainText('Hello');
	// Closed at once, before the editor has told of it.
	const body = `{"messages":[{"role":"user","content":[{"text":"Of account ${ACCOUNT}."}]}]}`;
	await write(body);
	await page.keyboard.press('Escape');
	await expect(editor.dialog).toHaveCount(0);
	await expect(open).toBeVisible();

	await page.reload();
	await ready(page);
	await open.click();
	await expect(editor.field).toContainText(`Of account ${ACCOUNT}.`);
	await page.keyboard.press('Escape');

	await present(page);
	await open.click();
	await expect(editor.field).toContainText(/Of account •{11}\d\./);
	await page.keyboard.press('Escape');
	await present(page);
	await open.click();
	await expect(editor.field).toContainText(`Of account ${ACCOUNT}.`);
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(editor.dialog).toHaveCount(0);
	await ui.settled();
	expect(await ui.copiedBody('request')).toBe(body);

	// Sent: nothing of it is left, for the next conversation either.
	await page.reload();
	await ready(page);
	await expect(open).toHaveCount(0);
	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	await expect(open).toHaveCount(0);

	// A message that is sent as it is takes the edits along to its conversation.
	await ui.composer.fill('Once more');
	await page.keyboard.press('ControlOrMeta+Shift+E');
	await expect(editor.field).toContainText('Once more');
	await write('{}');
	await page.keyboard.press('Escape');
	await ui.askAndWait('Once more');
	await expect(open).toBeVisible();
	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	await expect(ui.composer).toBeVisible();
	await expect(open).toHaveCount(0);
});

test('files that wait are kept when presenter mode is switched, and a reload asks before it loses them', async ({
	app,
	t,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const files = page.locator('form').getByRole('list', { name: t('attachments:attached') });
	const attach = async (name: string, size: number) => {
		const [chooser] = await Promise.all([
			page.waitForEvent('filechooser'),
			page
				.getByRole('main')
				.getByRole('button', { name: t('attachments:attach') })
				.click(),
		]);
		await chooser.setFiles([{ name, mimeType: 'text/plain', buffer: Buffer.alloc(size, 'basalt ') }]);
		await expect(files).toContainText(name);
	};
	const asked: string[] = [];
	page.on('dialog', (dialog) => {
		asked.push(dialog.type());
		void dialog.accept();
	});
	await page.reload();
	await ready(page);
	expect(asked).toEqual([]);

	await attach(`notes of ${ACCOUNT}.txt`, 4_000_000);
	await present(page);
	expect(asked).toEqual([]);
	await expect(files).toContainText(/notes of •{11}\d\.txt/);
	await present(page);
	await expect(files).toContainText(`notes of ${ACCOUNT}.txt`);
	await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
	await ui.askAndWait('Read it.');
	await expect(ui.lastTurn).toContainText(`notes of ${ACCOUNT}.txt`);
	await page.reload();
	await ready(page);
	expect(asked).toEqual([]);

	await attach('lost.txt', 10);
	await page.reload();
	await ready(page);
	expect(asked).toEqual(['beforeunload']);
	await expect(files).toHaveCount(0);

	// What is too long to be kept is not given up either.
	await ui.composer.fill('x'.repeat(200_000));
	await page.keyboard.press('ControlOrMeta+Shift+KeyL');
	const anyway = page.getByRole('button', { name: t('presenter:anyway') });
	await expect(anyway).toBeVisible();
	await Promise.all([page.waitForEvent('load'), anyway.click()]);
	await ready(page);
	await expect(page.getByRole('button', { name: t('presenter:end') })).toBeVisible();
	await expect(ui.composer).toHaveValue('');
});

test('nothing is taken from a person before the window has read what was there', async ({
	launch,
	context,
	host,
	t,
}, info) => {
	info.skip(host === 'electron', 'Electron’s window has no connection whose answers could be held');
	const start = await holdMessages(context, 'app/shown');
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.composer.fill('Kept');
	start.hold();
	await page.reload();
	await expect.poll(() => start.count()).toBe(1);
	// Not by its role: what can't be used is not told of.
	const field = page.getByRole('main', { includeHidden: true }).locator('textarea');
	await field.click({ force: true });
	await page.keyboard.type('Lost');
	await page.keyboard.press('ControlOrMeta+,');
	await expect(field).toHaveValue('');
	start.release();
	await ready(page);
	await expect(ui.composer).toHaveValue('Kept');
	await expect(ui.composer).toBeFocused();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.keyboard.type(' and more');
	await expect(ui.composer).toHaveValue('Kept and more');
});

test('what was chosen for a new conversation outlives a reload with its message, and a further one begins as set', async ({
	app,
	t,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const model = (name: string) => page.getByRole('main').getByLabel(new RegExp(`^${t('connections:model')}: ${name}`));
	await ui.chooseModel('amazon.nova-lite-v1:0');
	await ui.chooseOperation('InvokeModel');
	await ui.composer.fill('Not for another model');
	await app.reload();
	await expect(model('Nova Lite')).toBeVisible();
	await ui.askAndWait('Not for another model');
	expect(await ui.requestJson()).toMatchObject({ schemaVersion: 'messages-v1' });
	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	await expect(model('Claude Haiku 4.5')).toBeVisible();
	await app.reload();
	await expect(model('Claude Haiku 4.5')).toBeVisible();
});

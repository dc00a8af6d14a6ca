import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { eventFrame } from '../helpers/event-frames.ts';
import { harErrors } from '../helpers/har-errors.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

/** Presses something that saves a file; gives its name and its text. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string; path: string }> {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	const path = await download.path();
	return { name: download.suggestedFilename(), text: await readFile(path, 'utf8'), path };
}

/** Chooses a file as a person does in the system's dialog. */
async function choose(page: Page, t: Words, path: string): Promise<void> {
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('button', { name: t('files:openFile'), exact: true }).click(),
	]);
	await chooser.setFiles(path);
}

test('a call goes out as each kind of file, and comes back to be read', async ({ app, t, folders }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.askAndWait('What is bedrock?');
	const answer = await ui.lastAnswer.innerText();

	const openDialog = async () => {
		await ui.inspector.getByRole('button', { name: t('files:more'), exact: true }).click();
		await page.getByRole('menuitem', { name: t('files:export') }).click();
		const dialog = page.getByRole('dialog', { name: t('files:title') });
		await expect(dialog).toBeVisible();
		return dialog;
	};
	let dialog = await openDialog();
	await look(page, 'files-export');
	const save = () => dialog.getByRole('button', { name: t('files:save') }).click();
	const own = await saved(page, save);
	expect(own.name).toMatch(/^outcrop-\d{4}-\d\d-\d\d-\d{6}\.outcrop\.json$/);

	dialog = await openDialog();
	await dialog.getByRole('radio', { name: t('files:format.har') }).click();
	await dialog.getByRole('checkbox').check();
	const har = await saved(page, save);
	expect(harErrors(JSON.parse(har.text))).toEqual([]);

	dialog = await openDialog();
	await dialog.getByRole('radio', { name: t('files:format.markdown') }).click();
	await dialog.getByRole('button', { name: t('files:copy'), exact: true }).click();
	await page.keyboard.press('Escape');

	const ownPath = join(folders.home, own.name);
	await writeFile(ownPath, own.text);
	await choose(page, t, ownPath);
	const bar = page.locator('[data-imported="outcrop"]');
	await expect(bar).toBeVisible();
	expect(await ui.lastAnswer.innerText()).toBe(answer);
	await expect(ui.composer).toHaveCount(0);
	await ui.openTab('stream');
	await look(page, 'files-imported');

	// A stream alone, and a file that is none.
	const streamPath = join(folders.home, 'saved.bin');
	await writeFile(streamPath, Buffer.concat([
		eventFrame('messageStart', { role: 'assistant' }),
		eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'From a stream.' } }),
	]));
	await choose(page, t, streamPath);
	await expect(page.locator('[data-imported="stream"]')).toBeVisible();
	await expect(ui.lastAnswer).toContainText('From a stream.');
	await look(page, 'files-stream');

	const badPath = join(folders.home, 'notes.txt');
	await writeFile(badPath, 'Just words.');
	await choose(page, t, badPath);
	await expect(page.getByText(t('files:notOpened', { name: 'notes.txt' })).first()).toBeVisible();
	await look(page, 'files-bad');

	await ui.conversations.getByRole('button', { name: t('files:close', { title: 'saved' }) }).click();
	await expect(page.locator('[data-imported]')).toHaveCount(0);
});

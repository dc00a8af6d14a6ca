import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { eventFrame } from '../helpers/event-frames.ts';
import { harErrors } from '../helpers/har-errors.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

/** Presses something that saves a file; gives its name and its text. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Chooses a file as a person does in the system's dialog. */
async function choose(page: Page, t: Words, path: string): Promise<void> {
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('button', { name: t('files:openFile'), exact: true }).click(),
	]);
	await chooser.setFiles(path);
}

/** Holds a file above the window; `drop` lets it go. */
async function drag(page: Page, path: string) {
	const content = (await readFile(path)).toString('base64');
	const transfer = await page.evaluateHandle(
		([base64, name]) => {
			const made = new DataTransfer();
			made.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
			return made;
		},
		[content, basename(path)] as const,
	);
	await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
	return { drop: () => page.dispatchEvent('main', 'drop', { dataTransfer: transfer }) };
}

test('a call goes out as each kind of file, and comes back to be read', async ({ app, t, folders }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.askAndWait('arn:aws:iam::111122223333:user/carol-1 とは？');
	const answer = await ui.lastAnswer.innerText();
	const exportDialog = page.getByRole('dialog', { name: t('files:title') });
	const openDialog = async () => {
		await ui.inspector.getByRole('button', { name: t('files:more'), exact: true }).click();
		await page.getByRole('menuitem', { name: t('files:export') }).click();
		await expect(exportDialog).toBeVisible();
	};
	const format = (name: 'outcrop' | 'har' | 'markdown') =>
		exportDialog.getByRole('radio', { name: t(`files:format.${name}`) }).click();
	const save = () => exportDialog.getByRole('button', { name: t('files:save') }).click();

	await openDialog();
	await look(page, 'files-export');
	const own = await saved(page, save);
	expect(own.name).toMatch(/^outcrop-\d{4}-\d\d-\d\d-\d{6}\.outcrop\.json$/);
	await expect(exportDialog).toHaveCount(0);

	await openDialog();
	await format('har');
	await exportDialog.getByRole('checkbox').check();
	const har = await saved(page, save);
	expect(harErrors(JSON.parse(har.text))).toEqual([]);
	expect(har.text).not.toMatch(/111122223333|carol-1/);

	await openDialog();
	await format('markdown');
	await look(page, 'files-markdown');
	await exportDialog.getByRole('button', { name: t('files:copy'), exact: true }).click();
	await expect.poll(() => app.clipboard()).toContain('arn:aws:iam::111122223333:user/carol-1 とは？');
	await expect(exportDialog).toHaveCount(0);

	// The whole conversation, from the list.
	await ui.conversations
		.getByRole('button', { name: /carol-1/ })
		.nth(1)
		.click();
	await page.getByRole('menuitem', { name: t('files:export') }).click();
	await expect(exportDialog.getByText(t('files:what'), { exact: true })).toHaveCount(0);
	expect((await saved(page, save)).text).toContain('"turns"');

	const harPath = join(folders.home, har.name);
	await writeFile(harPath, har.text);
	await choose(page, t, harPath);
	await expect(page.locator('[data-imported="har"]')).toContainText(t('files:masked'));
	await expect(ui.lastTurn).toContainText('arn:aws:iam::•••••••••••1:user/••••1');

	const ownPath = join(folders.home, own.name);
	await writeFile(ownPath, own.text);
	await choose(page, t, ownPath);
	await expect(page.locator('[data-imported="outcrop"]')).toBeVisible();
	await expect.poll(() => ui.lastAnswer.innerText()).toBe(answer);
	await expect(ui.composer).toHaveCount(0);
	await expect(ui.inspector.getByRole('tab', { name: t('inspector:tab.stream') })).toBeVisible();
	await ui.openTab('stream');
	await expect(ui.inspector.getByText(t('files:sourceSays', { name: own.name }))).toBeVisible();
	await ui.openTab('request');
	await expect(ui.inspector.getByText(t('signature:matchesByFile'))).toBeVisible();
	await expect(ui.inspector.getByText(t('signature:matches'), { exact: true })).toHaveCount(0);
	await ui.openTab('stream');
	await look(page, 'files-imported');

	// It stays after a reload, and is gone when it is closed.
	await app.reload();
	await expect(page.locator('[data-imported="outcrop"]')).toBeVisible();
	await page.locator('[data-imported="outcrop"]').getByRole('button').click();
	await expect(page.locator('[data-imported]')).toHaveCount(0);
	await expect.poll(() => ui.titles()).toHaveLength(2);
});

test('a stream can be dropped in, and what is no such file is explained', async ({ app, t, folders }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const streamPath = join(folders.home, 'saved.bin');
	const frames = [
		eventFrame('messageStart', { role: 'assistant' }),
		eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'From a stream.' } }),
		eventFrame('messageStop', { stopReason: 'end_turn' }),
	];
	await writeFile(streamPath, Buffer.concat(frames));
	const held = await drag(page, streamPath);
	await expect(page.getByText(t('files:drop'))).toBeVisible();
	await look(page, 'files-drop');
	await held.drop();
	await expect(page.locator('[data-imported="stream"]')).toBeVisible();
	await expect(page.getByText(t('files:drop'))).toHaveCount(0);
	await expect(ui.lastAnswer).toContainText('From a stream.');
	await expect(ui.lastTurn).toContainText(t('files:noQuestion'));
	// What nobody knows is not made up: no status, no times, no request.
	await expect(ui.inspector.getByText(t('inspector:noTimes'))).toBeVisible();
	await expect(ui.inspector.getByRole('slider')).toHaveCount(0);
	await expect(ui.inspector.getByText('200', { exact: true })).toHaveCount(0);
	await ui.openTab('request');
	await expect(ui.inspector.getByText(t('inspector:requestNotKnown'))).toBeVisible();
	await ui.openTab('stream');
	await expect(ui.inspector.getByRole('tab', { name: t('inspector:tab.stream') })).toContainText('3');
	await expect(ui.inspector.getByRole('treegrid').getByText(/\d ms/).filter({ visible: true })).toHaveCount(0);
	await look(page, 'files-stream');

	const badPath = join(folders.home, 'notes.txt');
	await writeFile(badPath, 'Just words.');
	await choose(page, t, badPath);
	await expect(page.getByText(t('files:problem.not-known')).first()).toBeVisible();
	await look(page, 'files-bad');
	await expect(page.locator('[data-imported="stream"]')).toBeVisible();

	await ui.conversations.getByRole('button', { name: t('files:close', { title: 'saved' }) }).click();
	await expect(page.locator('[data-imported]')).toHaveCount(0);
	await expect(ui.composer).toBeVisible();
});

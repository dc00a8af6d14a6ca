import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import type { Ui } from './support/ui.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

async function openSettings(page: Page, ui: Ui, t: Words) {
	await ui.conversations.getByRole('button', { name: t('conversations:settings') }).click();
	return page.getByRole('dialog', { name: t('settings:title') });
}

/** What is said of a failed attempt, up to its numbers. */
function failed(t: Words, number: number, of = 3): string {
	return t('chat:retrying.failed', { number, of, title: t('failure:throttled.title') });
}

/** That the next attempt comes, after however many seconds. */
function waits(t: Words, number: number | string): RegExp {
	return new RegExp(t('chat:retrying.next', { number, seconds: '\\d' }));
}

/** Every text that the page shows from now on, however briefly and however slow the machine is. */
async function recordTexts(page: Page): Promise<readonly string[]> {
	const texts: string[] = [];
	await page.exposeFunction('recordText', (text: string) => texts.push(text));
	await page.evaluate(() => {
		const record: unknown = Reflect.get(globalThis, 'recordText');
		if (typeof record !== 'function') throw new Error('Nothing records the texts.');
		new MutationObserver(() => record(document.querySelector('main')?.textContent ?? '')).observe(document.body, {
			childList: true,
			subtree: true,
			characterData: true,
		});
	});
	return texts;
}

test('a throttled call says which attempt failed, why and how long it waits, and then answers', async ({
	launch,
	practice,
	t,
}) => {
	practice.faults.arm({ kind: 'throttled', retryAfterSeconds: 1 }, 2);
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	const texts = await recordTexts(app.page);
	await ui.ask('Patience.');
	await ui.settled();
	for (const number of [1, 2]) {
		const shown = texts.find((text) => waits(t, number + 1).test(text) && text.includes(failed(t, number)));
		expect(shown).toContain('429 ThrottlingException');
		expect(shown).toContain(t('chat:retrying.stop'));
	}
	await expect(ui.lastTitle).toBeVisible();
	await expect(ui.lastAnswer).not.toContainText('ThrottlingException');
	await expect(ui.lastAnswer).toContainText('end_turn');
});

test('Stop ends the wait for the next attempt at once', async ({ launch, folders, practice, t }) => {
	practice.faults.arm({ kind: 'throttled', retryAfterSeconds: 60 }, 10);
	// The SDK waits 5 s of the 60, so that nine waits are longer than the longest test.
	await mkdir(folders.data, { recursive: true });
	await writeFile(join(folders.data, 'settings.json'), '{ "welcomed": true, "calls": { "attempts": 10 } }');
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask('No patience.');
	await expect(ui.lastAnswer).toContainText(waits(t, '\\d+'));
	await look(app.page, 'retrying');
	await ui.lastAnswer.getByRole('button', { name: t('chat:retrying.stop') }).click();
	await ui.settled();
	await expect(ui.lastAnswer).toContainText(t('chat:stoppedEmpty'));
	await expect(ui.composer).toBeFocused();
	practice.faults.clear();
	await ui.askAndWait('Now.');
	await expect(ui.lastTitle).toBeVisible();
});

test('after as many attempts as the settings say, the failure is explained', async ({ launch, practice, t }) => {
	const app = await launch();
	const ui = uiOf(app, t);
	const dialog = await openSettings(app.page, ui, t);
	await dialog.getByLabel(t('settings:attempts'), { exact: true }).fill('0');
	await expect(dialog.getByRole('alert')).toContainText(t('settings:invalid.attempts'));
	await dialog.getByLabel(t('settings:attempts'), { exact: true }).fill('1');
	await dialog.getByText(t('settings:totalHint')).scrollIntoViewIfNeeded();
	await look(app.page, 'settings-calls');
	await dialog.getByRole('button', { name: t('close') }).click();
	await ui.chooseConnection('personal');
	practice.faults.arm({ kind: 'throttled' });
	await ui.askAndWait('Once.');
	const card = app.page.getByRole('region', { name: t('failure:throttled.title') });
	await expect(card).toContainText(t('failure:attempts', { count: 1 }));
	await ui.callAgain(() =>
		card
			.getByRole('button', { name: t('failure:action.retry') })
			.last()
			.click(),
	);
	await expect(ui.lastTitle).toBeVisible();
});

test('a stream that stalls ends as incomplete, and its text is kept', async ({ launch, practice, t }) => {
	const app = await launch();
	const ui = uiOf(app, t);
	const dialog = await openSettings(app.page, ui, t);
	await dialog.getByLabel(t('settings:idleSeconds'), { exact: true }).fill('1');
	await dialog.getByRole('button', { name: t('close') }).click();
	await expect(dialog).toBeHidden();
	await ui.chooseConnection('personal');
	practice.faults.arm({ kind: 'stalled-stream', afterFrames: 12 });
	await ui.askAndWait('Fall silent.');
	await expect(ui.lastTitle).toBeVisible();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'incomplete');
	await expect(ui.lastAnswer).toContainText(t('chat:stalled').replace(/<\/?b>/g, ''));
	const card = app.page.getByRole('region', { name: t('failure:timeout-idle.title') });
	await look(app.page, 'stalled');
	await card.getByRole('button', { name: t('failure:action.calls') }).click();
	await expect(dialog.getByLabel(t('settings:idleSeconds'), { exact: true })).toHaveValue('1');
});

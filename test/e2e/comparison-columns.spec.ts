import { ready } from './support/app.ts';
import { columnsOf } from './support/columns.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const question = { en: 'What is the Messages API?', ja: 'Messages API とは何ですか？' };

test('a body that is sent in one column has what waits in the composer, and leaves it there for the others', async ({
	app,
	t,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const columns = columnsOf(app, t);
	const editor = page.getByRole('dialog', { name: t('editor:title') });
	const field = editor.getByRole('textbox', { name: t('editor:label') });
	const files = page.locator('form').getByRole('list', { name: t('attachments:attached') });
	await page.keyboard.press('ControlOrMeta+Shift+d');
	await columns.ask('First');
	await expect(columns.figures).toBeVisible();
	await columns.turn(2).click({ position: { x: 4, y: 4 } });
	await expect(columns.head(2)).toHaveAttribute('data-focused', 'true');
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page
			.getByRole('main')
			.getByRole('button', { name: t('attachments:attach') })
			.click(),
	]);
	await chooser.setFiles([{ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('basalt') }]);
	await expect(files).toContainText('notes.txt');
	await columns.composer.fill('Second');
	await page.keyboard.press('ControlOrMeta+Shift+E');
	await expect(field).toContainText('Second');
	await expect(field).toContainText('"name": "notes"');
	await expect(editor).toContainText(t('editor:onlyColumn', { number: 2 }));
	await look(page, 'body-editor-column');
	await editor.getByRole('button', { name: t('editor:send'), exact: true }).click();
	await expect(editor).toHaveCount(0);
	await expect(columns.turn(2)).toHaveAttribute('data-state', 'complete');
	await expect(columns.rounds.last()).toContainText('Second');
	await expect(columns.rounds.last()).toContainText('notes.txt');
	await expect(columns.cells(1).last()).toContainText(t('comparison:notAsked'));
	expect(JSON.stringify(await ui.requestJson())).toContain('YmFzYWx0');
	// The others have not been asked.
	await expect(columns.composer).toHaveValue('Second');
	await expect(files).toContainText('notes.txt');

	// One that was edited, too; the column's menu leads there as well.
	await columns
		.head(2)
		.getByRole('button', { name: t('comparison:menu', { number: 2 }) })
		.click();
	await page.getByRole('menuitem', { name: t('editor:open'), exact: true }).click();
	await expect(field).toContainText('Second');
	await page.evaluate(() =>
		navigator.clipboard.writeText('{"messages":[{"role":"user","content":[{"text":"Second, by hand"}]}]}'),
	);
	await field.focus();
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.press('ControlOrMeta+v');
	await editor.getByRole('button', { name: t('editor:send'), exact: true }).click();
	await expect(columns.rounds).toHaveCount(3);
	await expect(columns.turn(2)).toHaveAttribute('data-state', 'complete');
	await expect(columns.rounds.last()).toContainText('Second, by hand');
	await expect(columns.composer).toHaveValue('Second');
	await expect(files).toContainText('notes.txt');
});

test('a comparison that is not saved yet outlives a reload and the switch of presenter mode, and is gone once it is left', async ({
	app,
	t,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const columns = columnsOf(app, t);
	const model = (number: number, name: string) =>
		columns.head(number).getByLabel(new RegExp(`^${t('connections:model')}: ${name}`));
	// What was edited for a conversation is kept beside it.
	await ui.composer.fill('Edited');
	await page.keyboard.press('ControlOrMeta+Shift+E');
	const editor = page.getByRole('dialog', { name: t('editor:title') });
	const field = editor.getByRole('textbox', { name: t('editor:label') });
	await expect(field).toContainText('Edited');
	await page.evaluate(() => navigator.clipboard.writeText('{"messages":[]}'));
	await field.press('ControlOrMeta+a');
	await page.keyboard.press('ControlOrMeta+v');
	await page.keyboard.press('Escape');
	const kept = page.getByRole('main').getByRole('button', { name: t('editor:openKept') });
	await expect(kept).toBeVisible();

	await page.keyboard.press('ControlOrMeta+Shift+d');
	await columns.add.click();
	await columns.chooseModel(3, 'amazon.nova-pro-v1:0');
	await columns.composer.fill('Not sent yet');
	// None of the columns has a conversation yet in which an edited body could be sent; all show what they would send.
	await page.keyboard.press('ControlOrMeta+Shift+E');
	const notYet = page.getByRole('dialog').filter({ hasText: t('editor:notYetHint') });
	await expect(notYet).toBeVisible();
	await look(page, 'comparison-not-yet');
	await notYet.getByRole('button', { name: t('comparison:bodies') }).click();
	await expect(page.getByRole('button', { name: t('comparison:hideBodies') })).toBeVisible();
	await expect(notYet).toHaveCount(0);
	await page.keyboard.press('ControlOrMeta+Shift+E');
	await expect(notYet).toBeVisible();
	await expect(notYet.getByRole('button', { name: t('comparison:bodies') })).toHaveCount(0);
	await columns.head(2).click({ position: { x: 4, y: 4 } });
	const standsThere = async () => {
		await expect(columns.heads).toHaveCount(3);
		await expect(model(1, 'Claude Haiku 4.5')).toBeVisible();
		await expect(model(3, 'Nova Pro')).toBeVisible();
		await expect(columns.head(2)).toHaveAttribute('data-focused', 'true');
		await expect(columns.composer).toHaveValue('Not sent yet');
		await expect(columns.body(2)).toContainText('Not sent yet');
	};
	await app.reload();
	await standsThere();
	for (const _ of ['on', 'off']) {
		await Promise.all([page.waitForEvent('load'), page.keyboard.press('ControlOrMeta+Shift+KeyL')]);
		await ready(page);
		await standsThere();
	}
	// A further column is one of its own.
	await columns.add.click();
	await expect(columns.heads).toHaveCount(4);
	await columns.send.click();
	await expect(columns.figures).toBeVisible();
	await expect(columns.rounds).toHaveCount(1);

	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	await app.reload();
	await expect(kept).toBeVisible();
	await expect(columns.heads).toHaveCount(0);
});

test('columns that have no room are a step away; all of them have one cost, and are forgotten together', async ({
	app,
	t,
	language,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const columns = columnsOf(app, t);
	const step = (key: 'before' | 'after') => page.getByRole('button', { name: t(`comparison:${key}`), exact: true });
	const told = (range: string) => page.getByText(t('comparison:inView', { range, count: 4 }), { exact: true });
	await page.keyboard.press('ControlOrMeta+Shift+d');
	await columns.add.click();
	await columns.ask(question[language]);
	await expect(columns.figures).toBeVisible();
	// Three have room beside the inspector, which gives way.
	for (const number of [1, 2, 3]) await expect(columns.head(number)).toBeInViewport({ ratio: 1 });
	await expect(ui.inspector).toBeVisible();
	await expect(step('after')).toHaveCount(0);
	await look(page, 'comparison-three');

	// Of four, two are left in view; what is added is among them, and so is what gets the focus.
	await columns.add.click();
	await expect(told('3–4')).toBeVisible();
	for (const number of [3, 4]) await expect(columns.head(number)).toBeInViewport({ ratio: 1 });
	await expect(columns.head(2)).not.toBeInViewport();
	await expect(step('after')).toHaveAttribute('aria-disabled', 'true');
	await step('before').click();
	await expect(told('2–3')).toBeVisible();
	await expect(columns.head(4)).not.toBeInViewport();
	await expect(columns.head(2)).toBeInViewport({ ratio: 1 });
	await look(page, 'comparison-four-beside');
	await page.setViewportSize({ width: 1600, height: 850 });
	for (const number of [1, 2, 3, 4]) await expect(columns.head(number)).toBeInViewport({ ratio: 1 });
	await expect(step('before')).toHaveCount(0);
	// The one in focus stays in view where others lose their room.
	await page.setViewportSize({ width: 1360, height: 850 });
	await expect(told('3–4')).toBeVisible();
	await page.setViewportSize({ width: 1600, height: 850 });

	// What is not known of a column is not in the sum, and that is said.
	const costs = await columns.figures.locator('tbody td[data-figure="cost"]').allTextContents();
	const sum = costs.map((text) => Number(/\$([\d.]+)/.exec(text)?.[1])).reduce((total, one) => total + one, 0);
	const totals = page.locator('[data-totals]');
	await expect(totals).toContainText(t('comparison:totals'));
	await expect(totals).toContainText(t('cost:calls', { count: 3, number: '3' }));
	const said = Number(/\$([\d.]+)/.exec((await totals.locator('[data-cost]').textContent()) ?? '')?.[1]);
	expect(Math.abs(said - sum)).toBeLessThan(0.0002);
	await totals.locator('[data-cost]').click();
	await expect(page.getByRole('dialog', { name: t('comparison:totalsTitle') })).toContainText('amazon.nova-lite-v1:0');
	await page.keyboard.press('Escape');

	// Bodies that are in view while they are erased say so.
	await page.getByRole('button', { name: t('comparison:bodies') }).click();
	await expect(columns.body(1)).toContainText(question[language]);
	const [title = ''] = await ui.titles();
	await ui.conversations.getByRole('button', { name: t('conversations:actions', { title }) }).click({ force: true });
	await page.getByRole('menuitem', { name: t('storage:menu') }).click();
	const dialog = page.getByRole('dialog', { name: t('storage:dialogTitle') });
	await expect(dialog).toContainText(title);
	await expect(dialog).toContainText('3');
	await dialog.getByRole('button', { name: t('storage:confirm'), exact: true }).click();
	for (const number of [1, 2, 3]) {
		await expect(columns.cells(number).last()).toContainText(t('comparison:bodyForgotten'));
	}
});

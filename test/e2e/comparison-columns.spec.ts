import { columnsOf } from './support/columns.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

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

	// One that was edited, too.
	await page.keyboard.press('ControlOrMeta+Shift+E');
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

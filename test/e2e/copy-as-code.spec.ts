import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

test('a call is copied as code, with the mouse and with the keyboard', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('岩石とは？');
	const menu = ui.inspector.getByRole('button', { name: t('inspector:code.menu') });
	await menu.click();
	const item = (target: 'javascript' | 'python') =>
		app.page.getByRole('menuitem', { name: t(`inspector:code.target.${target}`) });
	await expect(item('javascript')).toBeVisible();
	await app.page.keyboard.press('Escape');
	await expect(item('javascript')).toHaveCount(0);
	await look(app.page, 'copy-as-code');
	await menu.click();
	await item('javascript').click();
	await expect(ui.inspector.getByRole('status').filter({ hasText: t('copied') })).toHaveCount(1);
	const javascript = await app.clipboard();
	expect(javascript).toContain('new ConverseStreamCommand(input)');
	expect(javascript).toContain('text: "岩石とは？"');
	await expect(menu).toBeVisible();
	await menu.focus();
	await menu.press('Enter');
	await expect(item('python')).toBeFocused();
	await app.page.keyboard.press('Enter');
	await expect(ui.inspector.getByRole('status').filter({ hasText: t('copied') })).toHaveCount(1);
	const python = await app.clipboard();
	expect(python).toContain('client.converse_stream(**request)');
	expect(python).toContain('"text": "岩石とは？"');
});

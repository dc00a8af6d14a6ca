import type { Page } from '@playwright/test';
import type { CodeTarget } from '../../src/shared/model/code.ts';
import { codeTargets } from '../../src/shared/model/code.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import type { Ui } from './support/ui.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

function menuOf(page: Page, ui: Ui, t: Words) {
	const button = ui.inspector.getByRole('button', { name: t('inspector:code.menu') });
	return {
		button,
		item: (target: CodeTarget) => page.getByRole('menuitem', { name: t(`inspector:code.target.${target}`) }),
		stream: page.getByRole('menuitemcheckbox', { name: t('inspector:code.stream') }),
		goOn: page.getByRole('menuitemcheckbox', { name: t('inspector:code.goOn') }),
		copied: () => expect(ui.inspector.getByRole('status').filter({ hasText: t('copied') })).toHaveCount(1),
	};
}

test('a call is copied as code, with the mouse and with the keyboard', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('岩石とは？');
	const { button, item, stream, goOn, copied } = menuOf(app.page, ui, t);
	await button.click();
	for (const target of codeTargets) await expect(item(target)).toBeVisible();
	await expect(stream).toHaveAttribute('aria-checked', 'true');
	await expect(goOn).toHaveCount(0);
	await app.page.keyboard.press('Escape');
	await expect(item('javascript')).toHaveCount(0);

	// Tab leaves the menu for what stands beside it, and never ends on a guard of its focus.
	await button.press('Enter');
	await expect(item('python')).toBeFocused();
	await app.page.keyboard.press('Tab');
	await expect(item('python')).toHaveCount(0);
	await expect(app.page.locator(':focus')).toBeVisible();
	await expect(app.page.locator('[data-base-ui-focus-guard]:focus')).toHaveCount(0);

	await button.click();
	await item('javascript').click();
	await copied();
	const javascript = await app.clipboard();
	expect(javascript).toContain('new ConverseStreamCommand(input)');
	expect(javascript).toContain('text: "岩石とは？"');
	await expect(button).toBeVisible();
	await button.focus();
	await button.press('Enter');
	await expect(item('python')).toBeFocused();
	await app.page.keyboard.press('Enter');
	await copied();
	const python = await app.clipboard();
	expect(python).toContain('client.converse_stream(**request)');
	expect(python).toContain('"text": "岩石とは？"');

	// In one piece: the choice leaves the menu open, and the next copy is of that kind.
	await button.press('Enter');
	await expect(item('python')).toBeFocused();
	await app.page.keyboard.press('End');
	await expect(stream).toBeFocused();
	await app.page.keyboard.press('Space');
	await expect(stream).toHaveAttribute('aria-checked', 'false');
	await app.page.keyboard.press('Home');
	await app.page.keyboard.press('Enter');
	await expect(button).toBeFocused();
	await expect.poll(() => app.clipboard()).toContain('client.converse(**request)');
});

test('an answer that was gone on with is copied as a program that goes on', async ({ app, t, language }) => {
	const ui = uiOf(app, t);
	await app.page.getByRole('button', { name: /^max tokens [\d,]+$/ }).click();
	const form = app.page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByRole('textbox', { name: t('settings:maxTokens') }).fill('40');
	await app.page.keyboard.press('Escape');
	await ui.askAndWait(language === 'ja' ? 'カエルの俳句を作ってください。' : 'Write a haiku about frogs.');
	await ui.lastAnswer.getByRole('button', { name: t('continuation:continue'), exact: true }).click();
	await expect(
		ui.inspector.getByRole('button', { name: t('continuation:step', { number: 2, count: 2 }) }),
	).toBeVisible();
	await ui.settled();
	const { button, item, stream, goOn, copied } = menuOf(app.page, ui, t);
	await button.click();
	await expect(stream).toHaveAttribute('aria-checked', 'true');
	await expect(goOn).toHaveAttribute('aria-checked', 'true');
	await look(app.page, 'copy-as-code');
	await item('python').click();
	await copied();
	expect(await app.clipboard()).toContain('FURTHER_CALLS = 1\n');
	await button.click();
	await goOn.click();
	await expect(goOn).toHaveAttribute('aria-checked', 'false');
	await item('curl').click();
	await copied();
	await expect.poll(() => app.clipboard()).toMatch(/^# .*\nprintf/m);
});

import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import { wordsOf } from './support/words.ts';

test("a conversation's parameters are sent as they are set, and what is not set is not sent", async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	await ui.chooseModel('anthropic.claude-3-haiku-20240307-v1:0');
	await ui.askAndWait('Nothing set.');
	expect(await ui.requestJson()).toEqual({
		messages: [{ role: 'user', content: [{ text: 'Nothing set.' }] }],
		inferenceConfig: { maxTokens: 1024 },
	});

	await page.getByRole('button', { name: t('settings:parameters'), exact: true }).click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByLabel(t('settings:systemPrompt')).fill('Answer like a geologist. 岩のように。');
	await form.getByLabel(t('settings:maxTokens')).fill('200');
	await form.getByLabel(t('settings:temperature')).fill('0.25');
	await form.getByLabel(t('settings:topP')).fill('0.5');
	await form.getByRole('textbox', { name: t('settings:stopSequences') }).fill('END');
	await form.getByRole('button', { name: t('settings:stopAdd') }).click();
	await look(page, 'parameters');
	await page.keyboard.press('Escape');
	await ui.askAndWait('All set.');
	expect(await ui.requestJson()).toMatchObject({
		system: [{ text: 'Answer like a geologist. 岩のように。' }],
		inferenceConfig: { maxTokens: 200, temperature: 0.25, topP: 0.5, stopSequences: ['END'] },
	});
});

test('the language is changed at once, and kept', async ({ app, t, language }) => {
	const other = language === 'en' ? 'ja' : 'en';
	const words = await wordsOf(other);
	const { page } = app;
	await uiOf(app, t)
		.conversations.getByRole('button', { name: t('conversations:settings'), exact: true })
		.click();
	const dialog = page.getByRole('dialog', { name: t('settings:title') });
	await look(page, 'settings');
	await dialog.getByRole('radio', { name: other === 'ja' ? '日本語' : 'English' }).click();
	await expect(page.getByRole('dialog', { name: words('settings:title') })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', other);
	await app.restart();
	await expect(app.page.locator('html')).toHaveAttribute('lang', other);
	await expect(uiOf(app, words).composer).toBeVisible();
});

test('the theme is changed at once, and kept', async ({ app, t }) => {
	const background = () => app.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	await app.page.emulateMedia({ colorScheme: 'light' });
	const light = await background();
	await uiOf(app, t)
		.conversations.getByRole('button', { name: t('conversations:settings'), exact: true })
		.click();
	const dialog = app.page.getByRole('dialog', { name: t('settings:title') });
	await dialog.getByRole('radio', { name: t('settings:themeDark') }).click();
	await expect.poll(background).not.toBe(light);
	const dark = await background();
	await app.restart();
	await expect.poll(() => background()).toBe(dark);
});

test('new conversations begin with the defaults of the settings', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.conversations.getByRole('button', { name: t('conversations:settings'), exact: true }).click();
	const dialog = app.page.getByRole('dialog', { name: t('settings:title') });
	await dialog.getByLabel(t('settings:maxTokens'), { exact: true }).fill('321');
	await dialog.getByLabel(t('settings:maxTokens'), { exact: true }).blur();
	await dialog.getByRole('button', { name: t('close') }).click();
	await app.restart();
	const again = uiOf(app, t);
	await again.askAndWait('With the default.');
	expect(await again.requestJson()).toMatchObject({ inferenceConfig: { maxTokens: 321 } });
});

test('what a parameter cannot be is not dropped without a word', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	await page.getByRole('button', { name: t('settings:parameters'), exact: true }).click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	const field = form.getByLabel(t('settings:maxTokens'));
	await field.fill('0');
	await ui.composer.click();
	await expect(field).toBeFocused();
	await expect(form.getByRole('alert')).toContainText(t('settings:invalid.integer'));
	await look(page, 'parameter-invalid');
	await field.fill('abc');
	await page.keyboard.press('Escape');
	await expect(field).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(form).toBeHidden();
	const dropped = { field: t('settings:maxTokens'), needs: t('settings:needs.integer') };
	await expect(page.getByText(t('settings:unchanged', dropped)).first()).toBeVisible();
	await ui.askAndWait('Still the old value.');
	expect(await ui.requestJson()).toMatchObject({ inferenceConfig: { maxTokens: 1024 } });
});

test('the settings dialog does not drop a parameter without a word either', async ({ app, t }) => {
	const { page } = app;
	await uiOf(app, t)
		.conversations.getByRole('button', { name: t('conversations:settings'), exact: true })
		.click();
	const dialog = page.getByRole('dialog', { name: t('settings:title') });
	await dialog.getByRole('textbox', { name: t('settings:temperature') }).fill('2');
	await dialog.getByRole('button', { name: t('close') }).click();
	await expect(dialog.getByRole('textbox', { name: t('settings:temperature') })).toBeFocused();
	await dialog.getByRole('textbox', { name: t('settings:temperature') }).fill('');
	await dialog.getByRole('button', { name: t('close') }).click();
	await expect(dialog).toBeHidden();
});

test("a conversation's choices become those of new conversations", async ({ launch, practice, t }) => {
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await page.getByRole('button', { name: t('settings:parameters'), exact: true }).click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	const useThem = form.getByRole('button', { name: t('connections:useForNew') });
	await expect(useThem).toBeHidden();
	await form.getByLabel(t('settings:maxTokens')).fill('77');
	await useThem.click();
	await expect(form.getByRole('status')).toHaveText(t('connections:usedForNew'));
	await look(page, 'used-for-new');
	await page.keyboard.press('Escape');

	await ui.chooseConnection('personal');
	await ui.chooseOperation('Converse');
	const connection = page.getByRole('main').getByLabel(new RegExp(`^${t('connections:connection')}: `));
	await connection.click();
	const popover = page.getByRole('dialog', { name: t('connections:connection') });
	await popover.getByRole('button', { name: t('connections:useForNew') }).click();
	await expect(popover.getByRole('status')).toHaveText(t('connections:usedForNew'));
	await page.keyboard.press('Escape');

	await app.restart();
	const again = uiOf(app, t);
	await again.askAndWait('As chosen.');
	expect(await again.requestJson()).toMatchObject({ inferenceConfig: { maxTokens: 77 } });
	await expect(again.inspector).toContainText(practice.endpoint);
	await expect(
		app.page.getByRole('main').getByLabel(`${t('connections:operation')}: Converse`, { exact: true }),
	).toBeVisible();
});

test('what becomes of a system prompt that Titan has no field for depends on the operation', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.chooseModel('amazon.titan-text-express-v1');
	const opener = app.page.getByRole('button', { name: t('settings:parameters'), exact: true });
	const form = app.page.getByRole('dialog', { name: t('settings:parametersFor') });
	await opener.click();
	await form.getByLabel(t('settings:systemPrompt')).fill('Be brief.');
	await form.getByLabel(t('settings:maxTokens')).focus();
	await expect(form.getByText(t('request:refused.system'))).toBeVisible();
	await app.page.keyboard.press('Escape');
	await ui.chooseOperation('InvokeModel');
	await opener.click();
	await expect(form.getByText(t('settings:systemInFront'))).toBeVisible();
	await expect(form.getByText(t('request:refused.system'))).toHaveCount(0);
	await app.page.keyboard.press('Escape');
	await ui.askAndWait('Rocks?');
	expect(await ui.requestJson()).toMatchObject({ inputText: 'Be brief.\nUser: Rocks?\nBot:' });
});

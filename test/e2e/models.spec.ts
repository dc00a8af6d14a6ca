import type { Page } from '@playwright/test';
import { holdMessages } from './support/held-messages.ts';
import { look } from './support/look.ts';
import { browserOf, names } from './support/model-browser.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'amazon.nova-micro-v1:0';

async function optionsIn(page: Page, group: string): Promise<string[]> {
	return page.getByRole('group', { name: group }).getByRole('option').allTextContents();
}

test('models are found, filtered and sorted, and one is used', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const models = browserOf(app, t);
	await models.open();
	await expect(models.search).toBeFocused();
	await expect(models.source).toHaveAttribute('data-state', 'listed');
	await expect(models.detail('Claude Haiku 4.5')).toContainText(`us.${HAIKU}`);
	await look(app.page, 'models');

	await models.filter(t('models:filter.provider'), 'Amazon');
	await models.filter(t('models:filter.lifecycle'), t('models:lifecycle.active'));
	await expect(names(models.rows)).toHaveText([/^Nova/, /^Nova/, /^Nova/, /^Nova/, /^Titan/, /^Titan/]);
	await look(app.page, 'models-filtered');
	await models.search.fill('ｎｏｖａ　ｍｉｃｒｏ');
	await expect(names(models.rows)).toHaveText(['Nova Micro']);
	await models.search.fill('nova');
	await models.dialog
		.getByRole('columnheader', { name: t('models:column.input') })
		.getByRole('button')
		.click();
	await expect(names(models.rows).first()).toHaveText('Nova Micro');

	await models.search.press('ArrowDown');
	await app.page.keyboard.press('Home');
	await expect(models.row('Nova Micro')).toBeFocused();
	await app.page.keyboard.press('Enter');
	await expect(models.dialog).toBeHidden();
	await expect(ui.composer).toBeFocused();
	await ui.askAndWait('Which rock is this?');
	await expect(ui.inspector).toContainText(encodeURIComponent(NOVA));
});

test('what is typed in the list goes to the search, and Escape closes after clearing it', async ({ app, t }) => {
	const models = browserOf(app, t);
	await models.open();
	await models.search.press('ArrowDown');
	await app.page.keyboard.type('titan');
	await expect(models.search).toHaveValue('titan');
	await app.page.keyboard.press('Escape');
	await expect(models.search).toHaveValue('');
	await app.page.keyboard.press('ArrowDown');
	await app.page.keyboard.press('/');
	await expect(models.search).toBeFocused();
	await expect(models.search).toHaveValue('');
	await app.page.keyboard.press('Escape');
	await expect(models.dialog).toBeHidden();
});

test('any id can be used as it is, and nothing that fits is said', async ({ app, t }) => {
	const models = browserOf(app, t);
	await models.open();
	await models.search.fill('花崗岩');
	await expect(models.dialog.getByText(t('models:none'))).toBeVisible();
	await look(app.page, 'models-none');
	const arn = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc123';
	await models.search.fill(arn);
	await look(app.page, 'models-typed');
	await models.dialog.getByRole('button', { name: t('models:useAsIs', { id: arn }) }).click();
	await expect(models.picker).toHaveAccessibleName(new RegExp(arn));
});

test('a favourite survives a restart and comes first in the picker, then what was called last', async ({ app, t }) => {
	const models = browserOf(app, t);
	await models.open();
	await models.search.fill('nova micro');
	await models
		.detail('Nova Micro')
		.getByRole('button', { name: t('models:star', { name: 'Nova Micro' }) })
		.click();
	await expect(
		models.detail('Nova Micro').getByRole('button', { name: t('models:unstar', { name: 'Nova Micro' }) }),
	).toBeVisible();
	await app.page.keyboard.press('Escape');
	await app.restart();

	await uiOf(app, t).askAndWait('Rocks?');
	const again = browserOf(app, t);
	await again.picker.click();
	const groups = app.page.getByRole('listbox').getByRole('group');
	await expect(groups.first()).toHaveAccessibleName(t('models:favouritesGroup'));
	await expect.poll(() => optionsIn(app.page, t('models:favouritesGroup'))).toEqual([`Nova Micro${NOVA}`]);
	await expect.poll(() => optionsIn(app.page, t('models:recentGroup'))).toEqual([`Claude Haiku 4.5us.${HAIKU}`]);
	await look(app.page, 'model-picker');
	await app.page.getByRole('button', { name: t('models:browse') }).click();
	await again.dialog.getByRole('button', { name: t('models:filter.favourites'), exact: true }).click();
	await expect(names(again.rows)).toHaveText(['Nova Micro']);
});

test('an id of a region is used instead of the one to use first', async ({ launch, practice, t }) => {
	const paths: string[] = [];
	practice.onExchange(({ rawPath }) => paths.push(rawPath));
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	const models = browserOf(app, t);
	await models.open();
	await models.search.fill('haiku 4.5');
	const detail = models.detail('Claude Haiku 4.5');
	await detail.getByRole('button', { name: t('models:useIdOf', { id: `global.${HAIKU}` }) }).click();
	await ui.askAndWait('Where are you?');
	expect(paths.at(-1)).toContain(encodeURIComponent(`global.${HAIKU}`));
	await models.open();
	await expect(models.detail('Claude Haiku 4.5')).toContainText(t('models:inUse'));
});

test('the browser fits from narrow to wide windows', async ({ app, t }) => {
	const models = browserOf(app, t);
	for (const width of [900, 1600]) {
		await app.page.setViewportSize({ width, height: 900 });
		await models.open();
		await expect(models.source).toHaveAttribute('data-state', 'listed');
		await look(app.page, `models-${width}`);
		await app.page.keyboard.press('Escape');
	}
});

test('from the settings the model of new conversations is chosen, and they come back', async ({ app, t }) => {
	const { page } = app;
	await uiOf(app, t)
		.conversations.getByRole('button', { name: t('conversations:settings') })
		.click();
	const settings = page.getByRole('dialog', { name: t('settings:title') });
	await settings.getByLabel(new RegExp(`^${t('connections:model')}: `)).click();
	await page.getByRole('button', { name: t('models:browse') }).click();
	const models = browserOf(app, t);
	await models.search.fill('nova micro');
	await models.search.press('Enter');
	await expect(settings.getByLabel(new RegExp(`^${t('connections:model')}: Nova Micro`))).toBeVisible();
});

test('Enter before the list has come chooses from it once it is there', async ({ launch, context, host, t }, info) => {
	info.skip(host === 'electron', 'Electron’s window has no connection whose answers could be held');
	const lists = await holdMessages(context, 'models/list');
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.conversations.getByRole('button', { name: t('conversations:settings') }).click();
	const settings = app.page.getByRole('dialog', { name: t('settings:title') });
	const chosen = settings.getByLabel(new RegExp(`^${t('connections:model')}: `));
	await chosen.click();
	lists.hold();
	await app.page.getByRole('button', { name: t('models:browse') }).click();
	const models = browserOf(app, t);
	await models.search.fill('nova lite');
	await models.search.press('Enter');
	await models.search.fill('nova micro');
	await expect(models.dialog).toContainText(t('common:loading'));
	await models.search.press('Enter');
	await expect(models.dialog).toBeVisible();
	lists.release();
	await expect(models.dialog).toBeHidden();
	await expect(chosen).toHaveAccessibleName(`${t('connections:model')}: Nova Micro`);
});

test("an account's own profile is called by its ARN, under its own name", async ({ app, t }) => {
	const ui = uiOf(app, t);
	const models = browserOf(app, t);
	await models.open();
	await models.search.fill('practice-study-group');
	const detail = models.dialog.getByRole('region').filter({ hasText: 'practice-study-group' });
	const arn = await detail.locator('code').filter({ hasText: 'application-inference-profile' }).innerText();
	await detail.getByRole('button', { name: t('models:star', { name: 'practice-study-group' }) }).click();
	await detail.getByRole('button', { name: t('models:useIdOf', { id: arn }) }).click();
	await expect(models.picker).toHaveText('practice-study-group');
	await expect(models.picker).toHaveAccessibleName(`${t('connections:model')}: practice-study-group, ${arn}`);
	await ui.askAndWait('Who pays?');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await models.picker.click();
	await expect.poll(() => optionsIn(app.page, t('models:favouritesGroup'))).toEqual([`practice-study-group${arn}`]);
	await app.page.keyboard.press('Escape');

	// A prompt router chooses among models itself, for this talk the larger one; what it costs is in no list.
	await ui.chooseModel('arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/amazon.nova:1');
	await ui.askAndWait('Who answers?');
	const model = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0';
	await expect(ui.lastAnswer).toContainText(t('stops:routed', { model }).replaceAll(/<.*?>/g, ''));
	await expect(ui.lastAnswer.locator('[data-cost]')).toHaveText(t('cost:unknown'));
	await look(app.page, 'models-routed');
});

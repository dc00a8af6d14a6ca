import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

test('what is captured is shown, forgotten when a person says so, and told where it was', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	await ui.askAndWait('What is an outcrop?');
	await ui.askAndWait('And a stratum? 地層とは？');
	const [title = ''] = await ui.titles();

	const settings = page.getByRole('dialog', { name: t('settings:title') });
	const openSettings = async () => {
		await ui.conversations.getByRole('button', { name: t('conversations:settings'), exact: true }).click();
		await settings.getByRole('heading', { name: t('storage:title') }).scrollIntoViewIfNeeded();
	};
	await openSettings();
	const part = settings.getByRole('region', { name: t('storage:title') });
	await expect(part.getByRole('list', { name: t('storage:inUse') }).getByRole('listitem')).toHaveCount(3);
	const forgetThis = part.getByRole('button', { name: t('storage:forgetOf', { title }), exact: true });
	await expect(forgetThis).toBeVisible();
	const days = part.getByLabel(t('storage:keepDays'), { exact: true });
	await days.fill('0');
	await expect(part.getByRole('alert')).toHaveText(t('settings:invalid.daysOrNone'));
	await days.fill('90');
	await part.getByLabel(t('storage:maxMegabytes'), { exact: true }).fill('500');
	await part.getByLabel(t('storage:maxMegabytes'), { exact: true }).press('Tab');
	await part.evaluate((section) => section.scrollIntoView({ block: 'start' }));
	await look(page, 'storage');

	await forgetThis.click();
	const dialog = page.getByRole('dialog', { name: t('storage:dialogTitle') });
	await expect(dialog.getByText(t('storage:dialogUndo'))).toBeVisible();
	await look(page, 'storage-forget');
	await dialog.getByRole('button', { name: t('storage:cancel') }).click();
	await expect(forgetThis).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(settings).toBeHidden();

	// Nothing was erased so far; now it is, from the list of conversations.
	await expect(ui.inspector.getByRole('region', { name: t('inspector:bodyOf.request') })).toBeVisible();
	await ui.conversations.getByRole('button', { name: t('conversations:actions', { title }) }).click({ force: true });
	await page.getByRole('menuitem', { name: t('storage:menu') }).click();
	await dialog.getByRole('button', { name: t('storage:confirm'), exact: true }).click();
	const note = (tab: 'request' | 'response' | 'stream') =>
		ui.inspector
			.getByRole('tabpanel', { name: t(`inspector:tab.${tab}`) })
			.getByRole('note')
			.filter({ hasText: t('storage:forgotten') });
	await expect(note('request')).toBeVisible();
	await look(page, 'storage-forgotten');
	for (const tab of ['response', 'stream'] as const) {
		await ui.openTab(tab);
		await expect(note(tab)).toBeVisible();
		await expect(note(tab)).toContainText('sha256');
	}
	await expect(ui.lastAnswer).not.toBeEmpty();

	// What needs the bodies says why it can't be had.
	await ui.inspector.getByRole('button', { name: t('inspector:code.menu') }).click();
	await page.getByRole('menuitem').first().click();
	await expect(page.getByText(t('notices:error.FORGOTTEN')).first()).toBeVisible();

	await openSettings();
	await expect(part.getByText(t('storage:callsNone'))).toBeVisible();
	await expect(days).toHaveValue('90');
	await app.restart();
	const again = uiOf(app, t);
	await again.conversations.locator('[data-conversation]').click();
	await expect(again.inspector.getByRole('note').filter({ hasText: t('storage:forgotten') })).toBeVisible();
	await again.askAndWait('Is the next one captured again?');
	expect(await again.copiedBody('request')).toContain('Is the next one captured again?');
});

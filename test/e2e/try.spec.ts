import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

test('what to try is found, put into the composer with what it needs, and taken back', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const dialog = page.getByRole('dialog', { name: t('tries:title') });
	const thing = (id: 'cut' | 'throttledTwice' | 'picture') =>
		dialog.getByRole('button', { name: t(`tries:things.${id}.title`) });
	const note = page.getByRole('region', { name: t('tries:title') });
	const maxTokens = page.getByRole('button', { name: new RegExp(`^${t('settings:chip.maxTokens')} 20$`) });

	// What a person had written themselves comes back.
	await ui.composer.fill('mine');
	await page.getByRole('button', { name: t('tries:open') }).click();
	await expect(dialog.getByRole('tab', { selected: true })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(dialog.getByRole('tab', { name: t('tries:themes.ends') })).toHaveAttribute('aria-selected', 'true');
	await look(page, 'try');
	await thing('cut').click();
	await expect(dialog).toHaveCount(0);
	await expect(ui.composer).toHaveValue(t('tries:things.cut.text'));
	await expect(ui.composer).toBeFocused();
	await expect(note).toContainText(t('tries:ready', { title: t('tries:things.cut.title') }));
	await expect(maxTokens).toBeVisible();
	await look(page, 'try-ready');

	// Another one in its place, with a file; the way back leads to what was there before both.
	await note.getByRole('button', { name: t('tries:others') }).click();
	await dialog.getByRole('tab', { name: t('tries:themes.files') }).click();
	await look(page, 'try-files');
	await thing('picture').click();
	await expect(maxTokens).toHaveCount(0);
	await expect(page.locator('form').getByRole('list', { name: t('attachments:attached') })).toContainText('320 × 240');
	await note.getByRole('button', { name: t('tries:undo') }).click();
	await expect(note).toHaveCount(0);
	await expect(ui.composer).toHaveValue('mine');
	await expect(page.locator('form').getByRole('listitem')).toHaveCount(0);

	// From where the practice connection is chosen, out of a conversation that has begun, at 900 pixels.
	await ui.askAndWait('mine');
	const ended = page.getByRole('status').filter({ hasText: t('chat:live.complete') });
	await expect(ended).toHaveCount(1);
	await page.setViewportSize({ width: 900, height: 700 });
	await page
		.getByRole('main')
		.getByRole('button', { name: new RegExp(`^${t('connections:connection')}: `) })
		.click();
	await look(page, 'try-connection');
	await page
		.getByRole('dialog')
		.getByRole('button', { name: t('tries:open') })
		.click();
	await dialog.getByRole('tab', { name: t('tries:themes.retries') }).click();
	await look(page, 'try-narrow');
	await thing('throttledTwice').click();
	await expect(ui.composer).toHaveValue(t('tries:things.throttledTwice.text'));
	// What was said of that conversation’s answer is not found beside the new one.
	await expect(ended).toHaveCount(0);
	await note.getByRole('button', { name: t('tries:undo') }).click();
	await expect(ui.lastAnswer).toBeVisible();
	await expect(ui.composer).toHaveValue('');

	// A page that has no room for all of that begins with its beginning, and has nothing newest to go to.
	await page.setViewportSize({ width: 900, height: 480 });
	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	await expect(page.getByRole('heading', { name: t('chat:empty.title') })).toBeInViewport({ ratio: 1 });
	await expect(page.getByRole('button', { name: t('chat:jumpToLatest') })).toHaveCount(0);
});

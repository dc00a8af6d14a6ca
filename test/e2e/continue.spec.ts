import type { Page } from '@playwright/test';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import type { Ui } from './support/ui.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const question = { en: 'Write a haiku about frogs.', ja: 'カエルの俳句を作ってください。' };

async function setMaxTokens(page: Page, t: Words, value: string) {
	await page.getByRole('button', { name: /^max tokens [\d,]+$/ }).click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByRole('textbox', { name: t('settings:maxTokens') }).fill(value);
	await page.keyboard.press('Escape');
	await expect(form).toBeHidden();
}

/** What stands under an answer that was cut off. */
function cutNote(ui: Ui, t: Words) {
	const note = ui.lastAnswer.getByRole('region', { name: t('continuation:cut') });
	return { note, press: note.getByRole('button', { name: t('continuation:continue'), exact: true }) };
}

test('a cut answer is continued until it ends, each call in the inspector', async ({ app, t, language }) => {
	const ui = uiOf(app, t);
	await setMaxTokens(app.page, t, '40');
	await ui.askAndWait(question[language]);
	const { note, press } = cutNote(ui, t);
	await expect(note).toContainText(t('continuation:hint', { count: 40, number: '40' }));
	await expect(press).toHaveCSS('font-weight', '600');
	await look(app.page, 'cut');
	// The way to have it done without a press is right there.
	await note.getByRole('button', { name: t('continuation:byItself') }).click();
	await expect(app.page.getByRole('heading', { name: t('continuation:settings.title') })).toBeInViewport();
	await app.page.keyboard.press('Escape');
	await expect(app.page.getByRole('dialog')).toHaveCount(0);
	const before = await ui.lastAnswer.locator('[data-block], p, h4').first().textContent();

	await press.click();
	await expect(
		ui.inspector.getByRole('button', { name: t('continuation:step', { number: 2, count: 2 }) }),
	).toBeVisible();
	await ui.settled();
	await expect(ui.composer).toBeFocused();
	expect(await ui.lastAnswer.locator('[data-block], p, h4').first().textContent()).toBe(before);
	const sent = (await ui.requestJson()) as { messages: { role: string }[] };
	expect(sent.messages.map(({ role }) => role)).toEqual(['user', 'assistant']);

	// With a larger limit one more call is enough.
	await note.getByRole('button', { name: t('continuation:larger') }).click();
	const form = app.page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByRole('textbox', { name: t('settings:maxTokens') }).fill('2000');
	await app.page.keyboard.press('Escape');
	await ui.callAgain(() => press.click());
	await expect(note).toHaveCount(0);
	await expect(ui.lastAnswer).toContainText('end_turn');
	await expect(ui.lastAnswer).toContainText(t('chat:calls', { count: 3 }));
	await look(app.page, 'continued');
});

test('it continues by itself where the settings say so, as far as they say', async ({ app, t, language }) => {
	const ui = uiOf(app, t);
	await ui.conversations.getByRole('button', { name: t('conversations:settings') }).click();
	const dialog = app.page.getByRole('dialog', { name: t('settings:title') });
	const calls = dialog.getByLabel(t('continuation:settings.calls'), { exact: true });
	await expect(calls).toBeDisabled();
	await dialog.getByRole('radio', { name: t('continuation:settings.automatic') }).click();
	await calls.fill('0');
	await expect(dialog.getByRole('alert')).toContainText(t('settings:invalid.furtherCalls'));
	await calls.fill('2');
	await calls.scrollIntoViewIfNeeded();
	await look(app.page, 'settings-continuation');
	await dialog.getByRole('button', { name: t('close') }).click();
	await setMaxTokens(app.page, t, '40');
	await ui.askAndWait(question[language]);
	await expect(ui.lastAnswer).toContainText(t('chat:calls', { count: 3 }));
	await expect(cutNote(ui, t).note).toContainText(t('continuation:limitReached'));

	await ui.conversations.getByRole('button', { name: t('conversations:settings') }).click();
	await dialog.getByRole('radio', { name: t('continuation:settings.off') }).click();
	await dialog.getByRole('button', { name: t('close') }).click();
	await expect(cutNote(ui, t).note).toHaveCount(0);
});

test('what broke off, was stopped or refused in a later call goes on from there', async ({
	launch,
	practice,
	t,
	language,
}) => {
	practice.faults.arm({ kind: 'connection-reset', afterFrames: 12 });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait(question[language]);
	const lost = app.page.getByRole('region', { name: t('failure:connection-lost.title') });
	const goOn = lost.getByRole('button', { name: t('failure:action.continue'), exact: true });
	await expect(goOn).toHaveCSS('font-weight', '600');
	await expect(lost.getByRole('button', { name: t('continuation:anew') })).toBeVisible();
	await look(app.page, 'broke-off');

	practice.faults.arm({ kind: 'access-denied', message: 'User: arn:aws:iam::1:user/a is not authorized' });
	await ui.callAgain(() => goOn.click());
	await expect(ui.lastTitle).toBeVisible();
	await expect(lost).toHaveCount(0);
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'incomplete');

	const stall = practice.faults.arm({ kind: 'stalled-stream', afterFrames: 12 });
	await ui.lastAnswer.getByRole('button', { name: t('continuation:here') }).click();
	await expect(ui.lastAnswer).toContainText(t('continuation:continuing'));
	// Stopped before, it would wait for the next call.
	await stall.reached;
	await ui.stop.click();
	await ui.settled();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'stopped');
	await ui.callAgain(() => ui.lastAnswer.getByRole('button', { name: t('continuation:here') }).click());
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await expect(ui.lastAnswer).toContainText('end_turn');
	await expect(ui.lastAnswer.getByRole('heading', { level: 4 })).toHaveCount(1);
});

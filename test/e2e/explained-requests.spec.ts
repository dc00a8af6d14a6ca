import { pngOf } from '../helpers/png.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

/** What AWS says of a request that it refuses as it is. */
function refused(message: string) {
	return { kind: 'refused', exception: 'ValidationException', message } as const;
}

test('a refused setting is opened from its explanation, or left out', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	const dialog = page.getByRole('dialog', { name: t('request:titleFor.conversation') });
	const tab = dialog.getByRole('tab', { name: new RegExp(`^${t('request:section.guardrail')}`) });
	const field = (name: string) =>
		dialog.locator(`[data-setting="${name}"]`).filter({ visible: true }).getByRole('textbox');
	await page.getByRole('button', { name: t('settings:parameters'), exact: true }).click();
	await page.getByRole('button', { name: t('request:all') }).click();
	await tab.click();
	await field('guardrail').fill('nowhere00000');
	await field('guardrail.version').fill('7');
	await field('guardrail.version').blur();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await ui.askAndWait('岩とは何ですか？');

	const card = page.getByRole('region', { name: t('failure:guardrail-missing.title') });
	await expect(card).toContainText(t('failure:cause.guardrail-missing'));
	await look(page, 'refused-guardrail');
	await card.getByRole('button', { name: t('failure:action.guardrailSettings') }).click();
	await expect(tab).toHaveAttribute('aria-selected', 'true');
	await expect(field('guardrail')).toHaveValue('nowhere00000');
	await page.keyboard.press('Escape');
	await ui.callAgain(() => card.getByRole('button', { name: t('failure:action.noGuardrail') }).click());
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	expect(await ui.requestJson()).not.toHaveProperty('guardrailConfig');
});

test('a refused file is left out at a press, a refused body is opened to be edited', async ({
	launch,
	practice,
	t,
}) => {
	const app = await launch();
	const ui = uiOf(app, t);
	const { page } = app;
	await ui.chooseConnection('personal');
	practice.faults.arm(refused('The model returned the following errors: Could not process image'));
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('button', { name: t('attachments:attach'), exact: true }).click(),
	]);
	await chooser.setFiles({ name: 'rock.png', mimeType: '', buffer: pngOf(64, 48, 40) });
	await expect(page.getByRole('main').locator('form').getByRole('listitem')).toHaveCount(1);
	await ui.askAndWait('この写真の岩は何ですか？');
	const card = page.getByRole('region', { name: t('failure:image-unreadable.title') });
	await expect(card).toContainText(t('failure:step.save-image-anew'));
	await look(page, 'refused-file');
	await card.getByRole('button', { name: t('failure:action.withoutFiles') }).click();
	await expect(page.locator('[data-turn-id]')).toHaveCount(2);
	await ui.settled();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await expect(ui.lastTurn).toContainText('この写真の岩は何ですか？');
	expect(JSON.stringify(await ui.requestJson())).not.toContain('"image"');

	practice.faults.arm(
		refused(
			'The model returned the following errors: Malformed input request: #: extraneous key [textGenerationConfig] is not permitted, please reformat your input and try again.',
		),
	);
	await ui.askAndWait('And once more?');
	const body = page.getByRole('region', { name: /textGenerationConfig/ });
	await look(page, 'refused-key');
	await body.getByRole('button', { name: t('failure:action.editBody') }).click();
	await expect(page.getByRole('dialog', { name: t('editor:titleAgain') })).toContainText('And once more?');
});

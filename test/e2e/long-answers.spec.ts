import type { Page } from '@playwright/test';
import { converseAnswer, plantScripted } from './support/scripted-bedrock.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const SENTENCE = '岩盤の上に**土**がある。 Under the *soil* lies the rock, and `outcrop` is where it comes to light. ';

/** How far the messages are from their end, pixels. */
function toEnd(page: Page): Promise<number> {
	return page
		.locator('section[aria-busy="false"]')
		.evaluate((pane) => Math.round(pane.scrollHeight - pane.scrollTop - pane.clientHeight));
}

test('a window that becomes narrower or wider, lower or higher keeps the end in view', async ({
	folders,
	launch,
	t,
}) => {
	await using service = await plantScripted(folders, { operation: 'Converse' });
	const text = `${SENTENCE.repeat(10)}\n\n| a | b |\n|---|---|\n| ${SENTENCE} | c |\n`;
	service.script(...Array.from({ length: 6 }, () => converseAnswer([{ text }], 'end_turn')));
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await page.setViewportSize({ width: 1600, height: 1000 });
	for (let count = 1; count <= 6; count++) await ui.askAndWait(`Question ${count}.`);
	await expect.poll(() => toEnd(page)).toBeLessThanOrEqual(1);
	for (const [width, height] of [
		[900, 1000],
		[1600, 700],
		[900, 600],
		[1600, 1000],
	] as const) {
		await page.setViewportSize({ width, height });
		await expect(ui.lastTurn.getByRole('button', { name: t('chat:copyAnswer') })).toBeInViewport();
		await expect.poll(() => toEnd(page), `at ${width} × ${height}`).toBeLessThanOrEqual(1);
	}
});

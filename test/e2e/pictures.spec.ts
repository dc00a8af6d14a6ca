import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

/** The README's pictures; `node scripts/update-pictures.mjs` copies them to docs/images/. */
const folder = fileURLToPath(new URL('../../test-results/pictures', import.meta.url));

test.use({ viewport: { width: 1280, height: 700 } });

test('a chat; the timeline of its answer, the request, and what a field of it is', async ({ launch, t, language }) => {
	const app = await launch({ pace: 'fast' });
	const ui = uiOf(app, t);
	await ui.askAndWait(
		{ en: 'What goes over the wire to Bedrock?', ja: 'Bedrock との通信の中身を見せてください。' }[language],
	);
	await ui.openTab('request');
	await ui.inspector.locator('.cm-line').filter({ hasText: '"role"' }).hover();
	const strip = ui.inspector.getByRole('region', { name: t('explain:title') });
	await expect(strip).toContainText(t('fields:Message.role'));
	await shoot(app.page, `main-${language}`, 'light');
});

test('a frame of the answer, down to its bytes', async ({ launch, t, language }) => {
	const app = await launch({ pace: 'fast' });
	const ui = uiOf(app, t);
	await ui.askAndWait({ en: 'Show me the bytes.', ja: 'バイト列を見せてください。' }[language]);
	await app.page.keyboard.press('ControlOrMeta+b');
	await app.page.getByRole('separator', { name: t('resizeInspector') }).press('End');
	await ui.openTab('stream');
	await ui.inspector.locator('tr[aria-level="1"]').filter({ hasText: 'contentBlockDelta' }).nth(1).click();
	const bytes = ui.inspector.getByRole('region', { name: t('inspector:byteByByte') });
	await bytes.getByRole('option').last().scrollIntoViewIfNeeded();
	await bytes
		.getByRole('option')
		.filter({ hasText: t('inspector:field.padding') })
		.hover();
	await expect(bytes.locator('[class*="lit"]').first()).toBeVisible();
	await shoot(app.page, `bytes-${language}`, 'light');
});

test('one question in four bodies, as it is typed', async ({ app, t, language }) => {
	const { page } = app;
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.getByRole('button', { name: new RegExp(`^${t('comparison:empty.fourBodies')}`) }).click();
	await page.keyboard.press('ControlOrMeta+b');
	const question = { en: 'Why is the sky blue?', ja: '空はなぜ青いのですか。' }[language];
	await page.getByRole('textbox', { name: t('comparison:composer.label') }).fill(question);
	for (const number of [1, 2, 3, 4]) {
		const body = page.getByRole('region', { name: t('comparison:bodyLabel', { number }) });
		await expect(body).toContainText(question);
	}
	await page.emulateMedia({ colorScheme: 'light' });
	await page.screenshot({ path: `${folder}/bodies-${language}.png`, animations: 'disabled', caret: 'hide' });
});

test('a refused call, explained', async ({ launch, practice, t, language }) => {
	practice.faults.arm({
		kind: 'access-denied',
		message:
			'User: arn:aws:iam::111122223333:user/learner is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-haiku-4-5-20251001-v1:0 because no identity-based policy allows the bedrock:InvokeModelWithResponseStream action',
	});
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait({ en: 'Why is this refused?', ja: 'なぜ拒否されるのですか。' }[language]);
	await expect(app.page.getByRole('region', { name: t('failure:iam-not-allowed.title') })).toBeVisible();
	await shoot(app.page, `refused-${language}`, 'dark');
});

/** A picture with the question at the top, as far as the talk can be scrolled. */
async function shoot(page: Page, name: string, colorScheme: 'light' | 'dark'): Promise<void> {
	await page.emulateMedia({ colorScheme });
	await page
		.locator('[data-turn-id]')
		.last()
		.evaluate((turn) => turn.scrollIntoView({ block: 'start' }));
	await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled', caret: 'hide' });
}

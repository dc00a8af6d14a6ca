import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { App } from './support/app.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const steps = ['region', 'credentials', 'identity', 'call'] as const;

/** The page and its parts. */
function welcomeOf({ page }: Pick<App, 'page'>, t: Words) {
	const way = (name: string) => page.getByRole('radio', { name, exact: true });
	return {
		heading: page.getByRole('heading', { level: 1, name: t('welcome:title') }),
		run: page.getByRole('button', { name: t('welcome:test.run'), exact: true }),
		again: page.getByRole('button', { name: t('welcome:test.again'), exact: true }),
		start: page.getByRole('button', { name: t('welcome:test.start'), exact: true }),
		skip: page.getByRole('button', { name: t('welcome:skip'), exact: true }),
		practice: way(t('welcome:choose.practice')),
		way,
		step: (name: (typeof steps)[number]) =>
			page.getByRole('list', { name: t('welcome:test.steps') }).locator(`[data-step="${name}"]`),
		ended: (how: 'passed' | 'failed') => expect(page.locator('[data-welcome]')).toHaveAttribute('data-welcome', how),
	};
}

async function expectSteps(page: Page, states: readonly string[]): Promise<void> {
	const found = await page
		.locator('[data-step]')
		.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-state')));
	expect(found).toEqual(states);
}

test('an empty machine: the practice endpoint in two clicks, and an answer', async ({ launch, t }) => {
	const app = await launch({ firstRun: true });
	const welcome = welcomeOf(app, t);
	await expect(welcome.heading).toBeFocused();
	await expect(app.page.getByText(t('welcome:machine.missing'))).toBeVisible();
	await expect(welcome.practice).toBeChecked();
	await look(app.page, 'welcome');

	await welcome.run.click();
	await welcome.ended('passed');
	await expect(welcome.step('call')).toHaveAttribute('data-state', 'passed');
	await expect(welcome.step('region')).toContainText('us-east-1');
	await look(app.page, 'welcome-practice');
	await welcome.start.click();

	const ui = uiOf(app, t);
	await expect(welcome.heading).toBeHidden();
	await expect(ui.composer).toBeFocused();
	await ui.askAndWait('Hello.');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	// The test call is no conversation.
	expect(await ui.titles()).toEqual(['Hello.']);

	await app.restart();
	await expect(uiOf(app, t).composer).toBeVisible();
	await expect(welcomeOf(app, t).heading).toBeHidden();
});

import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';
import type { App } from './app.ts';
import type { Words } from './words.ts';

/** The browser's parts, and the ways into it. */
export function browserOf({ page }: App, t: Words) {
	const dialog = page.getByRole('dialog', { name: t('models:title') });
	const grid = dialog.getByRole('grid', { name: t('models:title') });
	const picker = page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:model')}: `))
		.first();
	return {
		dialog,
		picker,
		search: dialog.getByRole('searchbox', { name: t('models:search') }),
		rows: grid.locator('tbody').getByRole('row'),
		row: (name: string) => grid.getByRole('row').filter({ has: page.getByRole('gridcell', { name, exact: true }) }),
		/** Of the model that is chosen. */
		detail: (name: string) => dialog.getByRole('region', { name, exact: true }),
		source: dialog.locator('[data-state]').and(dialog.getByRole('status')),
		open: async () => {
			await picker.click();
			await page.getByRole('button', { name: t('models:browse') }).click();
			await expect(dialog).toBeVisible();
		},
		filter: async (label: string, option: string) => {
			await dialog.getByLabel(new RegExp(`^${label}: `)).click();
			await page.getByRole('option', { name: option, exact: true }).click();
		},
	};
}

/** The cells with the names of the rows. */
export function names(rows: Locator): Locator {
	return rows.locator('td[data-column="name"]');
}

import { expect } from '@playwright/test';
import type { App } from './app.ts';
import type { Words } from './words.ts';

/** The columns of a comparison, by what a person sees of them. */
export function columnsOf({ page, clipboard }: App, t: Words) {
	const main = page.getByRole('main');
	const composer = page.getByRole('textbox', { name: t('comparison:composer.label') });
	/** From 1. */
	const head = (number: number) =>
		main.getByRole('region', { name: new RegExp(`^${t('comparison:column', { number, model: '' })}`) });
	const cells = (number: number) => main.locator(`[data-cell="${number}"]`);
	const turn = (number: number) => cells(number).last().locator('[data-turn-id]');
	const body = (number: number) => main.getByRole('region', { name: t('comparison:bodyLabel', { number }) }).last();
	return {
		composer,
		send: page.getByRole('button', { name: t('comparison:composer.send'), exact: true }),
		stopAll: page.getByRole('button', { name: t('comparison:composer.stop'), exact: true }),
		add: page.getByRole('button', { name: t('comparison:add'), exact: true }),
		heads: main.getByRole('region', {
			name: new RegExp(`^${t('comparison:column', { number: 0, model: '' }).replace('0', '\\d')}`),
		}),
		head,
		cells,
		turn,
		rounds: main.locator('[data-round]'),
		figures: main.locator('[data-figures]'),
		row: (number: number) => main.locator('[data-figures] tbody tr').nth(number - 1),
		/** A request body, as it would be sent or was. */
		body,
		/** All of it: CodeMirror draws only the lines in view. */
		copied: async (number: number) => {
			await body(number)
				.getByRole('button', { name: t('comparison:copyBody'), exact: true })
				.click();
			await expect(
				body(number)
					.getByRole('status')
					.filter({ hasText: t('copied') }),
			).toHaveCount(1);
			return clipboard();
		},
		menu: async (number: number, item: 'sameConnection' | 'sameParameters' | 'remove') => {
			await head(number)
				.getByRole('button', { name: t('comparison:menu', { number }) })
				.click();
			await page.getByRole('menuitem', { name: t(`comparison:${item}`) }).click();
		},
		chooseModel: async (number: number, id: string) => {
			await head(number)
				.getByLabel(new RegExp(`^${t('connections:model')}: `))
				.click();
			await page.getByRole('combobox', { name: t('connections:modelSearch') }).fill(id);
			await page.getByRole('option').filter({ hasText: id }).first().click();
			await expect(page.getByRole('option')).toHaveCount(0);
		},
		ask: async (text: string) => {
			await composer.fill(text);
			await composer.press('Enter');
			await expect(composer).toHaveValue('');
		},
	};
}

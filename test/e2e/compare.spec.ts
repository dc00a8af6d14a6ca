import type { Locator } from '@playwright/test';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

/** The parts of the comparison in an inspector. */
function comparisonOf(inspector: Locator, t: Words) {
	return {
		open: () => inspector.getByRole('tab', { name: t('compare:tab') }).click(),
		summary: inspector.getByRole('region', { name: t('compare:summary') }),
		rows: inspector.getByRole('treegrid', { name: t('compare:rows') }),
		row: (mark: 'added' | 'removed' | 'changed') => inspector.locator(`tr[data-mark="${mark}"]`),
		side: (side: 'request' | 'response' | 'headers' | 'call') =>
			inspector.getByRole('group', { name: t('compare:sides') }).getByRole('button', { name: t(`compare:side.${side}`) }),
		with: inspector.getByRole('combobox', { name: new RegExp(`^${t('compare:with')}`) }),
	};
}

test('a request is compared with the one before: what is sent again, what is new', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const compare = comparisonOf(ui.inspector, t);
	await ui.askAndWait('地層はどのようにできますか。');
	await compare.open();
	await expect(ui.inspector.getByText(t('compare:firstTitle'))).toBeVisible();
	await look(app.page, 'compare-first');
	await ui.askAndWait('And how old are they?');
	await expect(compare.summary).toContainText(t('compare:adds', { count: 2, shown: 2, roles: 'assistant, user' }).slice(0, 8));
	await look(app.page, 'compare-history');
	await ui.askAndWait('Thank you!');
	await compare.side('response').click();
	await expect(compare.row('changed').first()).toBeVisible();
	await look(app.page, 'compare-response');
	await compare.side('headers').click();
	await expect(compare.row('changed').first()).toBeVisible();
	await look(app.page, 'compare-headers');
	await compare.side('call').click();
	await look(app.page, 'compare-call');
});

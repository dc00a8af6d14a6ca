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
			inspector
				.getByRole('group', { name: t('compare:sides') })
				.getByRole('button', { name: t(`compare:side.${side}`), exact: true }),
		with: inspector.getByRole('combobox', { name: new RegExp(`^${t('compare:with')}`) }),
		swap: inspector.getByRole('button', { name: t('compare:swap') }),
	};
}

test('a request is compared with the one before: what is sent again, what is new', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const compare = comparisonOf(ui.inspector, t);
	await ui.askAndWait('地層はどのようにできますか。');
	await compare.open();
	await expect(ui.inspector.getByText(t('compare:firstTitle'))).toBeVisible();
	await look(page, 'compare-first');

	await ui.askAndWait('And how old are they?');
	const size = Buffer.byteLength(await ui.copiedBody('request'));
	await compare.open();
	const total = size.toLocaleString('en');
	await expect(compare.summary).toContainText(t('compare:resends', { count: 1, shown: '1', bytes: '81', total }));
	await expect(compare.summary).toContainText(
		t('compare:adds', { count: 2, shown: '2', roles: 'assistant, user' }).split('(')[0]?.split('（')[0] ?? '',
	);
	await expect(compare.summary).toContainText(t('compare:nothingElse'));
	await expect(compare.row('added').first()).toBeVisible();
	await expect(compare.row('removed')).toHaveCount(0);
	await look(page, 'compare-history');

	// What is the same is folded; keys open it, and lead to the differences.
	await compare.rows.focus();
	await compare.rows.press('Home');
	await compare.rows.press('ArrowDown');
	await compare.rows.press('ArrowDown');
	const fold = compare.rows.getByRole('row', { expanded: false }).first();
	await expect(fold).toHaveAttribute('id', (await compare.rows.getAttribute('aria-activedescendant')) ?? '');
	await compare.rows.press('ArrowRight');
	await expect(compare.rows.getByRole('row', { expanded: true })).toBeVisible();
	await expect(compare.rows).toContainText('地層はどのようにできますか。');
	await compare.rows.press('n');
	const mark = () =>
		compare.rows.evaluate((rows) => {
			const id = rows.getAttribute('aria-activedescendant') ?? '';
			return document.getElementById(id)?.dataset['mark'];
		});
	await expect.poll(mark).toBe('added');
	await page.setViewportSize({ width: 1600, height: 1000 });
	// What a row shows is explained like a field of a body.
	await compare.rows.press('ArrowDown');
	await expect(ui.inspector.getByRole('region', { name: t('explain:title') })).toContainText('role');
	await look(page, 'compare-keyboard');

	await compare.swap.click();
	await expect(compare.row('removed').first()).toBeVisible();
	await expect(compare.row('added')).toHaveCount(0);
});

test('responses, headers and figures of two calls are compared as well', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const compare = comparisonOf(ui.inspector, t);
	await ui.askAndWait('地層はどのようにできますか。');
	await ui.askAndWait('And how old are they?');
	await compare.open();
	await compare.side('response').click();
	await expect(compare.summary).toContainText(t('compare:joined'));
	await expect(compare.row('changed').first()).toBeVisible();
	await look(page, 'compare-response');
	await compare.side('headers').click();
	await expect(compare.rows).toContainText('amz-sdk-invocation-id');
	await look(page, 'compare-headers');
	await compare.side('call').click();
	await expect(ui.inspector.getByRole('row').filter({ hasText: t('inspector:operation') })).not.toHaveAttribute(
		'data-differs',
	);
	await expect(ui.inspector.getByRole('row').filter({ hasText: t('inspector:requestId') })).toHaveAttribute(
		'data-differs',
	);
	await look(page, 'compare-call');
});

test('the same question to two operations: what moved, and what has another name', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const compare = comparisonOf(ui.inspector, t);
	await ui.chooseOperation('Converse');
	await ui.askAndWait('What is basalt?');
	await page
		.getByRole('button', { name: t('conversations:new') })
		.first()
		.click();
	await ui.chooseOperation('InvokeModel');
	await ui.askAndWait('What is basalt?');
	await compare.open();
	await expect(ui.inspector.getByText(t('compare:firstTitle'))).toBeVisible();
	await compare.with.click();
	await page.getByRole('option').filter({ hasText: 'What is basalt?' }).click();
	const row = (concept: 'messages' | 'maxTokens') =>
		compare.summary.getByRole('row').filter({ hasText: t(`compare:concept.${concept}`) });
	await expect(row('messages')).toContainText(t('compare:verdict.same'));
	await expect(row('maxTokens')).toContainText('inferenceConfig.maxTokens');
	await expect(row('maxTokens')).toContainText('max_tokens');
	await page.setViewportSize({ width: 1600, height: 1000 });
	await look(page, 'compare-operations');
});

test('an answer that goes on: what the further call sends, and that the rest is the same', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const compare = comparisonOf(ui.inspector, t);
	await page.getByRole('button', { name: /^max tokens [\d,]+$/ }).click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByRole('textbox', { name: t('settings:maxTokens') }).fill('40');
	await page.keyboard.press('Escape');
	await ui.askAndWait('カエルの俳句を作ってください。');
	const goOn = ui.lastAnswer.getByRole('button', { name: t('continuation:continue'), exact: true });
	await ui.callAgain(() => goOn.click());
	await compare.open();
	await expect(compare.with).toHaveAccessibleName(
		`${t('compare:with')}: ${t('compare:call', { number: 1 })} · ConverseStream`,
	);
	await expect(compare.summary).toContainText(t('compare:adds', { count: 1, shown: '1', roles: 'assistant' }));
	await expect(compare.summary).toContainText(t('compare:nothingElse'));
	await look(page, 'compare-continued');

	await ui.callAgain(() => goOn.click());
	await expect(compare.with).toHaveAccessibleName(new RegExp(t('compare:call', { number: 2 })));
	const goesOn = t('compare:goesOn', { number: 2, role: 'assistant', count: 40, shown: '#' });
	await expect(compare.summary).toContainText(goesOn.slice(0, goesOn.indexOf('#')));
	await expect(compare.rows.locator('ins')).toHaveCount(1);
	await expect(compare.rows.locator('del')).toHaveCount(0);
	await look(page, 'compare-goes-on');

	// What was forgotten can't be compared, and says so.
	await compare.side('response').click();
	await expect(compare.summary).toContainText(t('compare:joined'));
	const [title = ''] = await ui.titles();
	await ui.conversations.getByRole('button', { name: t('conversations:actions', { title }) }).click({ force: true });
	await page.getByRole('menuitem', { name: t('storage:menu') }).click();
	const dialog = page.getByRole('dialog', { name: t('storage:dialogTitle') });
	await dialog.getByRole('button', { name: t('storage:confirm'), exact: true }).click();
	await expect(dialog).toBeHidden();
	await compare.side('request').click();
	await expect(
		ui.inspector
			.getByRole('note')
			.filter({ hasText: t('storage:forgotten') })
			.first(),
	).toBeVisible();
	await look(page, 'compare-forgotten');
});

test('a long text that grew: what is the same is folded, and of its rows few are drawn', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const compare = comparisonOf(ui.inspector, t);
	// More than the model reads: both are refused, and what was sent is there all the same.
	const text = '砂岩と泥岩が交互に重なる。 Sandstone and mudstone, one upon the other.\n'.repeat(10_000);
	await ui.askAndWait(text);
	await ui.askAndWait(`${text}終わり。`);
	await compare.open();
	const goesOn = t('compare:goesOn', { number: 1, role: 'user', count: 4, shown: '4' });
	await expect(compare.summary).toContainText(goesOn);
	await expect(compare.rows.locator('ins')).toHaveText('終わり。');
	await compare.rows.getByRole('row', { expanded: false }).first().click();
	await expect.poll(async () => Number(await compare.rows.getAttribute('aria-rowcount'))).toBeGreaterThan(450);
	await compare.rows.press('PageDown');
	await compare.rows.press('PageDown');
	await expect(compare.rows.locator('tr[data-mark="same"]').first()).toBeVisible();
	expect(await compare.rows.getByRole('row').count()).toBeLessThan(80);
	await compare.rows.press('n');
	await expect(compare.rows.locator('ins')).toBeVisible();
});

test('a comparison that takes long can be cancelled, one that failed be tried again', async ({
	app,
	host,
	t,
}, info) => {
	info.skip(host === 'electron', 'Electron reads its own files');
	const { page } = app;
	const ui = uiOf(app, t);
	const compare = comparisonOf(ui.inspector, t);
	const worker = '**/compare-worker*';
	app.allowComplaint(/compare-worker|ERR_FAILED/);
	await ui.askAndWait('First.');
	await ui.askAndWait('Second.');
	await page.route(worker, () => {});
	await compare.open();
	await ui.inspector.getByRole('button', { name: t('compare:cancel'), exact: true }).click();
	await expect(ui.inspector.getByText(t('compare:cancelled'))).toBeVisible();
	await page.unroute(worker);
	await page.route(worker, (route) => route.abort());
	await ui.inspector.getByRole('button', { name: t('compare:compareAgain'), exact: true }).click();
	await expect(ui.inspector.getByRole('alert')).toContainText(t('compare:failed'));
	await look(page, 'compare-failed');
	await page.unroute(worker);
	await ui.inspector.getByRole('button', { name: t('inspector:tryAgain') }).click();
	await expect(compare.row('added').first()).toBeVisible();
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayText } from '../../src/renderer/models/model-quantities.ts';
import { priceOf } from '../../src/shared/cost.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const question = { en: 'What is the Messages API?', ja: 'Messages API とは何ですか？' };

/** A million tokens at a dollar each, so that the cost can be read off the counts. */
const DOLLAR = '1000000';

test('an answer, a call and a conversation say what they cost, and whose price it is', async ({ app, t, language }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	await ui.chooseOperation('Converse');
	await ui.askAndWait(question[language]);
	const cost = ui.lastAnswer.locator('[data-cost]');
	await expect(cost).toHaveText(/\$0\.00\d+/);
	await cost.click();
	const popup = page.getByRole('dialog', { name: t('cost:titleTurn') });
	await expect(popup).toContainText('us.anthropic.claude-haiku-4-5-20251001-v1:0');
	await expect(popup.getByRole('row', { name: t('cost:input') })).toContainText('$1.10');
	await expect(popup.getByRole('row', { name: t('cost:output') })).toContainText('$5.50');
	const known = priceOf('us.anthropic.claude-haiku-4-5-20251001-v1:0', {});
	if (known?.from !== 'list') throw new Error('The shipped price is gone.');
	const { name, url, asOf } = known.list;
	const source = t('cost:fromList', { day: dayText(asOf, language), name }).replaceAll(/<.*?>/g, '');
	await expect(popup).toContainText(source);
	await expect(popup.getByRole('link', { name })).toHaveAttribute('href', url);
	await expect(popup).toContainText(t('cost:practice'));
	await look(page, 'cost');

	// An own price counts at once, everywhere, for this id; what is no price is not kept.
	await popup.getByRole('button', { name: t('cost:setOwn') }).click();
	await popup.getByRole('textbox', { name: t('cost:input'), exact: true }).fill('?');
	await popup.getByRole('button', { name: t('cost:keep') }).click();
	await expect(popup.getByRole('alert')).toHaveText(t('cost:invalid'));
	await look(page, 'cost-own');
	await popup.getByRole('textbox', { name: t('cost:input'), exact: true }).fill(DOLLAR);
	await popup.getByRole('textbox', { name: t('cost:output'), exact: true }).fill('０');
	await popup.getByRole('button', { name: t('cost:keep') }).click();
	await expect(popup).toContainText(t('cost:fromPerson'));
	await page.keyboard.press('Escape');
	const tokens = await inputTokens();
	await expect(cost).toContainText(`$${tokens.toLocaleString('en')}.00`);

	// The next call's tokens come on top.
	await ui.askAndWait(question[language]);
	const totals = page.locator('[data-totals]');
	await expect(totals).toContainText(t('cost:calls', { count: 2, number: '2' }));
	const sum = tokens + (await inputTokens());
	await expect(totals.locator('[data-cost]')).toContainText(`$${sum.toLocaleString('en')}.00`);
	await expect(ui.inspector.locator('[data-cost]')).toContainText(`$${(sum - tokens).toLocaleString('en')}.00`);
	const turns = await ui.answers.allTextContents();
	const each = turns.map((text) => secondsIn(text, t('chat:total', { time: '#' })));
	const all = secondsIn((await totals.textContent()) ?? '', t('cost:time', { time: '#' }));
	expect(Math.abs(all - each.reduce((total, one) => total + one, 0))).toBeLessThan(0.02);
	await look(page, 'cost-conversation');

	// It is kept, and can be taken away again.
	await page.reload();
	await expect(totals.locator('[data-cost]')).toContainText(`$${sum.toLocaleString('en')}.00`);
	await totals.locator('[data-cost]').click();
	const whole = page.getByRole('dialog', { name: t('cost:titleConversation') });
	await whole.getByRole('button', { name: t('cost:removeOwn') }).click();
	await expect(whole.getByRole('row', { name: t('cost:input') })).toContainText('$1.10');
	await page.keyboard.press('Escape');

	function secondsIn(text: string, words: string): number {
		const [before = '', after = ''] = words.replaceAll(/<.*?>/g, '').split('#');
		const [, amount, unit] = new RegExp(`${before}([\\d.]+) (m?s)${after}`).exec(text) ?? [];
		return Number(amount) / (unit === 'ms' ? 1000 : 1);
	}

	async function inputTokens(): Promise<number> {
		const { usage } = JSON.parse(await ui.copiedBody('response')) as { usage: { inputTokens: number } };
		return usage.inputTokens;
	}
});

test('a price that nobody knows is said, not guessed; practice is not charged', async ({
	practice: _,
	launch,
	t,
	language,
}) => {
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseModel('anthropic.claude-3-5-sonnet-20240620-v1:0');
	await ui.askAndWait(question[language]);
	const cost = ui.lastAnswer.locator('[data-cost]');
	await expect(cost).toHaveText(t('cost:unknown'));
	await cost.click();
	const popup = app.page.getByRole('dialog', { name: t('cost:titleTurn') });
	await expect(popup).toContainText(t('cost:noPrice'));
	await look(app.page, 'cost-unknown');
	await app.page.keyboard.press('Escape');

	// Beside a price that is known, the sum says that it is not all.
	await ui.chooseModel('amazon.nova-lite-v1:0');
	await ui.askAndWait(question[language]);
	const totals = app.page.locator('[data-totals] [data-cost]');
	const least = await costInWords();
	await totals.click();
	const whole = app.page.getByRole('dialog', { name: t('cost:titleConversation') });
	await expect(whole).toContainText(`${t('cost:total')} ${t('cost:atLeast', { amount: least })}`);
	await app.page.keyboard.press('Escape');

	// A call to AWS is charged alone.
	await ui.chooseConnection('personal');
	await ui.askAndWait(question[language]);
	await expect(totals).toHaveText(await costInWords());
	await totals.click();
	await expect(whole).toContainText(t('cost:practiceSome'));
	await expect(whole).not.toContainText('anthropic.claude-3-5-sonnet');
	await look(app.page, 'cost-mixed');

	async function costInWords(): Promise<string> {
		return /\$[\d.]+/.exec((await cost.textContent()) ?? '')?.[0] ?? '';
	}
});

test('another tier is not priced as the standard one, nor is an hour in the cache guessed', async ({
	folders,
	launch,
	t,
	language,
}) => {
	await mkdir(folders.data, { recursive: true });
	const kept = { system: true, tools: false, messages: false, ttl: '1h' };
	const defaults = { operation: 'Converse', serviceTier: 'flex', cache: kept, system: 'Rocks are old. '.repeat(1500) };
	await writeFile(join(folders.data, 'settings.json'), JSON.stringify({ welcomed: true, defaults }));
	const { page, ...app } = await launch();
	const ui = uiOf({ page, ...app }, t);
	await ui.askAndWait(question[language]);
	const cost = ui.lastAnswer.locator('[data-cost]');
	await expect(cost).toHaveText(t('cost:unknown'));
	await cost.click();
	const popup = page.getByRole('dialog', { name: t('cost:titleTurn') });
	await expect(popup).toContainText(t('cost:noTierPrice', { tier: 'flex' }));
	await look(page, 'cost-tier');
	await page.keyboard.press('Escape');

	// The standard tier beside it: what is known is a part of the sum.
	await page.getByRole('button', { name: t('settings:parameters'), exact: true }).click();
	await page.getByRole('button', { name: t('request:all') }).click();
	const settings = page.getByRole('dialog', { name: t('request:titleFor.conversation') });
	await settings.getByRole('tab', { name: new RegExp(`^${t('request:section.more')}`) }).click();
	const tier = settings.locator('[data-setting="serviceTier"]');
	await tier.getByRole('radio', { name: t('request:tier.default'), exact: true }).click();
	await settings.getByRole('tab', { name: new RegExp(`^${t('request:section.system')}`) }).click();
	const system = settings.locator('[data-setting="system"]').getByRole('textbox');
	await system.fill('Old are the rocks. '.repeat(1500));
	await system.blur();
	await page.keyboard.press('Escape');
	await ui.askAndWait(question[language]);
	await ui.lastAnswer.locator('[data-cost]').click();
	await expect(popup.getByRole('row', { name: t('cost:cacheWriteHour') })).toContainText('$2.20');
	await page.keyboard.press('Escape');
	const totals = page.locator('[data-totals] [data-cost]');
	await totals.click();
	const whole = page.getByRole('dialog', { name: t('cost:titleConversation') });
	await expect(whole.getByRole('heading', { name: /claude-haiku-4-5/ })).toHaveCount(2);
	await look(page, 'cost-tiers');
	await page.keyboard.press('Escape');

	// What was written to the cache is read from it by the next call; each tells its own counts, under it and in the inspector.
	for (const way of ['cacheWriteInputTokens', 'cacheReadInputTokens'] as const) {
		if (way === 'cacheReadInputTokens') await ui.askAndWait(question[language]);
		const { usage } = JSON.parse(await ui.copiedBody('response')) as { usage: Record<typeof way, number> };
		expect(usage[way]).toBeGreaterThan(1024);
		const counted = (name: typeof way) => (usage[name] ?? 0).toLocaleString(language);
		const [read, written] = [counted('cacheReadInputTokens'), counted('cacheWriteInputTokens')];
		await expect(ui.lastAnswer).toContainText(t('cost:cached', { read, written }).replaceAll(/<.*?>/g, ''));
		await expect(ui.inspector).toContainText(t('inspector:cacheTokens', { read, written }));
	}
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const question = { en: 'A haiku about frogs, please.', ja: 'カエルの俳句をお願いします。' };

test('words of a continued answer lead to the frame of the call that brought them, and back', async ({
	launch,
	folders,
	t,
	language,
}) => {
	await mkdir(folders.data, { recursive: true });
	await writeFile(
		join(folders.data, 'settings.json'),
		JSON.stringify({ welcomed: true, continuation: { mode: 'automatic' }, defaults: { maxTokens: 48 } }),
	);
	const app = await launch();
	const ui = uiOf(app, t);
	await app.page.setViewportSize({ width: 1280, height: 720 });
	await ui.askAndWait(question[language]);
	const nav = ui.inspector.getByRole('navigation', { name: t('inspector:calls') });
	const [before, after] = [
		nav.getByRole('button', { name: t('inspector:callBefore') }),
		nav.getByRole('button', { name: t('inspector:callAfter') }),
	];
	await expect(nav).toContainText(/^(\d+) \/ \1/);
	await expect(after).toHaveAttribute('aria-disabled', 'true');
	const timeline = ui.inspector.getByRole('region', { name: t('timeline:label') });
	// However many calls there are, the one that is looked at is in view.
	await expect(
		timeline.getByRole('listitem').filter({ hasText: t('timeline:attempt', { number: 1 }) }),
	).toBeInViewport();
	// In a low window what went over the wire comes before the facts, until somebody wants them.
	const requestId = ui.inspector.getByText(t('inspector:requestId'), { exact: true });
	await expect(requestId).toHaveCount(0);
	await ui.inspector.getByRole('button', { name: t('inspector:unfoldFacts') }).click();
	await expect(requestId).toBeVisible();
	await ui.inspector.getByRole('button', { name: t('inspector:foldFacts') }).click();
	await expect(requestId).toHaveCount(0);
	await before.click();
	await expect(after).toHaveAttribute('aria-disabled', 'false');
	await look(app.page, 'chain-paged');

	const toStream = app.page.getByRole('button', { name: t('stream:showInStream') });
	const open = ui.inspector.locator('tr[aria-level="1"][aria-expanded="true"]');
	const seen = new Set<string>();
	const blocks = ui.lastAnswer.locator('[data-markdown]').locator('h4, p, td:first-child, li');
	for (const block of await blocks.all()) {
		await block.scrollIntoViewIfNeeded();
		await block.evaluate((element) => document.getSelection()?.selectAllChildren(element));
		const selected = (await block.innerText()).trim();
		await toStream.click();
		await expect(open).toHaveCount(1);
		await expect(toStream).toHaveCount(0);
		await expect(timeline.locator('[data-open-frame]')).toHaveCount(1);
		seen.add((await nav.textContent()) ?? '');
		const back = ui.inspector.getByRole('button', { name: t('stream:showInAnswer') });
		await back.click();
		const inside = () =>
			block.evaluate((element) =>
				[...CSS.highlights.values()].some((marks) => [...marks].some((mark) => element.contains(mark.startContainer))),
			);
		await expect.poll(inside, selected).toBe(true);
		expect(await app.page.evaluate(() => CSS.highlights.size)).toBe(1);
		await open.click();
		await expect(open).toHaveCount(0);
	}
	expect(seen.size).toBeGreaterThan(4);
	await look(app.page, 'chain-linked');
});

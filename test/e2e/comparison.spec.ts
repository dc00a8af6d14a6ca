import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import type { PracticeExchange } from '../../src/main/practice/exchange-log.ts';
import { columnsOf } from './support/columns.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const question = { en: 'What is the Messages API?', ja: 'Messages API とは何ですか？' };

test('three targets stream together, over a reload; one is stopped, the others go on', async ({
	launch,
	practice,
	t,
	language,
}) => {
	const stalls = [1, 2, 3].map(() => practice.faults.arm({ kind: 'stalled-stream', afterFrames: 12 }));
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	const columns = columnsOf(app, t);
	await ui.chooseConnection('personal');
	await ui.composer.fill(question[language]);
	await page.keyboard.press('ControlOrMeta+Shift+d');
	// What stood in the composer goes along.
	await expect(columns.composer).toHaveValue(question[language]);
	await expect(columns.heads).toHaveCount(2);
	await columns.add.click();
	await expect(columns.heads).toHaveCount(3);
	await columns.chooseModel(3, 'amazon.nova-pro-v1:0');
	await expect(ui.conversations).toContainText(t('conversations:none'));
	await columns.send.click();
	for (const number of [1, 2, 3]) {
		await expect(columns.turn(number)).toHaveAttribute('data-phase', 'streaming');
		await expect(columns.turn(number).getByRole('heading', { level: 4 }).first()).toBeVisible();
	}
	await expect(ui.conversations.locator('[data-conversation]')).toHaveCount(1);
	await look(page, 'comparison-streaming');

	await app.reload();
	for (const number of [1, 2, 3]) await expect(columns.turn(number)).toHaveAttribute('data-phase', 'streaming');
	await columns
		.head(2)
		.getByRole('button', { name: t('comparison:stopOne') })
		.click();
	await expect(columns.turn(2)).toHaveAttribute('data-state', 'stopped');
	await expect(columns.figures).toHaveCount(0);
	for (const stall of stalls) stall.release();
	for (const number of [1, 3]) await expect(columns.turn(number)).toHaveAttribute('data-state', 'complete');
	// What was stopped is the best in nothing.
	await expect(columns.figures).toBeVisible();
	await expect(columns.row(2).locator('[data-best]')).toHaveCount(0);
});

test('the figures of three columns are those of their calls, and the best of each are marked', async ({
	app,
	t,
	language,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const columns = columnsOf(app, t);
	await page.keyboard.press('ControlOrMeta+Shift+d');
	await columns.add.click();
	await columns.chooseModel(3, 'amazon.nova-pro-v1:0');
	await columns.ask(question[language]);
	await expect(columns.figures).toBeVisible();
	await expect(columns.figures.locator('td[data-figure="cost"][data-best]')).toHaveCount(1);
	for (const number of [1, 2, 3]) {
		await columns
			.turn(number)
			.locator('[data-markdown]')
			.first()
			.click({ position: { x: 4, y: 4 } });
		await expect(columns.head(number)).toHaveAttribute('data-focused', 'true');
		const figure = (name: string) => columns.row(number).locator(`[data-figure="${name}"]`);
		const usage = ui.inspector.getByText(t('inspector:tokensSpoken', await tokensOf(columns.row(number))));
		await expect(usage).toHaveCount(1);
		const costs = await ui.inspector.locator('[data-cost]').textContent();
		expect(costs).toContain(((await figure('cost').textContent()) ?? '').replace(/^[^$]*/, ''));
	}
	await page.setViewportSize({ width: 900, height: 800 });
	await columns.figures.scrollIntoViewIfNeeded();
	await look(page, 'comparison-narrow');
	await page.setViewportSize({ width: 1600, height: 950 });

	// The inspector puts the calls of two columns side by side.
	await page.getByRole('button', { name: t('comparison:figures.compare') }).click();
	await expect(ui.inspector.getByRole('tab', { name: t('compare:tab') })).toHaveAttribute('aria-selected', 'true');
	await expect(ui.inspector.getByRole('combobox', { name: new RegExp(`^${t('compare:with')}`) })).toContainText(
		'Claude Haiku 4.5',
	);
	await expect(ui.inspector.getByRole('region', { name: t('compare:summary') })).toBeVisible();
	await look(page, 'comparison-calls');
});

/** Tokens in and out as a row of the figures says them. */
async function tokensOf(row: Locator): Promise<{ input: string; output: string }> {
	const text = async (name: string) =>
		((await row.locator(`[data-figure="${name}"]`).textContent()) ?? '').replace(/^[^\d]*/, '');
	return { input: await text('input'), output: await text('output') };
}

test('one prompt, four bodies: each as it is typed, as it is sent, and as it was received', async ({
	launch,
	practice,
	t,
}) => {
	const received: PracticeExchange[] = [];
	practice.onExchange((exchange) => received.push(exchange));
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	const columns = columnsOf(app, t);
	await ui.chooseConnection('personal');
	await page.getByRole('button', { name: new RegExp(`^${t('comparison:empty.fourBodies')}`) }).click();
	await expect(columns.heads).toHaveCount(4);
	// Where AWS would refuse, that is said.
	const note = page.getByRole('note').filter({ hasText: 'Claude 2.1' });
	await expect(note.getByRole('button', { name: t('comparison:usePractice') })).toBeVisible();
	// All four are in view, for which the inspector waits until it is asked for.
	await columns.composer.fill('蛙');
	for (const number of [1, 2, 3, 4]) await expect(columns.body(number)).toBeInViewport({ ratio: 1 });
	await page.keyboard.press('ControlOrMeta+i');
	await expect(ui.inspector).toBeVisible();
	await expect(columns.body(4)).not.toBeInViewport();
	await page.keyboard.press('ControlOrMeta+i');
	await expect(columns.body(4)).toBeInViewport({ ratio: 1 });
	// Where there is no room for all of it, it begins below the heads of the columns, which stay in view.
	await page.setViewportSize({ width: 1360, height: 480 });
	const heading = page.getByRole('heading', { name: t('comparison:empty.bodiesTitle') });
	await expect(async () => {
		const [title, head] = [await heading.boundingBox(), await columns.heads.first().boundingBox()];
		expect(title?.y).toBeGreaterThanOrEqual((head?.y ?? Number.NaN) + (head?.height ?? Number.NaN));
	}).toPass();
	await page.setViewportSize({ width: 1600, height: 950 });
	await page.keyboard.press('ControlOrMeta+i');
	await columns.composer.fill('蛙の句を一つ "古池や"');
	for (const number of [1, 2, 3, 4]) await expect(columns.body(number)).toContainText('古池や');
	await look(page, 'comparison-four-typed');
	const typed: string[] = [];
	for (const number of [1, 2, 3, 4]) typed.push(await columns.copied(number));
	expect(typed.map((text) => JSON.parse(text))).toEqual([
		{
			anthropic_version: 'bedrock-2023-05-31',
			max_tokens: 1024,
			messages: [{ role: 'user', content: [{ type: 'text', text: '蛙の句を一つ "古池や"' }] }],
		},
		{ prompt: '\n\nHuman: 蛙の句を一つ "古池や"\n\nAssistant:', max_tokens_to_sample: 1024 },
		{ inputText: 'User: 蛙の句を一つ "古池や"\nBot:', textGenerationConfig: { maxTokenCount: 1024 } },
		{
			messages: [{ role: 'user', content: [{ text: '蛙の句を一つ "古池や"' }] }],
			inferenceConfig: { maxTokens: 1024 },
		},
	]);
	await columns.composer.press('Enter');
	await expect(columns.figures).toBeVisible();
	const sent: string[] = [];
	for (const number of [1, 2, 3, 4]) sent.push(await columns.copied(number));
	expect(sent).toEqual(typed);
	const bodies = received
		.filter(({ method }) => method === 'POST')
		.map(({ requestBody }) => Buffer.from(requestBody).toString());
	expect(bodies.toSorted()).toEqual(sent.toSorted());
	await columns.rounds.first().scrollIntoViewIfNeeded();
	await look(page, 'comparison-four-sent');

	// The bodies are there after a reload, and can be put away.
	await app.reload();
	await expect(columns.body(2)).toContainText('max_tokens_to_sample');
	await page.getByRole('button', { name: t('comparison:hideBodies') }).click();
	await expect(columns.body(2)).toHaveCount(0);
});

test('a column that is refused explains itself and is set right, while the others go on', async ({
	app,
	t,
	language,
}) => {
	const { page } = app;
	const columns = columnsOf(app, t);
	await page
		.getByRole('main')
		.getByRole('button', { name: t('comparison:withAnother') })
		.click();
	await columns.chooseModel(2, 'amazon.not-a-model-v1:0');
	await columns.ask(question[language]);
	await expect(columns.turn(1)).toHaveAttribute('data-state', 'complete');
	await expect(columns.turn(2)).toHaveAttribute('data-state', 'failed');
	await expect(columns.row(1).locator('[data-best]')).toHaveCount(0);
	await look(page, 'comparison-refused');
	// What the explanation opens belongs to its own column.
	await columns
		.turn(2)
		.getByRole('button', { name: t('failure:action.model') })
		.first()
		.click();
	await page.getByRole('combobox', { name: t('connections:modelSearch') }).fill('amazon.nova-lite-v1:0');
	await page.getByRole('option').filter({ hasText: 'amazon.nova-lite-v1:0' }).first().click();
	await expect(columns.head(2).getByLabel(new RegExp(`^${t('connections:model')}: Nova Lite`))).toBeVisible();
	await expect(columns.head(1).getByLabel(new RegExp(`^${t('connections:model')}: Claude Haiku 4.5`))).toBeVisible();
	await columns
		.turn(2)
		.getByRole('button', { name: t('failure:action.retry'), exact: true })
		.click();
	await expect(columns.turn(2)).toHaveAttribute('data-state', 'complete');

	// A further column is asked by itself what the others were.
	await columns.add.click();
	await expect(columns.cells(3)).toContainText(t('comparison:notAsked'));
	await look(page, 'comparison-added');
	await columns
		.cells(3)
		.getByRole('button', { name: t('comparison:askHere') })
		.click();
	await expect(columns.turn(3)).toHaveAttribute('data-state', 'complete');
	await expect(columns.rounds).toHaveCount(1);
	await expect(columns.figures.locator('tbody tr')).toHaveCount(3);
	await columns.menu(3, 'remove');
	await expect(columns.heads).toHaveCount(2);
	await page.getByRole('button', { name: t('undo') }).click();
	await expect(columns.heads).toHaveCount(3);

	// What one column has is given to all, and taken back.
	await columns
		.head(1)
		.getByRole('button', { name: t('settings:parameters') })
		.click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByRole('textbox', { name: t('settings:maxTokens') }).fill('77');
	await page.keyboard.press('Escape');
	await expect(form).toHaveCount(0);
	await columns.menu(1, 'sameParameters');
	await page.getByRole('button', { name: t('comparison:bodies') }).click();
	await columns.composer.fill('And now?');
	for (const number of [1, 2, 3]) {
		await expect(columns.body(number)).toContainText(question[language]);
		expect(JSON.parse(await columns.copied(number))).toMatchObject({ inferenceConfig: { maxTokens: 77 } });
	}
	await look(page, 'comparison-next-bodies');
	await expect(columns.head(2)).toContainText('Nova Lite');
});

test('a comparison is one line of the list: renamed, found, deleted, brought back and exported as a whole', async ({
	app,
	host,
	t,
	language,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const columns = columnsOf(app, t);
	await ui.askAndWait('Another talk');
	await ui.conversations.getByRole('button', { name: t('comparison:new') }).click();
	await look(page, 'comparison-new');
	await columns.ask(question[language]);
	await expect(columns.figures).toBeVisible();
	await expect.poll(() => ui.titles()).toEqual([question[language], 'Another talk']);
	const line = ui.conversations.getByRole('button', { name: new RegExp(t('comparison:listed', { count: 2 })) });
	await line.press('F2');
	const field = ui.conversations.getByRole('textbox', { name: t('conversations:renameLabel'), exact: true });
	await field.fill('Bodies compared');
	await field.press('Enter');
	await expect.poll(() => ui.titles()).toEqual(['Bodies compared', 'Another talk']);
	await ui.conversations.getByRole('textbox', { name: t('conversations:search') }).fill('compared');
	await expect.poll(() => ui.titles()).toEqual(['Bodies compared']);
	await look(page, 'comparison-listed');

	const actions = ui.conversations.getByRole('button', {
		name: t('conversations:actions', { title: 'Bodies compared' }),
	});
	if (host !== 'electron') {
		await actions.click();
		await page.getByRole('menuitem', { name: t('files:export') }).click();
		const dialog = page.getByRole('dialog', { name: t('files:title') });
		const names: string[] = [];
		const models: string[] = [];
		const both = new Promise<void>((resolve) => {
			page.on('download', async (download) => {
				names.push(download.suggestedFilename());
				const text = await readFile(await download.path(), 'utf8');
				models.push(/"modelId": ?"([^"]+)"/.exec(text)?.[1] ?? '');
				if (models.length === 2) resolve();
			});
		});
		await dialog.getByRole('button', { name: t('files:save'), exact: true }).click();
		await both;
		expect(new Set(names).size).toBe(2);
		expect(new Set(models).size).toBe(2);
	}
	await line.press('Delete');
	await expect(ui.conversations.locator('[data-conversation]')).toHaveCount(0);
	await page.getByRole('button', { name: t('undo') }).click();
	await expect.poll(() => ui.titles()).toEqual(['Bodies compared']);
	await expect(columns.heads).toHaveCount(2);
	await expect(columns.figures).toBeVisible();
	await app.restart();
	const again = uiOf(app, t);
	await expect.poll(() => again.titles()).toEqual(['Bodies compared', 'Another talk']);
	await again.conversations.getByText('Another talk').click();
	await expect(again.lastTurn).toContainText('Another talk');
	await again.conversations.getByText('Bodies compared').click();
	await expect(columnsOf(app, t).figures).toBeVisible();
});

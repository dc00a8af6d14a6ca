import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ToolDefinition } from '../../src/shared/model/tools.ts';
import { builtInDefinitions } from '../../src/shared/model/tools.ts';
import { look } from './support/look.ts';
import { converseAnswer, converseDelta, converseEnd, plantScripted } from './support/scripted-bedrock.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const words = {
	en: {
		question: 'What is the weather in Sapporo, and when is sunset?',
		look: 'I look up both.',
		weather: 'Light snow, -3 °C',
		answer: 'In Sapporo it snows lightly at -3 °C. I could not find the time of sunset.',
		failure: 'The almanac does not answer.',
	},
	ja: {
		question: '札幌の天気と日の入りの時刻を教えてください。',
		look: '両方を調べます。',
		weather: '小雪、-3 °C',
		answer: '札幌は小雪で、気温は -3 °C です。日の入りの時刻はわかりませんでした。',
		failure: '暦のサービスが応答しません。',
	},
};

const tool = (name: string, builtIn: ToolDefinition['builtIn'] = null): ToolDefinition => ({
	name,
	description: '',
	inputSchema: '{"type":"object"}',
	strict: null,
	builtIn,
});

const planted = { tools: [tool('get_weather'), tool('get_sunset')], maxTokens: 300 };

const card = (page: Page, t: Words, name: string) =>
	page.getByRole('region', { name: t('blocks:tool.card', { name }) });

test('what tools give back is written by hand and sent together, and the same turn goes on', async ({
	folders,
	launch,
	t,
	language,
}) => {
	const said = words[language];
	await using service = await plantScripted(folders, { operation: 'Converse', ...planted });
	const use = (toolUseId: string, name: string, input: object) => ({ toolUse: { toolUseId, name, input } });
	service.script(
		converseAnswer(
			[
				{ text: said.look },
				use('tooluse_a', 'get_weather', { city: 'Sapporo', unit: 'celsius' }),
				use('tooluse_b', 'get_sunset', { latitude: 43.06, longitude: 141.35, days: [1, 2] }),
			],
			'tool_use',
		),
		converseAnswer([{ text: said.answer }], 'end_turn'),
	);
	const app = await launch();
	const { page } = app;
	let ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait(said.question);
	const send = page.getByRole('button', { name: t('blocks:form.send', { count: 2 }) });
	const [weather, sunset] = [card(page, t, 'get_weather'), card(page, t, 'get_sunset')];
	await expect(weather).toHaveAttribute('data-state', 'waiting');
	await expect(weather).toContainText('"city": "Sapporo"');
	await expect(send).toBeDisabled();
	await expect(page.getByText(t('chat:notSent'))).toHaveCount(0);
	await expect(page.getByRole('status').filter({ hasText: 'get_weather, get_sunset' })).toHaveCount(1);
	await look(page, 'tools-waiting');

	const [snow, sun] = [
		weather.getByRole('textbox', { name: t('blocks:form.result', { name: 'get_weather' }) }),
		sunset.getByRole('textbox', { name: t('blocks:form.result', { name: 'get_sunset' }) }),
	];
	await snow.fill(`{ "sky": "${said.weather}"`);
	await weather.getByRole('radio', { name: t('blocks:form.json') }).click();
	await expect(snow).toHaveAttribute('aria-invalid', 'true');
	await sun.fill(said.failure);
	await sunset.getByRole('checkbox', { name: t('blocks:form.isError') }).check();
	await expect(send).toBeDisabled();
	await look(page, 'tools-invalid');
	await page.setViewportSize({ width: 900, height: 700 });
	await look(page, 'tools-narrow');
	await page.setViewportSize({ width: 1600, height: 900 });
	await look(page, 'tools-wide');
	await page.setViewportSize({ width: 1360, height: 850 });

	// What was begun is there again after a reload.
	await app.reload();
	ui = uiOf(app, t);
	await expect(sun).toHaveValue(said.failure);
	await expect(sunset.getByRole('checkbox')).toBeChecked();
	await snow.press('End');
	await snow.pressSequentially(' }');
	await expect(snow).toHaveAttribute('aria-invalid', 'false');
	await expect(send).toBeEnabled();
	await ui.callAgain(() => sun.press('Control+Enter'));
	await expect(ui.composer).toBeFocused();
	await expect(ui.lastAnswer).toContainText(said.answer);
	await expect(weather).toHaveAttribute('data-state', 'answered');
	await expect(weather.locator('[data-result]')).toContainText(`"sky": "${said.weather}"`);
	await expect(sunset.locator('[data-result]')).toHaveAttribute('data-status', 'error');
	await expect(ui.lastAnswer).toContainText(t('chat:calls', { count: 2 }));
	await look(page, 'tools-answered');
	expect(service.requests[1]).toMatchObject({
		messages: [
			{ role: 'user' },
			{ role: 'assistant', content: [{ text: said.look }, { toolUse: { toolUseId: 'tooluse_a' } }, {}] },
			{
				role: 'user',
				content: [
					{
						toolResult: {
							toolUseId: 'tooluse_a',
							content: [{ json: { sky: said.weather } }],
						},
					},
					{ toolResult: { toolUseId: 'tooluse_b', content: [{ text: said.failure }], status: 'error' } },
				],
			},
		],
	});
});

test('a tool’s input is seen as it is written; one that is cut asks for a larger limit', async ({
	folders,
	launch,
	t,
	language,
}) => {
	const said = words[language];
	await using service = await plantScripted(folders, { operation: 'ConverseStream', ...planted });
	const more = Promise.withResolvers<void>();
	const input = (text: string) => converseDelta(1, { toolUse: { input: text } });
	service.script([
		['messageStart', { role: 'assistant' }],
		converseDelta(0, { text: said.look }),
		['contentBlockStop', { contentBlockIndex: 0 }],
		[
			'contentBlockStart',
			{ contentBlockIndex: 1, start: { toolUse: { name: 'get_weather', toolUseId: 'tooluse_a' } } },
		],
		input('{"city":"Sapporo","days":[1,2,'),
		more.promise,
		input('3],"note":"as it is se'),
		['contentBlockStop', { contentBlockIndex: 1 }],
		...converseEnd('max_tokens'),
	]);
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask(said.question);
	const weather = card(app.page, t, 'get_weather');
	await expect(weather).toHaveAttribute('data-state', 'writing');
	await expect(weather).toContainText('"days": [');
	await expect(ui.lastAnswer).toContainText(t('blocks:usingTool'));
	await look(app.page, 'tools-writing');
	more.resolve();
	await ui.settled();
	await expect(weather).toHaveAttribute('data-state', 'cut');
	await expect(weather.getByRole('textbox')).toHaveCount(0);
	await expect(weather).toContainText('as it is se');
	const note = app.page.getByRole('region', { name: t('stops:note.toolInput') });
	await expect(note.getByRole('button', { name: t('continuation:larger') })).toBeVisible();
	await look(app.page, 'tools-cut');

	service.script([
		['messageStart', { role: 'assistant' }],
		converseDelta(0, { text: said.answer }),
		...converseEnd('end_turn'),
	]);
	await ui.callAgain(() => note.getByRole('button', { name: t('chat:tryAgain') }).click());
	await expect(ui.lastAnswer).toContainText(said.answer);
	await expect(weather).toHaveCount(0);
});

test('one of the app’s own tools is run at a press, beside one that is answered by hand', async ({
	folders,
	launch,
	t,
	language,
}) => {
	await mkdir(folders.data, { recursive: true });
	const weather = {
		name: 'get_weather',
		description: 'The weather of today in a city.',
		inputSchema: '{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}',
		strict: null,
		builtIn: null,
	};
	const defaults = { operation: 'Converse', tools: [weather, builtInDefinitions.calculator] };
	await writeFile(join(folders.data, 'settings.json'), JSON.stringify({ welcomed: true, defaults }));
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.askAndWait(
		{ en: 'What is 12 * 7, and the weather in Kyoto?', ja: '12 * 7 と、京都の天気を教えてください。' }[language],
	);
	const sum = card(app.page, t, 'calculator');
	const byHand = card(app.page, t, 'get_weather');
	const run = { name: t('blocks:form.run') };
	await expect(byHand.getByRole('button', run)).toHaveCount(0);
	await expect(sum).toContainText(t('blocks:tool.state.waitingOwn'));
	await expect(app.page.getByText(t('blocks:form.emptyOf', { name: 'get_weather' }))).toBeVisible();

	// Who writes a message meanwhile is told what sending it means.
	const means = app.page.getByText(t('blocks:sendMeans', { count: 2 }));
	await expect(means).toHaveCount(0);
	await ui.composer.fill('…');
	await expect(means).toBeVisible();
	await look(app.page, 'tools-unanswered');
	await app.page.getByRole('button', { name: t('blocks:toResults', { count: 2 }) }).click();
	await expect(byHand.getByRole('textbox')).toBeFocused();
	await ui.composer.fill('');
	await expect(means).toHaveCount(0);
	await byHand.getByRole('textbox').fill('22');
	await expect(app.page.getByText(t('blocks:form.runOf', { name: 'calculator' }))).toBeVisible();

	await sum.getByRole('button', run).click();
	await expect(sum.getByRole('textbox')).toHaveValue('84');
	await expect(sum.getByRole('textbox')).toBeFocused();
	await look(app.page, 'tools-run');
	await ui.callAgain(() => byHand.getByRole('textbox').press('Control+Enter'));
	await expect(ui.lastAnswer).toContainText('84');
});

test('the app’s own tools answer by themselves, with thoughts in between', async ({ folders, launch, t, language }) => {
	await mkdir(folders.data, { recursive: true });
	await writeFile(
		join(folders.data, 'settings.json'),
		JSON.stringify({
			welcomed: true,
			defaults: {
				operation: 'ConverseStream',
				tools: [builtInDefinitions.calculator],
				toolRounds: 3,
				reasoning: { mode: 'budget', budgetTokens: 1024 },
				maxTokens: 4000,
			},
		}),
	);
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.askAndWait({ en: 'What is (12 + 30) * 2?', ja: '(12 + 30) * 2 を計算してください。' }[language]);
	const calculator = card(app.page, t, 'calculator');
	await expect(calculator).toHaveAttribute('data-state', 'answered');
	await expect(calculator).toContainText(t('blocks:tool.state.built-in'));
	await expect(calculator.locator('[data-result]')).toContainText('84');
	await expect(ui.lastAnswer.locator('[data-thoughts="told"]').first()).toBeVisible();
	await expect(ui.lastAnswer.locator('[data-text-start]').last()).toContainText('84');
	await expect(ui.lastAnswer).toContainText(t('chat:calls', { count: 2 }));
	await calculator.scrollIntoViewIfNeeded();
	await look(app.page, 'tools-built-in');

	// The words of each call lead to its own frames, and back, whatever stands between them.
	const texts = ui.lastAnswer.locator('[data-text-start]');
	await expect(texts).toHaveCount(2);
	const open = ui.inspector.locator('tr[aria-level="1"][aria-expanded="true"]');
	for (const text of await texts.all()) {
		const paragraph = text.locator('p').first();
		await paragraph.scrollIntoViewIfNeeded();
		await paragraph.evaluate((element) => document.getSelection()?.selectAllChildren(element));
		await app.page.getByRole('button', { name: t('stream:showInStream') }).click();
		await expect(open).toHaveCount(1);
		await ui.inspector.getByRole('button', { name: t('stream:showInAnswer') }).click();
		await expect.poll(() => app.page.evaluate(() => CSS.highlights.size)).toBe(1);
		const inside = await paragraph.evaluate((element) =>
			[...CSS.highlights.values()].some((marks) => [...marks].some((mark) => element.contains(mark.startContainer))),
		);
		expect(inside).toBe(true);
		await open.click();
		await expect(open).toHaveCount(0);
	}

	// What was used has to be described again: that is said before it is sent without.
	await app.page.getByRole('button', { name: t('request:chip.tools', { count: 1 }), exact: true }).click();
	await app.page.getByRole('button', { name: t('request:tool.remove', { name: 'calculator' }), exact: true }).click();
	await app.page.keyboard.press('Escape');
	await app.page.getByRole('button', { name: t('request:refusedCount', { count: 1 }) }).click();
	const before = app.page.getByRole('dialog', { name: t('request:beforeSending') });
	await expect(before).toContainText(t('request:refused.toolsGone'));
	await look(app.page, 'tools-gone');

	// The way out: the same talk, its uses of tools as text. The inspector says so.
	await before.getByRole('button', { name: t('request:remedy.toolsAsText') }).click();
	await expect(before.getByText(t('request:refused.toolsGone'))).toHaveCount(0);
	await app.page.keyboard.press('Escape');
	await ui.askAndWait({ en: 'Thank you.', ja: 'ありがとう。' }[language]);
	expect(await ui.copiedBody('request')).toMatch(/\[Tool use: calculator\].+\[Tool result: calculator\] 84/s);
	const sent = ui.inspector.locator('details').filter({ hasText: t('sent:title') });
	await sent.locator('summary').first().click();
	await expect(sent).toContainText(t('sent:talk.toolTexts', { count: 2, formatted: '2' }));
	await expect(app.page.getByRole('button', { name: t('request:chip.toolsAsText'), exact: true })).toBeVisible();
	await sent.getByText(t('sent:talk.toolTexts', { count: 2, formatted: '2' })).scrollIntoViewIfNeeded();
	await look(app.page, 'tools-as-text');
});

test('a tool that the service runs is shown with its result, and waits for nobody', async ({ app, t, language }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseModel('us.amazon.nova-2-lite-v1:0');
	await page.getByRole('button', { name: t('settings:parameters'), exact: true }).click();
	await page.getByRole('button', { name: t('request:all') }).click();
	await page.getByRole('tab', { name: t('request:section.tools') }).click();
	await page.getByRole('button', { name: 'nova_code_interpreter' }).click();
	await page.keyboard.press('Escape');
	await ui.askAndWait({ en: 'What is 12 * (3 + 4)?', ja: '12 * (3 + 4) は？' }[language]);
	const run = ui.lastAnswer.getByRole('region', { name: t('blocks:tool.card', { name: 'nova_code_interpreter' }) });
	await expect(run).toContainText(t('blocks:service.ran'));
	await expect(run).toContainText('print(12 * (3 + 4))');
	await expect(run.locator('[data-result]')).toContainText('84\\n');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await run.scrollIntoViewIfNeeded();
	await look(page, 'service-tool');
	await ui.askAndWait({ en: 'Thanks.', ja: 'ありがとう。' }[language]);
	expect(JSON.stringify(await ui.requestJson())).not.toContain('toolUse');
});

import type { Locator } from '@playwright/test';
import type { App } from './support/app.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

type Section = 'basics' | 'system' | 'thinking' | 'tools' | 'output' | 'cache' | 'guardrail' | 'more';

/** The dialog with all settings of a request, and the ways into it. */
function requestOf({ page }: App, t: Words) {
	const dialog = page.getByRole('dialog', { name: t('request:titleFor.conversation') });
	return {
		dialog,
		open: async () => {
			await page.getByRole('button', { name: t('settings:parameters'), exact: true }).click();
			await page.getByRole('button', { name: t('request:all') }).click();
			await expect(dialog).toBeVisible();
		},
		close: async () => {
			await page.keyboard.press('Escape');
			await expect(dialog).toBeHidden();
		},
		tab: (section: Section) =>
			dialog.getByRole('tab', { name: new RegExp(`^${t(`request:section.${section}`)}( ?,|$)`) }),
		/** A setting's field in the part that is in view. */
		setting: (name: string) => dialog.locator(`[data-setting="${name}"]`).filter({ visible: true }),
		pill: page.locator('button[data-refusals]'),
	};
}

async function fill(field: Locator, text: string): Promise<void> {
	await field.fill(text);
	await field.blur();
}

test('every field of Converse is set in its place, sent, and still set after a restart', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	const { dialog, open, close, tab, setting } = requestOf(app, t);
	const choose = (name: string, option: string) =>
		setting(name).getByRole('radio', { name: option, exact: true }).click();
	await open();
	await fill(setting('maxTokens').getByRole('textbox'), '3000');
	await fill(setting('topP').getByRole('textbox'), '0.96');
	await setting('stopSequences').getByRole('textbox').fill('END');
	await setting('stopSequences')
		.getByRole('button', { name: t('settings:stopAdd') })
		.click();

	await tab('system').click();
	await fill(setting('system').getByRole('textbox'), 'Answer like a geologist. 岩のように。');
	await setting('cache.system').getByRole('checkbox').check();

	await tab('thinking').click();
	await choose('reasoning', t('request:thinking.budget'));
	await fill(setting('reasoning').getByRole('textbox'), '2000');
	await choose('effort', t('request:effort.medium'));

	await tab('tools').click();
	await setting('tools')
		.getByRole('button', { name: t('request:tool.calculator') })
		.click();
	await setting('tools')
		.getByRole('button', { name: t('request:tool.add') })
		.click();
	const weather = dialog.locator('[data-tool="get_weather"]');
	await expect(weather.getByRole('textbox', { name: t('request:tool.schema') })).toBeVisible();
	await weather.getByRole('radio', { name: t('request:tool.on') }).click();
	await choose('toolChoice', t('request:tool.auto'));
	await fill(setting('toolRounds').getByRole('textbox'), '3');
	await setting('cache.tools').getByRole('checkbox').check();

	await tab('output').click();
	await choose('outputSchema', t('request:setting.outputSchema'));
	await fill(setting('outputSchema').getByRole('textbox', { name: t('request:output.name') }), 'verdict');

	await tab('cache').click();
	await setting('cache.messages').getByRole('checkbox').check();
	await choose('cache', t('request:cache.1h'));
	await expect(setting('cache.system').getByRole('checkbox')).toBeChecked();

	await tab('guardrail').click();
	await fill(setting('guardrail').getByRole('textbox'), 'practice-guardrail');
	await fill(setting('guardrail.version').getByRole('textbox'), '1');
	await choose('guardrail.trace', t('request:guardrail.enabled_full'));
	await choose('guardrail.streamProcessingMode', t('request:guardrail.async'));
	await setting('guardrail.questionOnly').getByRole('checkbox').check();

	await tab('more').click();
	await fill(
		setting('additionalFields').getByRole('textbox'),
		'{ "anthropic_beta": ["interleaved-thinking-2025-05-14"] }',
	);
	await fill(setting('responsePaths').getByRole('textbox'), '/stop_sequence\n/usage\n');
	const metadata = setting('requestMetadata');
	await metadata.getByRole('button', { name: t('request:pairs.add') }).click();
	await metadata.getByRole('textbox').first().fill('team');
	await metadata.getByRole('textbox').last().fill('岩石');
	await expect(metadata).toContainText(t('request:refused.metadata'));
	await metadata.getByRole('textbox').last().fill('rocks');
	await expect(metadata.locator('[data-refusal]')).toHaveCount(0);
	await choose('performance', t('request:performance.standard'));
	await choose('serviceTier', t('request:tier.default'));
	await close();
	await look(page, 'request-chips');

	await ui.askAndWait('All set?');
	const request = await ui.requestJson();
	expect(request).toEqual({
		system: [{ text: 'Answer like a geologist. 岩のように。' }, { cachePoint: { type: 'default', ttl: '1h' } }],
		messages: [
			{
				role: 'user',
				content: [{ guardContent: { text: { text: 'All set?' } } }, { cachePoint: { type: 'default', ttl: '1h' } }],
			},
		],
		inferenceConfig: { maxTokens: 3000, topP: 0.96, stopSequences: ['END'] },
		toolConfig: {
			tools: [
				{ toolSpec: expect.objectContaining({ name: 'calculator' }) },
				{
					toolSpec: {
						name: 'get_weather',
						description: 'The weather of today in a city.',
						inputSchema: {
							json: {
								type: 'object',
								properties: { city: { type: 'string', description: 'The name of the city' } },
								required: ['city'],
							},
						},
						strict: true,
					},
				},
				{ cachePoint: { type: 'default', ttl: '1h' } },
			],
			toolChoice: { auto: {} },
		},
		guardrailConfig: {
			guardrailIdentifier: 'practice-guardrail',
			guardrailVersion: '1',
			trace: 'enabled_full',
			streamProcessingMode: 'async',
		},
		additionalModelRequestFields: {
			thinking: { type: 'enabled', budget_tokens: 2000 },
			anthropic_beta: ['interleaved-thinking-2025-05-14'],
		},
		additionalModelResponseFieldPaths: ['/stop_sequence', '/usage'],
		requestMetadata: { team: 'rocks' },
		performanceConfig: { latency: 'standard' },
		serviceTier: { type: 'default' },
		outputConfig: {
			textFormat: {
				type: 'json_schema',
				structure: { jsonSchema: { name: 'verdict', schema: expect.stringContaining('"confidence"') } },
			},
			effort: 'medium',
		},
	});
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');

	await app.restart();
	const again = uiOf(app, t);
	await again.conversations.locator('[data-conversation]').first().click();
	await again.askAndWait('Still?');
	const { messages: _, ...first } = Object(request);
	expect(await again.requestJson()).toMatchObject(first);
});

test('each part of a request can be looked at', async ({ app, t }) => {
	const { page } = app;
	const { dialog, open, tab, setting } = requestOf(app, t);
	await open();
	await tab('thinking').click();
	await setting('reasoning')
		.getByRole('radio', { name: t('request:thinking.adaptive') })
		.click();
	await look(page, 'request-thinking');
	await tab('tools').click();
	await setting('tools')
		.getByRole('button', { name: t('request:tool.calculator') })
		.click();
	await setting('tools')
		.getByRole('button', { name: t('request:tool.add') })
		.click();
	await expect(dialog.locator('[data-tool="get_weather"]').getByRole('textbox').first()).toBeVisible();
	await look(page, 'request-tools');
	await tab('output').click();
	await setting('outputSchema')
		.getByRole('radio', { name: t('request:setting.outputSchema') })
		.click();
	await look(page, 'request-output');
	await tab('guardrail').click();
	await fill(setting('guardrail').getByRole('textbox'), 'practice-guardrail');
	await look(page, 'request-guardrail');
	await tab('more').click();
	await look(page, 'request-more');
});

test('what will be refused is said before sending; it is left out by a press, and can be undone', async ({
	app,
	t,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const { open, close, tab, setting, pill, dialog } = requestOf(app, t);
	await expect(pill).toHaveCount(0);
	await open();
	await fill(setting('temperature').getByRole('textbox'), '0.5');
	await tab('thinking').click();
	await setting('reasoning')
		.getByRole('radio', { name: t('request:thinking.budget') })
		.click();
	const budget = setting('reasoning');
	await expect(budget).toContainText(t('request:refused.budgetLarge'));
	await budget.getByRole('button', { name: /2,048/ }).click();
	await expect(budget.locator('[data-refusal]')).toHaveCount(0);
	await expect(tab('basics').locator('[data-refused]')).toHaveCount(1);
	await close();

	await expect(pill).toHaveText(t('request:refusedCount', { count: 1 }));
	await pill.click();
	const list = page.getByRole('dialog', { name: t('request:beforeSending') });
	await expect(list).toContainText(t('request:refused.thinkingTemperature'));
	await look(page, 'request-refusals');
	const leaveOut = t('request:remedy.leaveOutNamed', { setting: t('request:setting.temperature') });
	await list.getByRole('button', { name: leaveOut }).click();
	await expect(list).toContainText(t('request:noneRefused'));
	await page.keyboard.press('Escape');
	await expect(pill).toHaveCount(0);
	await expect(ui.composer).toBeFocused();
	await page
		.getByRole('button', { name: t('request:undo') })
		.first()
		.click();
	await expect(pill).toHaveCount(1);
	// Nothing is changed unless it is asked for: it goes as it is, and AWS refuses it.
	await ui.askAndWait('As it is.');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'failed');
	expect(await ui.requestJson()).toMatchObject({ inferenceConfig: { maxTokens: 2048, temperature: 0.5 } });
	await expect(dialog).toBeHidden();
});

test('what a native body has no place for is said, and not sent', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const { open, close, tab, setting } = requestOf(app, t);
	await ui.chooseModel('amazon.titan-text-express-v1');
	await ui.chooseOperation('InvokeModel');
	await open();
	await expect(setting('maxTokens').locator('code')).toHaveText('textGenerationConfig.maxTokenCount');
	await tab('more').click();
	await fill(setting('topK').getByRole('textbox'), '40');
	await expect(setting('topK')).toContainText(t('request:noPlaceFor', { operation: 'InvokeModel' }));
	await expect(setting('serviceTier').locator('code')).toHaveText('X-Amzn-Bedrock-Service-Tier');
	await look(page, 'request-no-place');
	await close();
	const pill = page.getByRole('button', { name: t('request:unsentCount', { count: 1 }) });
	await expect(pill).toBeVisible();
	await ui.askAndWait('Rocks?');
	expect(JSON.stringify(await ui.requestJson())).not.toContain('40');
	await pill.click();
	await page
		.getByRole('button', { name: t('request:remedy.leaveOutNamed', { setting: t('request:setting.topK') }) })
		.click();
	await page.keyboard.press('Escape');
	await expect(pill).toHaveCount(0);
});

test('what is no JSON is told with its place, and not lost', async ({ app, t }) => {
	const { page } = app;
	const { open, tab, setting, dialog } = requestOf(app, t);
	await open();
	await tab('more').click();
	const json = setting('additionalFields').getByRole('textbox');
	await json.fill('{\n  "top_k": 5,\n}');
	await expect(setting('additionalFields').getByRole('alert')).toHaveText(t('request:json.at', { line: 3, column: 1 }));
	await tab('basics').click();
	await page.keyboard.press('Escape');
	// Closing leads back to it.
	await expect(json).toBeFocused();
	await expect(json).toHaveValue('{\n  "top_k": 5,\n}');
	await json.fill('{"top_k":5}');
	await setting('additionalFields')
		.getByRole('button', { name: t('request:json.format') })
		.click();
	await expect(json).toHaveValue('{\n  "top_k": 5\n}');
	const pairs = setting('requestMetadata');
	// The new row has the focus at once: on a slow machine the next frame may come after the next key.
	const focused = await pairs.getByRole('button', { name: t('request:pairs.add') }).evaluate((add: HTMLElement) => {
		add.click();
		return document.activeElement?.getAttribute('placeholder');
	});
	expect(focused).toBe(t('request:pairs.name'));
	await pairs.getByRole('textbox').last().fill('no name');
	await expect(pairs.getByRole('alert')).toHaveText(t('request:pairs.needsName'));
	await pairs.getByRole('textbox').first().fill('named');
	await expect(pairs.getByRole('alert')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
});

test('tools are imported, put in order, copied, renamed, removed and brought back', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const { open, close, tab, setting, dialog, pill } = requestOf(app, t);
	const names = () => dialog.locator('[data-tool] code').allTextContents();
	const button = (name: string) => dialog.getByRole('button', { name, exact: true });
	await open();
	await tab('tools').click();
	await button(t('request:tool.import')).click();
	const paste = dialog.getByRole('textbox', { name: t('request:tool.importTitle') });
	const openAi = { type: 'function', function: { name: 'search', parameters: { type: 'object' } } };
	await paste.fill(JSON.stringify({ tools: [openAi, { name: 'fetch', input_schema: { type: 'object' } }] }));
	await look(page, 'request-import');
	await button(t('request:tool.importAdd', { count: 2 })).click();
	await expect.poll(() => names()).toEqual(['search', 'fetch']);

	await button(t('request:tool.up', { name: 'fetch' })).click();
	await button(t('request:tool.duplicate', { name: 'fetch' })).click();
	await expect.poll(() => names()).toEqual(['fetch', 'fetch_2', 'search']);
	await setting('toolChoice')
		.getByRole('radio', { name: t('request:tool.one'), exact: true })
		.click();
	await setting('toolChoice').getByRole('combobox').selectOption('fetch_2');
	await dialog.locator('[data-tool="fetch_2"] [aria-expanded]').click();
	const name = dialog.getByRole('textbox', { name: t('request:tool.name'), exact: true }).filter({ visible: true });
	await fill(name, '天気');
	await expect(setting('tools')).toContainText(t('request:tool.nameRefused'));
	await look(page, 'request-tool-name');
	await fill(name, 'get');
	await expect(setting('toolChoice').getByRole('combobox')).toHaveValue('get');

	await button(t('request:tool.remove', { name: 'fetch' })).click();
	await expect.poll(() => names()).toEqual(['get', 'search']);
	await page
		.getByRole('button', { name: t('request:undo') })
		.first()
		.click();
	await expect.poll(names).toEqual(['fetch', 'get', 'search']);
	await close();
	await expect(pill).toHaveCount(0);
	await ui.askAndWait('Use it.');
	expect(await ui.requestJson()).toMatchObject({
		toolConfig: {
			tools: [{ toolSpec: { name: 'fetch' } }, { toolSpec: { name: 'get' } }, { toolSpec: { name: 'search' } }],
			toolChoice: { tool: { name: 'get' } },
		},
	});
});

test('what is removed gives the focus to its neighbour, and comes back only where it was', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	const { dialog, open, close, tab, setting } = requestOf(app, t);
	await ui.askAndWait('Hello');
	await open();
	await tab('tools').click();
	const tools = setting('tools');
	await tools.getByRole('button', { name: t('request:tool.calculator') }).click();
	await tools.getByRole('button', { name: t('request:tool.current_time') }).click();
	const remove = (name: string) =>
		tools.getByRole('button', { name: t('request:tool.remove', { name }) }).press('Enter');
	await remove('calculator');
	await expect(dialog.locator('[data-tool="current_time"] button').first()).toBeFocused();
	await remove('current_time');
	await expect(tools.getByRole('button', { name: t('request:tool.add') })).toBeFocused();
	await tab('more').click();
	const metadata = setting('requestMetadata');
	const names = metadata.getByRole('textbox', { name: /1/ });
	await metadata.getByRole('button', { name: t('request:pairs.add') }).press('Enter');
	await expect(names.first()).toBeFocused();
	await page.keyboard.type('team');
	await metadata.getByRole('button', { name: t('request:pairs.remove', { name: 'team' }) }).press('Enter');
	await expect(metadata.getByRole('button', { name: t('request:pairs.add') })).toBeFocused();
	await close();
	// The toast outlives the dialog; another conversation gets nothing of it.
	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	await page
		.getByRole('button', { name: t('request:undo'), exact: true })
		.first()
		.click();
	await open();
	await tab('tools').click();
	await expect(dialog.locator('[data-tool]')).toHaveCount(0);
});

test('a prompt ARN takes variables, and nothing that it brings itself', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const { open, close, tab, setting, dialog } = requestOf(app, t);
	await ui.chooseModel('arn:aws:bedrock:us-east-1:123456789012:prompt/PRACTICE01:1');
	await open();
	await tab('system').click();
	await expect(dialog.getByText(t('request:hint.promptArn')).filter({ visible: true })).toBeVisible();
	await fill(setting('system').getByRole('textbox'), 'Not sent.');
	await look(page, 'request-prompt-arn');
	await close();
	// The refusal leads to the first variable that lacks its value.
	await ui.askAndWait('Now.');
	await page.getByRole('button', { name: t('failure:action.variableSettings') }).click();
	const value = (name: string) =>
		setting('promptVariables').getByRole('textbox', {
			name: t('request:pairs.valueOf', { list: t('request:setting.promptVariables'), name }),
		});
	await expect(value('topic')).toBeFocused();
	await look(page, 'request-variables');
	await value('topic').fill('granite');
	await value('audience').fill('子ども');
	await close();
	await ui.askAndWait('Now.');
	expect(await ui.requestJson()).toEqual({
		messages: [{ role: 'user', content: [{ text: 'Now.' }] }],
		promptVariables: { topic: { text: 'granite' }, audience: { text: '子ども' } },
	});
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
});

test('tools of the model’s maker go along, and the guardrail sees the system prompt; native bodies say that they can’t', async ({
	app,
	t,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const { open, close, tab, setting } = requestOf(app, t);
	await open();
	await tab('system').click();
	await fill(setting('system').getByRole('textbox'), 'Never tell what is forbidden.');
	await tab('tools').click();
	await setting('systemTools').getByRole('button', { name: 'nova_grounding' }).click();
	// The model of a new conversation has none.
	await expect(setting('systemTools')).toContainText(t('request:refused.systemTools'));
	await tab('guardrail').click();
	await fill(setting('guardrail').getByRole('textbox'), 'practice-guardrail');
	await setting('guardrail.system').getByRole('checkbox').check();
	await look(page, 'request-guardrail-system');
	await close();

	await ui.chooseModel('us.amazon.nova-2-lite-v1:0');
	await open();
	await tab('tools').click();
	await expect(setting('systemTools').getByRole('textbox')).toHaveValue('nova_grounding');
	await expect(setting('systemTools').locator('[data-refusal]')).toHaveCount(0);
	await look(page, 'request-system-tools');
	await close();
	await ui.askAndWait('What is new?');
	expect(await ui.requestJson()).toMatchObject({
		system: [{ guardContent: { text: { text: 'Never tell what is forbidden.' } } }],
		messages: [{ role: 'user', content: [{ text: 'What is new?' }] }],
		toolConfig: { tools: [{ systemTool: { name: 'nova_grounding' } }] },
	});
	// The guardrail found it in the system prompt alone.
	await expect(ui.lastAnswer).toContainText('The practice guardrail has blocked this request');

	await ui.chooseOperation('InvokeModel');
	await page.getByRole('button', { name: t('request:unsentCount', { count: 2 }) }).click();
	const list = page.getByRole('dialog', { name: t('request:beforeSending') });
	await expect(list).toContainText(t('request:setting.systemTools'));
	await expect(list).toContainText(t('request:part.guardrail.system'));
});

test('the settings of new conversations have the same forms', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.conversations.getByRole('button', { name: t('conversations:settings'), exact: true }).click();
	const settings = page.getByRole('dialog', { name: t('settings:title') });
	await settings.getByRole('button', { name: t('request:all') }).click();
	const dialog = page.getByRole('dialog', { name: t('request:titleFor.defaults') });
	await dialog.getByRole('tab', { name: t('request:section.thinking') }).click();
	await dialog
		.locator('[data-setting="effort"]')
		.getByRole('radio', { name: t('request:effort.low') })
		.click();
	await page.keyboard.press('Escape');
	await expect(settings).toBeVisible();
	await page.keyboard.press('Escape');
	await app.restart();
	const again = uiOf(app, t);
	await again.askAndWait('With the default.');
	expect(await again.requestJson()).toMatchObject({ outputConfig: { effort: 'low' } });
});

test('in a narrow window and in presenter mode all of it has room', async ({ app, t }) => {
	const { page } = app;
	const { open, close, tab } = requestOf(app, t);
	await page.setViewportSize({ width: 900, height: 640 });
	await open();
	await tab('tools').click();
	await page.getByRole('button', { name: t('request:tool.calculator') }).click();
	await page.getByRole('button', { name: t('request:tool.current_time') }).click();
	await tab('thinking').click();
	await page
		.locator('[data-setting="reasoning"]')
		.getByRole('radio', { name: t('request:thinking.budget') })
		.click();
	await look(page, 'request-narrow');
	await close();
	await page.keyboard.press('Control+Shift+L');
	await expect(page.locator('html')).toHaveAttribute('data-presenter', /.*/);
	await open();
	await tab('tools').click();
	await look(page, 'request-narrow-presenter');
	await close();
	await look(page, 'request-chips-presenter');
	await page.setViewportSize({ width: 1600, height: 900 });
	await open();
	await tab('more').click();
	await look(page, 'request-wide-presenter');
});

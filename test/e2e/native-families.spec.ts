import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInDefinitions } from '../../src/shared/model/tools.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const question = { en: 'Write a haiku about frogs.', ja: 'カエルの俳句を作ってください。' };

test('prompts of other makers: DeepSeek-R1 goes on out of its thoughts, Llama takes the talk over', async ({
	app,
	t,
	language,
}) => {
	const ui = uiOf(app, t);
	await ui.chooseModel('us.deepseek.r1-v1:0');
	await ui.chooseOperation('InvokeModelWithResponseStream');
	await app.page.getByRole('button', { name: /^max tokens [\d,]+$/ }).click();
	const form = app.page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByRole('textbox', { name: t('settings:maxTokens') }).fill('30');
	await app.page.keyboard.press('Escape');
	await ui.askAndWait(question[language]);

	// Cut within its thoughts, of which it has no text yet.
	const note = ui.lastAnswer.getByRole('region', { name: t('continuation:cut') });
	await expect(note).toBeVisible();
	await expect(ui.lastAnswer).toContainText('length');
	await expect(ui.lastTitle).toHaveCount(0);
	await look(app.page, 'cut-thoughts');
	// It leads to the field that it speaks of, its value ready to be typed over.
	await note.getByRole('button', { name: t('continuation:larger') }).click();
	await expect(form.getByRole('textbox', { name: t('settings:maxTokens') })).toBeFocused();
	await app.page.keyboard.type('2000');
	await app.page.keyboard.press('Escape');
	await ui.callAgain(() => note.getByRole('button', { name: t('continuation:continue'), exact: true }).click());
	await expect(note).toHaveCount(0);
	await expect(ui.lastTitle).toBeVisible();
	const { prompt } = JSON.parse(await ui.copiedBody('request', 'raw')) as { prompt: string };
	expect(prompt).toContain(`<｜User｜>${question[language]}<｜Assistant｜><think>\n`);
	expect(prompt.endsWith('<think>\n')).toBe(false);
	await look(app.page, 'deepseek');

	await ui.chooseModel('us.meta.llama3-3-70b-instruct-v1:0');
	await ui.askAndWait(question[language]);
	const asked = JSON.parse(await ui.copiedBody('request', 'raw')) as { prompt: string; max_gen_len: number };
	expect(asked.max_gen_len).toBe(2000);
	expect(asked.prompt).not.toContain('think>');
	expect(asked.prompt.split('<|start_header_id|>').map((turn) => turn.split('<|end_header_id|>')[0])).toEqual([
		'<|begin_of_text|>',
		'user',
		'assistant',
		'user',
		'assistant',
	]);
	// Letter by letter, and not `<|` as one triangle of the font's.
	const shown = ui.inspector.locator('.cm-content');
	await expect(shown).toContainText('<|begin_of_text|>');
	await expect(shown).toHaveCSS('font-variant-ligatures', 'none');
	await ui.openTab('stream');
	await look(app.page, 'llama');
});

test('a chat body of OpenAI’s shape: thoughts out of the text, and a tool that the app answers by itself', async ({
	folders,
	launch,
	t,
	language,
}) => {
	await mkdir(folders.data, { recursive: true });
	const defaults = {
		operation: 'InvokeModelWithResponseStream',
		modelId: 'openai.gpt-oss-120b-1:0',
		tools: [builtInDefinitions.calculator],
		toolRounds: 3,
		effort: 'high',
		maxTokens: 4000,
	};
	await writeFile(join(folders.data, 'settings.json'), JSON.stringify({ welcomed: true, defaults }));
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.askAndWait({ en: 'What is 12 * 7?', ja: '12 * 7 はいくつですか？' }[language]);
	const sum = app.page.getByRole('region', { name: t('blocks:tool.card', { name: 'calculator' }) });
	await expect(sum.locator('[data-result]')).toContainText('84');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await expect(ui.lastAnswer).not.toContainText('<reasoning>');
	await expect(ui.lastAnswer.getByRole('button', { name: new RegExp(t('blocks:thoughts.title')) })).not.toHaveCount(0);
	const body = (await ui.requestJson()) as { messages: readonly { role: string; content: string | null }[] };
	expect(body).toMatchObject({ max_completion_tokens: 4000, reasoning_effort: 'high' });
	expect(body.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool']);
	expect(body.messages[1]?.content ?? '').not.toContain('<reasoning>');
	expect(body.messages[2]?.content).toBe('84');
	await look(app.page, 'chat-body');
});

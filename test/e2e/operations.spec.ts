import type { Operation } from '../../src/shared/model/operation.ts';
import { holdMessages } from './support/held-messages.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const question = '岩と “rock” 🪨';

const families = [
	{
		model: 'anthropic.claude-3-haiku-20240307-v1:0',
		body: {
			anthropic_version: 'bedrock-2023-05-31',
			max_tokens: 1024,
			messages: [{ role: 'user', content: [{ type: 'text', text: question }] }],
		},
	},
	{
		model: 'anthropic.claude-v2:1',
		body: { prompt: `\n\nHuman: ${question}\n\nAssistant:`, max_tokens_to_sample: 1024 },
	},
	{
		model: 'amazon.titan-text-express-v1',
		body: { textGenerationConfig: { maxTokenCount: 1024 } },
	},
	{
		model: 'amazon.nova-lite-v1:0',
		body: { messages: [{ role: 'user', content: [{ text: question }] }] },
	},
] as const;

const converse = { messages: [{ role: 'user', content: [{ text: question }] }], inferenceConfig: { maxTokens: 1024 } };

for (const { model, body } of families) {
	for (const operation of ['InvokeModel', 'InvokeModelWithResponseStream'] satisfies Operation[]) {
		test(`${operation} sends ${model} its native body`, async ({ app, t }) => {
			const ui = uiOf(app, t);
			await ui.chooseModel(model);
			await ui.chooseOperation(operation);
			await ui.askAndWait(question);
			await expect(ui.lastTitle).toBeVisible();
			const raw = await ui.copiedBody('request');
			expect(JSON.parse(raw)).toMatchObject(body);
			// Characters travel as characters.
			expect(raw).toContain(question);
			await expect(ui.inspector).toContainText(operation);
			await expect(ui.inspector).toContainText(model);
			if (model.startsWith('anthropic.claude-v2')) await look(app.page, operation);
		});
	}
}

for (const operation of ['Converse', 'ConverseStream'] satisfies Operation[]) {
	test(`${operation} sends the one format of Converse`, async ({ app, t }) => {
		const ui = uiOf(app, t);
		await ui.chooseOperation(operation);
		await ui.askAndWait(question);
		await expect(ui.lastTitle).toBeVisible();
		expect(await ui.requestJson()).toEqual(converse);
		await expect(ui.inspector).toContainText(operation);
	});
}

test('a conversation keeps its operation, and a new one begins with the default', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.chooseOperation('InvokeModel');
	await ui.askAndWait(question);
	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	const picker = app.page.getByRole('main').getByLabel(new RegExp(`^${t('connections:operation')}: `));
	await expect(picker).toHaveAccessibleName(/ConverseStream/);
	await ui.conversations.getByText(question).click();
	await expect(picker).toHaveAccessibleName(/InvokeModel$/);
});

test('a whole model id and Enter calls that id, not a line that is nearly the same', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const id = 'anthropic.claude-haiku-4-5-20251001-v1:0';
	const picker = app.page.getByRole('main').getByLabel(new RegExp(`^${t('connections:model')}: `));
	await picker.click();
	const search = app.page.getByRole('combobox', { name: t('connections:modelSearch') });
	await search.fill(id);
	await expect(app.page.getByRole('option').first()).toContainText(t('connections:modelUse'));
	await search.press('Enter');
	await expect(picker).not.toHaveAccessibleName(/us\.$/);
	await ui.askAndWait(question);
	await ui.inspector.getByRole('tab', { name: t('inspector:tab.request') }).click();
	await expect(ui.inspector).toContainText(`/model/${encodeURIComponent(id)}/`);
});

test('Enter before the picker has its models chooses from them once they have come', async ({
	launch,
	context,
	host,
	t,
}, info) => {
	info.skip(host === 'electron', 'Electron’s window has no connection whose answers could be held');
	const lists = await holdMessages(context, 'models/list');
	lists.hold();
	const { page } = await launch();
	const picker = page.getByRole('main').getByLabel(new RegExp(`^${t('connections:model')}: `));
	await picker.click();
	const search = page.getByRole('combobox', { name: t('connections:modelSearch') });
	const popup = page.getByRole('dialog', { name: t('connections:model') });
	await search.fill('nova lite');
	await search.press('Enter');
	// It is for what stands there now.
	await search.fill('nova micro');
	await expect(popup).toContainText(t('common:loading'));
	await search.press('Enter');
	await expect(search).toBeVisible();
	lists.release();
	await expect(picker).toHaveAccessibleName(`${t('connections:model')}: Nova Micro`);
	await expect(search).toHaveCount(0);
	await expect(picker).toBeFocused();
});

test('a model that AWS has retired says so, and that it works here', async ({ app, t }) => {
	await app.page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:model')}: `))
		.click();
	await app.page.getByRole('combobox', { name: t('connections:modelSearch') }).fill('claude-v2');
	await expect(app.page.getByRole('option').first()).toContainText(t('connections:retiredPractice'));
	await look(app.page, 'models-retired');
});

test('the model picker says what its prefix means', async ({ app, t }) => {
	await app.page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:model')}: `))
		.hover();
	await expect(app.page.getByText(t('connections:throughProfile', { prefix: 'us' }))).toBeVisible();
});

for (const [before, after] of [
	['InvokeModelWithResponseStream', 'ConverseStream'],
	['InvokeModel', 'Converse'],
] as const) {
	test(`a model of unknown family turns ${before} into ${after}, and says so`, async ({ app, t }) => {
		const ui = uiOf(app, t);
		await ui.chooseModel('amazon.nova-lite-v1:0');
		await ui.chooseOperation(before);
		await ui.chooseModel('acme.unheard-of-v1:0');
		await expect(app.page.getByText(t('connections:nowOperation', { operation: after }))).toBeVisible();
		const picker = app.page.getByRole('main').getByLabel(new RegExp(`^${t('connections:operation')}: `));
		await expect(picker).toHaveAccessibleName(`${t('connections:operation')}: ${after}`);
	});
}

test('an id that is too long is not offered, and it is said why', async ({ app, t, language }) => {
	await app.page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:model')}: `))
		.click();
	const search = app.page.getByRole('combobox', { name: t('connections:modelSearch') });
	const limit = (2048).toLocaleString(language);
	await search.fill(`acme.${'x'.repeat(2043)}`);
	await expect(app.page.getByRole('option')).toHaveCount(1);
	await search.fill(`acme.${'x'.repeat(2044)}`);
	await expect(app.page.getByText(t('connections:modelTooLong', { limit }))).toBeVisible();
	await expect(app.page.getByRole('option')).toHaveCount(0);
});

import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const texts = {
	en: ['I like cats.', 'I like black cats.', 'The quarterly revenue fell.'],
	ja: ['猫が好きです。', '黒い猫が好きです。', '四半期の売上が減りました。'],
};

test('texts become vectors, by a call each with Titan and by one with Cohere; no other operation can be chosen', async ({
	app,
	t,
	language,
}) => {
	const ui = uiOf(app, t);
	const { page } = app;
	const lines = texts[language];
	await ui.chooseModel('amazon.titan-embed-text-v2:0');
	await expect(
		page.getByText(t('connections:nowOperation', { operation: 'InvokeModel' }), { exact: true }),
	).toBeVisible();
	await expect(ui.composer).toHaveAttribute('placeholder', t('chat:composer.texts'));
	const examples = page.getByRole('list', { name: t('chat:empty.examples') });
	await expect(examples.getByRole('button')).toHaveText([t('chat:empty.near.label'), t('chat:empty.one.label')]);
	await page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:operation')}: `))
		.click();
	for (const operation of ['ConverseStream', 'Converse', 'InvokeModelWithResponseStream']) {
		const option = page.getByRole('option', { name: new RegExp(`^${operation}\\b`) });
		await expect(option).toBeDisabled();
		await expect(option).toContainText(t('connections:onlyInvoke'));
	}
	await look(page, 'embeddings-operations');
	await page.keyboard.press('Escape');

	// The editor has one text, and says what becomes of the others.
	await ui.composer.fill(lines.join('\n'));
	await page.keyboard.press('ControlOrMeta+Shift+E');
	const editor = page.getByRole('dialog', { name: t('editor:title') });
	await expect(editor.getByText(t('editor:firstOfTexts', { count: 3 }))).toBeVisible();
	await look(page, 'embeddings-editor');
	await page.keyboard.press('Escape');
	await expect(editor).toHaveCount(0);

	await ui.askAndWait(lines.join('\n'));
	const vectors = ui.lastAnswer.getByRole('region', { name: t('blocks:embedding.title', { count: 3 }) });
	await expect(vectors.locator('[data-embedding]')).toHaveCount(3);
	await expect(vectors).toContainText(t('blocks:embedding.dimensions', { count: 1024, number: '1,024' }));
	await expect(vectors).toContainText(t('blocks:embedding.norm', { value: '1.0000' }));
	const near = async (row: number, column: number) =>
		Number(await vectors.getByRole('row').nth(row).getByRole('cell').nth(column).textContent());
	expect(await near(1, 1)).toBeGreaterThan(0.5);
	expect(await near(1, 2)).toBeLessThan(0.35);
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await expect(ui.lastAnswer).toContainText(t('chat:calls', { count: 3 }));
	expect(await ui.requestJson()).toEqual({ inputText: lines[2] });
	// What is shown and copied of a vector is what the service sent.
	const { embedding } = JSON.parse(await ui.copiedBody('response')) as { embedding: number[] };
	const third = vectors.locator('[data-embedding]').nth(2);
	const first = embedding.slice(0, 8).map((value) => value.toFixed(5));
	await expect(third).toContainText(`${t('blocks:embedding.first')}: ${first.join(' ')} …`);
	await third.getByRole('button', { name: t('blocks:embedding.copy') }).click();
	await expect.poll(async () => JSON.parse(await app.clipboard())).toEqual(embedding);
	await vectors.scrollIntoViewIfNeeded();
	await look(page, 'embeddings');

	await ui.chooseModel('cohere.embed-v4:0');
	const many = Array.from({ length: 16 }, (_, at) => `${lines[at % 3]} ${at}`);
	await ui.askAndWait(many.join('\n'));
	expect(await ui.requestJson()).toEqual({ texts: many, input_type: 'search_document' });
	await expect(ui.lastAnswer.locator('[data-embedding]')).toHaveCount(16);
	// Nobody asked for max tokens, which texts to embed have no place for.
	await expect(ui.inspector.getByText(t('sent:allSame'))).toBeVisible();
	// However many they are, each number stands in one line, and the text of its row beside it.
	const cell = ui.lastAnswer.getByRole('cell', { name: '1.000' }).last();
	await cell.scrollIntoViewIfNeeded();
	expect(await cell.evaluate(({ clientHeight }) => clientHeight)).toBeLessThan(40);
	await expect(ui.lastAnswer.getByRole('rowheader').last()).toBeInViewport({ ratio: 0.9 });
	await look(page, 'embeddings-many');
});

test('a model that nobody knows is called by Converse, and by whatever body a person writes', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	await ui.chooseOperation('InvokeModel');
	await page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:model')}: `))
		.click();
	await page.getByRole('combobox', { name: t('connections:modelSearch') }).fill('example.new-model-v1:0');
	await page.keyboard.press('Enter');
	await expect(page.getByText(t('connections:nowOperation', { operation: 'Converse' }), { exact: true })).toBeVisible();
	await page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:operation')}: `))
		.click();
	const option = page.getByRole('option', { name: /^InvokeModel\b/ }).first();
	await expect(option).toBeDisabled();
	await expect(option).toContainText(t('connections:noInvoke'));
	await look(page, 'unknown-model-operations');
	await page.keyboard.press('Escape');

	await ui.askAndWait('Hello');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'failed');
	await expect(ui.lastAnswer).toContainText('The provided model identifier is invalid.');
	expect(await ui.requestJson()).toMatchObject({ messages: [{ role: 'user', content: [{ text: 'Hello' }] }] });
	await look(page, 'unknown-model');
});

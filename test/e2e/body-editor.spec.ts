import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { operations } from '../../src/shared/model/operation.ts';
import type { App } from './support/app.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

/** The editor of bodies, by the words that a person sees. */
function editorOf({ page }: App, t: Words) {
	const dialog = page.getByRole('dialog', { name: new RegExp(`^(${t('editor:title')}|${t('editor:titleAgain')})$`) });
	const field = dialog.getByRole('textbox', { name: t('editor:label') });
	return {
		dialog,
		field,
		open: page.getByRole('main').getByRole('button', { name: new RegExp(`^${escaped(t('editor:open'))}`) }),
		operation: dialog.getByRole('combobox', { name: new RegExp(`^${t('connections:operation')}`) }),
		problems: dialog.getByRole('region', { name: t('editor:problems') }),
		button: (key: 'send' | 'sendAnyway' | 'reset' | 'format' | 'compact' | 'takeNewer') =>
			dialog.getByRole('button', { name: t(`editor:${key}`), exact: true }),
		count: dialog.getByRole('button', { name: t('editor:count.action') }),
		/** All of a short text; CodeMirror draws the lines in view. */
		text: async () => (await field.locator('.cm-line').allTextContents()).join('\n'),
		/** Puts a text in place of what stands there, as pasting does. */
		write: async (text: string) => {
			await page.evaluate((content) => navigator.clipboard.writeText(content), text);
			await field.focus();
			await page.keyboard.press('ControlOrMeta+a');
			await page.keyboard.press('ControlOrMeta+v');
		},
		/** Puts the caret at the end of the line with these words. */
		caretAfter: async (words: string) => {
			const line = field.locator('.cm-line').filter({ hasText: words }).first();
			await line.click();
			await page.keyboard.press('End');
		},
	};
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function jsonIn(editor: { text(): Promise<string> }): Promise<unknown> {
	return JSON.parse(await editor.text());
}

test('what the editor shows is what is sent, for each operation; a changed byte is sent', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const editor = editorOf(app, t);
	for (const operation of operations) {
		await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
		await ui.chooseOperation(operation);
		await ui.composer.fill('岩とは何ですか？');
		await editor.open.click();
		await expect(editor.field).toContainText('岩とは何ですか？');
		await expect(editor.dialog).toContainText(operation);
		const shown = await jsonIn(editor);
		await editor.button('send').click();
		await expect(editor.dialog).toHaveCount(0);
		await expect(ui.composer).toHaveValue('');
		await ui.settled();
		const sent = await ui.copiedBody('request');
		expect(JSON.parse(sent)).toEqual(shown);
		// As the SDK writes it, and not as it was laid out for reading.
		expect(sent).not.toContain('\n');
		await expect(ui.inspector).not.toContainText(t('editor:byHand'));
	}

	// Another operation for one call: its body is written anew, and the settings stay. In a long talk the question is in view.
	await ui.composer.fill('First');
	await editor.open.click();
	await expect(editor.field.locator('.cm-line').filter({ hasText: '"First"' })).toBeInViewport();
	await editor.operation.click();
	await app.page.getByRole('option', { name: 'Converse', exact: true }).click();
	await expect(editor.field).toContainText('inferenceConfig');
	await editor.button('send').click();
	await expect(editor.dialog).toHaveCount(0);
	await ui.settled();
	expect(await ui.requestJson()).toMatchObject({ inferenceConfig: { maxTokens: 1024 } });
	await expect(app.page.getByRole('main').getByLabel(`${t('connections:operation')}: InvokeModel`)).toBeVisible();

	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	await ui.composer.fill('Second');
	await editor.open.click();
	await expect(editor.field).toContainText('Second');
	const before = await editor.text();
	const changed = `${before.replace('Second', 'Something else')}\n`;
	await editor.write(changed);
	await expect(editor.dialog).toContainText(t('editor:byHand'));
	await app.page.keyboard.press('ControlOrMeta+Enter');
	await expect(editor.dialog).toHaveCount(0);
	await ui.settled();
	expect(await ui.copiedBody('request')).toBe(changed);
	await expect(ui.lastTurn).toContainText('Something else');
	await expect(ui.lastAnswer).toContainText(t('editor:byHand'));
	await expect(ui.inspector).toContainText(t('editor:byHand'));
});

test('fields are offered and explained; what is wrong is said in place; edits outlive the dialog; reset', async ({
	app,
	t,
	language,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const editor = editorOf(app, t);
	await ui.composer.fill(language === 'ja' ? '玄武岩について教えてください。' : 'Tell me about basalt.');
	await page.keyboard.press('ControlOrMeta+Shift+E');
	await expect(editor.problems).toContainText(t('editor:noProblems'));
	const generated = await editor.text();

	// Completion: a field that is not there yet, with its words; then its value.
	await editor.caretAfter('"maxTokens"');
	await page.keyboard.type(',\n"te');
	const offer = page.getByRole('option', { name: /^temperature/ });
	await expect(offer).toBeVisible();
	// Escape closes what is open in the editor before the editor itself.
	await page.keyboard.press('Escape');
	await expect(offer).toHaveCount(0);
	await expect(editor.field).toBeFocused();
	await page.keyboard.press('Control+Space');
	await expect(offer).toBeVisible();
	await expect(page.locator('.cm-completionInfo')).toContainText(t('fields:InferenceConfiguration.temperature'));
	await look(page, 'body-editor-completion');
	await offer.click();
	await expect(offer).toHaveCount(0);
	await page.keyboard.type('7');
	await expect(editor.problems).toContainText(t('editor:problem.outOfRange', { from: 0, to: 1 }));
	// Unusual is not wrong: it can be sent as it is.
	await expect(editor.button('send')).toBeEnabled();

	// A field that is not there.
	await page.keyboard.type(', "topK": 5');
	await expect(editor.problems).toContainText(t('editor:problem.unknownKeyNear', { key: 'topK', near: 'topP' }));
	await expect(editor.button('sendAnyway')).toBeVisible();
	await look(page, 'body-editor-problems');
	await editor.problems.getByRole('button').last().click();
	await expect(editor.field).toBeFocused();

	// Hover: what a field is, and what it may be.
	await editor.field.getByText('"maxTokens"').hover();
	await expect(page.locator('.cm-field')).toContainText(t('fields:InferenceConfiguration.maxTokens'));
	await expect(page.locator('.cm-field')).toContainText(t('fields:limits.atLeastOneAndModel'));

	// Closed, the edits are kept, and the button says so; what has changed meanwhile is told.
	await page.mouse.move(0, 0);
	await page.keyboard.press('Escape');
	await expect(editor.dialog).toHaveCount(0);
	await expect(ui.composer).toBeFocused();
	await ui.composer.press('End');
	await ui.composer.pressSequentially('!');
	await editor.open.click();
	await expect(editor.field).toContainText('"topK": 5');
	await expect(editor.dialog.getByRole('status').filter({ hasText: t('editor:newer') })).toBeVisible();
	await editor.button('reset').click();
	expect(await jsonIn(editor)).toEqual(JSON.parse(generated.replace(/([。.])"/, '$1!"')));
	await expect(editor.button('reset')).toBeDisabled();
	// Resetting can be taken back.
	await page.keyboard.press('ControlOrMeta+z');
	await expect(editor.field).toContainText('"topK": 5');
	await editor.button('reset').click();
	await editor.button('compact').click();
	await expect(editor.field.locator('.cm-line')).toHaveCount(1);
	await expect(editor.dialog).toContainText(t('editor:asGenerated'));
	await editor.button('format').click();

	// Tab leads on: nobody is held in the editor.
	await editor.field.focus();
	await page.keyboard.press('Tab');
	await expect(editor.field).not.toBeFocused();
});

test('what is no JSON is sent on purpose, and the refusal is explained; then sent again from the call', async ({
	app,
	t,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const editor = editorOf(app, t);
	await ui.chooseOperation('InvokeModel');
	await ui.composer.fill('Hello');
	await editor.open.click();
	await expect(editor.field).toContainText('anthropic_version');
	const generated = await editor.text();
	await editor.write(generated.replace('"messages": [', '"messages": [,'));
	await expect(editor.problems).toContainText(t('editor:syntax.ValueExpected'));
	// Ctrl+Enter does not send it: it leads to the button that does.
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(editor.button('sendAnyway')).toBeFocused();
	await expect(editor.dialog).toContainText(t('editor:anyway'));
	await page.keyboard.press('Enter');
	await expect(editor.dialog).toHaveCount(0);
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'failed');
	await expect(ui.lastTurn).toContainText('Malformed input request');
	await expect(ui.lastTurn).toContainText('Hello');

	// Of the failed call, with its own bytes.
	const again = async (): Promise<void> => {
		await ui.inspector.getByRole('button', { name: t('files:more') }).click();
		await page.getByRole('menuitem', { name: t('editor:again') }).click();
	};
	await again();
	await expect(editor.dialog).toContainText(t('editor:asSent'));
	await expect(editor.field).toContainText('[,');
	await expect(editor.problems).toContainText(t('editor:syntax.ValueExpected'));
	await look(page, 'body-editor-again');
	await editor.write(generated.replace('Hello', 'Hello again'));
	await editor.button('send').click();
	await expect(editor.dialog).toHaveCount(0);
	await ui.settled();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await expect(ui.lastTurn).toContainText('Hello again');
	expect(await ui.requestJson()).toEqual(JSON.parse(generated.replace('Hello', 'Hello again')));

	// With another model and operation chosen since, it goes as it went.
	await ui.chooseOperation('ConverseStream');
	await ui.openTab('request');
	await ui.inspector.getByRole('button', { name: t('editor:again'), exact: true }).click();
	await expect(editor.dialog).toContainText('InvokeModel');
	await editor.button('send').click();
	await expect(editor.dialog).toHaveCount(0);
	await ui.settled();
	await expect(page.locator('[data-turn-id]')).toHaveCount(3);
	expect(await ui.requestJson()).toEqual(JSON.parse(generated.replace('Hello', 'Hello again')));

	// Of an empty composer: what is missing is said, and can be sent or written in its place.
	await editor.open.click();
	await expect(editor.dialog).toContainText(t('editor:blank'));
	await look(page, 'body-editor-blank');
	await editor.button('send').click();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'failed');
	await expect(ui.lastTurn).toContainText(t('chat:blankQuestion'));
	await editor.open.click();
	await expect(editor.field).toBeFocused();
	await page.keyboard.type('Rock?');
	await expect(editor.dialog).not.toContainText(t('editor:blank'));
	await editor.button('send').click();
	await ui.settled();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await expect(ui.lastTurn).toContainText('Rock?');
});

test('tokens are counted when asked, before sending; a model that can’t says so', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const editor = editorOf(app, t);
	const main: Locator = app.page.getByRole('main');
	const count = main.getByRole('button', { name: new RegExp(`^${escaped(t('editor:count.action'))}`) });
	await expect(count).toHaveAttribute('aria-disabled', 'true');
	await ui.composer.fill('岩とは');
	await count.click();
	const result = main
		.getByRole('status')
		.filter({ hasText: t('editor:count.tokens', { count: 9, number: '9' }).replace('9', '').trim() });
	await expect(result).toBeVisible();
	const counted = await result.textContent();
	await ui.composer.press('End');
	await ui.composer.pressSequentially('？');
	await expect(result).toContainText(t('editor:count.stale'));
	await editor.open.click();
	await editor.count.click();
	await expect(editor.dialog.getByRole('status').filter({ hasText: /\d/ }).last()).not.toHaveText(counted ?? '');
	await app.page.keyboard.press('Escape');
	await expect(editor.dialog).toHaveCount(0);
	await look(app.page, 'composer-counted');
	await ui.chooseModel('amazon.nova-lite-v1:0');
	await expect(main.getByRole('button', { name: t('editor:count.unable') })).toBeVisible();

	// A refusal can be read, in the service's own words: beside the composer, and in the editor.
	await ui.chooseModel('acme.unheard-of-v1:0');
	await ui.chooseOperation('Converse');
	const refused = new RegExp(`^${escaped(t('editor:count.refused', { title: '' }))}`);
	const words = app.page.getByText('The provided model identifier is invalid.');
	await count.click();
	await main.getByRole('button', { name: refused }).click();
	await expect(words).toBeVisible();
	await look(app.page, 'count-refused');
	await app.page.keyboard.press('Escape');
	await expect(words).toHaveCount(0);
	await editor.open.click();
	await editor.count.click();
	await editor.dialog.getByRole('button', { name: refused }).click();
	await expect(words).toBeVisible();
	await app.page.keyboard.press('Escape');
	await expect(words).toHaveCount(0);
	await expect(editor.dialog).toBeVisible();
});

test('a file in a body is a placeholder and goes whole; a call out of an opened file goes into a new conversation', async ({
	app,
	t,
	folders,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const editor = editorOf(app, t);
	await ui.chooseOperation('Converse');
	const notes = '花崗岩は火成岩です。'.repeat(200);
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('button', { name: t('attachments:attach'), exact: true }).click(),
	]);
	await chooser.setFiles({ name: 'notes.txt', mimeType: '', buffer: Buffer.from(notes) });
	await ui.composer.fill('What is in it?');
	await editor.open.click();
	await expect(editor.field.locator('.cm-base64')).toBeVisible();
	await expect(editor.problems).toContainText(t('editor:noProblems'));
	await editor.caretAfter('"role"');
	await page.keyboard.press('End');
	// White space that no serializer writes.
	await page.keyboard.type('   ');
	await expect(editor.dialog).toContainText(t('editor:byHand'));
	await look(page, 'body-editor-file');
	await editor.button('send').click();
	await expect(editor.dialog).toHaveCount(0);
	await ui.settled();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	const sent = await ui.copiedBody('request');
	expect(sent).toMatch(/"role": "user", {3}\n/);
	expect(JSON.parse(sent).messages[0].content[0].document.source.bytes).toBe(Buffer.from(notes).toString('base64'));
	await expect(page.locator('[data-attachments]')).toContainText('notes.txt');

	// The same call out of a file.
	await ui.inspector.getByRole('button', { name: t('files:more') }).click();
	await page.getByRole('menuitem', { name: t('files:export') }).click();
	const exporting = page.getByRole('dialog', { name: t('files:title') });
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		exporting.getByRole('button', { name: t('files:save') }).click(),
	]);
	const path = join(folders.home, download.suggestedFilename());
	await download.saveAs(path);
	const [opener] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('button', { name: t('files:openFile'), exact: true }).click(),
	]);
	await opener.setFiles(path);
	await expect(ui.inspector).toContainText(download.suggestedFilename());
	await ui.inspector.getByRole('button', { name: t('files:more') }).click();
	await page.getByRole('menuitem', { name: t('editor:again') }).click();
	await expect(editor.dialog).toContainText(t('editor:newConversation'));
	await editor.button('send').click();
	await expect(editor.dialog).toHaveCount(0);
	await ui.settled();
	expect(await ui.copiedBody('request')).toBe(sent);
	await expect(page.locator('[data-turn-id]')).toHaveCount(1);
	await expect(ui.composer).toBeEnabled();
});

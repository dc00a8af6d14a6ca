import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { byteSize } from '../../src/renderer/ui/quantities.ts';
import { pngOf } from '../helpers/png.ts';
import type { App } from './support/app.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA_MICRO = 'us.amazon.nova-micro-v1:0';

interface Given {
	readonly name: string;
	readonly content: Buffer;
}

const rock: Given = { name: '露頭の写真.png', content: pngOf(640, 480, 40) };
const gif: Given = {
	name: 'dot.png',
	content: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
};
const minutes: Given = { name: '議事録 2026.txt', content: Buffer.from('花崗岩は火成岩です。'.repeat(40)) };
const table: Given = { name: 'strata.csv', content: Buffer.from('layer,age\nlimestone,160\n') };

/** What the composer has for files. */
function filesOf({ page }: App, t: Words) {
	const shelf = page
		.getByRole('main')
		.locator('form')
		.getByRole('list', { name: t('attachments:attached') });
	const question = page.locator('[data-attachments]');
	return {
		shelf,
		question,
		/** Chooses files as a person does in the system's dialog. */
		choose: async (...files: readonly Given[]) => {
			const [chooser] = await Promise.all([
				page.waitForEvent('filechooser'),
				page.getByRole('button', { name: t('attachments:attach'), exact: true }).click(),
			]);
			await chooser.setFiles(files.map(({ name, content }) => ({ name, mimeType: '', buffer: content })));
		},
		/** Holds files above the window; `drop` lets them go. */
		hold: async (...files: readonly Given[]) => {
			const transfer = await transferOf(page, files);
			await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
			return { drop: () => page.dispatchEvent('main', 'drop', { dataTransfer: transfer }) };
		},
		paste: async (...files: readonly Given[]) => {
			const transfer = await transferOf(page, files);
			await page.getByRole('textbox', { name: t('chat:composer.label') }).evaluate((field, clipboardData) => {
				field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
			}, transfer);
		},
	};
}

function transferOf(page: Page, files: readonly Given[]) {
	return page.evaluateHandle(
		(all) => {
			const made = new DataTransfer();
			for (const { name, base64 } of all) {
				made.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
			}
			return made;
		},
		files.map(({ name, content }) => ({ name, base64: content.toString('base64') })),
	);
}

test('files are chosen, dropped and pasted, taken away by keyboard, and sent as bytes', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const files = filesOf(app, t);
	await ui.chooseModel(HAIKU);
	await ui.chooseOperation('Converse');

	await files.choose(rock, gif);
	await expect(files.shelf.getByRole('listitem')).toHaveCount(2);
	await expect(files.shelf).toContainText('640 × 480');
	await expect(files.shelf).toContainText(`${t('attachments:sentAs', { format: 'GIF' })} · 1 × 1 · 42 B`);

	const held = await files.hold(minutes);
	await expect(page.getByText(t('attachments:drop'))).toBeVisible();
	await held.drop();
	await expect(files.shelf).toContainText(minutes.name);
	await expect(page.getByText(t('attachments:drop'))).toHaveCount(0);
	// A document goes with words, and that is said while there are none.
	await expect(page.getByText(t('attachments:note.needsText'))).toBeVisible();
	await files.paste(table);
	await expect(files.shelf.getByRole('listitem')).toHaveCount(4);
	await ui.composer.fill('この写真には何が写っていますか？');
	await expect(page.getByText(t('attachments:note.needsText'))).toHaveCount(0);
	await look(page, 'attachments-composer');

	// By keyboard, too; the focus goes on to the next.
	const remove = (name: string) => files.shelf.getByRole('button', { name: t('attachments:remove', { name }) });
	await remove(gif.name).focus();
	await page.keyboard.press('Enter');
	await expect(remove(minutes.name)).toBeFocused();
	await remove(table.name).click();
	await expect(files.shelf.getByRole('listitem')).toHaveCount(2);

	await ui.composer.press('Enter');
	await ui.settled();
	await expect(files.shelf).toHaveCount(0);
	await expect(files.question).toContainText(minutes.name);
	const thumbnail = files.question.getByRole('button', { name: t('attachments:open', { name: rock.name }) });
	await expect(thumbnail.getByRole('img')).toHaveJSProperty('naturalWidth', 640);
	await files.question.scrollIntoViewIfNeeded();
	await look(page, 'attachments-question');

	const body = JSON.parse(await ui.copiedBody('request'));
	expect(body.messages[0].content[0].image).toEqual({
		format: 'png',
		source: { bytes: rock.content.toString('base64') },
	});
	expect(body.messages[0].content[1].document.source.bytes).toBe(minutes.content.toString('base64'));
});

test('files open large, are saved again, and stay with their conversation', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const files = filesOf(app, t);
	await ui.chooseModel(HAIKU);
	await ui.chooseOperation('Converse');
	await files.choose(rock, minutes);
	await ui.askAndWait('この写真には何が写っていますか？');
	const body = JSON.parse(await ui.copiedBody('request'));
	const thumbnail = files.question.getByRole('button', { name: t('attachments:open', { name: rock.name }) });
	await thumbnail.click();
	const dialog = page.getByRole('dialog', { name: rock.name });
	await expect(dialog.getByRole('img')).toHaveJSProperty('naturalWidth', 640);
	await look(page, 'attachments-image');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		dialog.getByRole('button', { name: t('attachments:saveShort'), exact: true }).click(),
	]);
	expect(download.suggestedFilename()).toBe(rock.name);
	expect(await readFile(await download.path())).toEqual(rock.content);
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(thumbnail).toBeFocused();

	// What they take is told; they are not what is forgotten.
	await ui.conversations.getByRole('button', { name: t('conversations:settings'), exact: true }).click();
	const storage = page.getByRole('dialog').getByRole('region', { name: t('storage:title') });
	await storage.getByRole('heading', { name: t('storage:title') }).scrollIntoViewIfNeeded();
	await expect(storage.getByRole('listitem').filter({ hasText: t('storage:attachmentsPart') })).toContainText('207 kB');
	await look(page, 'attachments-storage');
	await page.keyboard.press('Escape');

	// What waits stays with its conversation.
	await files.choose(table);
	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	await expect(files.shelf).toHaveCount(0);
	const listed = () => app.page.getByRole('navigation').getByRole('button', { name: 'この写真' }).first();
	await listed().click();
	await expect(files.shelf).toContainText(table.name);
	await files.shelf.getByRole('button', { name: t('attachments:remove', { name: table.name }) }).click();
	await expect(ui.composer).toBeFocused();

	await app.restart();
	await listed().click();
	await expect(filesOf(app, t).question.getByRole('img')).toHaveJSProperty('naturalWidth', 640);
	await uiOf(app, t).askAndWait('もう一度');
	const again = JSON.parse(await uiOf(app, t).copiedBody('request'));
	expect(again.messages[0]).toEqual(body.messages[0]);
});

test('base64 in a body is a placeholder that opens, and is found', async ({ app, t, language }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const files = filesOf(app, t);
	await ui.chooseModel(HAIKU);
	await ui.chooseOperation('InvokeModel');
	// Some megabytes: the window must not stop for them.
	const large: Given = { name: 'large.png', content: pngOf(1100, 1000, 60) };
	await files.choose(rock, large);
	await ui.askAndWait('Compare them.');
	await files.question.getByRole('button').last().click();
	await look(page, 'attachments-large-image');
	await page.keyboard.press('Escape');
	await ui.openTab('request');
	const request = ui.inspector.getByRole('region', { name: t('inspector:bodyOf.request') });
	const placeholders = request.locator('.cm-base64');
	await expect(placeholders).toHaveCount(2);
	await expect(placeholders).toHaveText(
		[rock, large].map(({ content }) => `image/png · ${byteSize(content.byteLength, language)}`),
	);
	// What stands around it is coloured, however long the base64 is.
	await expect(request.locator('.cm-line').filter({ hasText: '"media_type"' }).locator('span').first()).toBeVisible();
	await look(page, 'attachments-placeholder');

	await placeholders.first().click();
	await expect(placeholders.first()).toHaveAttribute('aria-expanded', 'true');
	await expect(placeholders.first()).toBeFocused();
	await expect(request.getByText(rock.content.toString('base64').slice(0, 60))).toBeVisible();
	await expect(request.locator('.cm-base64-open img')).toHaveJSProperty('naturalWidth', 640);
	await look(page, 'attachments-opened');
	await placeholders.first().press('Enter');
	await expect(placeholders.first()).toHaveAttribute('aria-expanded', 'false');
	await expect(request.getByText(rock.content.toString('base64').slice(0, 60))).toHaveCount(0);

	// Search looks at what really stands there.
	await request.getByRole('button', { name: t('inspector:search'), exact: true }).click();
	await request
		.getByRole('textbox', { name: t('inspector:viewer.find') })
		.pressSequentially(rock.content.toString('base64').slice(1000, 1030));
	await page.keyboard.press('Enter');
	await expect(placeholders.first()).toHaveAttribute('aria-expanded', 'true');
	await expect(request.locator('.cm-searchMatch-selected')).toHaveText(
		rock.content.toString('base64').slice(1000, 1030),
	);

	await request.getByRole('button', { name: t('inspector:raw'), exact: true }).click();
	await expect(placeholders).toHaveCount(0);
	expect(await ui.copiedBody('request')).toContain(large.content.toString('base64'));
});

test('what can’t be attached is refused with a way out, and what a model does not take is said before', async ({
	app,
	t,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const files = filesOf(app, t);
	await ui.chooseModel(NOVA_MICRO);
	await ui.chooseOperation('Converse');
	const wide = pngOf(2, 2);
	wide.writeUInt32BE(8001, 16);
	await files.choose(
		{ name: 'wide.png', content: wide },
		{ name: '空.txt', content: Buffer.alloc(0) },
		{ name: 'drawing.svg', content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
		{ name: 'broken.pdf', content: Buffer.from('no pdf') },
		{ name: 'huge.pdf', content: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4.5 * 1024 * 1024)]) },
	);
	for (const why of ['image-pixels', 'empty', 'picture', 'unlike-name', 'document-bytes'] as const) {
		await expect(page.getByRole('alert')).toContainText(t(`attachments:why.${why}`));
	}
	await expect(files.shelf).toHaveCount(0);
	await look(page, 'attachments-refused');

	await files.choose(rock);
	const { name } = rock;
	await expect(page.getByText(t('attachments:note.modelKind.image', { model: 'Nova Micro' }))).toBeVisible();
	await ui.chooseModel('us.meta.llama3-3-70b-instruct-v1:0');
	await ui.chooseOperation('InvokeModel');
	await expect(page.getByText(t('attachments:note.noPlace.image'))).toBeVisible();
	await page.setViewportSize({ width: 900, height: 700 });
	await files.choose(rock, minutes, gif, table, rock, rock);
	await look(page, 'attachments-narrow');
	await page.setViewportSize({ width: 1360, height: 850 });

	// The refusal is worth seeing: nothing keeps from sending, and the file is still there to be sent elsewhere.
	await ui.chooseModel(NOVA_MICRO);
	await ui.chooseOperation('Converse');
	await ui.ask('What is this?');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'failed');
	await expect(ui.lastAnswer).toContainText("This model doesn't support the image field for user messages.");
	await expect(files.question.getByRole('button', { name: t('attachments:open', { name }) })).toHaveCount(4);
	await look(page, 'attachments-failed');
});

test('a search result is written, waits, is sent and cited; its text can be read again', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const files = filesOf(app, t);
	const said =
		t('attachments:result.text') === 'Text'
			? {
					title: 'Granite',
					text: 'Rocks are old. Granite cools slowly.',
					quote: 'Granite cools slowly.',
					ask: 'And granite?',
				}
			: {
					title: '花崗岩',
					text: '岩は古い。花崗岩はゆっくり冷える。',
					quote: '花崗岩はゆっくり冷える。',
					ask: '花崗岩は？',
				};
	const source = 'https://rocks.example/granite';
	await ui.chooseModel(HAIKU);
	const dialog = page.getByRole('dialog', { name: t('attachments:result.add') });
	const write = async () => {
		await page.getByRole('button', { name: t('attachments:result.add') }).click();
		await dialog.getByLabel(t('attachments:result.title'), { exact: true }).fill(said.title);
		await dialog.getByLabel(t('attachments:result.source'), { exact: true }).fill(source);
		await dialog.getByLabel(t('attachments:result.text'), { exact: true }).fill(said.text);
	};
	await page.getByRole('button', { name: t('attachments:result.add') }).click();
	await expect(dialog.getByRole('button', { name: t('attachments:result.submit') })).toBeDisabled();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await write();
	await look(page, 'search-result-dialog');
	await dialog.getByRole('button', { name: t('attachments:result.submit') }).click();
	await expect(files.shelf.getByRole('listitem')).toContainText(said.title);
	await expect(ui.composer).toBeFocused();
	await look(page, 'search-result-waits');

	await ui.askAndWait(said.ask);
	expect(await ui.requestJson()).toMatchObject({
		messages: [
			{
				role: 'user',
				content: [
					{ searchResult: { source, title: said.title, content: [{ text: said.text }], citations: { enabled: true } } },
					{ text: said.ask },
				],
			},
		],
	});
	const sources = ui.lastAnswer.locator('[data-sources]');
	await expect(sources).toContainText(said.title);
	await expect(sources).toContainText(said.quote);
	await expect(sources).toContainText(t('blocks:sources.searchResult', { number: 1 }));
	const card = files.question.locator('[data-search-result]');
	await expect(card).not.toContainText(said.text, { useInnerText: true });
	await card.locator('summary').click();
	await expect(card).toContainText(said.text, { useInnerText: true });
	await look(page, 'search-result-sent');

	// Without the wish, and where a model takes none, that is said before.
	await ui.chooseModel(NOVA_MICRO);
	await write();
	await dialog.getByRole('checkbox').uncheck();
	await dialog.getByRole('button', { name: t('attachments:result.submit') }).click();
	const form = page.getByRole('main').locator('form');
	await expect(form).toContainText(t('attachments:note.modelKind.search-result', { model: 'Nova Micro' }));
	await expect(form).toContainText(t('attachments:note.notCited'));
	await look(page, 'search-result-notes');
	await app.restart();
	const again = filesOf(app, t);
	await uiOf(app, t).conversations.locator('[data-conversation]').first().click();
	await expect(again.question.locator('[data-search-result]')).toContainText(said.title);
});

test('a masked export leaves the files out, unless they are wanted; opened, it still says what they were', async ({
	app,
	t,
	folders,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const files = filesOf(app, t);
	await files.choose(rock, minutes);
	await ui.askAndWait('これは何ですか？');
	const dialog = page.getByRole('dialog', { name: t('files:title') });
	const exported = async (wanted: boolean) => {
		await ui.inspector.getByRole('button', { name: t('files:more'), exact: true }).click();
		await page.getByRole('menuitem', { name: t('files:export') }).click();
		const leftOut = dialog.getByRole('checkbox', { name: t('files:leaveOutFiles') });
		await expect(leftOut).toHaveCount(0);
		await dialog.getByRole('checkbox', { name: t('files:mask') }).check();
		await expect(leftOut).toBeChecked();
		if (wanted) await leftOut.uncheck();
		else await look(page, 'attachments-export');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			dialog.getByRole('button', { name: t('files:save') }).click(),
		]);
		return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
	};
	const beginning = rock.content.toString('base64').slice(0, 200);
	expect((await exported(true)).text).toContain(beginning);
	const { name, text } = await exported(false);
	expect(text).not.toContain(beginning);
	expect(text).not.toContain(minutes.content.toString('base64'));
	// One that is exported out of the list need not have been open.
	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	await app.reload();
	const title = 'これは何ですか？';
	await ui.conversations.getByRole('button', { name: t('conversations:actions', { title }) }).click({ force: true });
	await page.getByRole('menuitem', { name: t('files:export') }).click();
	await dialog.getByRole('checkbox', { name: t('files:mask') }).check();
	await expect(dialog.getByRole('checkbox', { name: t('files:leaveOutFiles') })).toBeChecked();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);

	const path = join(folders.home, name);
	await writeFile(path, text);
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('button', { name: t('files:openFile'), exact: true }).click(),
	]);
	await chooser.setFiles(path);
	await expect(page.locator('[data-imported="outcrop"]')).toContainText(t('files:masked'));
	await expect(files.question).toContainText(minutes.name);
	await ui.openTab('request');
	await ui.inspector.getByText('[left out: png, ').scrollIntoViewIfNeeded();
	await files.question.scrollIntoViewIfNeeded();
	await look(page, 'attachments-left-out');
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download, Locator, Page } from '@playwright/test';
import { eventFrame } from '../helpers/event-frames.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

test('each frame of the stream has a row that opens to its headers and payload', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('Frames, please.');
	await ui.openTab('stream');
	const frames = ui.inspector.getByRole('treegrid', { name: t('inspector:frames') });
	const first = frames.locator('tr[aria-level="1"]').filter({ hasText: 'messageStart' });
	await expect(first).toBeVisible();
	await look(app.page, 'frames');
	// Nothing is selected before something is opened, or walked to with the keyboard.
	await expect(first).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
	const delta = frames.locator('tr[aria-level="1"]').filter({ hasText: 'contentBlockDelta' }).first();
	const [event, content] = [await widthOf(delta.locator('td').nth(3)), await widthOf(delta.locator('td').last())];
	expect(content).toBeGreaterThan(event);
	await first.click();
	await app.page.mouse.move(0, 0);
	await expect(first).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
	await expect(first).toHaveAttribute('aria-expanded', 'true');
	await expect(frames).toContainText(':event-type');
	await expect(frames).toContainText('application/json');
	const facts = frames.locator('dl').first();
	await expect(facts.getByText(t('inspector:valid'), { exact: true })).toHaveCount(2);
	// The bytes below say the same length, and of each header its type.
	const bytes = ui.inspector.getByRole('listbox', { name: t('inspector:fields') });
	const total = bytes.getByRole('option').filter({ hasText: t('inspector:field.totalLength') });
	const length = /\d+$/.exec(await total.innerText())?.[0] ?? 'none';
	await expect(facts.locator('div').filter({ hasText: t('inspector:length') })).toContainText(`${length} B`);
	await expect(bytes.getByRole('option').filter({ hasText: t('inspector:field.headersLength') })).toContainText(/\d/);
	const types = frames.locator('dl').nth(1).locator('dd:first-of-type');
	await expect(types).toHaveText(['string', 'string', 'string']);
	const payload = ui.inspector.getByRole('region', { name: t('inspector:payload'), exact: true });
	await expect(payload).toContainText('"role": "assistant"');
	await expect(frames).toContainText(t('stream:paddingNote'));
	await look(app.page, 'frames-open');
	// Closed again, it leaves no gap.
	await first.click();
	await expect(first).toHaveAttribute('aria-expanded', 'false');
	const rows = frames.locator('tr[aria-level="1"]');
	const tops = () => rows.evaluateAll((all) => all.slice(0, 3).map((row) => row.getBoundingClientRect().top));
	await expect
		.poll(async () => (await tops()).map((top, at, all) => Math.round(top - (all[0] ?? 0)) - at * 24))
		.toEqual([0, 0, 0]);
	await frames.focus();
	await frames.press('End');
	const last = frames.getByRole('row', { name: /metadata/ });
	await expect(last).toBeVisible();
	await expect(last).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test('a frame opens down to its bytes; a field and its bytes mark each other', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.chooseOperation('InvokeModelWithResponseStream');
	await ui.askAndWait('Bytes, please.');
	await ui.openTab('stream');
	await ui.inspector.locator('tr[aria-level="1"]').nth(1).click();
	// The base64 of the chunk is opened to the model's own JSON.
	const chunk = ui.inspector.getByRole('region', { name: t('inspector:chunk') });
	await expect(chunk).toContainText('"type": "content_block_start"');
	const bytes = ui.inspector.getByRole('region', { name: t('inspector:byteByByte') });
	const fields = bytes.getByRole('listbox', { name: t('inspector:fields') });
	const hex = bytes.getByRole('slider', { name: t('inspector:hexView') });
	const marked = fields.getByRole('option', { selected: true });
	await expect(bytes).toContainText(t('stream:pointHint'));
	await hex.locator('[data-at="9"]').first().hover();
	await expect(marked).toContainText(t('inspector:field.preludeChecksum'));
	await expect(marked).toContainText(t('inspector:valid'));
	await expect(bytes).toContainText(t('stream:byteRange', { first: 8, last: 11, length: 4 }));
	await fields
		.getByRole('option')
		.filter({ hasText: t('inspector:field.padding') })
		.hover();
	const lit = hex.locator('[class*="lit"]');
	await expect(lit.first()).toHaveText('22 ');
	await look(app.page, 'frames-bytes');
	await fields.focus();
	await app.page.mouse.move(0, 0);
	await fields.press('Home');
	await expect(lit).toHaveText([/./, /./, /./, /./, /./, /./, /./, /./]);
	await hex.focus();
	await hex.press('Home');
	for (const _ of [1, 2, 3, 4]) await hex.press('ArrowRight');
	await expect(marked).toContainText(t('inspector:field.headersLength'));
	await expect(hex).toHaveAttribute('aria-valuenow', '4');
	// Where there is room, fields and bytes stand side by side.
	await app.page.setViewportSize({ width: 1600, height: 900 });
	await expect
		.poll(async () => {
			// As wide as it may be in the window that has just grown.
			await app.page.getByRole('separator', { name: t('resizeInspector') }).press('End');
			const [left, right] = [await fields.boundingBox(), await hex.boundingBox()];
			return left?.y === right?.y && (right?.x ?? 0) >= (left?.x ?? 0) + (left?.width ?? 0);
		})
		.toBe(true);
	await hex.scrollIntoViewIfNeeded();
	await look(app.page, 'frames-bytes-1600');
	await app.page.setViewportSize({ width: 900, height: 850 });
	await app.page.getByRole('button', { name: t('showInspector') }).click();
	await ui.openTab('stream');
	await ui.inspector.locator('tr[aria-level="1"]').nth(1).click();
	await fields.getByRole('option').last().click();
	await look(app.page, 'frames-bytes-900');
});

for (const kind of ['wrong-checksum', 'truncated-frame'] as const) {
	test(`a frame that is damaged is read as far as it can be: ${kind}`, async ({ launch, practice, t }) => {
		practice.faults.arm({ kind, afterFrames: 2 });
		const app = await launch();
		const ui = uiOf(app, t);
		await ui.chooseConnection('personal');
		await ui.askAndWait('Broken.');
		await ui.openTab('stream');
		if (kind === 'wrong-checksum') await ui.inspector.locator('tr[aria-level="1"]').nth(2).click();
		else await ui.inspector.getByText(t('inspector:showTrailing')).click();
		const fields = ui.inspector.getByRole('listbox', { name: t('inspector:fields') });
		const last = fields.getByRole('option').last();
		await last.hover();
		// A field and its bytes are seen at once.
		const hex = ui.inspector.getByRole('slider', { name: t('inspector:hexView') });
		await hex.scrollIntoViewIfNeeded();
		await last.hover();
		await expect(last).toBeInViewport();
		if (kind === 'wrong-checksum') await expect(hex.locator('[class*="lit"]').last()).toBeInViewport();
		await expect(last).toContainText(
			kind === 'wrong-checksum' ? /0x[0-9a-f]{8}.*0x[0-9a-f]{8}/ : t('inspector:missing', { count: 4 }),
		);
		await look(app.page, `frames-${kind}`);
	});
}

test('words of the answer lead to the frame that brought them, and the frame leads back', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('Show me the way: 岩盤.');
	const words = ui.lastAnswer.locator('strong').first();
	await words.scrollIntoViewIfNeeded();
	const selected = await words.evaluate((element) => {
		document.getSelection()?.selectAllChildren(element);
		return element.textContent;
	});
	const toStream = app.page.getByRole('button', { name: t('stream:showInStream') });
	await expect(toStream).toBeVisible();
	await look(app.page, 'frames-selected-words');
	await toStream.click();
	const open = ui.inspector.locator('tr[aria-level="1"][aria-expanded="true"]');
	await expect(open).toHaveCount(1);
	const piece = (await open.locator('td').last().textContent())?.trim().replaceAll('*', '') ?? '';
	expect(piece).not.toBe('');
	expect(selected.startsWith(piece) || piece.includes(selected)).toBe(true);
	await expect(toStream).toHaveCount(0);
	await ui.inspector.getByRole('button', { name: t('stream:showInAnswer') }).click();
	await expect.poll(() => markedText(app.page)).toBe(piece);
	await look(app.page, 'frames-marked-words');
	await app.page.keyboard.press('Escape');
	await expect.poll(() => markedText(app.page)).toBe('');

	// The code that reads such frames: the menu opens, and the keys are in it.
	await ui.inspector.getByRole('button', { name: t('stream:asCode') }).click();
	await expect(app.page.getByRole('menu')).toBeFocused();
	await app.page.keyboard.press('ArrowDown');
	await expect(app.page.getByRole('menuitem', { name: t('inspector:code.target.python') })).toBeFocused();
	await app.page.keyboard.press('Enter');
	await expect(ui.inspector.getByRole('status').filter({ hasText: t('copied') })).toHaveCount(1);
	expect(await app.clipboard()).toContain('client.converse_stream(**request)');
});

test('a stream and any body are saved as they were on the wire; a stream is opened again', async ({
	launch,
	practice,
	folders,
	t,
}) => {
	const wire: { readonly request: Buffer; readonly response: Buffer }[] = [];
	practice.onExchange(({ requestBody, responseBody }) =>
		wire.push({ request: Buffer.from(requestBody), response: Buffer.from(responseBody) }),
	);
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Save me: äöü 岩.');
	await ui.openTab('stream');
	const stream = await saved(app.page, ui.inspector.getByRole('button', { name: t('stream:saveStream') }));
	expect(stream.name).toMatch(/^outcrop-\d{8}-\d{6}-[\w.-]*claude[\w.-]*-attempt1\.eventstream$/);
	expect(stream.bytes.equals(wire[0]?.response ?? Buffer.of())).toBe(true);
	await ui.openTab('request');
	const body = ui.inspector.getByRole('region', { name: t('inspector:bodyOf.request') });
	const request = await saved(app.page, body.getByRole('button', { name: t('stream:saveBody') }));
	expect(request.name).toMatch(/-attempt1-request\.json$/);
	expect(request.bytes.equals(wire[0]?.request ?? Buffer.of())).toBe(true);
	await body.getByRole('button', { name: t('stream:hex'), exact: true }).click();
	await expect(body.locator('.cm-line').first()).toHaveText(/^00000000 {2}7b 22 /);
	await look(app.page, 'frames-body-hex');
	const answer = await ui.lastAnswer.locator('[data-markdown]').innerText();
	await writeFile(join(folders.home, stream.name), stream.bytes);
	await openFile(app.page, t, join(folders.home, stream.name));
	await expect(app.page.locator('[data-imported="stream"]')).toBeVisible();
	await expect.poll(() => ui.lastAnswer.locator('[data-markdown]').innerText()).toBe(answer);
	await ui.openTab('stream');
	const again = await saved(app.page, ui.inspector.getByRole('button', { name: t('stream:saveStream') }));
	expect(again.bytes.equals(stream.bytes)).toBe(true);
});

test('20,000 frames, one of them of two megabytes, open down to the last byte', async ({ app, t, folders }) => {
	const ui = uiOf(app, t);
	const long = { contentBlockIndex: 0, delta: { text: '岩'.repeat(700_000) } };
	const frames = [
		eventFrame('messageStart', { role: 'assistant' }),
		...Array.from({ length: 19_998 }, (_, at) => eventFrame('contentBlockStop', { contentBlockIndex: at })),
		eventFrame('contentBlockDelta', long),
	];
	const path = join(folders.home, 'large.eventstream');
	await writeFile(path, Buffer.concat(frames));
	await openFile(app.page, t, path);
	await ui.openTab('stream');
	const table = ui.inspector.getByRole('treegrid', { name: t('inspector:frames') });
	await expect(table).toHaveAttribute('aria-rowcount', '20001');
	await table.press('End');
	await table.press('Enter');
	const hex = ui.inspector.getByRole('slider', { name: t('inspector:hexView') });
	await hex.press('End');
	const last = (frames.at(-1)?.length ?? 0) - 1;
	await expect(hex).toHaveAttribute('aria-valuenow', String(last));
	await expect(hex.locator(`[data-at="${last}"]`).first()).toBeVisible();
	const fields = ui.inspector.getByRole('listbox', { name: t('inspector:fields') });
	await expect(fields.getByRole('option', { selected: true })).toContainText(t('inspector:field.messageChecksum'));
	expect(await app.page.locator('*').count()).toBeLessThan(3000);
	await hex.scrollIntoViewIfNeeded();
	await look(app.page, 'frames-large');
});

/** Chooses a file as a person does in the system's dialog. */
async function openFile(page: Page, t: Words, path: string): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: t('files:openFile'), exact: true }).click();
	await (await chooser).setFiles(path);
}

interface Saved {
	readonly name: string;
	readonly bytes: Buffer;
}

async function saved(page: Page, button: Locator): Promise<Saved> {
	const begun: Promise<Download> = page.waitForEvent('download');
	await button.click();
	const download = await begun;
	return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The words of the chat that are marked as brought by a frame. */
async function markedText(page: Page): Promise<string> {
	return page.evaluate(() => [...(CSS.highlights.get('outcrop-frame') ?? [])].map(String).join(''));
}

async function widthOf(element: Locator): Promise<number> {
	return element.evaluate((shown) => shown.getBoundingClientRect().width);
}

import type { Page } from '@playwright/test';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

/** The most that was decoded in the window itself, not in a worker: bytes of text, characters of base64. */
interface Decoded {
	readonly bytes: number;
	readonly base64: number;
}

/** Notes how much the window itself decodes. Workers have functions of their own. */
function noteDecoding(page: Page): Promise<unknown> {
	return page.evaluate(() => {
		const most = { bytes: 0, base64: 0 };
		const { atob } = window;
		const { decode } = TextDecoder.prototype;
		window.atob = (text) => {
			most.base64 = Math.max(most.base64, text.length);
			return atob(text);
		};
		TextDecoder.prototype.decode = function (input, options) {
			most.bytes = Math.max(most.bytes, input?.byteLength ?? 0);
			return decode.call(this, input, options);
		};
		Object.assign(window, { mostDecoded: most });
	});
}

function mostDecoded(page: Page): Promise<Decoded> {
	return page.evaluate(() => Reflect.get(window, 'mostDecoded'));
}

test('10 MB take no more of the page than 100 kB, and are read in a worker; searched, copied, shown raw and in hex', async ({
	app,
	t,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseOperation('Converse');
	const body = ui.inspector.getByRole('region', { name: t('inspector:bodyOf.request') });
	const whole = body.locator('[data-body-state="whole"]');
	const elements = () => body.evaluate((region) => region.querySelectorAll('*').length);
	const ask = async (text: string): Promise<void> => {
		await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
		await ui.composer.evaluate((field, value) => {
			Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, value);
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}, text);
		await ui.composer.press('Enter');
		await expect(ui.lastTurn).toHaveAttribute('data-phase', 'ended', { timeout: 60_000 });
		await ui.openTab('request');
		await expect(whole).toContainText('"messages"');
	};
	await ask('岩盤 bedrock\n'.repeat(6000));
	const few = await elements();

	const text = `${'岩盤 bedrock\n'.repeat(590_000)}needle`;
	await noteDecoding(page);
	await ask(text);
	expect(await elements()).toBeLessThanOrEqual(few + 50);
	// The beginning only, to be shown at once.
	expect(await mostDecoded(page)).toEqual({ bytes: 49_152, base64: 65_536 });

	await body.getByRole('button', { name: t('inspector:search') }).click();
	await body.getByRole('textbox', { name: t('inspector:viewer.find') }).pressSequentially('NEEDLE');
	await page.keyboard.press('Enter');
	const found = body.locator('.cm-searchMatch-selected');
	await expect(found).toHaveText('needle');
	await expect(found).toBeInViewport();
	await look(page, 'large-body-search');
	await page.keyboard.press('Escape');

	await body.getByRole('button', { name: t('inspector:copyBody') }).click();
	await expect(body.getByRole('button', { name: t('copied') })).toBeVisible();
	expect(JSON.parse(await app.clipboard())).toMatchObject({ messages: [{ content: [{ text }] }] });
	await body.getByRole('button', { name: t('inspector:raw') }).click();
	await expect(body).toContainText('{"messages":[{');
	expect(await elements()).toBeLessThanOrEqual(few + 50);
	await body.getByRole('button', { name: t('stream:hex') }).click();
	await expect(body).toContainText('00000000  7b 22 6d');
	expect(await elements()).toBeLessThanOrEqual(few + 250);
});

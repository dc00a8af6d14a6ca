import type { Locator } from '@playwright/test';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

test('the request is shown as it was received, secrets cut out', async ({ launch, practice, t }) => {
	const bodies: string[] = [];
	practice.onExchange(({ requestBody }) => bodies.push(Buffer.from(requestBody).toString()));
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Zeig mir die Bytes: äöü 岩');
	expect(await ui.copiedBody('request', 'raw')).toBe(bodies[0]);
	expect(JSON.parse(await ui.copiedBody('request', 'pretty'))).toEqual(JSON.parse(bodies[0] ?? ''));
	await ui.inspector.getByText(t('inspector:headers'), { exact: false }).first().click();
	await expect(ui.inspector.getByRole('row', { name: /^authorization /i })).toContainText(t('inspector:cutOut'));
	await expect(ui.inspector).toContainText(t('inspector:cutOutWhy'));
	await look(app.page, 'inspector-request');
});

test('each frame of the stream has a row that opens to its headers and payload', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('Frames, please.');
	await ui.openTab('stream');
	const frames = ui.inspector.getByRole('treegrid', { name: t('inspector:frames') });
	const first = frames.locator('tr[aria-level="1"]').filter({ hasText: 'messageStart' });
	await expect(first).toBeVisible();
	await look(app.page, 'inspector-stream');
	await first.click();
	await expect(first).toHaveAttribute('aria-expanded', 'true');
	await expect(frames).toContainText(':event-type');
	await expect(frames).toContainText('application/json');
	await expect(frames.getByText(t('inspector:valid'), { exact: true })).toHaveCount(2);
	await look(app.page, 'inspector-frame');
	await frames.focus();
	await frames.press('End');
	await expect(frames.getByRole('row', { name: /metadata/ })).toBeVisible();
});

test('the summary says what was called, how long it took, what it cost and why it ended', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('Sum it up.');
	for (const name of [
		'operation',
		'model',
		'region',
		'requestId',
		'firstByte',
		'firstToken',
		'total',
		'tokens',
		'stopReason',
	] as const) {
		const fact = ui.inspector
			.locator('dl > div')
			.filter({ has: app.page.getByText(t(`inspector:${name}`), { exact: true }) });
		await expect(fact, name).not.toContainText(t('inspector:unknown'));
	}
	await expect(ui.inspector).toContainText('ConverseStream');
	await expect(ui.inspector).toContainText('end_turn');
});

test('attempts are shown when there was more than one', async ({ launch, practice, t }) => {
	practice.faults.arm({ kind: 'throttled', retryAfterSeconds: 0 });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Twice.');
	await ui.openTab('attempts');
	const attempts = ui.inspector.getByRole('radiogroup', { name: t('inspector:chooseAttempt') });
	await expect(attempts.getByRole('radio')).toHaveCount(2);
	await expect(attempts).toContainText('429 ThrottlingException');
	await look(app.page, 'inspector-attempts');
	await attempts.getByRole('radio').first().click();
	expect(await ui.copiedBody('response')).toContain('Too many requests, please wait before trying again.');
});

test('everything is there after a restart', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.chooseOperation('Converse');
	await ui.askAndWait('Keep this.');
	const request = await ui.copiedBody('request');
	const response = await ui.copiedBody('response');
	await app.restart();
	const again = uiOf(app, t);
	await again.conversations.getByText('Keep this.').click();
	await again.lastAnswer.click();
	expect(await again.copiedBody('request')).toBe(request);
	expect(await again.copiedBody('response')).toBe(response);
});

test('a body of several megabytes opens, is searched and copied', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.chooseOperation('Converse');
	const text = `${'岩盤 bedrock\n'.repeat(150_000)}needle`;
	await pasteInto(ui.composer, text);
	await ui.composer.press('Enter');
	await expect(ui.lastTurn).toHaveAttribute('data-phase', 'ended', { timeout: 30_000 });
	expect(await ui.requestJson()).toMatchObject({ messages: [{ content: [{ text }] }] });
	const body = ui.inspector.getByRole('region', { name: t('inspector:bodyOf.request') });
	await body.getByRole('button', { name: t('inspector:search') }).click();
	// CodeMirror takes note of what is typed when a key goes up.
	await body.getByRole('textbox', { name: t('inspector:viewer.find') }).pressSequentially('needle');
	await app.page.keyboard.press('Enter');
	await expect(body.locator('.cm-searchMatch-selected')).toHaveText('needle');
});

/** Puts text into a field at once, as a paste does; typing megabytes key by key takes Chromium minutes. */
async function pasteInto(field: Locator, text: string): Promise<void> {
	await field.evaluate((element, value) => {
		Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, value);
		element.dispatchEvent(new Event('input', { bubbles: true }));
	}, text);
}

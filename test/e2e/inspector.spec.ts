import type { Locator, Page } from '@playwright/test';
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
	const signed = ui.inspector.getByRole('row', { name: /^authorization /i });
	await expect(signed).toContainText(t('inspector:cutOut'));
	// Names have no more room than they need, values all the rest.
	const room = await widthOf(ui.inspector.getByRole('table'));
	expect(await widthOf(signed.getByRole('rowheader'))).toBeLessThanOrEqual(0.38 * room + 1);
	expect(await widthOf(signed.getByRole('cell'))).toBeGreaterThan(0.58 * room);
	await expect(ui.inspector).toContainText(t('inspector:cutOutWhy'));
	await look(app.page, 'inspector-request');
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
	const last = ui.inspector.getByRole('button', { name: t('inspector:showLast') });
	await expect(last).not.toHaveCSS('border-top-color', 'rgba(0, 0, 0, 0)');
	await last.click();
	await expect(last).toHaveCount(0);
});

test('a call waits until the headers are there, then it receives; its figures stay where they are', async ({
	launch,
	practice,
	t,
}) => {
	const slow = practice.faults.arm({ kind: 'slow-first-byte' });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask('Slowly.');
	await slow.reached;
	const status = figure(app.page, ui.inspector, t('inspector:status'));
	await expect(status.locator('dd')).toHaveText(t('inspector:state.waiting'));
	const names = ['status', 'firstToken', 'total', 'tokens'] as const;
	const places = () =>
		Promise.all(
			names.map(async (name) => leftOf(figure(app.page, ui.inspector, t(`inspector:${name}`)).locator('dd'))),
		);
	const before = await places();
	const stalled = practice.faults.arm({ kind: 'stalled-stream', afterFrames: 3 });
	slow.release();
	await ui.settled();
	await expect(status.locator('dd')).toHaveText('200');
	expect(await places()).toEqual(before);
	const gaps = before.slice(1).map((left, position) => Math.round(left - (before[position] ?? 0)));
	expect(new Set(gaps).size).toBe(1);
	await ui.ask('And again.');
	await stalled.reached;
	await expect(status.locator('dd')).toHaveText(`200 ${t('inspector:state.receiving')}`);
	stalled.release();
	await ui.settled();
});

test('each failed attempt is red in the timeline, however short; what is before it is said', async ({
	launch,
	practice,
	t,
}) => {
	practice.faults.arm({ kind: 'throttled' }, 3);
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Three times.');
	const lanes = ui.inspector.getByRole('list', { name: t('timeline:label') }).getByRole('listitem');
	await expect(lanes).toHaveCount(6);
	await expect(lanes.first()).toContainText(t('timeline:before'));
	await expect(lanes.first().getByRole('img')).toHaveAccessibleName(new RegExp(`^${t('timeline:before')}`));
	for (const index of [1, 3, 5]) {
		const track = lanes.nth(index).getByRole('img');
		const [room, red] = [await track.boundingBox(), await track.locator('i').last().boundingBox()];
		if (room === null || red === null) throw new Error(`Attempt in lane ${index} is not drawn.`);
		const seen = Math.min(room.x + room.width, red.x + red.width) - Math.max(room.x, red.x);
		expect(seen).toBeGreaterThan(3.9);
		const colour = (element: Element) => getComputedStyle(element);
		expect((await track.locator('i').last().evaluate(colour)).backgroundColor).toBe(
			(await lanes.nth(index).locator('span').first().evaluate(colour)).color,
		);
	}
	await look(app.page, 'inspector-timeline');
});

test('a connection that broke is called failed, and its code is in the name for a screen reader', async ({
	launch,
	practice,
	t,
}) => {
	practice.faults.arm({ kind: 'connection-reset' }, 3);
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Break.');
	const lanes = ui.inspector.getByRole('list', { name: t('timeline:label') }).getByRole('listitem');
	const name = t('timeline:attemptOutcome', { number: 1, outcome: t('timeline:outcome.failed') });
	const first = lanes.filter({ hasText: name });
	await expect(first).toHaveCount(1);
	await expect(first.getByRole('img')).toHaveAccessibleName(/\(ECONNRESET\)/);
});

test('the bytes of a stream fill the width of the pane, without numbers of lines', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('Bytes.');
	await ui.openTab('response');
	const body = ui.inspector.getByRole('region', { name: t('inspector:bodyOf.response') });
	await expect(ui.inspector.getByTitle(/^[\d,]{4,} B$/)).toHaveText(/ · [\d.,]+ kB$/);
	const line = body.locator('.cm-line').first();
	await expect(line).toHaveText(/^00000000 {2}(?:[0-9a-f]{2} ){8} .{8}$/);
	await expect(body.locator('.cm-lineNumbers')).toHaveCount(0);
	await app.page.getByRole('separator', { name: t('resizeInspector') }).press('End');
	await expect(line).toHaveText(/^00000000 {2}(?:[0-9a-f]{2} ){16} .{16}$/);
	await look(app.page, 'inspector-bytes');
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

/** One of the four figures at the head of a call. */
function figure(page: Page, inspector: Locator, name: string): Locator {
	return inspector.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });
}

async function widthOf(element: Locator): Promise<number> {
	return element.evaluate((shown) => shown.getBoundingClientRect().width);
}

async function leftOf(element: Locator): Promise<number> {
	return element.evaluate((shown) => shown.getBoundingClientRect().left);
}

for (const { fails, times } of [
	{ fails: 'once', times: 1 },
	{ fails: 'always', times: 1000 },
]) {
	test(`a body is there to be read where the editor fails to load ${fails}`, async ({ app, host, t }, info) => {
		info.skip(host === 'electron', 'Electron reads its own files');
		// Of the chunk itself only; an unhandled rejection would still fail the test.
		app.allowComplaint(/Failed to load resource: .*code-editor/);
		let asked = 0;
		await app.page.route(/\/code-editor-[^/]*\.js/, async (route) => {
			asked += 1;
			await (asked <= times ? route.abort() : route.continue());
		});
		const ui = uiOf(app, t);
		await ui.askAndWait('Without an editor.');
		await ui.openTab('request');
		const body = ui.inspector.getByRole('region', { name: t('inspector:bodyOf.request') });
		await expect(body).toContainText('Without an editor.');
		await expect(body.getByText(t('inspector:editorFailed'))).toHaveCount(fails === 'once' ? 0 : 1);
		expect(asked).toBe(2);
	});
}

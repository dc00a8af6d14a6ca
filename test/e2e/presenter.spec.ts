import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { App } from './support/app.ts';
import { ready } from './support/app.ts';
import { look } from './support/look.ts';
import { test } from './support/sign-in.ts';
import type { Ui } from './support/ui.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const ACCOUNT = '111122223333';
const QUESTION = [
	`アカウント ${ACCOUNT} の arn:aws:iam::${ACCOUNT}:role/Quarry-Deployer と`,
	'AKIAIOSFODNN7PLANTED を https://gateway.quarry.test/v1 で使う mariko.sato です。',
].join(' ');

/** Whatever tells whose the machine and the account are. The practice key id is one of the planted ones, too. */
const PLANTED = [
	ACCOUNT,
	'Quarry-Deployer',
	'AKIAIOSFODNN7PLANTED',
	'quarry-billing',
	'quarry-outside',
	'quarry.test',
	'mariko.sato',
	'alice',
	'AIDAFAKEUSER',
];

/** All that the window holds: texts, attributes, what stands in fields, its title. */
function everything(page: Page): Promise<string> {
	return page.evaluate(() => {
		const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
			'value' in field ? String(field.value) : '',
		);
		return [document.title, document.documentElement.outerHTML, ...fields].join('\n');
	});
}

function expectNothingIn(text: string, where: string, more: readonly string[] = []): void {
	for (const word of [...PLANTED, ...more]) expect.soft(text.includes(word), `${word} in ${where}`).toBe(false);
}

/** Everything is larger by the same: what is placed within something that is larger must not grow twice. */
async function expectOneZoom(page: Page, where: string): Promise<void> {
	const zooms = await page.evaluate(() =>
		[...document.body.querySelectorAll('*')]
			.filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 2)
			.filter(({ childNodes }) => [...childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
			.map((element) => element.currentCSSZoom),
	);
	expect.soft([...new Set(zooms)], where).toEqual([1.25]);
}

/** The bodies that cross as base64, and what is base64 in them. */
function decoded(text: string): string {
	const chunks = [...text.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)].map(([base64]) =>
		Buffer.from(base64, 'base64').toString('utf8'),
	);
	return chunks.length === 0 ? '' : chunks.join('\n') + decoded(chunks.join('\n'));
}

async function present(app: App): Promise<void> {
	await Promise.all([app.page.waitForEvent('load'), app.page.keyboard.press('ControlOrMeta+Shift+KeyL')]);
	await ready(app.page);
}

/** A profile that answers, one whose host nobody knows, hosts in the settings; a question that names them all. */
async function talk(app: App, t: Words): Promise<Ui> {
	const ui = uiOf(app, t);
	await ui.chooseConnection('quarry-outside');
	await ui.askAndWait('Nobody answers.');
	await ui.chooseConnection('quarry-billing');
	await ui.askAndWait(QUESTION);
	return ui;
}

test.beforeEach(async ({ folders, practice }) => {
	await mkdir(folders.data, { recursive: true });
	await writeFile(
		join(folders.data, 'settings.json'),
		JSON.stringify({
			welcomed: true,
			calls: { attempts: 1 },
			network: { proxy: 'none', proxyUrl: 'http://proxy.quarry.test:3128' },
		}),
	);
	await writeFile(
		join(folders.home, '.aws/config'),
		practice.profile('quarry-billing') +
			practice.profile('quarry-outside', { endpoint_url: 'https://gateway.quarry.test' }),
	);
});

test('nothing tells whose it is while presenting: on no screen, in no copy, in no message', async ({
	launch,
	practice,
	variables,
	t,
}) => {
	// It walks through the whole window.
	test.slow();
	const app = await launch({ variables: { ...variables, USER: 'mariko.sato' } });
	const { page } = app;
	await page.setViewportSize({ width: 1280, height: 720 });
	const ui = await talk(app, t);
	const key = practice.accessKeyId;
	// It is all there before.
	const before = await everything(page);
	for (const word of [ACCOUNT, 'Quarry-Deployer', 'quarry-billing', 'gateway.quarry.test'])
		expect(before).toContain(word);
	await ui.composer.fill('Ask mariko.sato about 111122223333');
	const received: string[] = [];
	page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(payload.toString())));
	await present(app);
	const sees = async (where: string) => {
		expectNothingIn(await everything(page), where, [key]);
		await expectOneZoom(page, where);
	};

	await expect(page.getByRole('button', { name: t('presenter:end') })).toBeVisible();
	await expect(ui.composer).toHaveValue(/^Ask ••••\d+ about •{11}\d$/);
	await expect(ui.lastAnswer).toContainText('arn:aws:iam::•••••••••••1:role/••••');
	await sees('chat');
	await look(page, 'presenter');

	for (const tab of ['request', 'response', 'stream'] as const) {
		await ui.openTab(tab);
		await expect(ui.inspector.getByRole('tabpanel')).toBeVisible();
		if (tab === 'request') expectNothingIn(await ui.copiedBody(tab), 'copied request');
		await sees(tab);
	}
	await ui.openTab('stream');
	const delta = ui.inspector.locator('tr[aria-level="1"]').filter({ hasText: 'contentBlockDelta' }).first();
	await delta.click();
	await expect(ui.inspector.getByRole('region', { name: t('inspector:byteByByte') })).toBeVisible();
	await sees('frame');
	await look(page, 'presenter-frame');
	await ui.openTab('request');
	await ui.inspector.getByText(t('signature:title'), { exact: true }).click();
	await sees('signature');

	// What was called before, and which of it differs: nothing lies over something else.
	await ui.inspector.getByRole('tab', { name: t('compare:tab') }).click();
	const sides = ui.inspector.getByRole('group', { name: t('compare:sides') });
	await expect(ui.inspector.getByRole('button', { name: t('compare:previous') })).toBeVisible();
	await sides.getByRole('button').last().click();
	await sides.getByRole('button').first().click();
	await ui.inspector.getByRole('combobox', { name: new RegExp(`^${t('compare:with')}`) }).click();
	await expect(page.getByRole('option').first()).toBeVisible();
	await sees('comparison');
	await look(page, 'presenter-compare');
	await page.keyboard.press('Escape');

	// Copies and files.
	await ui.inspector.getByRole('button', { name: t('inspector:code.menu') }).click();
	await page.getByRole('menuitem', { name: t('inspector:code.target.python') }).click();
	await expect(ui.inspector.getByRole('status').filter({ hasText: t('copied') })).toHaveCount(1);
	const code = await app.clipboard();
	expect(code).toContain('converse_stream');
	expectNothingIn(code, 'code', [key]);
	await ui.inspector.getByRole('button', { name: t('files:more'), exact: true }).click();
	await page.getByRole('menuitem', { name: t('files:export') }).click();
	const dialog = page.getByRole('dialog', { name: t('files:title') });
	await dialog.getByRole('radio', { name: t('files:format.markdown') }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		dialog.getByRole('button', { name: t('files:save') }).click(),
	]);
	const file = await readFile(await download.path(), 'utf8');
	expect(file).toContain('converse-stream');
	expectNothingIn(file, 'file', [key]);

	// The failure names a host.
	await page.locator('[data-turn-id]').first().scrollIntoViewIfNeeded();
	await sees('failure');

	// Pickers, who am I, settings.
	await page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:connection')}: `))
		.click();
	await expect(page.getByRole('radio', { name: /^••••\d$/ })).toHaveCount(2);
	await sees('connections');
	await page.getByRole('button', { name: t('connections:whoAmI') }).click();
	const who = page.getByRole('dialog', { name: t('access:whoAmI.title') });
	await expect(who).toContainText('arn:aws:iam::•••••••••••1:user/••••');
	await who
		.getByRole('button', { name: t('access:whoAmI.copy', { what: t('access:whoAmI.arn') }), exact: true })
		.click();
	expectNothingIn(await app.clipboard(), 'copied ARN');
	await sees('who am I');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await page.keyboard.press('ControlOrMeta+Comma');
	const settings = page.getByRole('dialog', { name: t('settings:title') });
	await expect(settings).toBeVisible();
	await sees('settings');
	await look(page, 'presenter-settings');

	// Nothing of it has crossed to the window.
	const messages = received.join('\n');
	expect(messages).toContain('••••1');
	expectNothingIn(messages + decoded(messages), 'messages', [key]);
});

test('what was masked is still what it was: calls go where they went, and all is back afterwards', async ({
	launch,
	variables,
	t,
}) => {
	const app = await launch({ variables });
	const { page } = app;
	await talk(app, t);
	const now = uiOf(app, t);
	await present(app);
	const question = await now.lastTurn.innerText();
	expect(question).not.toContain(ACCOUNT);
	// The same profile answers; a question that quotes a mask asks for what is behind it.
	await now.askAndWait('Tell me of •••••••••••1.');
	await expect(now.lastAnswer).toContainText('•••••••••••1');
	await now.composer.fill('And of •••••••••••1?');
	await page.reload();
	await ready(page);
	await expect(now.composer).toHaveValue('And of •••••••••••1?');
	await page.getByRole('button', { name: t('conversations:settings'), exact: true }).click();
	const settings = page.getByRole('dialog', { name: t('settings:title') });
	const off = settings
		.getByRole('radiogroup', { name: t('presenter:title') })
		.getByRole('radio', { name: t('presenter:off') });
	await Promise.all([page.waitForEvent('load'), off.click()]);
	await ready(page);
	await expect(off).toBeChecked();
	await page.keyboard.press('Escape');
	await expect(now.composer).toHaveValue(`And of ${ACCOUNT}?`);
	await expect(now.lastAnswer).toContainText(`Tell me of ${ACCOUNT}.`);
	await expect(page.getByRole('button', { name: t('presenter:end') })).toHaveCount(0);
	expect(JSON.stringify(await now.requestJson())).toContain(`Tell me of ${ACCOUNT}.`);
	await expect(
		page.getByRole('main').getByLabel(new RegExp(`^${t('connections:connection')}: quarry-billing`)),
	).toBeVisible();
});

test('switching in the middle of an answer loses nothing, and a pane’s edge stays under the pointer', async ({
	launch,
	t,
}) => {
	const app = await launch({ pace: 'real' });
	const { page } = app;
	const ui = uiOf(app, t);
	// Long enough for all the switches, however slow the machine is.
	await page.getByRole('button', { name: /^max tokens [\d,]+$/ }).click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByRole('textbox', { name: t('settings:maxTokens') }).fill('8000');
	await page.keyboard.press('Escape');
	await expect(form).toBeHidden();
	await ui.ask(`5000 words about account ${ACCOUNT}`);
	await expect(ui.lastTurn).toHaveAttribute('data-phase', 'streaming');
	await ui.composer.fill('A draft.');
	for (const about of ['•••••••••••1', ACCOUNT, '•••••••••••1']) {
		await present(app);
		await expect(ui.lastTurn).toContainText(about);
		await expect(ui.composer).toHaveValue('A draft.');
	}
	const edge = page.getByRole('separator').first();
	const from = await edge.boundingBox();
	if (from === null) throw new Error('No edge.');
	await page.mouse.move(from.x + from.width / 2, 300);
	await page.mouse.down();
	await page.mouse.move(from.x + from.width / 2 - 40, 300);
	await page.mouse.up();
	await expect.poll(async () => Math.round((await edge.boundingBox())?.x ?? 0)).toBe(Math.round(from.x - 40));
	await ui.stop.click();
	await ui.settled();
	await expect(ui.lastAnswer).not.toBeEmpty();
});

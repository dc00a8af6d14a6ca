import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WebSocketRoute } from '@playwright/test';
import { holdMessages } from './support/held-messages.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const questions = { en: 'Hello, what is in this request?', ja: 'こんにちは。このリクエストには何が入っていますか。' };
const denied =
	'User: arn:aws:iam::111122223333:user/learner is not authorized to perform: bedrock:InvokeModelWithResponseStream because no identity-based policy allows the bedrock:InvokeModelWithResponseStream action';
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

test('an answer streams in as rendered Markdown, in the language of the question', async ({ app, t, language }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait(questions[language]);
	const answer = ui.lastAnswer;
	await expect(ui.lastTitle).toBeVisible();
	await expect(answer.getByRole('table')).toBeVisible();
	await expect(answer.getByRole('list').first()).toBeVisible();
	await expect(answer.getByRole('blockquote')).toContainText(questions[language]);
	await expect(answer.locator('pre')).toContainText('maxTokens');
	expect(japanese.test((await ui.lastTitle.textContent()) ?? '')).toBe(language === 'ja');
	await expect(answer).toContainText('end_turn');
	await look(app.page, 'chat');
});

test('what practice is tried with shows what its words promise', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await look(app.page, 'empty');
	await app.page.getByRole('button', { name: t('chat:empty.parts.label') }).click();
	await ui.settled();
	await expect(ui.lastTurn).toContainText(t('chat:empty.parts.text'));
	await expect(ui.lastAnswer.getByRole('table')).toBeVisible();
	await expect(ui.lastAnswer.getByRole('list').first()).toBeVisible();
	await expect(ui.lastAnswer.locator('pre')).toBeVisible();
});

test('a link of an answer opens in a tab of its own', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('[the guide](https://docs.aws.amazon.com/bedrock/) and [no page](http://example.com/)');
	const link = ui.lastAnswer.getByRole('link');
	await expect(link).toHaveCount(1);
	await expect(link).toHaveAttribute('href', 'https://docs.aws.amazon.com/bedrock/');
	await expect(link).toHaveAttribute('target', '_blank');
	await expect(link).toHaveAttribute('rel', 'noreferrer noopener');
});

test('code has a button that copies just the code', async ({ app, t, language }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait(questions[language]);
	await ui.lastAnswer.getByRole('button', { name: t('chat:codeCopy') }).click();
	await expect(ui.lastAnswer.getByRole('button', { name: t('copied') })).toBeVisible();
	expect(JSON.parse(await app.clipboard())).toEqual({ maxTokens: 1024 });
});

test('Shift+Enter is a new line, Enter sends', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.composer.pressSequentially('one');
	await ui.composer.press('Shift+Enter');
	await ui.composer.pressSequentially('two');
	await expect(ui.composer).toHaveValue('one\ntwo');
	await expect(ui.answers).toHaveCount(0);
	await ui.composer.press('Enter');
	await ui.settled();
	await expect(ui.answers).toHaveCount(1);
	const body = await ui.requestJson();
	expect(body).toMatchObject({ messages: [{ role: 'user', content: [{ text: 'one\ntwo' }] }] });
});

test('Enter while an IME composes chooses a candidate and never sends', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	await expect(ui.composer).toBeFocused();
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Input.imeSetComposition', { text: 'にほんご', selectionStart: 4, selectionEnd: 4 });
	await expect(ui.composer).toHaveValue('にほんご');
	// What Chromium tells the page of an Enter that the IME takes.
	const key = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 } as const;
	await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
	// And of one that the page sees while the composition is open.
	await page.keyboard.press('Enter');
	await cdp.send('Input.insertText', { text: '日本語' });
	await expect(ui.composer).toHaveValue(/日本語/);
	await expect(ui.answers).toHaveCount(0);
	await ui.composer.fill('日本語');
	await ui.composer.press('Enter');
	await ui.settled();
	await expect(ui.answers).toHaveCount(1);
});

test('no sign by which a browser tells of an Enter of the IME is missed', async ({ launch, practice, t }) => {
	const bodies: string[] = [];
	practice.onExchange(({ requestBody }) => bodies.push(Buffer.from(requestBody).toString()));
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.composer.fill('にほんご');
	await expect(ui.send).toBeEnabled();
	await ui.composer.evaluate((field) => {
		const enter = (init: { readonly isComposing: boolean; readonly keyCode: number }) =>
			field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }));
		enter({ isComposing: true, keyCode: 229 });
		enter({ isComposing: true, keyCode: 13 });
		enter({ isComposing: false, keyCode: 229 });
		// Safari ends the composition first, and then tells of an Enter like any other.
		field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
		enter({ isComposing: false, keyCode: 13 });
		field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'にほんご' }));
		enter({ isComposing: false, keyCode: 13 });
	});
	await expect(ui.composer).toHaveValue('にほんご');
	await ui.askAndWait('日本語');
	await expect(ui.answers).toHaveCount(1);
	expect(bodies.map((body) => JSON.parse(body))).toMatchObject([
		{ messages: [{ role: 'user', content: [{ text: '日本語' }] }] },
	]);
});

test('nothing is sent while there is nothing to send', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await expect(ui.send).toBeDisabled();
	await ui.composer.fill('   ');
	await ui.composer.press('Enter');
	await expect(ui.send).toBeDisabled();
	await expect(ui.answers).toHaveCount(0);
});

test('Stop keeps what has arrived and says that it was stopped', async ({ launch, practice, t }) => {
	practice.faults.arm({ kind: 'stalled-stream', afterFrames: 12 });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask('Please stop me.');
	await expect(ui.lastTitle).toBeVisible();
	await look(app.page, 'streaming');
	await ui.stop.click();
	await ui.settled();
	await expect(ui.lastAnswer).toContainText(plain(t('chat:stopped')));
	await expect(ui.lastTitle).toBeVisible();
	const text = (await ui.lastAnswer.textContent()) ?? '';
	await look(app.page, 'stopped');
	await app.restart();
	await uiOf(app, t).conversations.getByText('Please stop me.').click();
	await expect(uiOf(app, t).lastAnswer).toHaveText(text);
});

test('an answer that is cut off by max tokens says so', async ({ app, t, language }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait({ en: 'Write a very long answer.', ja: '長く書いてください。' }[language]);
	await expect(ui.lastAnswer).toContainText('max_tokens');
	await look(app.page, 'long');
});

test('a refused call is explained where the answer would be, and is asked again', async ({ launch, practice, t }) => {
	practice.faults.arm({ kind: 'access-denied', message: denied });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('May I?');
	const card = app.page.getByRole('region', { name: t('failure:iam-not-allowed.title') });
	await expect(card).toContainText('AccessDeniedException');
	await expect(card).toContainText('403');
	await expect(card).toContainText(denied);
	await look(app.page, 'refused');
	await ui.callAgain(() =>
		card
			.getByRole('button', { name: t('failure:action.retry') })
			.last()
			.click(),
	);
	await expect(ui.lastTitle).toBeVisible();
	expect(await ui.requestJson()).toMatchObject({ messages: [{ role: 'user', content: [{ text: 'May I?' }] }] });
});

test('a stream that breaks off is kept and marked incomplete', async ({ launch, practice, t }) => {
	practice.faults.arm({ kind: 'connection-reset', afterFrames: 12 });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Break off.');
	await expect(ui.lastTitle).toBeVisible();
	await expect(ui.lastAnswer).toContainText(plain(t('chat:incomplete')));
	await look(app.page, 'incomplete');
});

test('who has gone elsewhere while a message is sent stays there', async ({ launch, context, host, t }, info) => {
	info.skip(host === 'electron', 'Electron’s window has no connection whose answers could be held');
	const starts = await holdMessages(context, 'turns/start');
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.askAndWait('Granite');
	starts.hold();
	await ui.composer.fill('And basalt?');
	await ui.composer.press('Enter');
	await expect.poll(() => starts.count()).toBe(1);
	const search = ui.conversations.getByRole('textbox', { name: t('conversations:search') });
	await search.fill('gra');
	starts.release();
	await expect(ui.lastTurn).toContainText('And basalt?');
	await ui.settled();
	await expect(ui.composer).toHaveValue('');
	await app.page.keyboard.type('n');
	await expect(search).toHaveValue('gran');
	await ui.composer.fill('Another');
	await ui.send.click();
	await ui.settled();
	await expect(ui.composer).toBeFocused();
});

test('a message that takes long to be sent keeps no other conversation waiting', async ({
	launch,
	context,
	host,
	t,
}, info) => {
	info.skip(host === 'electron', 'Electron’s window has no connection whose answers could be held');
	const starts = await holdMessages(context, 'turns/start');
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.askAndWait('First');
	starts.hold();
	await ui.composer.fill('Second');
	await ui.composer.press('Enter');
	await expect.poll(() => starts.count()).toBe(1);
	await ui.composer.press('Enter');
	await ui.conversations.getByRole('button', { name: t('conversations:new') }).click();
	await ui.composer.fill('Third');
	await ui.composer.press('Enter');
	await expect.poll(() => starts.count()).toBe(2);
	starts.release();
	await ui.settled();
	await expect(ui.lastTurn).toContainText('Third');
	await expect(ui.composer).toHaveValue('');
	await ui.conversations.getByText('First').click();
	await expect(ui.lastTurn).toContainText('Second');
	await expect(ui.answers).toHaveCount(2);
	await expect(ui.composer).toHaveValue('');
});

test('after Stop and after asking again the focus is in the composer', async ({ launch, practice, t }) => {
	practice.faults.arm({ kind: 'stalled-stream', afterFrames: 12 });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask('Please stop me.');
	await expect(ui.lastTitle).toBeVisible();
	await ui.stop.click();
	await ui.settled();
	await expect(ui.composer).toBeFocused();
	practice.faults.arm({ kind: 'access-denied', message: denied });
	await ui.callAgain(() => ui.lastAnswer.getByRole('button', { name: t('chat:tryAgain') }).press('Enter'));
	await expect(ui.composer).toBeFocused();
	const card = app.page.getByRole('region', { name: t('failure:iam-not-allowed.title') });
	await ui.callAgain(() => card.getByRole('button', { name: t('failure:action.retry') }).click());
	await expect(ui.composer).toBeFocused();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
});

test('what is stopped before anything arrived says so once, and that it is left out', async ({
	launch,
	practice,
	t,
}) => {
	const slow = practice.faults.arm({ kind: 'slow-first-byte' });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask('Never mind.');
	await slow.reached;
	await expect(ui.lastAnswer).toContainText(t('chat:waiting'));
	await ui.composer.press('Escape');
	await ui.settled();
	await expect(ui.lastAnswer).toContainText(t('chat:stoppedEmpty'));
	await expect(ui.lastAnswer).not.toContainText(plain(t('chat:stopped')));
	await expect(ui.lastTurn).toContainText(t('chat:notSent'));
	await look(app.page, 'stopped-empty');
	await ui.askAndWait('This instead.');
	expect(await ui.requestJson()).toMatchObject({ messages: [{ role: 'user', content: [{ text: 'This instead.' }] }] });
});

test('Enter while an answer runs says when it can be sent', async ({ launch, practice, t }) => {
	practice.faults.arm({ kind: 'stalled-stream', afterFrames: 12 });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask('First.');
	await expect(ui.lastTitle).toBeVisible();
	const hint = app.page.getByText(t('chat:composer.later'));
	await ui.composer.fill('Second.');
	await expect(hint).toHaveCount(0);
	await ui.composer.press('Enter');
	await expect(hint).toBeVisible();
	await look(app.page, 'not-yet');
	await ui.composer.press('Escape');
	await ui.settled();
	await expect(hint).toHaveCount(0);
	await expect(ui.composer).toHaveValue('Second.');
});

test('a bare model id is refused by practice, and its profile comes first among what to do', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	await ui.chooseModel('anthropic.claude-haiku-4-5-20251001-v1:0');
	await ui.askAndWait('May I?');
	const card = page.getByRole('region', { name: t('failure:on-demand-not-supported.title') });
	await expect(card).toContainText(t('failure:practiceRefused'));
	await expect(card).toContainText(t('failure:notRetried'));
	const use = card.getByRole('button', { name: t('failure:action.profileId') });
	// The main button of a view is the one in bold.
	await expect(use).toHaveCSS('font-weight', '600');
	await expect(card.getByRole('button', { name: t('failure:action.retry') })).not.toHaveCSS('font-weight', '600');
	await expect(ui.lastTurn).toContainText(t('chat:notSent'));
	await look(page, 'on-demand');
	await ui.callAgain(() => use.click());
	await expect(ui.composer).toBeFocused();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await expect(ui.lastTurn).not.toContainText(t('chat:notSent'));
});

test('temperature with top p is marked before it is sent, and tried without top p', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	const chips = page.getByRole('main').locator('[data-warning="true"]');
	await page.getByRole('button', { name: /^max tokens [\d,]+$/ }).click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByRole('textbox', { name: t('settings:temperature') }).fill('0.25');
	await form.getByRole('textbox', { name: t('settings:topP') }).fill('0.5');
	await page.keyboard.press('Escape');
	await expect(form).toBeHidden();
	await expect(chips).toHaveCount(2);
	await ui.askAndWait('Both?');
	const card = page.getByRole('region', { name: t('failure:one-sampling.title') });
	await look(page, 'one-sampling');
	await ui.callAgain(() => card.getByRole('button', { name: t('failure:action.noTopP') }).click());
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await expect(chips).toHaveCount(0);
	expect(await ui.requestJson()).toMatchObject({ inferenceConfig: { maxTokens: 1024, temperature: 0.25 } });
	expect(await ui.copiedBody('request')).not.toContain('topP');
});

test('a connection that needs a sign-in says with which command', async ({ launch, folders, t }) => {
	const session = [
		'[sso-session club]',
		'sso_start_url = https://example.awsapps.com/start',
		'sso_region = us-east-1',
		'sso_registration_scopes = sso:account:access',
	];
	const profile = ['sso_session = club', 'sso_account_id = 111122223333', 'sso_role_name = Learner'];
	const lines = ['[profile signed-out]', 'region = us-east-1', ...profile, ...session, ''];
	await writeFile(join(folders.home, '.aws/config'), lines.join('\n'));
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('signed-out');
	await ui.askAndWait('Who am I?');
	const card = app.page.getByRole('region', { name: t('failure:sso-never.title') });
	await expect(card).toContainText(t('failure:step.sign-in-command'));
	await expect(card).toContainText('aws sso login --profile signed-out');
	await expect(card).toContainText(t('failure:noRequest'));
	await look(app.page, 'sign-in');
});

test('an error in the stream is not shown as a status of 200', async ({ launch, practice, t }) => {
	practice.faults.arm({ kind: 'stream-exception', afterFrames: 12, exception: 'modelStreamErrorException' });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Fail half way.');
	const card = app.page.getByRole('region', { name: t('failure:model-error.title') });
	await expect(card).toContainText(t('failure:inStream', { status: 200, type: 'ModelStreamErrorException' }));
	await look(app.page, 'stream-error');
});

test('what is waited for depends on whether it streams', async ({ launch, practice, t }) => {
	const slow = practice.faults.arm({ kind: 'slow-first-byte' });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.chooseOperation('Converse');
	await ui.ask('Take your time.');
	await expect(ui.lastAnswer).toContainText(t('chat:waitingWhole'));
	slow.release();
	await ui.settled();
});

test('a lost connection says what to do, until it is back', async ({ launch, context, host, t }, info) => {
	// Electron's port lasts as long as its window.
	info.skip(host === 'electron', 'Electron’s window has no connection that could be lost');
	const sockets: WebSocketRoute[] = [];
	let reachable = true;
	await context.routeWebSocket(/\/rpc$/, (socket) => {
		if (!reachable) return void socket.close();
		sockets.push(socket);
		socket.connectToServer();
	});
	const app = await launch();
	const ui = uiOf(app, t);
	reachable = false;
	for (const socket of sockets) await socket.close();
	const banner = app.page.locator('[data-notice="link"]');
	await expect(banner).toContainText(t('notices:startAgain'));
	await expect(ui.send).toBeDisabled();
	await look(app.page, 'link-lost');
	reachable = true;
	await expect(banner).toHaveCount(0);
	await ui.askAndWait('Back again.');
});

/** A text without the tags that mark its bold parts. */
function plain(text: string): string {
	return text.replace(/<\/?b>/g, '');
}

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
	const card = app.page.getByRole('region', { name: t('failure:access-denied.title') });
	await expect(card).toContainText('AccessDeniedException');
	await expect(card).toContainText('403');
	await expect(card).toContainText(denied);
	await look(app.page, 'refused');
	await card
		.getByRole('button', { name: t('failure:action.retry') })
		.last()
		.click();
	await expect(card).toBeHidden();
	await ui.settled();
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

/** A text without the tags that mark its bold parts. */
function plain(text: string): string {
	return text.replace(/<\/?b>/g, '');
}

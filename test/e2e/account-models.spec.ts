import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { catalogueDate } from '../../src/shared/catalogue.ts';
import { holdMessages } from './support/held-messages.ts';
import { look } from './support/look.ts';
import { browserOf } from './support/model-browser.ts';
import { test, writeSsoProfile } from './support/sign-in.ts';
import { uiOf } from './support/ui.ts';

const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';

test('an account that refuses is quoted, and the shipped catalogue serves with its date', async ({
	launch,
	folders,
	practice,
	t,
	language,
}) => {
	const wrong = practice.profile('wrong', { aws_secret_access_key: 'not-the-right-one' });
	await writeFile(join(folders.home, '.aws/config'), practice.profile('personal') + wrong);
	const app = await launch();
	await uiOf(app, t).chooseConnection('wrong');
	const models = browserOf(app, t);
	await models.open();
	await expect(models.source).toHaveAttribute('data-state', 'refused');
	const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
		Date.parse(catalogueDate),
	);
	await expect(models.source).toHaveText(t('models:refused', { day }));
	await expect(models.dialog).toContainText('The request signature we calculated does not match');
	await expect(models.row('Claude Haiku 4.5')).toBeVisible();
	await look(app.page, 'models-refused');

	await models.dialog.getByLabel(new RegExp(`^${t('connections:connection')}: `)).click();
	await app.page.getByRole('radio', { name: 'personal', exact: true }).click();
	await app.page.keyboard.press('Escape');
	await expect(models.source).toHaveAttribute('data-state', 'listed');
	await expect(models.detail('Claude Haiku 4.5')).toContainText(`eu.${HAIKU}`);
});

test('no list of another connection is shown for this one', async ({
	launch,
	folders,
	practice,
	context,
	t,
	host,
}, info) => {
	info.skip(host === 'electron', 'Electron’s window has no connection whose answers could be held');
	const lists = await holdMessages(context, 'models/list');
	const wrong = practice.profile('wrong', { aws_secret_access_key: 'not-the-right-one' });
	await writeFile(join(folders.home, '.aws/config'), practice.profile('personal') + wrong);
	const app = await launch();
	await uiOf(app, t).chooseConnection('wrong');
	const models = browserOf(app, t);
	await models.open();
	await expect(models.source).toHaveAttribute('data-state', 'refused');
	lists.hold();
	await models.dialog.getByLabel(new RegExp(`^${t('connections:connection')}: `)).click();
	await app.page.getByRole('radio', { name: 'personal', exact: true }).click();
	await app.page.keyboard.press('Escape');
	await expect.poll(lists.count).toBeGreaterThan(0);
	await expect(models.row('Claude Haiku 4.5')).toHaveCount(0);
	await expect(models.dialog.locator('[data-state="refused"]')).toHaveCount(0);
	lists.release();
	await expect(models.source).toHaveAttribute('data-state', 'listed');
});

test('while the account is asked, the shipped catalogue is there already', async ({ launch, folders, practice, t }) => {
	const silent = createServer(() => {}).listen(0, '127.0.0.1');
	await once(silent, 'listening');
	const { port } = silent.address() as AddressInfo;
	const slow = practice.profile('slow', { endpoint_url: `http://127.0.0.1:${port}` });
	await writeFile(join(folders.home, '.aws/config'), slow);
	const app = await launch();
	await uiOf(app, t).chooseConnection('slow');
	const models = browserOf(app, t);
	await models.open();
	await expect(models.source).toHaveAttribute('data-state', 'asking');
	await expect(models.source).toContainText(t('models:asking'));
	await expect(models.dialog.getByRole('button', { name: t('models:ask') })).toBeDisabled();
	await expect(models.row('Claude Haiku 4.5')).toBeVisible();
	await look(app.page, 'models-asking');
	await app.page.keyboard.press('Escape');
	await expect(models.dialog).toBeHidden();
	silent.closeAllConnections();
	silent.close();
});

/** An account's control plane that says who may not list what, and has a model of embeddings and many of one maker. */
async function startAccount() {
	const kinds = (output: string) => ({ inputModalities: ['TEXT'], outputModalities: [output] });
	const models = [
		{ modelId: HAIKU, ...kinds('TEXT'), inferenceTypesSupported: ['INFERENCE_PROFILE'] },
		{
			modelId: 'acme.embed-v1:0',
			modelName: 'Acme Embed',
			providerName: 'Acme',
			...kinds('EMBEDDING'),
			inferenceTypesSupported: ['ON_DEMAND'],
		},
		...Array.from({ length: 300 }, (_, index) => ({ modelId: `bulk.model-v${index + 100}:0`, ...kinds('TEXT') })),
	];
	const denied =
		'User: arn:aws:iam::111122223333:user/jane is not authorized to perform: bedrock:ListInferenceProfiles';
	const server = createServer(({ url = '' }, response) => {
		if (url.startsWith('/foundation-models')) return void response.end(JSON.stringify({ modelSummaries: models }));
		response.writeHead(403, { 'x-amzn-ErrorType': 'AccessDeniedException' });
		response.end(JSON.stringify({ message: denied }));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		denied,
		[Symbol.asyncDispose]: async () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

test('an account that lists in part: what is missing, what it has not, what is no chat, and another region', async ({
	launch,
	folders,
	practice,
	t,
}) => {
	await using account = await startAccount();
	const partly = practice.profile('partly', { endpoint_url: account.endpoint, region: 'us-east-1' });
	await writeFile(join(folders.home, '.aws/config'), partly);
	const app = await launch();
	await uiOf(app, t).chooseConnection('partly');
	const models = browserOf(app, t);
	await models.open();
	await expect(models.source).toHaveAttribute('data-state', 'listed');
	await expect(models.source).toContainText(t('models:list.system-profiles'));
	await expect(models.source).toContainText(t('models:list.application-profiles'));
	await expect(models.dialog).toContainText(account.denied);
	await look(app.page, 'models-partly');

	// Hundreds of models: those out of view are not drawn, and the keyboard reaches them all the same.
	await models.search.fill('bulk');
	await models.search.press('ArrowDown');
	await app.page.keyboard.press('End');
	await expect(models.row('bulk.model-v399:0')).toBeFocused();
	await expect(models.row('bulk.model-v399:0')).toHaveAttribute('aria-rowindex', '301');
	await expect(models.row('bulk.model-v100:0')).toHaveCount(0);
	await app.page.keyboard.press('Home');
	await expect(models.row('bulk.model-v100:0')).toBeFocused();

	const noChat = t('models:noChatShort', { gives: t('models:kind.embedding') });
	await models.search.fill('acme');
	await expect(models.row('Acme Embed')).toContainText(noChat);
	const detail = models.detail('Acme Embed');
	await expect(detail.getByRole('button', { name: t('models:copyId', { id: 'acme.embed-v1:0' }) })).toHaveCount(2);
	await expect(detail.getByRole('button', { name: t('models:use'), exact: true })).toHaveCount(0);
	await look(app.page, 'models-no-chat');
	await models.search.press('Enter');
	await expect(models.dialog).toBeVisible();

	await models.search.fill('haiku 東京');
	await expect(models.rows).toHaveCount(0);
	await look(app.page, 'models-elsewhere');
	await models.dialog.getByRole('button', { name: t('models:seeFrom', { region: 'ap-northeast-1' }) }).click();
	await expect(models.detail('Claude Haiku 4.5')).toContainText(`jp.${HAIKU}`);
	await app.page.keyboard.press('Escape');
	await app.page.keyboard.press('Escape');

	await models.picker.click();
	const search = app.page.getByRole('combobox', { name: t('connections:modelSearch') });
	await search.fill('acme');
	await expect(app.page.getByRole('option')).toHaveCount(0);
	await search.fill('acme.embed-v1:0');
	await expect(app.page.getByRole('option')).toHaveText([new RegExp(t('connections:modelUse'))]);
});

test('whoever is not signed in can do so in the browser, and then sees the account’s list', async ({
	launch,
	folders,
	practice,
	variables,
	t,
}) => {
	await writeSsoProfile(folders, practice);
	const app = await launch({ variables });
	await uiOf(app, t).chooseConnection('work');
	const models = browserOf(app, t);
	await models.open();
	await expect(models.source).toHaveAttribute('data-state', 'refused');
	await look(app.page, 'models-sign-in');
	await models.dialog.getByRole('button', { name: t('models:signIn'), exact: true }).click();
	const opened = app.page.waitForEvent('popup');
	await app.page.getByRole('link', { name: t('access:signIn.open') }).click();
	await (await opened).close();
	await expect(models.source).toHaveAttribute('data-state', 'listed');
	await expect(models.dialog.getByRole('button', { name: t('models:signIn'), exact: true })).toHaveCount(0);
});

test('an account that wants a code is asked on a press only, and not after the browser is closed', async ({
	launch,
	folders,
	practice,
	variables,
	t,
}) => {
	const admin = [
		'[profile admin]',
		'role_arn = arn:aws:iam::111122223333:role/Admin',
		'source_profile = jane',
		'mfa_serial = arn:aws:iam::111122223333:mfa/jane',
		'region = eu-west-1',
		`endpoint_url = ${practice.endpoint}`,
		'',
	];
	await writeFile(join(folders.home, '.aws/config'), practice.profile('jane') + admin.join('\n'));
	const app = await launch({ variables });
	await uiOf(app, t).chooseConnection('admin');
	const models = browserOf(app, t);
	const question = app.page.getByRole('dialog', { name: t('access:mfa.title') });
	await models.open();
	await expect(models.source).toContainText(t('models:needsCode'));
	await expect(models.source).toHaveAttribute('data-state', 'not-asked');
	await look(app.page, 'models-code');
	await models.dialog.getByRole('button', { name: t('models:ask') }).click();
	await expect(question).toBeVisible();
	await look(app.page, 'models-code-asked');
	await question.getByRole('button', { name: t('access:mfa.decline') }).click();
	await expect(models.source).toHaveAttribute('data-state', 'refused');
	await models.dialog.getByRole('button', { name: t('models:askAgain') }).click();
	await expect(question).toBeVisible();
	await models.dialog.getByRole('button', { name: t('close') }).click();
	await expect(question).toBeHidden();
	await expect(models.dialog).toBeHidden();
});

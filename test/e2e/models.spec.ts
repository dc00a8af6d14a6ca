import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { catalogueDate } from '../../src/shared/catalogue.ts';
import type { App } from './support/app.ts';
import { look } from './support/look.ts';
import { test as signInTest, writeSsoProfile } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'amazon.nova-micro-v1:0';

/** The browser's parts, and the ways into it. */
function browserOf({ page }: App, t: Words) {
	const dialog = page.getByRole('dialog', { name: t('models:title') });
	const grid = dialog.getByRole('grid', { name: t('models:title') });
	const picker = page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:model')}: `))
		.first();
	return {
		dialog,
		picker,
		search: dialog.getByRole('searchbox', { name: t('models:search') }),
		rows: grid.locator('tbody').getByRole('row'),
		row: (name: string) => grid.getByRole('row').filter({ has: page.getByRole('gridcell', { name, exact: true }) }),
		/** Of the model that is chosen. */
		detail: (name: string) => dialog.getByRole('region', { name, exact: true }),
		source: dialog.locator('[data-state]').and(dialog.getByRole('status')),
		open: async () => {
			await picker.click();
			await page.getByRole('button', { name: t('models:browse') }).click();
			await expect(dialog).toBeVisible();
		},
		filter: async (label: string, option: string) => {
			await dialog.getByLabel(new RegExp(`^${label}: `)).click();
			await page.getByRole('option', { name: option, exact: true }).click();
		},
	};
}

function names(rows: Locator): Locator {
	return rows.locator('td[data-column="name"]');
}

async function optionsIn(page: Page, group: string): Promise<string[]> {
	return page.getByRole('group', { name: group }).getByRole('option').allTextContents();
}

test('models are found, filtered and sorted, and one is used', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const models = browserOf(app, t);
	await models.open();
	await expect(models.search).toBeFocused();
	await expect(models.source).toHaveAttribute('data-state', 'listed');
	await expect(models.detail('Claude Haiku 4.5')).toContainText(`us.${HAIKU}`);
	await look(app.page, 'models');

	await models.filter(t('models:filter.provider'), 'Amazon');
	await models.filter(t('models:filter.lifecycle'), t('models:lifecycle.active'));
	await expect(names(models.rows)).toHaveText([/^Nova/, /^Nova/, /^Nova/, /^Nova/]);
	await look(app.page, 'models-filtered');
	await models.search.fill('ｎｏｖａ　ｍｉｃｒｏ');
	await expect(names(models.rows)).toHaveText(['Nova Micro']);
	await models.search.fill('');
	await models.dialog
		.getByRole('columnheader', { name: t('models:column.input') })
		.getByRole('button')
		.click();
	await expect(names(models.rows).first()).toHaveText('Nova Micro');

	await models.search.press('ArrowDown');
	await app.page.keyboard.press('Home');
	await expect(models.row('Nova Micro')).toBeFocused();
	await app.page.keyboard.press('Enter');
	await expect(models.dialog).toBeHidden();
	await expect(ui.composer).toBeFocused();
	await ui.askAndWait('Which rock is this?');
	await expect(ui.inspector).toContainText(encodeURIComponent(NOVA));
});

test('what is typed in the list goes to the search, and Escape closes after clearing it', async ({ app, t }) => {
	const models = browserOf(app, t);
	await models.open();
	await models.search.press('ArrowDown');
	await app.page.keyboard.type('titan');
	await expect(models.search).toHaveValue('titan');
	await app.page.keyboard.press('Escape');
	await expect(models.search).toHaveValue('');
	await app.page.keyboard.press('ArrowDown');
	await app.page.keyboard.press('/');
	await expect(models.search).toBeFocused();
	await expect(models.search).toHaveValue('');
	await app.page.keyboard.press('Escape');
	await expect(models.dialog).toBeHidden();
});

test('any id can be used as it is, and nothing that fits is said', async ({ app, t }) => {
	const models = browserOf(app, t);
	await models.open();
	await models.search.fill('花崗岩');
	await expect(models.dialog.getByText(t('models:none'))).toBeVisible();
	await look(app.page, 'models-none');
	const arn = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc123';
	await models.search.fill(arn);
	await look(app.page, 'models-typed');
	await models.dialog.getByRole('button', { name: t('models:useAsIs', { id: arn }) }).click();
	await expect(models.picker).toHaveAccessibleName(new RegExp(arn));
});

test('a favourite survives a restart and comes first in the picker, then what was called last', async ({ app, t }) => {
	const models = browserOf(app, t);
	await models.open();
	await models.search.fill('nova micro');
	await models
		.detail('Nova Micro')
		.getByRole('button', { name: t('models:star', { name: 'Nova Micro' }) })
		.click();
	await expect(
		models.detail('Nova Micro').getByRole('button', { name: t('models:unstar', { name: 'Nova Micro' }) }),
	).toBeVisible();
	await app.page.keyboard.press('Escape');
	await app.restart();

	await uiOf(app, t).askAndWait('Rocks?');
	const again = browserOf(app, t);
	await again.picker.click();
	const groups = app.page.getByRole('listbox').getByRole('group');
	await expect(groups.first()).toHaveAccessibleName(t('models:favouritesGroup'));
	expect(await optionsIn(app.page, t('models:favouritesGroup'))).toEqual([`Nova Micro${NOVA}`]);
	expect(await optionsIn(app.page, t('models:recentGroup'))).toEqual([`Claude Haiku 4.5us.${HAIKU}`]);
	await look(app.page, 'model-picker');
	await app.page.getByRole('button', { name: t('models:browse') }).click();
	await again.dialog.getByRole('button', { name: t('models:filter.favourites'), exact: true }).click();
	await expect(names(again.rows)).toHaveText(['Nova Micro']);
});

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

test('an id of a region is used instead of the one to use first', async ({ launch, practice, t }) => {
	const paths: string[] = [];
	practice.onExchange(({ rawPath }) => paths.push(rawPath));
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	const models = browserOf(app, t);
	await models.open();
	await models.search.fill('haiku 4.5');
	const detail = models.detail('Claude Haiku 4.5');
	await detail.getByRole('button', { name: t('models:useIdOf', { id: `global.${HAIKU}` }) }).click();
	await ui.askAndWait('Where are you?');
	expect(paths.at(-1)).toContain(encodeURIComponent(`global.${HAIKU}`));
	await models.open();
	await expect(models.detail('Claude Haiku 4.5')).toContainText(t('models:inUse'));
});

test('the browser fits from narrow to wide windows', async ({ app, t }) => {
	const models = browserOf(app, t);
	for (const width of [900, 1600]) {
		await app.page.setViewportSize({ width, height: 900 });
		await models.open();
		await expect(models.source).toHaveAttribute('data-state', 'listed');
		await look(app.page, `models-${width}`);
		await app.page.keyboard.press('Escape');
	}
});

test('from the settings the model of new conversations is chosen, and they come back', async ({ app, t }) => {
	const { page } = app;
	await uiOf(app, t)
		.conversations.getByRole('button', { name: t('conversations:settings') })
		.click();
	const settings = page.getByRole('dialog', { name: t('settings:title') });
	await settings.getByLabel(new RegExp(`^${t('connections:model')}: `)).click();
	await page.getByRole('button', { name: t('models:browse') }).click();
	const models = browserOf(app, t);
	await models.search.fill('nova micro');
	await models.search.press('Enter');
	await expect(settings.getByLabel(new RegExp(`^${t('connections:model')}: Nova Micro`))).toBeVisible();
});

test("an account's own profile is called by its ARN, under its own name", async ({ app, t }) => {
	const ui = uiOf(app, t);
	const models = browserOf(app, t);
	await models.open();
	await models.search.fill('practice-study-group');
	const detail = models.dialog.getByRole('region').filter({ hasText: 'practice-study-group' });
	const arn = await detail.locator('code').filter({ hasText: 'application-inference-profile' }).innerText();
	await detail.getByRole('button', { name: t('models:star', { name: 'practice-study-group' }) }).click();
	await detail.getByRole('button', { name: t('models:useIdOf', { id: arn }) }).click();
	await expect(models.picker).toHaveAccessibleName(`${t('connections:model')}: practice-study-group`);
	await ui.askAndWait('Who pays?');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await models.picker.click();
	expect(await optionsIn(app.page, t('models:favouritesGroup'))).toEqual([`practice-study-group${arn}`]);
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

/** An account's control plane that says who may not list what, and has a model of embeddings. */
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

signInTest(
	'whoever is not signed in can do so in the browser, and then sees the account’s list',
	async ({ launch, folders, practice, variables, t }) => {
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
	},
);

signInTest(
	'an account that wants a code is asked on a press only, and not after the browser is closed',
	async ({ launch, folders, practice, variables, t }) => {
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
	},
);

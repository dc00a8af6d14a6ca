import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dataFolderText } from './support/data-folder.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const picker = (page: Page, t: Words) =>
	page.getByRole('main').getByLabel(new RegExp(`^${t('connections:connection')}: `));
const dialog = (page: Page, t: Words) => page.getByRole('dialog', { name: t('access:apiKey.title') });

test('a key is pasted, kept out of sight, used, and removed', async ({ launch, folders, practice, t }) => {
	const seen: string[] = [];
	practice.onExchange(({ requestHeaders }) => {
		for (const [name, value] of requestHeaders) if (name.toLowerCase() === 'authorization') seen.push(value);
	});
	const config = `[default]\nregion = eu-west-1\nendpoint_url = ${practice.endpoint}\n`;
	await writeFile(join(folders.home, '.aws/config'), config);
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await picker(page, t).click();
	await page.getByRole('button', { name: t('connections:addApiKey') }).click();
	const key = dialog(page, t).getByLabel(t('access:apiKey.key'), { exact: true });
	await expect(key).toHaveValue('');
	await expect(key).toHaveAttribute('type', 'password');
	const save = (name: 'save' | 'saveAnyway') =>
		dialog(page, t).getByRole('button', { name: t(`access:apiKey.${name}`), exact: true });

	await key.fill('AKIAIOSFODNN7EXAMPLE');
	await expect(dialog(page, t)).toContainText(t('access:apiKey.shape.access-key-id'));
	await expect(save('saveAnyway')).toBeEnabled();
	await look(page, 'api-key-wrong');
	await key.fill(`AWS_BEARER_TOKEN_BEDROCK=${practice.apiKey}`);
	await expect(dialog(page, t)).toContainText(t('access:apiKey.shape.assignment'));
	await expect(save('save')).toBeDisabled();

	await key.fill(practice.apiKey);
	await save('save').click();
	await expect(dialog(page, t)).toContainText(t('access:apiKey.whereMemory'));
	await expect(dialog(page, t).getByLabel(t('access:apiKey.replace'), { exact: true })).toHaveValue('');
	await look(page, 'api-key-kept');
	await dialog(page, t)
		.getByRole('button', { name: t('access:apiKey.use') })
		.click();
	await expect(picker(page, t)).toHaveAccessibleName(new RegExp(`${t('connections:apiKey')} eu-west-1$`));
	await ui.askAndWait('With a key?');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	expect(seen).toEqual([`Bearer ${practice.apiKey}`]);
	expect(dataFolderText(folders.data)).not.toContain(practice.apiKey);
	expect(app.log()).not.toContain(practice.apiKey);

	await picker(page, t).click();
	await page.getByRole('button', { name: t('connections:changeApiKeyOf') }).click();
	await dialog(page, t)
		.getByRole('button', { name: t('access:apiKey.remove') })
		.click();
	await expect(page.getByText(t('access:apiKey.removed'))).toBeVisible();
	await expect(dialog(page, t).getByLabel(t('access:apiKey.key'), { exact: true })).toHaveValue('');
	await dialog(page, t)
		.getByRole('button', { name: t('common:close') })
		.last()
		.click();
	await picker(page, t).click();
	await expect(page.getByRole('radio', { name: t('connections:apiKey'), exact: true })).toContainText(
		t('connections:missing'),
	);
});

test('the key of the environment is told with its precedence, and what is chosen is used', async ({
	launch,
	practice,
	t,
}) => {
	const schemes: string[] = [];
	practice.onExchange(({ requestHeaders }) => {
		for (const [name, value] of requestHeaders) {
			if (name.toLowerCase() === 'authorization') schemes.push(value.split(' ')[0] ?? '');
		}
	});
	const app = await launch({
		variables: {
			AWS_BEARER_TOKEN_BEDROCK: practice.apiKey,
			AWS_REGION: 'eu-west-1',
			AWS_ENDPOINT_URL_BEDROCK_RUNTIME: practice.endpoint,
		},
	});
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection(t('connections:environmentApiKey'));
	await picker(page, t).click();
	const row = page.getByRole('radio', { name: t('connections:environmentApiKey'), exact: true });
	await expect(row).toContainText(t('connections:means.environment-api-key'));
	await expect(page.getByText(t('connections:regionOwn.environment', { region: 'eu-west-1' }))).toBeVisible();
	await look(page, 'environment-api-key');
	await page.keyboard.press('Escape');
	await ui.askAndWait('With the key of the environment?');
	await ui.chooseConnection('personal');
	await ui.askAndWait('With the profile?');
	expect(schemes).toEqual(['Bearer', 'AWS4-HMAC-SHA256']);
});

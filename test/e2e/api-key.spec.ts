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
const regionField = (page: Page, t: Words) =>
	page.getByRole('combobox', { name: t('connections:region'), exact: true });
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
	await picker(page, t).click();
	await page.getByRole('button', { name: t('connections:whoAmI') }).click();
	const identity = page.getByRole('dialog', { name: t('access:whoAmI.title') });
	await expect(identity).toContainText(t('access:whoAmI.apiKey'));
	await page.keyboard.press('Escape');
	await expect(picker(page, t)).toBeFocused();
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

/** A short-term key as AWS's token generator makes it: a presigned request that names its region, moment and seconds. */
function shortTermKey(region: string, begins: Date): string {
	const date = begins.toISOString().replace(/[-:]|\.\d+/g, '');
	const parameters = new URLSearchParams({
		Action: 'CallWithBearerToken',
		'X-Amz-Credential': `AKIDEXAMPLE/${date.slice(0, 8)}/${region}/bedrock/aws4_request`,
		'X-Amz-Date': date,
		'X-Amz-Expires': '43200',
	});
	return `bedrock-api-key-${Buffer.from(`bedrock.amazonaws.com/?${parameters}&Version=1`).toString('base64')}`;
}

test('a short-term key tells its region and its end; one that has ended is marked', async ({ launch, t }) => {
	const app = await launch();
	const { page } = app;
	const paste = async (key: string) => {
		await dialog(page, t)
			.getByLabel(new RegExp(`^(${t('access:apiKey.key')}|${t('access:apiKey.replace')})$`))
			.fill(key);
		await dialog(page, t)
			.getByRole('button', { name: t('access:apiKey.save'), exact: true })
			.click();
	};
	await picker(page, t).click();
	await page.getByRole('button', { name: t('connections:addApiKey') }).click();
	await paste(shortTermKey('ap-northeast-1', new Date(Date.now() - 3_600_000)));
	await expect(dialog(page, t).getByRole('definition').nth(1)).toHaveText('ap-northeast-1');
	await look(page, 'api-key-short-term');
	await dialog(page, t)
		.getByRole('button', { name: t('access:apiKey.use') })
		.click();
	await expect(picker(page, t)).toHaveAccessibleName(new RegExp(`${t('connections:apiKey')} ap-northeast-1$`));
	await picker(page, t).click();
	await expect(regionField(page, t)).toHaveAccessibleDescription(
		t('connections:regionOwn.api-key', { region: 'ap-northeast-1' }),
	);

	await page.getByRole('button', { name: t('connections:changeApiKeyOf') }).click();
	await paste(shortTermKey('eu-west-1', new Date(2025, 0, 2, 3, 4)));
	await expect(dialog(page, t).getByRole('definition').nth(1)).toHaveText('eu-west-1');
	await page.keyboard.press('Escape');
	// The model's id for the key's region.
	await expect(page.getByRole('main').getByLabel(new RegExp(`^${t('connections:model')}: .* eu\\.$`))).toBeVisible();
	await picker(page, t).click();
	const row = page.getByRole('radio', { name: t('connections:apiKey'), exact: true });
	await expect(row).toContainText(/2025/);
	await expect(row).toContainText(t('connections:ended', { time: '' }).trim());
	await look(page, 'api-key-ended');
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

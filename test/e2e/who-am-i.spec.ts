import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { look } from './support/look.ts';
import { test } from './support/sign-in.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const dialog = (page: Page, t: Words) => page.getByRole('dialog', { name: t('access:whoAmI.title') });

async function ask(page: Page, t: Words): Promise<void> {
	await page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:connection')}: `))
		.click();
	await page.getByRole('button', { name: t('connections:whoAmI') }).click();
}

test('who the calls of a profile are made as', async ({ launch, practice, variables, t }) => {
	const app = await launch({ variables });
	const { page } = app;
	await uiOf(app, t).chooseConnection('personal');
	await ask(page, t);
	for (const [name, value] of [
		['account', '111122223333'],
		['arn', 'arn:aws:iam::111122223333:user/alice'],
		['userId', 'AIDAFAKEUSER00000001'],
		['accessKeyId', practice.accessKeyId],
	] as const) {
		await expect(dialog(page, t).getByText(value, { exact: true })).toBeVisible();
		await dialog(page, t)
			.getByRole('button', { name: t('access:whoAmI.copy', { what: t(`access:whoAmI.${name}`) }), exact: true })
			.click();
		expect(await app.clipboard()).toBe(value);
	}
	await expect(dialog(page, t)).toContainText(t('connections:kind.static'));
	await look(page, 'who-am-i');
	await page.keyboard.press('Escape');
	await expect(dialog(page, t)).toBeHidden();
});

test('a refusal is explained with AWS’s words, and can be asked again', async ({ launch, signIn, variables, t }) => {
	const words = 'The security token included in the request is invalid.';
	signIn.failNext('GetCallerIdentity', 'InvalidClientTokenId', words, 403);
	const app = await launch({ variables });
	const { page } = app;
	await uiOf(app, t).chooseConnection('personal');
	await ask(page, t);
	await expect(dialog(page, t)).toContainText(words);
	await expect(dialog(page, t)).toContainText(t('failure:invalid-credentials.title'));
	await look(page, 'who-am-i-refused');
	await dialog(page, t)
		.getByRole('button', { name: t('access:whoAmI.again') })
		.click();
	await expect(dialog(page, t)).toContainText('arn:aws:iam::111122223333:user/alice');
});

test('the practice endpoint says who it takes the person for', async ({ app, t }) => {
	const { page } = app;
	await ask(page, t);
	await expect(dialog(page, t)).toContainText(t('access:whoAmI.practice'));
	await expect(dialog(page, t)).toContainText('arn:aws:iam::123456789012:user/practice');
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Folders } from './support/host.ts';
import { look } from './support/look.ts';
import type { OutsidePractice } from './support/practice.ts';
import { test } from './support/sign-in.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const DEVICE = 'arn:aws:iam::111122223333:mfa/jane';

/** The profile `admin` assumes a role for which a code is asked, and calls the practice endpoint. */
async function writeMfaProfile(folders: Folders, practice: OutsidePractice): Promise<void> {
	const admin = [
		'[profile admin]',
		'role_arn = arn:aws:iam::111122223333:role/Admin',
		'source_profile = jane',
		`mfa_serial = ${DEVICE}`,
		'region = eu-west-1',
		`endpoint_url = ${practice.endpoint}`,
		'',
	];
	await writeFile(join(folders.home, '.aws/config'), practice.profile('jane') + admin.join('\n'));
}

const dialog = (page: Page, t: Words) => page.getByRole('dialog', { name: t('access:mfa.title') });
const field = (page: Page, t: Words) => page.getByRole('textbox', { name: t('access:mfa.code'), exact: true });

test('a code is asked for, also after a reload; then the call goes on, and the next one is not asked for', async ({
	launch,
	folders,
	practice,
	variables,
	t,
}) => {
	await writeMfaProfile(folders, practice);
	const app = await launch({ variables });
	const ui = uiOf(app, t);
	await ui.chooseConnection('admin');
	await ui.ask('With a code?');
	await expect(field(app.page, t)).toBeFocused();
	await expect(dialog(app.page, t)).toContainText(DEVICE);
	await expect(ui.lastAnswer).toContainText(t('access:mfa.waiting'));
	await look(app.page, 'mfa');

	await app.reload();
	await expect(field(app.page, t)).toBeFocused();
	await field(app.page, t).fill('１２３ ４５６');
	await field(app.page, t).press('Enter');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await expect(dialog(app.page, t)).toBeHidden();
	await ui.askAndWait('And now without one?');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
});

test('a wrong code is told in AWS’s words, and another one asked for', async ({
	launch,
	folders,
	practice,
	variables,
	t,
}) => {
	await writeMfaProfile(folders, practice);
	const app = await launch({ variables });
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('admin');
	await ui.ask('With a wrong code?');
	await field(page, t).fill('000000');
	await field(page, t).press('Enter');
	await expect(dialog(page, t)).toContainText(t('access:mfa.refused'));
	await expect(dialog(page, t)).toContainText('MultiFactorAuthentication failed');
	await expect(field(page, t)).toHaveValue('');
	await look(page, 'mfa-refused');
	await field(page, t).fill('123456');
	await field(page, t).press('Enter');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
});

test('asking who one is takes a code as well', async ({ launch, folders, practice, variables, t }) => {
	await writeMfaProfile(folders, practice);
	const app = await launch({ variables });
	const { page } = app;
	await uiOf(app, t).chooseConnection('admin');
	await page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:connection')}: `))
		.click();
	await page.getByRole('button', { name: t('connections:whoAmI') }).click();
	await expect(field(page, t)).toBeFocused();
	await page.keyboard.type('123456');
	await look(page, 'mfa-who-am-i');
	await page.keyboard.press('Enter');
	const identity = page.getByRole('dialog', { name: t('access:whoAmI.title') });
	await expect(identity).toContainText('assumed-role/Admin/');
	await expect(identity).toContainText(t('connections:kind.assume-role'));
});

test('Stop and "no" both give the code up, and no call is made', async ({
	launch,
	folders,
	practice,
	variables,
	t,
}) => {
	const statuses: (number | null)[] = [];
	practice.onExchange(({ status }) => statuses.push(status));
	await writeMfaProfile(folders, practice);
	const app = await launch({ variables });
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('admin');
	await ui.ask('Stopped?');
	await expect(dialog(page, t)).toBeVisible();
	await ui.stop.click();
	await expect(dialog(page, t)).toBeHidden();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'stopped');

	await ui.ask('Declined?');
	await dialog(page, t)
		.getByRole('button', { name: t('access:mfa.decline') })
		.click();
	await expect(dialog(page, t)).toBeHidden();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'failed');
	expect(statuses).toEqual([]);
});

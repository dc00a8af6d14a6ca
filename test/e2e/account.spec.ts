import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

test('the profiles of the AWS config files are listed with their kind and region', async ({ launch, folders, t }) => {
	await writeFile(
		join(folders.home, '.aws/config'),
		[
			'[default]',
			'region = us-west-2',
			'[profile work-sso]',
			'sso_session = work',
			'sso_account_id = 111122223333',
			'sso_role_name = Reader',
			'region = ap-northeast-1',
			'[sso-session work]',
			'sso_start_url = https://example.awsapps.com/start',
			'sso_region = ap-northeast-1',
			'[profile tool]',
			'credential_process = /bin/false',
			'[profile role]',
			'role_arn = arn:aws:iam::111122223333:role/Bedrock',
			'source_profile = default',
			'',
		].join('\n'),
	);
	await writeFile(
		join(folders.home, '.aws/credentials'),
		'[default]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = wJalrXUtnFEMI\n',
	);
	const app = await launch();
	await app.page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:connection')}: `))
		.click();
	const choices = app.page.getByRole('radiogroup', { name: t('connections:connection') });
	for (const [name, kind, region] of [
		['default', t('connections:kind.static'), 'us-west-2'],
		['work-sso', t('connections:kind.sso'), 'ap-northeast-1'],
		['tool', t('connections:kind.process'), t('connections:noRegion')],
		['role', t('connections:kind.assume-role'), t('connections:noRegion')],
	] as const) {
		const choice = choices.getByRole('radio', { name, exact: true });
		await expect(choice).toContainText(kind);
		await expect(choice).toContainText(region);
	}
	await look(app.page, 'connections');
});

test('a call with a profile goes to that profile, in its region', async ({ launch, practice, t }) => {
	const seen: string[] = [];
	practice.onExchange(({ requestHeaders }) => {
		for (const [name, value] of requestHeaders) if (name.toLowerCase() === 'authorization') seen.push(value);
	});
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Who pays?');
	expect(seen).toHaveLength(1);
	expect(seen[0]).toContain(`Credential=${practice.accessKeyId}/`);
	expect(seen[0]).toContain('/eu-west-1/bedrock/aws4_request');
	await expect(ui.inspector).toContainText(practice.endpoint);
});

test('a profile with wrong keys fails, and no other credentials are tried', async ({
	launch,
	folders,
	practice,
	t,
}) => {
	const statuses: (number | null)[] = [];
	practice.onExchange(({ status }) => statuses.push(status));
	const wrong = practice.profile('wrong', { aws_secret_access_key: 'not-the-right-one' });
	await writeFile(join(folders.home, '.aws/config'), practice.profile('default') + wrong);
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('wrong');
	await ui.askAndWait('Who pays?');
	const card = app.page.getByRole('region', { name: t('failure:bad-signature.title') });
	await expect(card).toContainText('InvalidSignatureException');
	expect(statuses).toEqual([403]);
	await look(app.page, 'wrong-keys');
});

test('a profile without credentials fails before anything is sent', async ({ launch, folders, practice, t }) => {
	const statuses: (number | null)[] = [];
	practice.onExchange(({ status }) => statuses.push(status));
	const empty = `[profile empty]\nregion = eu-west-1\nendpoint_url = ${practice.endpoint}\n`;
	await writeFile(join(folders.home, '.aws/config'), practice.profile('default') + empty);
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('empty');
	await ui.askAndWait('Who pays?');
	await expect(app.page.getByRole('region', { name: t('failure:profile-empty.title') })).toContainText(
		t('failure:noRequest'),
	);
	expect(statuses).toEqual([]);
});

const picker = (page: Page, t: Words) =>
	page.getByRole('main').getByLabel(new RegExp(`^${t('connections:connection')}: `));

const regionField = (page: Page, t: Words) =>
	page.getByRole('combobox', { name: t('connections:region'), exact: true });

test('half a region is not taken: Enter takes the first of the list, or the text by its own row', async ({
	launch,
	folders,
	practice,
	t,
}) => {
	const other = practice.profile('other', { region: 'ap-northeast-1' });
	await writeFile(join(folders.home, '.aws/config'), practice.profile('personal') + other);
	const app = await launch();
	const { page } = app;
	await uiOf(app, t).chooseConnection('personal');
	await picker(page, t).click();
	const field = regionField(page, t);
	await field.fill('us-eas');
	await expect(page.getByRole('option')).toHaveText([
		'us-east-1',
		'us-east-2',
		t('connections:regionAsIs', { text: 'us-eas' }),
	]);
	await look(page, 'region-typed');
	await field.press('Enter');
	await expect(field).toHaveValue('us-east-1');
	await expect(picker(page, t)).toHaveAccessibleName(/personal us-east-1$/);

	await field.fill('us-wes');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await expect(field).toBeFocused();
	await expect(page.getByRole('alert').filter({ hasText: 'us-wes' })).toBeVisible();
	await expect(picker(page, t)).toHaveAccessibleName(/personal us-east-1$/);

	await field.fill('mx-central-1');
	await expect(page.getByRole('option')).toHaveText([t('connections:regionAsIs', { text: 'mx-central-1' })]);
	await field.press('Enter');
	await expect(picker(page, t)).toHaveAccessibleName(/personal mx-central-1$/);
	await expect(page.getByRole('option')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(field).toBeHidden();
	await expect(picker(page, t)).toHaveAccessibleName(/personal mx-central-1$/);
});

test('"Choose region" of a failure opens the region field, and a choice leads back to the composer', async ({
	launch,
	folders,
	practice,
	t,
}) => {
	const nowhere = practice.profile('nowhere').replace(/^region.*$/m, '');
	await writeFile(join(folders.home, '.aws/config'), nowhere);
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('nowhere');
	await expect(picker(page, t)).toContainText(t('connections:chooseRegion'));
	await look(page, 'no-region');
	await ui.askAndWait('Where?');
	await page.getByRole('button', { name: t('failure:action.region'), exact: true }).click();
	const field = regionField(page, t);
	await expect(field).toBeFocused();
	await field.pressSequentially('eu-w');
	await field.press('Enter');
	await expect(field).toBeHidden();
	await expect(picker(page, t)).toHaveAccessibleName(/nowhere eu-west-1$/);
	await expect(ui.composer).toBeFocused();
});

test('the pickers leave out whole parts when room is short, and no chip has two ellipses', async ({
	launch,
	folders,
	practice,
	t,
}) => {
	const name = 'a-really-long-name-for-production';
	await writeFile(join(folders.home, '.aws/config'), practice.profile('work-sso') + practice.profile(name));
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('work-sso');
	const row = page.locator('[data-fit]');
	const cut = () =>
		row.evaluate(async (element) => {
			// The row is measured once a frame.
			for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
			return {
				over: element.scrollWidth - element.clientWidth,
				names: [...element.querySelectorAll('button')].map(
					(chip) =>
						[...chip.children].filter((part) => part.scrollWidth > part.clientWidth && part.clientWidth > 0).length,
				),
				parts: [...element.querySelectorAll<HTMLElement>('[data-part]')]
					.filter((part) => part.offsetWidth > 0)
					.map((part) => part.dataset['part']),
			};
		});
	const seen: string[][] = [];
	for (let width = 1600; seen.at(-1)?.length !== 0; width -= 10) {
		await page.setViewportSize({ width, height: 700 });
		const now = await cut();
		expect(now.over, `${width}`).toBe(0);
		expect(now.names, `${width}`).toEqual([0, 0, 0]);
		const parts = now.parts.filter((part) => part !== undefined);
		if (JSON.stringify(seen.at(-1)) !== JSON.stringify(parts)) seen.push(parts);
	}
	expect(seen).toEqual([['region', 'prefix', 'stream'], ['region', 'prefix'], ['region'], []]);

	await page.setViewportSize({ width: 1160, height: 700 });
	await ui.chooseConnection(name);
	expect(await cut()).toEqual({ over: 0, names: [1, 0, 0], parts: [] });
	await look(page, 'pickers-narrow');
	await picker(page, t).hover();
	await expect(page.getByText(`${name} eu-west-1`)).toBeVisible();
});

test('a broken config file is named once, with its lines; what may hold a secret is not shown, and that is said', async ({
	launch,
	folders,
	t,
}) => {
	const file = join(folders.home, '.aws/config');
	await writeFile(file, '[profile good]\nregion = eu-west-1\nsecret without a key\n[profile broken\n');
	const app = await launch();
	await picker(app.page, t).click();
	const popover = app.page.getByRole('dialog', { name: t('connections:connection') });
	await expect(popover.getByText(file)).toHaveCount(1);
	await expect(popover.getByRole('listitem')).toHaveText([
		new RegExp(`^${t('connections:problemLine', { line: 3 })}`),
		new RegExp(`^${t('connections:problemLine', { line: 4 })}`),
	]);
	await expect(popover.getByRole('listitem').first()).toContainText(t('connections:problemHidden'));
});

test('among thousands of profiles one is found by its name', async ({ launch, folders, t }) => {
	const profiles = Array.from({ length: 3000 }, (_, index) => `[profile team-${index}]\nregion = eu-west-1\n`);
	await writeFile(join(folders.home, '.aws/config'), profiles.join(''));
	const app = await launch();
	const { page } = app;
	await picker(page, t).click();
	const filter = page.getByRole('textbox', { name: t('connections:filter') });
	await expect(filter).toBeFocused();
	// Practice is the first.
	await expect(page.getByRole('radio')).toHaveCount(101);
	await expect(
		page.getByText(t('connections:more', { count: 2900, number: (2900).toLocaleString('en') })),
	).toBeVisible();
	await look(page, 'connections-many');
	await filter.fill('team-2999');
	await expect(page.getByRole('radio')).toHaveCount(2);
	await page.getByRole('radio', { name: 'team-2999', exact: true }).click();
	await filter.fill('');
	await expect(page.getByRole('radio').nth(1)).toHaveAccessibleName('team-2999');
	await filter.fill('nobody');
	await expect(page.getByText(t('connections:filterNone'))).toBeVisible();
});

test('a region says where it comes from, and what an empty field would mean', async ({
	launch,
	folders,
	practice,
	t,
}) => {
	await writeFile(join(folders.home, '.aws/config'), practice.profile('personal'));
	const app = await launch();
	const { page } = app;
	await uiOf(app, t).chooseConnection('personal');
	await picker(page, t).click();
	const field = regionField(page, t);
	await expect(field).toHaveAccessibleDescription(t('connections:regionOwn.profile', { region: 'eu-west-1' }));
	await field.fill('us-west-2');
	await page.getByRole('option', { name: 'us-west-2', exact: true }).click();
	await expect(field).toHaveAccessibleDescription(t('connections:regionSet.profile', { region: 'eu-west-1' }));
});

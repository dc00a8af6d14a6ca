import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

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
		['tool', t('connections:kind.process'), ''],
		['role', t('connections:kind.assume-role'), ''],
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
	await expect(app.page.getByRole('region', { name: t('failure:no-credentials.title') })).toContainText(
		t('failure:noRequest'),
	);
	expect(statuses).toEqual([]);
});

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

test('a broken AWS config file: the app opens, and the picker says which file and why', async ({
	launch,
	folders,
	t,
}) => {
	const file = join(folders.home, '.aws/config');
	await writeFile(file, '[profile good]\nregion = eu-west-1\nthis is no setting\n[profile broken\nregion = x\n');
	const app = await launch();
	await app.page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:connection')}: `))
		.click();
	const picker = app.page.getByRole('dialog', { name: t('connections:connection') });
	await expect(picker.getByRole('radio', { name: 'good', exact: true })).toBeVisible();
	await expect(picker).toContainText(t('connections:problems'));
	await expect(picker).toContainText(t('connections:problemLine', { file, line: 3 }));
	await expect(picker).toContainText(t('connections:problem.bad-line'));
	await expect(picker).toContainText(t('connections:problemLine', { file, line: 4 }));
	await look(app.page, 'broken-config');
});

test('a broken settings file is set aside, and the defaults are used', async ({ launch, folders, t }) => {
	await mkdir(folders.data, { recursive: true });
	await writeFile(join(folders.data, 'settings.json'), '{ "language": "ja", ');
	const app = await launch();
	const notices = app.page.getByRole('region', { name: t('notices:region') });
	await expect(notices).toContainText(t('notices:settings-set-aside'));
	await look(app.page, 'broken-settings');
	const aside = (await readdir(folders.data)).filter((name) => /^settings.*\d{4}-\d{2}-\d{2}/.test(name));
	expect(aside).toHaveLength(1);
	await expect(notices).toContainText(aside[0] ?? '');
	expect(await readFile(join(folders.data, aside[0] ?? ''), 'utf8')).toBe('{ "language": "ja", ');
});

test('a corrupt database is set aside, and a new one begun', async ({ launch, folders, t }) => {
	await mkdir(folders.data, { recursive: true });
	await writeFile(join(folders.data, 'outcrop.db'), 'not a database '.repeat(1000));
	const app = await launch();
	const notices = app.page.getByRole('region', { name: t('notices:region') });
	await expect(notices).toContainText(t('notices:database-set-aside'));
	await look(app.page, 'corrupt-database');
	const ui = uiOf(app, t);
	await ui.askAndWait('A new beginning.');
	await app.restart();
	await expect.poll(() => uiOf(app, t).titles()).toEqual(['A new beginning.']);
});

test('a database of a newer version can be read, and nothing of it is changed', async ({ app, t }) => {
	await uiOf(app, t).askAndWait('From the future.');
	const file = join(app.folders.data, 'outcrop.db');
	await app.restart(() => {
		const database = new DatabaseSync(file);
		database.exec('PRAGMA user_version = 9999; PRAGMA wal_checkpoint(TRUNCATE)');
		database.close();
	});
	const before = await readFile(file);
	await expect(app.page.getByText(t('notices:readOnly'))).toBeVisible();
	const ui = uiOf(app, t);
	await ui.conversations.getByText('From the future.').click();
	await expect(ui.lastTitle).toBeVisible();
	await expect(ui.composer).toBeDisabled();
	await look(app.page, 'newer-database');
	expect((await readFile(file)).equals(before)).toBe(true);
});

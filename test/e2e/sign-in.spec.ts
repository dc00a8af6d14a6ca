import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { App } from './support/app.ts';
import { look } from './support/look.ts';
import {
	plantExpiredSession,
	plantLogin,
	test as signInTest,
	writeLoginProfile,
	writeSsoProfile,
} from './support/sign-in.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

/** `launch` on a machine with the profile `work`, which signs in to an SSO session. */
const test = signInTest.extend<{ readonly launchWithSso: () => Promise<App> }>({
	launchWithSso: async ({ launch, folders, practice, variables }, use) =>
		use(async () => {
			await writeSsoProfile(folders, practice);
			return launch({ variables });
		}),
});

const picker = (page: Page, t: Words) =>
	page.getByRole('main').getByLabel(new RegExp(`^${t('connections:connection')}: `));

const dialog = (page: Page, t: Words) =>
	page.getByRole('dialog', { name: t('access:signIn.title', { profile: 'work' }) });

/** Chooses the profile, and looks in the picker at how its sign-in stands. */
async function chooseWork(app: App, t: Words, words: string): Promise<void> {
	await uiOf(app, t).chooseConnection('work');
	await picker(app.page, t).click();
	await expect(app.page.getByRole('radio', { name: 'work', exact: true })).toContainText(words);
}

/** Opens the picker and signs in from the profile's row. */
async function signInFromPicker(page: Page, t: Words): Promise<void> {
	await picker(page, t).click();
	await page.getByRole('button', { name: `${t('connections:signInTo')}: work` }).click();
	await expect(dialog(page, t)).toBeVisible();
}

/** Opens the page of AWS as a person does, in a tab of its own, and lets in. */
async function openAwsPage(page: Page, t: Words): Promise<Page> {
	const opened = page.waitForEvent('popup');
	await dialog(page, t)
		.getByRole('link', { name: t('access:signIn.open') })
		.click();
	return opened;
}

test('a profile that nobody is signed in to: sign in from the picker, and call with it', async ({
	launchWithSso,
	signIn,
	t,
}) => {
	signIn.set({ refresh: false });
	const app = await launchWithSso();
	const { page } = app;
	const ui = uiOf(app, t);
	await chooseWork(app, t, t('connections:signIn.never'));
	await look(page, 'sign-in-needed');
	await page.keyboard.press('Escape');

	await signInFromPicker(page, t);
	await expect(dialog(page, t)).toContainText(t('access:signIn.waiting'));
	await look(page, 'sign-in');
	await page.keyboard.press('Escape');
	await expect(dialog(page, t)).toBeHidden();
	await expect(picker(page, t)).toBeFocused();
	await signInFromPicker(page, t);
	const aws = await openAwsPage(page, t);
	await expect(dialog(page, t)).toBeHidden();
	await aws.close();
	await expect(page.getByText(t('access:signIn.done', { time: '' }).trim().slice(0, 8))).toBeVisible();

	await picker(page, t).click();
	await expect(page.getByRole('radio', { name: 'work', exact: true })).toContainText(
		t('connections:signIn.until', { time: '' }).trim(),
	);
	// What is good by its file may still be refused, or be somebody else's.
	await page.getByRole('button', { name: `${t('connections:signInAgain')}: work` }).click();
	await expect(dialog(page, t)).toContainText(t('access:signIn.waiting'));
	await page.keyboard.press('Escape');
	await expect(picker(page, t)).toBeFocused();
	await ui.askAndWait('Hello?');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	expect(app.traffic()).not.toContain('SECRET-');
	expect(app.log()).not.toContain('SECRET-');
});

test('a call with an expired session: one click on the card, and after the sign-in the answer comes', async ({
	launchWithSso,
	folders,
	signIn,
	t,
}) => {
	await plantExpiredSession(folders);
	signIn.set({ refresh: false });
	const app = await launchWithSso();
	const { page } = app;
	const ui = uiOf(app, t);
	await chooseWork(app, t, t('connections:signIn.expired'));
	await page.keyboard.press('Escape');
	await ui.askAndWait('Does the call go on?');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'failed');
	await look(page, 'sign-in-expired');
	await ui.lastAnswer.getByRole('button', { name: t('failure:action.signIn') }).click();
	const aws = await openAwsPage(page, t);
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await aws.close();
	await expect(dialog(page, t)).toBeHidden();
	await expect(ui.composer).toBeFocused();
	expect(signIn.operations()).toEqual(['RegisterClient', 'Authorize', 'CreateToken', 'GetRoleCredentials']);
});

test('asking who one is leads through the sign-in to the answer', async ({ launchWithSso, t }) => {
	const app = await launchWithSso();
	const { page } = app;
	await uiOf(app, t).chooseConnection('work');
	await picker(page, t).click();
	await page.getByRole('button', { name: t('connections:whoAmI') }).click();
	const identity = page.getByRole('dialog', { name: t('access:whoAmI.title') });
	await identity.getByRole('button', { name: t('access:whoAmI.signIn') }).click();
	await (await openAwsPage(page, t)).close();
	await expect(dialog(page, t)).toBeHidden();
	await expect(identity).toContainText('assumed-role/AWSReservedSSO_Developer_');
	await expect(identity).toContainText(t('connections:kind.sso'));
	await page.keyboard.press('Escape');
	await expect(identity).toBeHidden();
	await expect(picker(page, t)).toBeFocused();
});

test('with a code, for a browser on another computer; giving it up ends it', async ({ launchWithSso, signIn, t }) => {
	signIn.set({ device: ['pending'] });
	const app = await launchWithSso();
	const { page } = app;
	await signInFromPicker(page, t);
	await dialog(page, t)
		.getByRole('button', { name: t('access:signIn.useCode') })
		.click();
	await expect(dialog(page, t)).toContainText(/[A-Z]{4}-\d{4}/);
	await look(page, 'sign-in-code');
	await dialog(page, t)
		.getByRole('button', { name: t('access:signIn.copyCode') })
		.click();
	expect(await app.clipboard()).toMatch(/^[A-Z]{4}-\d{4}$/);
	const aws = await openAwsPage(page, t);
	await expect(dialog(page, t)).toBeHidden();
	await aws.close();
	await expect(page.getByText(t('access:signIn.doneRenews'), { exact: true })).toBeVisible();
});

test('a refused sign-in is told, with AWS’s words, and can be tried again', async ({ launchWithSso, signIn, t }) => {
	signIn.set({ authorize: 'deny' });
	const app = await launchWithSso();
	const { page } = app;
	await signInFromPicker(page, t);
	await (await openAwsPage(page, t)).close();
	await expect(dialog(page, t).getByRole('alert')).toContainText(t('access:signIn.failed'));
	await expect(dialog(page, t).getByRole('alert')).toContainText(t('access:signIn.failure.denied'));
	await expect(dialog(page, t).getByRole('group', { name: t('access:signIn.words') })).toHaveText(
		'The person has refused.',
	);
	await expect(dialog(page, t)).toContainText('aws sso login --profile work');
	await look(page, 'sign-in-refused');
	signIn.set({ authorize: 'allow' });
	await dialog(page, t)
		.getByRole('button', { name: t('access:signIn.again') })
		.click();
	await (await openAwsPage(page, t)).close();
	await expect(dialog(page, t)).toBeHidden();
});

test('a profile of aws login: the command to run, and the app notices when it was done', async ({
	launch,
	folders,
	practice,
	variables,
	t,
}) => {
	await writeLoginProfile(folders, practice);
	const app = await launch({ variables });
	const { page } = app;
	await signInFromPicker(page, t);
	await expect(dialog(page, t)).toContainText('aws login --profile work');
	await look(page, 'sign-in-cli');
	await plantLogin(folders);
	await expect(dialog(page, t)).toBeHidden();
});

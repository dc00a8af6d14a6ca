import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { App } from './support/app.ts';
import type { Folders, Variables } from './support/host.ts';
import { look } from './support/look.ts';
import { plantExpiredSession, test as signInTest, writeSsoProfile } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';
import { wordsOf } from './support/words.ts';

const steps = ['region', 'credentials', 'identity', 'call'] as const;

/** The page and its parts. */
function welcomeOf({ page }: Pick<App, 'page'>, t: Words) {
	const way = (name: string) => page.getByRole('radio', { name, exact: true });
	return {
		heading: page.getByRole('heading', { level: 1, name: t('welcome:title') }),
		run: page.getByRole('button', { name: t('welcome:test.run'), exact: true }),
		again: page.getByRole('button', { name: t('welcome:test.again'), exact: true }),
		start: page.getByRole('button', { name: t('welcome:test.start'), exact: true }),
		skip: page.getByRole('button', { name: t('welcome:skip'), exact: true }),
		practice: way(t('welcome:choose.practice')),
		way,
		/** Chooses a way once the first step has its height: what comes late there moves what is below it. */
		choose: async (name: string) => {
			await expect(page.locator('[data-machine]')).toHaveAttribute('data-machine', 'known');
			await way(name).click();
			await expect(way(name)).toBeChecked();
		},
		step: (name: (typeof steps)[number]) =>
			page.getByRole('list', { name: t('welcome:test.steps') }).locator(`[data-step="${name}"]`),
		ended: (how: 'passed' | 'failed') => expect(page.locator('[data-welcome]')).toHaveAttribute('data-welcome', how),
	};
}

/** The only folder that programs are looked for in; the AWS CLI is in it where its version is given. */
async function programs({ home }: Folders, cli: string | null): Promise<Variables> {
	const folder = join(home, 'bin');
	await mkdir(folder);
	if (cli !== null) {
		await writeFile(join(folder, 'aws'), `#!/bin/sh\necho "aws-cli/${cli} Python/3.13.7"\n`);
		await chmod(join(folder, 'aws'), 0o755);
	}
	return { PATH: folder };
}

async function expectSteps(page: Page, states: readonly string[]): Promise<void> {
	const found = await page
		.locator('[data-step]')
		.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-state')));
	expect(found).toEqual(states);
}

test('an empty machine: the practice endpoint in two clicks, and an answer', async ({ launch, folders, t }) => {
	const app = await launch({ firstRun: true, variables: await programs(folders, null) });
	const welcome = welcomeOf(app, t);
	await expect(welcome.heading).toBeFocused();
	await expect(app.page.getByText(t('welcome:machine.missing'))).toBeVisible();
	await expect(app.page.getByText(t('welcome:machine.cliNone'))).toBeVisible();
	await expect(welcome.practice).toBeChecked();
	await look(app.page, 'welcome');
	await app.page.getByText(t('welcome:ways.show'), { exact: true }).click();
	for (const [name, address] of [
		[t('welcome:ways.console'), 'https://console.aws.amazon.com/bedrock/home'],
		[t('welcome:ways.getCli'), 'https://aws.amazon.com/cli/'],
	] as const) {
		const link = app.page.getByRole('link', { name }).first();
		await expect(link).toHaveAttribute('href', address);
		await expect(link).toHaveAttribute('target', '_blank');
	}
	await look(app.page, 'welcome-ways');

	await welcome.run.click();
	await welcome.ended('passed');
	await expect(welcome.step('call')).toHaveAttribute('data-state', 'passed');
	await expect(welcome.step('region')).toContainText('us-east-1');
	await look(app.page, 'welcome-practice');
	await app.page.getByRole('button', { name: t('tries:open') }).click();

	const ui = uiOf(app, t);
	await expect(welcome.heading).toBeHidden();
	const tries = app.page.getByRole('dialog', { name: t('tries:title') });
	await expect(tries.getByRole('tab', { selected: true })).toBeFocused();
	await app.page.keyboard.press('Escape');
	await expect(tries).toHaveCount(0);
	await expect(ui.composer).toBeFocused();
	await ui.askAndWait('Hello.');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	// The test call is no conversation.
	await expect.poll(() => ui.titles()).toEqual(['Hello.']);

	await app.restart();
	await expect(uiOf(app, t).composer).toBeVisible();
	await expect(welcomeOf(app, t).heading).toBeHidden();
});

test('a good profile: each step passes, and the chat goes on with it', async ({ launch, folders, practice, t }) => {
	const variables = { ...(await programs(folders, '2.31.0')), AWS_DEFAULT_REGION: 'us-west-2' };
	const app = await launch({ firstRun: true, variables });
	const { page } = app;
	const welcome = welcomeOf(app, t);
	await expect(page.getByText('aws-cli/2.31.0')).toBeVisible();
	await expect(page.getByText(t('welcome:machine.defaultRegion'))).toBeVisible();
	await expect(page.getByText(t('welcome:machine.enough'))).toBeVisible();
	await welcome.choose('personal');
	const region = page.getByRole('combobox', { name: t('connections:region') });
	await expect(region).toHaveAttribute('placeholder', 'eu-west-1');
	await expect(page.getByLabel(`${t('connections:model')}: Nova Micro eu.`)).toBeVisible();
	await look(page, 'welcome-profile');

	await welcome.run.click();
	await welcome.ended('passed');
	await expectSteps(page, ['passed', 'passed', 'passed', 'passed']);
	await expect(welcome.step('region')).toContainText('eu-west-1');
	await expect(welcome.step('identity')).toContainText('arn:aws:');
	await look(page, 'welcome-passed');
	await expect(welcome.start).toBeFocused();
	await page.keyboard.press('Enter');

	const ui = uiOf(app, t);
	await expect(ui.composer).toBeFocused();
	const requests: string[] = [];
	practice.onExchange(({ rawPath }) => requests.push(rawPath));
	await ui.askAndWait('Hello.');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	expect(requests).toEqual(['/model/eu.amazon.nova-micro-v1%3A0/converse-stream']);
});

test('a broken profile: the step that fails is explained, and once the file is mended it passes', async ({
	launch,
	folders,
	practice,
	t,
}) => {
	const config = join(folders.home, '.aws/config');
	await writeFile(config, '[profile personal]\nregion = eu-west-1\n');
	const app = await launch({ firstRun: true });
	const { page } = app;
	const welcome = welcomeOf(app, t);
	await welcome.choose('personal');
	await welcome.run.click();
	await welcome.ended('failed');
	await expectSteps(page, ['passed', 'failed', 'skipped', 'skipped']);
	const words = page.getByRole('group', { name: t('welcome:test.words') });
	await expect(words).toContainText('CredentialsProviderError');
	await look(page, 'welcome-failed');

	await writeFile(config, practice.profile('personal') + practice.profile('second'));
	// The files are watched: what is new is there without a press.
	await expect(welcome.way('second')).toBeVisible();
	await expect(welcome.way('personal')).toBeChecked();
	await welcome.again.click();
	await welcome.ended('passed');
	await expectSteps(page, ['passed', 'passed', 'passed', 'passed']);
	await expect(words).toBeHidden();
});

test('a profile without a region: it is chosen on the page, and kept', async ({ launch, folders, practice, t }) => {
	const profile = practice.profile('personal').replace(/^region = .*\n/m, '');
	await writeFile(join(folders.home, '.aws/config'), profile);
	const app = await launch({ firstRun: true });
	const { page } = app;
	const welcome = welcomeOf(app, t);
	await welcome.choose('personal');
	await welcome.run.click();
	await welcome.ended('failed');
	await expectSteps(page, ['failed', 'skipped', 'skipped', 'skipped']);
	await page.getByRole('button', { name: t('failure:action.region') }).click();
	const region = page.getByRole('combobox', { name: t('connections:region') });
	await expect(region).toBeFocused();
	await region.fill('ap-northeast-1');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel(`${t('connections:model')}: Nova Micro apac.`)).toBeVisible();
	await welcome.run.click();
	await welcome.ended('passed');
	await expect(welcome.step('region')).toContainText('ap-northeast-1');
	await welcome.start.click();
	await expect(
		page.getByRole('main').getByLabel(`${t('connections:connection')}: personal ap-northeast-1`),
	).toBeVisible();
});

const DENIED_MODEL = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const DENIED = `User: arn:aws:iam::111122223333:user/me is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:eu-west-1::foundation-model/${DENIED_MODEL} because no identity-based policy allows the bedrock:InvokeModelWithResponseStream action`;

test('a denied call comes with the least policy that allows it, and another way is offered', async ({
	launch,
	practice,
	t,
}) => {
	const app = await launch({ firstRun: true });
	const { page } = app;
	const welcome = welcomeOf(app, t);
	await welcome.choose('personal');
	practice.faults.arm({ kind: 'access-denied', message: DENIED });
	await welcome.run.click();
	await welcome.ended('failed');
	await expectSteps(page, ['passed', 'passed', 'passed', 'failed']);
	await expect(page.getByRole('group', { name: t('welcome:test.words') })).toContainText('403 AccessDeniedException');
	const policy = page.getByRole('button', { name: t('failure:action.policy') });
	await expect(policy).toBeVisible();
	await look(page, 'welcome-denied');
	await policy.click();
	await expect(page.getByRole('button', { name: t('common:copied') })).toBeVisible();
	expect(JSON.parse(await app.clipboard()).Statement).toMatchObject([
		{ Effect: 'Allow', Action: 'bedrock:InvokeModelWithResponseStream' },
	]);
	expect(await app.clipboard()).toContain(`:111122223333:inference-profile/eu.`);
	await page.getByRole('button', { name: t('failure:action.practice'), exact: true }).click();
	await expect(welcome.practice).toBeChecked();
	await expect(welcome.practice).toBeFocused();
	// What was found out about one way says nothing about another.
	await expectSteps(page, ['waiting', 'waiting', 'waiting', 'waiting']);
});

signInTest(
	'an expired sign-in: said before the call, renewed from the failure, and the test goes on by itself',
	async ({ launch, folders, practice, signIn, variables, t }) => {
		await writeSsoProfile(folders, practice);
		await plantExpiredSession(folders);
		signIn.set({ refresh: false });
		const app = await launch({ firstRun: true, variables });
		const { page } = app;
		const welcome = welcomeOf(app, t);
		await expect(page.getByText(t('welcome:machine.signIn'))).toBeVisible();
		await expect(welcome.way('work')).toContainText(t('welcome:choose.expired'));
		await welcome.choose('work');
		await welcome.run.click();
		await welcome.ended('failed');
		await expectSteps(page, ['passed', 'failed', 'skipped', 'skipped']);
		await look(page, 'welcome-expired');

		const failure = page
			.getByRole('region')
			.filter({ has: page.getByRole('group', { name: t('welcome:test.words') }) });
		await failure
			.getByRole('button', { name: t('failure:action.signIn'), exact: true })
			.last()
			.click();
		const dialog = page.getByRole('dialog', { name: t('access:signIn.title', { profile: 'work' }) });
		const opened = page.waitForEvent('popup');
		await dialog.getByRole('link', { name: t('access:signIn.open') }).click();
		await (await opened).close();
		await expect(dialog).toBeHidden();
		await welcome.ended('passed');
		await expectSteps(page, ['passed', 'passed', 'passed', 'passed']);
		await expect(page.getByText(t('welcome:machine.enough'))).toBeVisible();
		await expect(welcome.start).toBeFocused();
		expect(app.traffic()).not.toContain('SECRET-');
	},
);

signInTest(
	'who signs in from a row of the page has chosen it',
	async ({ launch, folders, practice, signIn, variables, t }) => {
		await writeSsoProfile(folders, practice);
		signIn.set({ refresh: false });
		const app = await launch({ firstRun: true, variables });
		const { page } = app;
		const welcome = welcomeOf(app, t);
		await page.getByRole('button', { name: `${t('welcome:choose.signIn')}: work` }).click();
		const opened = page.waitForEvent('popup');
		await page.getByRole('link', { name: t('access:signIn.open') }).click();
		await (await opened).close();
		await expect(welcome.way('work')).toBeChecked();
		await expect(welcome.way('work')).toBeFocused();
	},
);

test('a test call can be stopped', async ({ launch, practice, t }) => {
	const app = await launch({ firstRun: true });
	const { page } = app;
	const welcome = welcomeOf(app, t);
	await welcome.choose('personal');
	const held = practice.faults.arm({ kind: 'slow-first-byte' });
	await welcome.run.click();
	await held.reached;
	await expect(welcome.step('call')).toHaveAttribute('data-state', 'running');
	await page.getByRole('button', { name: t('welcome:test.stop'), exact: true }).click();
	await expect(page.getByText(t('welcome:test.stopped'))).toBeVisible();
	await expectSteps(page, ['passed', 'passed', 'passed', 'waiting']);
	practice.faults.clear();
	await welcome.again.click();
	await welcome.ended('passed');
});

test('it can be skipped, and comes back when it is asked for, as wide as the window is', async ({
	launch,
	folders,
	t,
}) => {
	const app = await launch({ firstRun: true, variables: await programs(folders, '1.45.11') });
	const { page } = app;
	const welcome = welcomeOf(app, t);
	await welcome.skip.click();
	const ui = uiOf(app, t);
	await expect(ui.composer).toBeFocused();
	await expect(welcome.heading).toBeHidden();

	await page.setViewportSize({ width: 900, height: 640 });
	await page.getByRole('button', { name: t('connections:welcome') }).click();
	await expect(welcome.heading).toBeFocused();
	await page.getByText(t('welcome:ways.show')).click();
	await expect(page.getByText('aws configure sso')).toBeVisible();
	await expect(page.getByText(t('welcome:machine.cliOld'))).toBeVisible();
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBe(0);
	await look(page, 'welcome-narrow');
	// It is not left by changing what new conversations begin with.
	await expect(welcome.skip).toBeHidden();
	await page.getByRole('button', { name: t('common:close'), exact: true }).click();
	await expect(ui.composer).toBeFocused();
	await expect(welcome.heading).toBeHidden();

	await page.getByRole('button', { name: t('settings:title'), exact: true }).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: t('connections:welcome') })
		.click();
	await expect(welcome.heading).toBeFocused();
	// Escape closes what is open on the page first, then the page.
	await page
		.getByLabel(new RegExp(`^${t('connections:model')}: `))
		.last()
		.click();
	await expect(page.getByRole('combobox', { name: t('connections:modelSearch') })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('combobox', { name: t('connections:modelSearch') })).toBeHidden();
	await expect(welcome.heading).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(welcome.heading).toBeHidden();
	await expect(ui.composer).toBeFocused();
});

test('an API key given on the page is taken on the page', async ({ launch, folders, practice, t }) => {
	const config = `[default]\nregion = eu-west-1\nendpoint_url = ${practice.endpoint}\n`;
	await writeFile(join(folders.home, '.aws/config'), config);
	const app = await launch({ firstRun: true });
	const { page } = app;
	const welcome = welcomeOf(app, t);
	// Without a choice there is no way past the page.
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: t('connections:addApiKey') }).click();
	await page.getByLabel(t('access:apiKey.key'), { exact: true }).fill(practice.apiKey);
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: t('access:apiKey.use') }).click();
	const key = welcome.way(t('connections:apiKey'));
	await expect(key).toBeChecked();
	await expect(key).toBeFocused();
	await look(page, 'welcome-api-key');
	await welcome.run.click();
	await welcome.ended('passed');
	await expectSteps(page, ['passed', 'passed', 'skipped', 'passed']);
});

test('the language is switched on the page, and stays', async ({ launch, t, language }) => {
	const app = await launch({ firstRun: true });
	const { page } = app;
	await expect(welcomeOf(app, t).heading).toBeVisible();
	const other = language === 'en' ? 'ja' : 'en';
	await page.getByRole('button', { name: other === 'ja' ? '日本語' : 'English', exact: true }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', other);
	await app.reload();
	const words = await wordsOf(other);
	await expect(welcomeOf(app, words).heading).toBeVisible();
	await welcomeOf(app, words).skip.click();
	await expect(uiOf(app, words).composer).toBeFocused();
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { startProxy } from '../helpers/test-proxy.ts';
import { CA_FILE, startTlsFront } from '../helpers/tls-front.ts';
import { dataFolderText } from './support/data-folder.ts';
import type { Folders } from './support/host.ts';
import { look } from './support/look.ts';
import { browserOf } from './support/model-browser.ts';
import type { OutsidePractice } from './support/practice.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const USER = 'mira';
const PASSWORD = 'Schiefer-7731';

/** AWS as a company sees it: behind its proxy, by certificates of its own authority. The profile is `company`. */
async function startCompany(folders: Folders, practice: OutsidePractice) {
	const front = await startTlsFront(Number(new URL(practice.endpoint).port));
	const proxy = await startProxy(front.port);
	const endpoint_url = `https://bedrock.test:${front.port}`;
	await writeFile(join(folders.home, '.aws/config'), practice.profile('company', { endpoint_url }));
	return {
		proxy,
		target: `bedrock.test:${front.port}`,
		[Symbol.asyncDispose]: async () => {
			await proxy.close();
			await front.close();
		},
	};
}

async function openNetwork(page: Page, t: Words): Promise<Locator> {
	await page.getByRole('button', { name: t('conversations:settings'), exact: true }).click();
	const network = page.getByRole('region', { name: t('settings:network') });
	await network.scrollIntoViewIfNeeded();
	return network;
}

test('a call goes through the proxy of the environment once the company’s authority is trusted', async ({
	launch,
	folders,
	practice,
	t,
}) => {
	await using company = await startCompany(folders, practice);
	const app = await launch({ variables: { HTTPS_PROXY: company.proxy.withUser(USER, PASSWORD) } });
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('company');
	await ui.askAndWait('Is anybody there?');
	await expect(ui.lastTurn).toContainText('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
	await look(page, 'network-not-trusted');

	// So does the browser of models, which has asked the account in vain.
	await page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:model')}: `))
		.first()
		.click();
	await page.getByRole('button', { name: t('models:browse') }).click();
	await page.getByRole('button', { name: t('models:networkSettings') }).click();
	const fromModels = page.getByRole('region', { name: t('settings:network') });
	await expect(fromModels.getByRole('heading')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(fromModels).toBeHidden();

	// The step of the explained failure leads to the part of the settings that helps.
	await ui.lastTurn.getByRole('button', { name: t('failure:action.network') }).click();
	const network = page.getByRole('region', { name: t('settings:network') });
	await expect(network.getByRole('heading')).toBeFocused();
	await expect(network).toBeInViewport();
	const route = { proxy: company.proxy.url, variable: 'HTTPS_PROXY', user: t('settings:route.withUser') };
	await expect(network.getByRole('status')).toHaveText(t('settings:route.environment', route));
	await network.getByLabel(t('settings:caBundle'), { exact: true }).fill(CA_FILE);
	await expect(network.getByRole('status')).toContainText(t('settings:trust.settings', { count: 1 }));
	await look(page, 'network');
	await page.keyboard.press('Escape');
	await expect(ui.composer).toBeFocused();

	company.proxy.behave('work');
	await ui.askAndWait('And now?');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	expect(company.proxy.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
		`CONNECT ${company.target}`,
	]);
	expect(`${app.traffic()}${app.log()}${dataFolderText(folders.data)}`).not.toContain(PASSWORD);
});

test('a proxy of the settings is used, and what is wrong with it is said', async ({ launch, folders, practice, t }) => {
	await using company = await startCompany(folders, practice);
	const app = await launch({ variables: { AWS_CA_BUNDLE: CA_FILE } });
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('company');

	const network = await openNetwork(page, t);
	await expect(network.getByRole('status')).toContainText(t('settings:trust.environment', { count: 1, path: CA_FILE }));
	await network.getByRole('radio', { name: t('settings:proxyOwn') }).click();
	await expect(network.getByRole('status')).toContainText(t('settings:route.missing'));
	const address = network.getByLabel(t('settings:proxyUrl'), { exact: true });
	await address.fill(company.proxy.withUser(USER, PASSWORD));
	await expect(network.getByRole('alert')).toHaveText(t('settings:invalid.proxy'));
	await look(page, 'network-proxy-invalid');
	await address.fill(company.proxy.url);
	await expect(network.getByRole('status')).toContainText(t('settings:route.settings', { proxy: company.proxy.url }));
	await page.keyboard.press('Escape');

	company.proxy.behave('407 Proxy Authentication Required');
	await ui.askAndWait('May I?');
	await expect(ui.lastTurn).toContainText(
		`The proxy ${company.proxy.url} refused the connection to ${company.target}: 407 Proxy Authentication Required`,
	);
	await look(page, 'network-proxy-refused');

	// The app's own practice endpoint needs no proxy, and no network.
	await ui.chooseConnection(t('connections:practice'));
	await ui.askAndWait('And in practice?');
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	expect(company.proxy.requests).toHaveLength(1);
});

test('a CA bundle that can’t be read is told in the settings and before a call', async ({ launch, practice, t }) => {
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	const network = await openNetwork(page, t);
	const bundle = network.getByLabel(t('settings:caBundle'), { exact: true });
	await bundle.fill('company.pem');
	await expect(network.getByRole('alert')).toHaveText(t('settings:invalid.path'));
	await bundle.fill('~/company.pem');
	const words = t('settings:trust.unreadable', { path: '~/company.pem', code: 'ENOENT' });
	await expect(network.getByRole('status')).toContainText(words);
	await look(page, 'network-ca-missing');
	await page.keyboard.press('Escape');
	await ui.chooseConnection('personal');
	await ui.askAndWait('Hello?');
	await expect(ui.lastTurn).toContainText(`${join(app.folders.home, 'company.pem')} can't be read: ENOENT`);
	expect(practice.endpoint).toContain('127.0.0.1');
});

const SECURE = `[profile secure]
region = eu-west-1
use_fips_endpoint = true
aws_access_key_id = AKIAEXAMPLE000000001
aws_secret_access_key = none
`;

/** Chooses a conversation's endpoints; leaves the place where they are chosen open. */
async function chooseEndpoint(page: Page, t: Words, fips: 'on' | 'off', dualStack: 'on' | 'off'): Promise<Locator> {
	await page.getByRole('button', { name: t('settings:parameters'), exact: true }).click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	for (const [what, choice] of [
		['fips', fips],
		['dualStack', dualStack],
	] as const) {
		await form
			.getByRole('radiogroup', { name: t(`settings:${what}`) })
			.getByRole('radio', { name: t(`settings:${choice}`), exact: true })
			.click();
	}
	return form;
}

test('FIPS and dual-stack lead to endpoints of their own', async ({ launch, folders, practice, t }) => {
	await using company = await startCompany(folders, practice);
	await writeFile(join(folders.home, '.aws/config'), SECURE);
	// Nothing leaves this machine: the proxy says what was asked for, and refuses.
	const app = await launch({ variables: { HTTPS_PROXY: company.proxy.url } });
	company.proxy.behave('403 Forbidden');
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('secure');
	await ui.askAndWait('By the profile?');
	await chooseEndpoint(page, t, 'off', 'on');
	await page.keyboard.press('Escape');
	await ui.askAndWait('Without FIPS, with IPv6?');
	const form = await chooseEndpoint(page, t, 'on', 'on');
	await look(page, 'endpoints');
	await form.getByLabel(t('settings:endpointUrl'), { exact: true }).fill('https://gateway.example');
	await expect(form.getByText(t('settings:endpointConflict'))).toBeVisible();
	await look(page, 'endpoints-conflict');
	await form.getByLabel(t('settings:endpointUrl'), { exact: true }).fill('');
	await expect(form.getByText(t('settings:endpointConflict'))).toBeHidden();
	await page.keyboard.press('Escape');
	await ui.askAndWait('With both?');
	expect(company.proxy.requests.map(({ target }) => target)).toEqual([
		'bedrock-runtime-fips.eu-west-1.amazonaws.com:443',
		'bedrock-runtime.eu-west-1.api.aws:443',
		'bedrock-runtime-fips.eu-west-1.api.aws:443',
	]);
});

test('what is asked beside the calls is asked at the same endpoints', async ({ launch, folders, practice, t }) => {
	await using company = await startCompany(folders, practice);
	await writeFile(join(folders.home, '.aws/config'), SECURE);
	const app = await launch({ variables: { HTTPS_PROXY: company.proxy.url } });
	company.proxy.behave('403 Forbidden');
	const { page } = app;
	const ui = uiOf(app, t);
	const models = browserOf(app, t);
	const hosts = () => [...new Set(company.proxy.requests.map(({ target }) => target.replace(/:443$/, '')))];
	const picker = page.getByRole('main').getByLabel(new RegExp(`^${t('connections:connection')}: `));
	await ui.chooseConnection('secure');
	await models.open();
	await expect(models.source).toHaveAttribute('data-state', 'refused');
	expect(hosts()).toEqual(['bedrock-fips.eu-west-1.amazonaws.com']);
	await page.keyboard.press('Escape');

	// Another endpoint has lists of its own.
	company.proxy.behave('403 Forbidden');
	await chooseEndpoint(page, t, 'off', 'on');
	await page.keyboard.press('Escape');
	await models.open();
	await expect.poll(hosts).toEqual(['bedrock.eu-west-1.api.aws']);
	await page.keyboard.press('Escape');

	company.proxy.behave('403 Forbidden');
	await picker.click();
	await page.getByRole('button', { name: t('connections:whoAmI') }).click();
	await expect(page.getByRole('dialog', { name: t('access:whoAmI.title') }).getByRole('alert')).toBeVisible();
	expect(hosts()).toEqual(['sts.eu-west-1.api.aws']);
	await page.keyboard.press('Escape');

	// What new conversations begin with is what is tested.
	company.proxy.behave('403 Forbidden');
	await picker.click();
	const choices = page.getByRole('dialog', { name: t('connections:connection') });
	await choices.getByRole('button', { name: t('connections:useForNew') }).click();
	await choices.getByRole('button', { name: t('connections:welcome') }).click();
	await page.getByRole('button', { name: t('welcome:test.run'), exact: true }).click();
	await expect(page.locator('[data-welcome]')).toHaveAttribute('data-welcome', 'failed');
	expect(hosts()).toEqual(['sts.eu-west-1.api.aws', 'bedrock-runtime.eu-west-1.api.aws']);
});

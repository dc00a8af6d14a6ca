import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const MODEL = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const ACTION = 'bedrock:InvokeModelWithResponseStream';

/** A denial in IAM's form, of the model in a region. */
function denied(region: string, reason: string) {
	return {
		kind: 'refused',
		exception: 'AccessDeniedException',
		message: `User: arn:aws:sts::111122223333:assumed-role/learner/me is not authorized to perform: ${ACTION} on resource: arn:aws:bedrock:${region}::foundation-model/${MODEL}${reason}`,
	} as const;
}

test('a denial in a region that the profile routes to comes with the least policy for this call', async ({
	launch,
	practice,
	t,
}) => {
	practice.faults.arm(denied('eu-north-1', ` because no identity-based policy allows the ${ACTION} action`));
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('May I?');
	const card = app.page.getByRole('region', { name: t('failure:routed-region-denied.title') });
	await expect(card).toContainText('eu-north-1');
	await expect(card).toContainText('role/learner');
	await expect(card).toContainText(`:111122223333:inference-profile/eu.${MODEL}`);
	await expect(card).toContainText(t('failure:notRetried'));
	const copy = card.getByRole('button', { name: t('failure:action.policy') });
	// The main button of a view is the one in bold.
	await expect(copy).toHaveCSS('font-weight', '600');
	await look(app.page, 'denied');
	await copy.click();
	await expect(card.getByRole('button', { name: t('common:copied') })).toBeVisible();
	const { Statement } = JSON.parse(await app.clipboard());
	expect(Statement).toHaveLength(1);
	expect(Statement[0]).toMatchObject({ Effect: 'Allow', Action: ACTION });
	expect(Statement[0].Resource).toContain(`arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.${MODEL}`);
	expect(Statement[0].Resource).toContain(`arn:aws:bedrock:eu-north-1::foundation-model/${MODEL}`);
});

test('no policy is offered against the organization’s, only who can change it', async ({ launch, practice, t }) => {
	practice.faults.arm(denied('eu-west-1', ' with an explicit deny in a service control policy'));
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('May I?');
	const card = app.page.getByRole('region', { name: t('failure:scp-denied.title') });
	await expect(card).toContainText(t('failure:step.ask-organization'));
	await expect(card).toContainText(t('failure:likely', { count: 1 }));
	await expect(card.getByRole('button', { name: t('failure:action.policy') })).toHaveCount(0);
	// What helps is done elsewhere: neither another way nor the same call is put first.
	for (const name of ['connection', 'practice', 'retry'] as const) {
		await expect(card.getByRole('button', { name: t(`failure:action.${name}`), exact: true })).not.toHaveCSS(
			'font-weight',
			'600',
		);
	}
	await look(app.page, 'denied-scp');
	await ui.callAgain(() => card.getByRole('button', { name: t('failure:action.practice') }).click());
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
});

test('a throttled call is given up after its attempts, and asked again without retyping', async ({
	launch,
	practice,
	t,
}) => {
	practice.faults.arm({ kind: 'throttled', reason: 'tokens' }, 3);
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Patience.');
	const card = app.page.getByRole('region', { name: t('failure:throttled-tokens.title') });
	await expect(card).toContainText(t('failure:attempts', { count: 3 }));
	await expect(card).toContainText('429 ThrottlingException');
	await expect(card).not.toContainText(t('failure:notRetried'));
	await look(app.page, 'throttled');
	const retry = card.getByRole('button', { name: t('failure:action.retry'), exact: true });
	await expect(retry).toHaveCSS('font-weight', '600');
	await ui.callAgain(() => retry.click());
	await expect(ui.lastTitle).toBeVisible();
	expect(await ui.requestJson()).toMatchObject({ messages: [{ role: 'user', content: [{ text: 'Patience.' }] }] });
});

test('max tokens over the limit are lowered to it, and the call is made again', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	await ui.chooseModel('amazon.nova-lite-v1:0');
	await page.getByRole('button', { name: /^max tokens [\d,]+$/ }).click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByRole('textbox', { name: t('settings:maxTokens') }).fill('20000');
	await page.keyboard.press('Escape');
	await expect(form).toBeHidden();
	await ui.askAndWait('A lot, please.');
	const card = page.getByRole('region', { name: t('failure:max-tokens-too-high.title') });
	await expect(card).toContainText(t('failure:step.lower-max-tokens-to', { limit: '10,000' }));
	await look(page, 'max-tokens');
	await ui.callAgain(() => card.getByRole('button', { name: t('failure:action.lowerMaxTokens') }).click());
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	expect(await ui.requestJson()).toMatchObject({ inferenceConfig: { maxTokens: 10000 } });
});

test('what a model no longer takes is left out at a press', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	await ui.chooseModel('us.anthropic.claude-opus-5-5');
	await page.getByRole('button', { name: /^max tokens [\d,]+$/ }).click();
	const form = page.getByRole('dialog', { name: t('settings:parametersFor') });
	await form.getByRole('textbox', { name: t('settings:temperature') }).fill('0.5');
	// Each of two is told apart, and so is what leaves it out.
	await form.getByRole('textbox', { name: t('settings:topP') }).fill('0.9');
	for (const name of ['temperature', 'topP'] as const) {
		const setting = t(`request:setting.${name}`);
		await expect(form.getByText(t('request:refused.samplingNone', { setting }))).toBeVisible();
	}
	const setting = t('request:setting.topP');
	await form.getByRole('button', { name: t('request:remedy.leaveOutNamed', { setting }) }).click();
	await expect(form.getByRole('textbox', { name: t('settings:topP') })).toHaveValue('');
	await page.keyboard.press('Escape');
	await expect(form).toBeHidden();
	await ui.askAndWait('Warmer?');
	const title = t('failure:parameter-deprecated.title', { field: 'temperature' });
	const card = page.getByRole('region', { name: title });
	await ui.callAgain(() => card.getByRole('button', { name: t('failure:action.leaveOut') }).click());
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	expect(await ui.copiedBody('request')).not.toContain('temperature');
});

test('a page of AWS’s console is a link, wherever the app runs', async ({ launch, practice, t }) => {
	practice.faults.arm({ kind: 'access-denied' });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('May I?');
	const card = app.page.getByRole('region', { name: t('failure:model-access.title') });
	await expect(card.getByRole('link', { name: t('failure:action.console') })).toHaveAttribute(
		'href',
		'https://console.aws.amazon.com/bedrock/home?region=eu-west-1#/model-catalog',
	);
	await look(app.page, 'model-access');
});

test('FIPS together with an endpoint URL is explained, and leads to where they are set', async ({
	launch,
	folders,
	practice,
	t,
}) => {
	const profile = `[profile secure]\nregion = eu-west-1\nuse_fips_endpoint = true\nendpoint_url = ${practice.endpoint}\n`;
	const keys = 'aws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = none\n';
	await writeFile(join(folders.home, '.aws/config'), profile + keys);
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('secure');
	await ui.askAndWait('Both?');
	const card = app.page.getByRole('region', { name: t('failure:endpoint-conflict.title') });
	await expect(card).toContainText(t('failure:noRequest'));
	await look(app.page, 'endpoint-conflict');
	const parameters = card.getByRole('button', { name: t('failure:action.parameters') });
	await expect(parameters).toHaveCSS('font-weight', '600');
	await parameters.click();
	await expect(app.page.getByRole('radiogroup', { name: t('settings:fips') })).toBeVisible();
});

test('an API key that AWS does not accept leads to where it is given', async ({ launch, folders, practice, t }) => {
	const config = `[default]\nregion = eu-west-1\nendpoint_url = ${practice.endpoint}\n`;
	await writeFile(join(folders.home, '.aws/config'), config);
	practice.faults.arm({
		kind: 'refused',
		exception: 'AccessDeniedException',
		message: 'Authentication failed: Please make sure your API Key is valid.',
	});
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	const place = page.getByRole('dialog', { name: t('access:apiKey.title') });
	await page
		.getByRole('main')
		.getByLabel(new RegExp(`^${t('connections:connection')}: `))
		.click();
	await page.getByRole('button', { name: t('connections:addApiKey') }).click();
	await place.getByLabel(t('access:apiKey.key'), { exact: true }).fill(practice.apiKey);
	await place.getByRole('button', { name: t('access:apiKey.save'), exact: true }).click();
	await place.getByRole('button', { name: t('access:apiKey.use') }).click();
	await ui.askAndWait('With this key?');
	const card = page.getByRole('region', { name: t('failure:api-key-invalid.title') });
	await look(page, 'api-key-refused');
	await card.getByRole('button', { name: t('failure:action.apiKey') }).click();
	await expect(place.getByLabel(t('access:apiKey.replace'), { exact: true })).toHaveValue('');
	await expect(place.getByRole('button', { name: t('access:apiKey.use') })).toHaveCount(0);
});

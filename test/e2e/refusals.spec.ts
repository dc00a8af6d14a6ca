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
	await look(app.page, 'denied-scp');
	await card.getByRole('button', { name: t('failure:action.practice') }).click();
	await ui.settled();
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
	await retry.click();
	await ui.settled();
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
	await card.getByRole('button', { name: t('failure:action.lowerMaxTokens') }).click();
	await ui.settled();
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
	await page.keyboard.press('Escape');
	await expect(form).toBeHidden();
	await ui.askAndWait('Warmer?');
	const title = t('failure:parameter-deprecated.title', { field: 'temperature' });
	const card = page.getByRole('region', { name: title });
	await card.getByRole('button', { name: t('failure:action.leaveOut') }).click();
	await ui.settled();
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

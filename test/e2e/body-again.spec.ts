import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultRequestSettings } from '../../src/shared/model/settings.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

test('an earlier call is sent again with its own model, operation and headers, and says so before', async ({
	launch,
	folders,
	t,
}) => {
	const guardrail = { identifier: 'practice-guardrail', version: '1', trace: 'enabled' } as const;
	const defaults = {
		...defaultRequestSettings,
		operation: 'InvokeModel',
		guardrail: { ...guardrail, streamProcessingMode: null, questionOnly: false, system: false },
		serviceTier: 'flex',
	};
	await mkdir(folders.data, { recursive: true });
	await writeFile(join(folders.data, 'settings.json'), JSON.stringify({ welcomed: true, defaults }));
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	const dialog = page.getByRole('dialog', { name: new RegExp(`^(${t('editor:title')}|${t('editor:titleAgain')})$`) });
	const headers = dialog.getByRole('group', { name: t('editor:headers') });
	const bedrock = async () => {
		const section = ui.inspector.getByRole('row', { name: /^x-amzn-bedrock-/i });
		return (await section.allTextContents()).filter((text) => !/accept/i.test(text)).map((text) => text.toLowerCase());
	};

	// What stands in the composer goes with what is set.
	await ui.composer.fill('Hello');
	await page.keyboard.press('ControlOrMeta+Shift+E');
	await expect(headers).toContainText('x-amzn-bedrock-guardrailidentifier: practice-guardrail');
	await expect(headers).toContainText('x-amzn-bedrock-service-tier: flex');
	await page.keyboard.press('Escape');
	await ui.askAndWait('Hello');
	await ui.openTab('request');
	await ui.inspector
		.locator('summary')
		.filter({ hasText: new RegExp(`^${t('inspector:headers')}`) })
		.click();
	await expect.poll(async () => (await bedrock()).length).toBe(4);
	const then = await bedrock();

	await page.getByRole('button', { name: t('settings:parameters'), exact: true }).click();
	await page.getByRole('button', { name: t('request:all') }).click();
	const settings = page.getByRole('dialog', { name: t('request:titleFor.conversation') });
	await settings.getByRole('tab', { name: new RegExp(`^${t('request:section.more')}`) }).click();
	await settings
		.locator('[data-setting="serviceTier"]')
		.getByRole('radio', { name: t('request:tier.priority'), exact: true })
		.click();
	await page.keyboard.press('Escape');
	await expect(settings).toBeHidden();
	await ui.chooseOperation('Converse');
	await ui.chooseModel('amazon.nova-lite-v1:0');

	await ui.inspector.getByRole('button', { name: t('editor:again'), exact: true }).click();
	await expect(dialog).toContainText(t('editor:asThen'));
	await expect(dialog).toContainText('InvokeModel');
	await expect(headers).toContainText('x-amzn-bedrock-service-tier: flex');
	await look(page, 'body-again');
	await dialog.getByRole('button', { name: t('editor:send'), exact: true }).click();
	await expect(dialog).toHaveCount(0);
	await ui.settled();
	await expect(page.locator('[data-turn-id]')).toHaveCount(2);
	await expect.poll(bedrock).toEqual(then);
});

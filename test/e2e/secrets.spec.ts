import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolderText } from './support/data-folder.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const token = 'PlantedSessionToken0123456789/abcdefghijklmnop+qrstuv==';

test('secrets are in no page, no message to the window, no file and no log', async ({
	launch,
	folders,
	practice,
	t,
}) => {
	const sent = new Set<string>();
	practice.onExchange(({ requestHeaders }) => {
		for (const [, value] of requestHeaders) sent.add(value);
	});
	const profiles = practice.profile('personal') + practice.profile('temporary', { aws_session_token: token });
	await writeFile(join(folders.home, '.aws/config'), profiles);
	const app = await launch({
		variables: {
			AWS_BEARER_TOKEN_BEDROCK: practice.apiKey,
			AWS_ENDPOINT_URL_BEDROCK_RUNTIME: practice.endpoint,
			AWS_REGION: 'us-east-1',
		},
	});
	const ui = uiOf(app, t);
	for (const name of [t('connections:environmentApiKey'), 'personal', 'temporary']) {
		await ui.chooseConnection(name);
		await ui.askAndWait(`With ${name}.`);
	}
	await ui.inspector.getByRole('tab', { name: t('inspector:tab.request') }).click();
	await ui.inspector.getByText(t('inspector:headers'), { exact: false }).first().click();
	await expect(ui.inspector.getByRole('row', { name: /^x-amz-security-token /i })).toBeVisible();
	await ui.inspector.getByText(t('signature:title'), { exact: true }).click();
	await expect(ui.inspector.getByRole('cell', { name: /^x-amz-security-token:/ })).toBeVisible();
	const pages = await app.page.content();
	await app.restart();

	const signatures = [...sent].flatMap((value) => /Signature=([0-9a-f]{64})/.exec(value)?.[1] ?? []);
	expect(signatures.length).toBeGreaterThan(1);
	expect([...sent]).toContain(token);
	expect([...sent]).toContain(`Bearer ${practice.apiKey}`);
	const places = { page: pages, traffic: app.traffic(), files: dataFolderText(folders.data), log: app.log() };
	// They do hold what is no secret: otherwise nothing was looked at.
	expect(places.page).toContain('SignedHeaders=');
	expect(places.files).toContain('With temporary.');
	for (const secret of [practice.secretAccessKey, token, practice.apiKey, ...signatures]) {
		for (const [place, text] of Object.entries(places))
			expect(text.includes(secret), `${secret} in ${place}`).toBe(false);
	}
});

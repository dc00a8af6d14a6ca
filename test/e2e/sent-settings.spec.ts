import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultAppSettings } from '../../src/shared/model/app-settings.ts';
import type { RequestSettings } from '../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../src/shared/model/settings.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import type { Ui } from './support/ui.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

const question = { en: 'What lies under a desert?', ja: '砂漠の下には何がありますか。' };
const system = { en: 'Answer like a geologist, in two sentences.', ja: '地質学者のように、2 文で答えてください。' };

/** What a new conversation begins with. */
async function plant(folder: string, defaults: Partial<RequestSettings>): Promise<void> {
	await mkdir(folder, { recursive: true });
	const settings = { ...defaultAppSettings, welcomed: true, defaults: { ...defaultRequestSettings, ...defaults } };
	await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
}

/** The section of the Request tab, its rows by setting, and what the app added by its place. */
function sentIn({ inspector }: Ui, t: Words) {
	const section = inspector.locator('details').filter({ hasText: t('sent:title') });
	return {
		section,
		summary: section.locator('summary'),
		row: (what: string) => section.locator(`tr[data-what="${what}"]`),
		added: (place: string) => section.locator('tr[data-status="added"]').filter({ hasText: place }),
		place: (place: string) => section.getByRole('button', { name: t('sent:goTo', { place }), exact: true }),
		strip: inspector.getByRole('region', { name: t('explain:title') }),
	};
}

test('a prompt that knows no system prompt and no tools: what became of each setting, and where it stands', async ({
	launch,
	folders,
	language,
	t,
}) => {
	await plant(folders.data, {
		modelId: 'amazon.titan-text-express-v1',
		operation: 'InvokeModel',
		system: system[language],
		temperature: 0.5,
		topK: 40,
		stopSequences: ['\n\nUser:'],
		tools: [
			{ name: 'calculator', description: '', inputSchema: '{"type":"object"}', strict: null, builtIn: 'calculator' },
		],
		maxTokens: 20,
	});
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.askAndWait(question[language]);
	await ui.openTab('request');
	const { summary, row, added, place, strip, section } = sentIn(ui, t);
	await expect(summary).toContainText(t('sent:notSame', { count: 3 }));
	await summary.click();

	await expect(row('system')).toHaveAttribute('data-status', 'differs');
	await expect(row('system')).toContainText(t('sent:reason.inText'));
	await expect(row('system').getByText(system[language], { exact: true })).toBeVisible();
	await expect(row('topK')).toHaveAttribute('data-status', 'unsent');
	await expect(row('topK')).toContainText(t('sent:reason.noPlace'));
	await expect(row('tools')).toContainText('calculator');
	await expect(row('tools')).toContainText(t('sent:notSent'));
	await expect(row('temperature')).toHaveAttribute('data-status', 'same');
	await expect(row('maxTokens')).toContainText(t('sent:reason.always'));
	await expect(added('content-type')).toContainText(t('sent:reason.contentType'));
	await expect(section).toContainText(t('sent:talk.kind.titan-text'));
	await look(app.page, 'sent-settings');

	// A place leads to the body, and is explained there; one in a header opens the headers.
	await place('textGenerationConfig.temperature').click();
	await expect(strip).toContainText('textGenerationConfig › temperature');
	await expect(ui.inspector.locator('.cm-explained')).toHaveText('"temperature"');
	await expect(ui.inspector.locator('.cm-explained')).toBeInViewport();
	await look(app.page, 'sent-settings-place');
	await place(t('sent:header', { name: 'content-type' })).click();
	await expect(ui.inspector.getByRole('row', { name: /^content-type / })).toBeFocused();
	await expect(strip).toContainText('content-type');

	// Titan can't go on inside of an answer: the app asks for the rest, and says so.
	await ui.callAgain(() =>
		ui.lastAnswer.getByRole('button', { name: t('continuation:continue'), exact: true }).click(),
	);
	await expect(section).toContainText(t('sent:talk.state.asked'));
	await expect(section.locator('blockquote')).not.toBeEmpty();
	await app.page.setViewportSize({ width: 900, height: 1000 });
	// Where it would lie over the chat it closes, and is opened again.
	await expect(ui.inspector).toBeHidden();
	await app.page.keyboard.press('ControlOrMeta+i');
	await summary.scrollIntoViewIfNeeded();
	await look(app.page, 'sent-settings-narrow');
});

test('Claude through InvokeModel and Converse: the same settings, each in its own place, and a body by hand', async ({
	launch,
	folders,
	language,
	t,
}) => {
	await plant(folders.data, {
		operation: 'InvokeModel',
		system: system[language].repeat(12),
		topK: 40,
		cache: { system: true, tools: false, messages: false, ttl: '1h' },
		guardrail: {
			identifier: 'practice-guardrail',
			version: '1',
			trace: 'enabled',
			streamProcessingMode: 'sync',
			questionOnly: true,
			system: false,
		},
		additionalFields: '{"top_k":5}',
	});
	const app = await launch();
	await app.page.setViewportSize({ width: 1600, height: 1100 });
	const ui = uiOf(app, t);
	await ui.askAndWait(question[language]);
	await ui.openTab('request');
	const { summary, row, added, section } = sentIn(ui, t);
	await summary.click();
	await expect(row('topK')).toContainText(t('sent:reason.overridden'));
	await expect(row('system')).toHaveAttribute('data-status', 'same');
	await expect(row('guardrail.streamProcessingMode')).toContainText(t('sent:reason.notStreaming'));
	await expect(row('guardrail.questionOnly')).toContainText(t('sent:reason.noPlace'));
	await expect(row('guardrail.trace')).toContainText(t('sent:reason.spelled'));
	await expect(row('guardrail.trace')).toContainText('X-Amzn-Bedrock-Trace', { ignoreCase: true });
	await expect(added('anthropic_version')).toContainText(t('sent:reason.version'));
	await look(app.page, 'sent-settings-claude');

	await ui.chooseOperation('ConverseStream');
	await ui.askAndWait(question[language]);
	await expect(row('guardrail.questionOnly')).toHaveAttribute('data-status', 'same');
	await expect(row('guardrail.streamProcessingMode')).toHaveAttribute('data-status', 'same');
	await expect(row('topK')).toContainText('additionalModelRequestFields.top_k');
	await expect(added('anthropic_version')).toHaveCount(0);
	await expect(section).toContainText(t('sent:talk.messages', { count: 3, formatted: '3' }));
	await look(app.page, 'sent-settings-converse');

	await ui.composer.fill(question[language]);
	await app.page
		.getByRole('main')
		.getByRole('button', { name: t('editor:open') })
		.click();
	const editor = app.page.getByRole('dialog', { name: t('editor:title') });
	await app.page.evaluate((text) => navigator.clipboard.writeText(text), '{"messages":[],"odd":1}');
	await editor.getByRole('textbox', { name: t('editor:label') }).focus();
	await app.page.keyboard.press('ControlOrMeta+a');
	await app.page.keyboard.press('ControlOrMeta+v');
	await editor.getByRole('button', { name: t('editor:sendAnyway'), exact: true }).click();
	await expect(editor).toHaveCount(0);
	await ui.settled();
	// Of a refusal the response is what is shown first.
	await ui.openTab('request');
	await expect(summary).toContainText(t('sent:status.byHand'));
	await expect(section).toContainText(t('sent:edited'));
	await expect(section.locator('tr[data-status="byHand"]').filter({ hasText: 'odd' })).toBeVisible();
	await look(app.page, 'sent-settings-by-hand');
});

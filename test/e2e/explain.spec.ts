import type { Locator } from '@playwright/test';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import type { Ui } from './support/ui.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

function stripOf(ui: Ui, t: Words): Locator {
	return ui.inspector.getByRole('region', { name: t('explain:title') });
}

/** The line of the shown body that has a text. */
function line(ui: Ui, text: string): Locator {
	return ui.inspector.locator('.cm-line').filter({ hasText: text }).first();
}

test('a field of the request is explained by pointer, by caret and with F1', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.askAndWait('What is this field?');
	await ui.openTab('request');
	const strip = stripOf(ui, t);
	await expect(strip).toContainText(t('explain:idle'));
	await look(app.page, 'explain-idle');

	await line(ui, 'maxTokens').hover();
	await expect(strip).toContainText('inferenceConfig › maxTokens');
	await expect(strip).toContainText(`1024 ${t('fields:units.tokens')}`);
	await expect(strip).toContainText(t('fields:InferenceConfiguration.maxTokens'));
	await expect(strip).toContainText(t('explain:limits', { limits: t('fields:limits.atLeastOneAndModel') }));
	const docs = strip.getByRole('link', { name: t('explain:awsDocs') });
	await expect(docs).toHaveAttribute('href', /^https:\/\/docs\.aws\.amazon\.com\/bedrock\//);
	// Nothing is read out that was only pointed at.
	const live = strip.locator('[aria-live]');
	await expect(live).toBeEmpty();
	await look(app.page, 'explain-field');

	// What was clicked is come back to when the pointer has left, so that the link can be reached.
	await line(ui, '"role"').click();
	await expect(strip).toContainText('messages[0] › role');
	await line(ui, 'maxTokens').hover();
	await expect(strip).toContainText('inferenceConfig › maxTokens');
	await strip.hover();
	await expect(strip).toContainText('messages[0] › role');

	await app.page.keyboard.press('ArrowDown');
	await app.page.keyboard.press('ArrowDown');
	await expect(live).toContainText(t('fields:Message.content'));
	await app.page.keyboard.press('F1');
	await expect(strip.getByRole('button', { name: t('explain:unpin') })).toHaveAttribute('aria-pressed', 'true');
	await app.page.keyboard.press('ArrowDown');
	await line(ui, 'maxTokens').hover();
	await expect(strip).toContainText('messages[0] › content');
	await look(app.page, 'explain-pinned');
	await app.page.keyboard.press('Escape');
	await expect(strip.getByRole('button', { name: t('explain:pin') })).toBeVisible();
});

test('a header and the parts of the signature are explained, by pointer and by arrow keys', async ({
	launch,
	practice,
	t,
}) => {
	const seen: string[] = [];
	practice.onExchange(({ requestHeaders }) => {
		seen.push(requestHeaders.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '');
	});
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Who signed this?');
	await ui.openTab('request');
	const strip = stripOf(ui, t);
	await ui.inspector.getByText(t('inspector:headers'), { exact: false }).first().click();
	await ui.inspector.getByRole('row', { name: /^amz-sdk-invocation-id / }).hover();
	await expect(strip).toContainText(`${t('explain:root.requestHeader')} › amz-sdk-invocation-id`);
	const first = ui.inspector.getByRole('row', { name: /^content-type / });
	await first.focus();
	await expect(strip).toContainText(`${t('explain:root.requestHeader')} › content-type`);
	await app.page.keyboard.press('End');
	await app.page.keyboard.press('ArrowUp');
	await expect(strip).toContainText(`${t('explain:root.requestHeader')} › authorization`);
	await look(app.page, 'explain-header');
	await ui.inspector.getByText(t('inspector:headers'), { exact: false }).first().click();

	await ui.inspector.getByText(t('signature:title'), { exact: true }).click();
	await expect(ui.inspector.getByText(t('signature:matches'))).toBeVisible();
	const header = ui.inspector.getByRole('region', { name: t('signature:headerTitle') });
	const [, scope = '', signed = '', signature = ''] =
		/Credential=[^/]+\/(\S+), SignedHeaders=(\S+), Signature=(\S+)$/.exec(seen[0] ?? '') ?? [];
	await expect(header.getByRole('row').filter({ hasText: signed })).toHaveCount(1);
	await expect(header.getByRole('row').last()).toContainText(signature.slice(0, 4));
	expect(await app.page.content()).not.toContain(signature);
	const date = header.getByRole('row').filter({ hasText: scope.slice(0, 8) });
	await date.hover();
	await expect(strip).toContainText(t('fields:Credential.date'));
	await look(app.page, 'explain-signature-header');
	const canonical = ui.inspector.getByRole('region', { name: t('signature:canonicalTitle') });
	await canonical.getByRole('row').filter({ hasText: '%253A0' }).hover();
	await expect(strip).toContainText(t('fields:CanonicalRequest.path'));
	await canonical.scrollIntoViewIfNeeded();
	await look(app.page, 'explain-signature-canonical');
	const last = ui.inspector.getByText(t('signature:fits'));
	await last.scrollIntoViewIfNeeded();
	await expect(last).toBeVisible();
	await look(app.page, 'explain-signature-end');
});

test('in a frame its headers, its payload, the model’s own JSON and its bytes are explained', async ({ app, t }) => {
	const ui = uiOf(app, t);
	await ui.chooseOperation('InvokeModelWithResponseStream');
	await ui.askAndWait('And in a frame?');
	await ui.openTab('stream');
	const strip = stripOf(ui, t);
	await ui.inspector.locator('tr[aria-level="1"]').first().click();
	await ui.inspector.getByText(':event-type', { exact: true }).first().hover();
	await expect(strip).toContainText(`${t('explain:root.frameHeader')} › :event-type`);
	await expect(strip).toContainText(t('fields:FrameHeaders.eventType'));
	await look(app.page, 'explain-frame-header');
	const payload = ui.inspector.getByRole('region', { name: t('inspector:payload'), exact: true });
	const toLastField = async (content: Locator) => {
		await content.locator('.cm-content').focus();
		await app.page.keyboard.press('ControlOrMeta+End');
		await app.page.keyboard.press('ArrowUp');
	};
	await toLastField(payload);
	await expect(strip).toContainText('chunk › p');
	await expect(strip).toContainText(t('fields:EventPadding.p'));
	const chunk = ui.inspector.getByRole('region', { name: t('inspector:chunk') });
	await toLastField(chunk);
	await expect(strip).toContainText(`${t('explain:root.chunk')} › message`);
	await look(app.page, 'explain-chunk');
	const bytes = ui.inspector.getByRole('region', { name: t('inspector:byteByByte') });
	await bytes.getByRole('option').first().hover();
	await expect(strip).toContainText(`${t('explain:root.frame')} › ${t('inspector:field.totalLength')}`);
	await expect(strip).toContainText(t('fields:Frame.totalLength'));
});

test('the body of a refusal is explained; in one line where that is wanted, also after a restart', async ({
	launch,
	practice,
	t,
}) => {
	practice.faults.arm({ kind: 'access-denied' });
	const app = await launch({
		variables: {
			AWS_BEARER_TOKEN_BEDROCK: practice.apiKey,
			AWS_ENDPOINT_URL_BEDROCK_RUNTIME: practice.endpoint,
			AWS_REGION: 'us-east-1',
		},
	});
	const ui = uiOf(app, t);
	await ui.chooseConnection(t('connections:environmentApiKey'));
	await ui.askAndWait('May I?');
	await ui.openTab('response');
	const strip = stripOf(ui, t);
	await line(ui, '"message"').click();
	await expect(strip).toContainText(`${t('explain:root.error')} › message`);
	await expect(strip).toContainText(t('fields:ErrorBody.message'));
	await strip.getByRole('button', { name: t('explain:fold') }).click();
	await expect(strip).toHaveCSS('height', /^3\d(\.\d+)?px$/);
	await expect(strip).toContainText(t('fields:ErrorBody.message'));
	await look(app.page, 'explain-folded');
	await app.restart();
	const again = uiOf(app, t);
	await again.conversations.getByText('May I?').click();
	await expect(stripOf(again, t).getByRole('button', { name: t('explain:unfold') })).toBeVisible();
	// F1 opens it with what it keeps.
	await again.openTab('request');
	await again.inspector.getByText(t('signature:none')).click();
	await expect(stripOf(again, t)).toContainText(t('fields:Authorization.bearer'));
	await look(app.page, 'explain-bearer');
	await line(again, 'maxTokens').click();
	await app.page.keyboard.press('F1');
	await expect(stripOf(again, t).getByRole('button', { name: t('explain:unpin') })).toBeVisible();
	await expect(stripOf(again, t).getByRole('button', { name: t('explain:fold') })).toBeVisible();
	await app.page.keyboard.press('Escape');
	await app.page.setViewportSize({ width: 900, height: 700 });
	// There it lies over the chat, and is not open by itself.
	await expect(again.inspector).toBeHidden();
	await app.page.keyboard.press('ControlOrMeta+i');
	await again.openTab('response');
	await line(again, '"message"').click();
	await expect(stripOf(again, t)).toContainText(t('fields:ErrorBody.message'));
	await look(app.page, 'explain-900');
});

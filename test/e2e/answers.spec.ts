import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { look } from './support/look.ts';
import type { ScriptedEvent } from './support/scripted-bedrock.ts';
import { converseAnswer, converseDelta, converseEnd, plantScripted } from './support/scripted-bedrock.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const words = {
	en: {
		question: 'Why do frogs sing at night?',
		first: 'At night the air is cool and humid, ',
		rest: 'and fewer animals hunt by sight.',
		facts: ['Frogs breathe through their skin, too.', ' It must not dry out.', ' **So they sing in the dark.**'],
		source: 'Amphibians of Japan',
		quote: 'Their skin loses water quickly in dry air.',
		blocked: 'Sorry, this assistant does not talk about investing.',
		refused: 'I can’t help with that.',
	},
	ja: {
		question: 'カエルはなぜ夜に鳴くのですか？',
		first: '夜は空気が涼しく湿っていて、',
		rest: '目で獲物を探す天敵も少ないからです。',
		facts: ['カエルは皮膚でも呼吸します。', '乾かないことが大切です。', '**だから暗いうちに鳴きます。**'],
		source: '日本の両生類',
		quote: '皮膚からは乾いた空気の中で水分が急速に失われる。',
		blocked: '申し訳ありません。このアシスタントは投資の話題を扱いません。',
		refused: 'その内容にはお答えできません。',
	},
};

test('sources, a guardrail’s trace and odd ends are shown for what they are', async ({
	folders,
	launch,
	t,
	language,
}) => {
	const said = words[language];
	await using service = await plantScripted(folders, { operation: 'Converse' });
	const [first = '', second = '', third = ''] = said.facts;
	const citation = (start: number) => ({
		title: said.source,
		sourceContent: [{ text: said.quote }],
		location: { documentPage: { documentIndex: 0, start, end: start + 1 } },
	});
	service.script(
		converseAnswer(
			[
				{ citationsContent: { content: [{ text: first }], citations: [citation(12)] } },
				{ citationsContent: { content: [{ text: second }], citations: [citation(12), citation(31)] } },
				{ text: third },
			],
			'end_turn',
		),
		converseAnswer([{ text: said.blocked }], 'guardrail_intervened', {
			trace: {
				guardrail: {
					inputAssessment: {
						gr1: {
							topicPolicy: { topics: [{ name: 'Investing', type: 'DENY', action: 'BLOCKED' }] },
							sensitiveInformationPolicy: {
								piiEntities: [{ type: 'EMAIL', match: 'frog@example.com', action: 'ANONYMIZED' }],
							},
							contentPolicy: {
								filters: [{ type: 'INSULTS', confidence: 'LOW', filterStrength: 'HIGH', action: 'NONE' }],
							},
						},
					},
				},
			},
		}),
		converseAnswer([{ text: said.refused }], 'content_filtered'),
		converseAnswer([{ text: '' }], 'model_context_window_exceeded'),
		converseAnswer([{ text: said.first }], 'something_new'),
	);
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait(said.question);
	const marks = ui.lastAnswer.locator('[data-mark]');
	await expect(marks).toHaveText(['1', '1', '2']);
	await expect(ui.lastAnswer.locator('strong')).toHaveText(third.replaceAll('*', '').trim());
	const sources = ui.lastAnswer.locator('[data-sources]');
	await expect(sources.getByRole('listitem')).toHaveCount(2);
	await expect(sources).toContainText(said.quote);
	await expect(sources).toContainText(t('blocks:sources.page', { from: '31' }));
	await marks.nth(2).click();
	const source = page.getByRole('dialog', { name: t('blocks:sources.mark', { number: 2 }) });
	await expect(source).toContainText(said.source);
	await look(page, 'sources');
	await page.keyboard.press('Escape');
	await expect(source).toHaveCount(0);

	await ui.askAndWait(said.question);
	const guardrail = ui.lastAnswer.getByRole('region', { name: t('stops:guardrail.title') });
	await expect(guardrail.getByRole('listitem')).toHaveCount(3);
	await expect(guardrail).toContainText('frog@example.com');
	await look(page, 'guardrail');
	await guardrail.getByRole('button', { name: t('stops:guardrail.showTrace') }).click();
	await expect(ui.inspector.getByRole('tab', { name: t('inspector:tab.response') })).toHaveAttribute(
		'aria-selected',
		'true',
	);

	await ui.askAndWait(said.question);
	await expect(ui.lastAnswer.getByRole('region', { name: t('stops:note.filtered') })).toBeVisible();
	await ui.lastAnswer.locator('[data-stop]').click();
	const meaning = page.getByRole('dialog', { name: t('stops:about', { reason: 'content_filtered' }) });
	await expect(meaning).toContainText(t('stops:reasons.content_filtered'));
	await expect(meaning).toContainText(t('stops:todo.filtered'));
	await look(page, 'stop-reason');
	await page.keyboard.press('Escape');

	await ui.askAndWait(said.question);
	const full = ui.lastAnswer.getByRole('region', { name: t('stops:note.window') });
	await expect(full.getByRole('button', { name: t('stops:note.newConversation') })).toBeVisible();
	await ui.askAndWait(said.question);
	await ui.lastAnswer.locator('[data-stop="other"]').click();
	await expect(page.getByRole('dialog', { name: t('stops:about', { reason: 'something_new' }) })).toContainText(
		t('stops:unknown'),
	);
	await page.keyboard.press('Escape');
});

test('an answer that was to be JSON is laid out, or said to be none', async ({ folders, launch, t, language }) => {
	const said = words[language];
	const outputSchema = { schema: '{"type":"object"}', name: 'frogs', description: '' };
	await using service = await plantScripted(folders, { operation: 'ConverseStream', outputSchema });
	const more = Promise.withResolvers<void>();
	const answer = (text: string, stopReason: string): readonly ScriptedEvent[] => [
		['messageStart', { role: 'assistant' }],
		converseDelta(0, { text }),
		...converseEnd(stopReason),
	];
	service.script(
		[
			['messageStart', { role: 'assistant' }],
			converseDelta(0, { text: `{"question":"${said.question}","species":["Rana japonica","Bufo` }),
			more.promise,
			converseDelta(0, { text: ' japonicus"],"nocturnal":true}' }),
			...converseEnd('end_turn'),
		],
		answer('{"species":["Rana jap', 'max_tokens'),
		answer(said.first, 'end_turn'),
	);
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask(said.question);
	const json = ui.lastAnswer.locator('[data-json]');
	await expect(json).toHaveAttribute('data-json', 'growing');
	await expect(json).toContainText('"Rana japonica"');
	more.resolve();
	await ui.settled();
	await expect(json).toHaveAttribute('data-json', 'true');
	await expect(json).toContainText('"nocturnal": true');
	await json.getByRole('button', { name: t('blocks:json.copy') }).click();
	await expect
		.poll(async () => JSON.parse(await app.clipboard()))
		.toMatchObject({ species: ['Rana japonica', 'Bufo japonicus'] });
	await look(page, 'json-answer');
	await ui.askAndWait(said.question);
	await expect(json).toContainText(t('blocks:json.invalidCut'));
	await ui.askAndWait(said.question);
	await expect(json).toContainText(t('blocks:json.invalid'));
	await expect(json).toContainText(said.first.trim());
	await look(page, 'json-invalid');
});

test('vectors, and what a file has of tools, are shown to be read', async ({ app, t, language, folders }) => {
	const said = words[language];
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.askAndWait(said.question);
	await ui.inspector.getByRole('button', { name: t('files:more'), exact: true }).click();
	await page.getByRole('menuitem', { name: t('files:export') }).click();
	const saving = page.waitForEvent('download');
	await page
		.getByRole('dialog', { name: t('files:title') })
		.getByRole('button', { name: t('files:save') })
		.click();
	const file = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
	const [turn] = file.turns;
	const vector = (seed: number) =>
		Array.from({ length: 256 }, (_, at) => Math.sin(at * seed) / 12 + Math.cos(at * 0.21) / 9);
	turn.answer.content = [
		{ type: 'reasoning', text: said.first, signature: null, redacted: null },
		{ type: 'tool-use', id: 'a', name: 'calculator', input: '{"expression":"2 * 21"}' },
		{ type: 'tool-result', toolUseId: 'a', status: 'success', format: 'text', text: '42', by: 'built-in' },
		{ type: 'tool-use', id: 'b', name: 'get_weather', input: '{"city":"Sapporo"}' },
		{ type: 'embedding', text: said.question, values: vector(1.3) },
		{ type: 'embedding', text: said.rest, values: vector(1.31) },
		{ type: 'embedding', text: said.refused, values: vector(2.9) },
	];
	const path = join(folders.home, 'vectors.outcrop.json');
	await writeFile(path, JSON.stringify(file));
	const choosing = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: t('files:openFile'), exact: true }).click();
	await (await choosing).setFiles(path);
	const [calculator, weather] = [
		page.getByRole('region', { name: t('blocks:tool.card', { name: 'calculator' }) }),
		page.getByRole('region', { name: t('blocks:tool.card', { name: 'get_weather' }) }),
	];
	await expect(calculator).toContainText(t('blocks:tool.state.built-in'));
	await expect(calculator.locator('[data-result]')).toContainText('42');
	await expect(weather).toHaveAttribute('data-state', 'unanswered');
	await expect(ui.lastAnswer.getByRole('textbox')).toHaveCount(0);
	const vectors = page.getByRole('region', { name: t('blocks:embedding.title', { count: 3 }) });
	await expect(vectors.locator('[data-embedding]')).toHaveCount(3);
	await expect(vectors).toContainText(t('blocks:embedding.dimensions', { count: 256, number: '256' }));
	await expect(vectors.getByRole('row')).toHaveCount(4);
	await vectors.scrollIntoViewIfNeeded();
	await look(page, 'vectors');
	await vectors
		.getByRole('button', { name: t('blocks:embedding.copy') })
		.first()
		.click();
	await expect.poll(async () => JSON.parse(await app.clipboard())).toEqual(vector(1.3));
	await page.setViewportSize({ width: 900, height: 700 });
	await look(page, 'vectors-narrow');
});

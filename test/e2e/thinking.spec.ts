import { look } from './support/look.ts';
import { converseDelta, converseEnd, plantScripted } from './support/scripted-bedrock.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const words = {
	en: {
		question: 'Why do frogs sing at night?',
		thoughts: [
			'**What is asked**\n\nA biological reason. ',
			'Cool, humid air, and fewer predators that hunt by sight.',
		],
		first: 'At night the air is cool and humid, ',
		rest: 'and fewer animals hunt by sight.',
		blocked: 'Sorry, this assistant does not talk about investing.',
	},
	ja: {
		question: 'カエルはなぜ夜に鳴くのですか？',
		thoughts: ['**問い**\n\n生物学的な理由を尋ねている。', '夜は涼しく湿っていて、目で狩る天敵も少ない。'],
		first: '夜は空気が涼しく湿っていて、',
		rest: '目で獲物を探す天敵も少ないからです。',
		blocked: '申し訳ありません。このアシスタントは投資の話題を扱いません。',
	},
};

test('thoughts are open while they come, then fold away; what is hidden of them is said', async ({
	folders,
	launch,
	t,
	language,
}) => {
	const said = words[language];
	await using service = await plantScripted(folders, { operation: 'ConverseStream' });
	const [speaks, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const [one = '', two = ''] = said.thoughts;
	service.script([
		['messageStart', { role: 'assistant' }],
		converseDelta(0, { reasoningContent: { text: one } }),
		converseDelta(0, { reasoningContent: { text: two } }),
		speaks.promise,
		converseDelta(0, { reasoningContent: { signature: 'EqoBCkgIBBABGAIiQL0123456789' } }),
		['contentBlockStop', { contentBlockIndex: 0 }],
		converseDelta(1, { text: said.first }),
		ends.promise,
		converseDelta(1, { text: said.rest }),
		['contentBlockStop', { contentBlockIndex: 1 }],
		...converseEnd('end_turn'),
	]);
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask(said.question);
	const thoughts = ui.lastAnswer.locator('[data-thoughts]');
	await expect(thoughts).toContainText(two);
	await expect(thoughts.getByRole('button', { name: t('blocks:thoughts.thinking') })).toHaveAttribute(
		'aria-expanded',
		'true',
	);
	await look(page, 'thinking');
	speaks.resolve();
	await expect(ui.lastAnswer).toContainText(said.first);
	const toggle = thoughts.getByRole('button', { name: t('blocks:thoughts.title'), exact: false }).first();
	await expect(toggle).toHaveAttribute('aria-expanded', 'false');
	await expect(thoughts).not.toContainText(two);
	ends.resolve();
	await ui.settled();
	await toggle.press('Enter');
	await expect(thoughts).toContainText(two);
	await expect(thoughts).toContainText(t('blocks:thoughts.signed'));
	await look(page, 'thought');
	await ui.lastAnswer.getByRole('button', { name: t('chat:copyAnswer') }).click();
	await expect.poll(() => app.clipboard()).toBe(said.first + said.rest);
	await ui.lastAnswer.getByRole('button', { name: t('blocks:copyAll') }).click();
	await expect.poll(() => app.clipboard()).toContain(`${two}\n\n${said.first}`);

	// Selected words of the answer still lead to their frame; thoughts are no words of it.
	await ui.lastAnswer
		.locator('[data-text-start] p')
		.evaluate((element) => document.getSelection()?.selectAllChildren(element));
	await page.getByRole('button', { name: t('stream:showInStream') }).click();
	await expect(ui.inspector.locator('tr[aria-level="1"][aria-expanded="true"]')).toContainText(said.first.trim());
});

test('untold and encrypted thoughts, and a guardrail’s trace in a stream', async ({ folders, launch, t, language }) => {
	const said = words[language];
	await using service = await plantScripted(folders, { operation: 'ConverseStream' });
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	service.script([
		['messageStart', { role: 'assistant' }],
		converseDelta(0, { reasoningContent: { signature: 'EqoBCkgIBBABGAIiQL' } }),
		['contentBlockStop', { contentBlockIndex: 0 }],
		converseDelta(1, { reasoningContent: { redactedContent: 'EmwKAhgBEgy3va3pzix/LafPsn4aDFIT2Xlxh0L5L8rLVyIwxtE3' } }),
		['contentBlockStop', { contentBlockIndex: 1 }],
		...converseEnd('max_tokens'),
	]);
	await ui.askAndWait(said.question);
	await expect(ui.lastAnswer.locator('[data-thoughts="omitted"]')).toBeVisible();
	const redacted = ui.lastAnswer.locator('[data-thoughts="redacted"]');
	await redacted.getByRole('button').click();
	await expect(redacted).toContainText(t('blocks:thoughts.redactedAbout'));
	await expect(page.getByRole('region', { name: t('stops:note.thoughts') })).toContainText('64');
	await look(page, 'thoughts-cut');

	const topic = { name: 'Investing', type: 'DENY', action: 'BLOCKED' };
	service.script([
		['messageStart', { role: 'assistant' }],
		converseDelta(0, { text: said.blocked }),
		...converseEnd('guardrail_intervened', {
			trace: { guardrail: { inputAssessment: { gr1: { topicPolicy: { topics: [topic] } } } } },
		}),
	]);
	await ui.askAndWait(said.question);
	await ui.openTab('request');
	await ui.lastAnswer.getByRole('button', { name: t('stops:guardrail.showTrace') }).click();
	await expect(ui.inspector.locator('tr[aria-level="1"][aria-expanded="true"]')).toContainText('metadata');
});

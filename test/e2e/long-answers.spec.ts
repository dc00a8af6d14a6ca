import type { Locator, Page } from '@playwright/test';
import { look } from './support/look.ts';
import { converseAnswer, converseDelta, converseEnd, plantScripted } from './support/scripted-bedrock.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const SENTENCE = '岩盤の上に**土**がある。 Under the *soil* lies the rock, and `outcrop` is where it comes to light. ';

/** How far the messages are from their end, pixels. */
function toEnd(page: Page): Promise<number> {
	return page
		.locator('section[aria-busy="false"]')
		.evaluate((pane) => Math.round(pane.scrollHeight - pane.scrollTop - pane.clientHeight));
}

test('a window that becomes narrower or wider, lower or higher keeps the end in view', async ({
	folders,
	launch,
	t,
}) => {
	await using service = await plantScripted(folders, { operation: 'Converse' });
	const text = `${SENTENCE.repeat(10)}\n\n| a | b |\n|---|---|\n| ${SENTENCE} | c |\n`;
	service.script(...Array.from({ length: 6 }, () => converseAnswer([{ text }], 'end_turn')));
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await page.setViewportSize({ width: 1600, height: 1000 });
	for (let count = 1; count <= 6; count++) await ui.askAndWait(`Question ${count}.`);
	await expect.poll(() => toEnd(page)).toBeLessThanOrEqual(1);
	for (const [width, height] of [
		[900, 1000],
		[1600, 700],
		[900, 600],
		[1600, 1000],
	] as const) {
		await page.setViewportSize({ width, height });
		await expect(ui.lastTurn.getByRole('button', { name: t('chat:copyAnswer') })).toBeInViewport();
		await expect.poll(() => toEnd(page), `at ${width} × ${height}`).toBeLessThanOrEqual(1);
	}
});

/** Each block that is long while it grows, after the last one that is not. */
const LONG = {
	list: `- ${SENTENCE}\n`.repeat(60),
	// Its heads, which are one line each, have room in the answer's column, but none in a narrow one.
	table: `| 列 | A column of values | One more column of values |\n|---|---|---|\n${`| ${SENTENCE} | 値 | 2 |\n`.repeat(80)}`,
	paragraph: SENTENCE.repeat(130),
};

/** Makes an element as narrow as that, until it has been laid out and painted so; '' for as wide as it is. */
function makeNarrow(element: Locator, width: string): Promise<void> {
	return element.evaluate(async (root, width) => {
		root.style.width = width;
		for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
	}, width);
}

/** Where each seventh character stands in an element, whatever elements it is in there; pixels. */
function places(element: Locator): Promise<string[]> {
	return element.evaluate((root) => {
		const found: string[] = [];
		const { left, top } = root.getBoundingClientRect();
		const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		for (let count = 0; texts.nextNode(); ) {
			const text = texts.currentNode;
			for (const [index, character] of [...(text.textContent ?? '')].entries()) {
				if (character.trim() === '' || count++ % 7 > 0) continue;
				range.setStart(text, index);
				range.setEnd(text, index + 1);
				const place = range.getBoundingClientRect();
				found.push(`${character} ${Math.round(place.left - left)} ${Math.round(place.top - top)}`);
			}
		}
		return found;
	});
}

test('what a long list, table and paragraph look like while they grow they look like when they are over', async ({
	folders,
	launch,
	t,
}) => {
	await using service = await plantScripted(folders, { operation: 'ConverseStream' });
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	const answer = ui.lastAnswer.locator('[data-markdown]');
	// A block is over when another one follows, or when the answer is over.
	for (const [kind, parted, following] of [
		['list', 'ul > [role="presentation"]', []],
		['table', 'table[data-kept="true"]', ['After it']],
		['paragraph', 'p > [data-seam]', []],
	] as const) {
		const { promise: more, resolve: sendMore } = Promise.withResolvers<void>();
		const { promise: over, resolve: end } = Promise.withResolvers<void>();
		const text = `\`\`\`\ncode\n\`\`\`\n\n${LONG[kind]}**end**`;
		const pieces = text.match(/[\s\S]{1,400}/g) ?? [];
		service.script([
			['messageStart', { role: 'assistant' }],
			...pieces.map((piece) => converseDelta(0, { text: piece })),
			more,
			...following.flatMap((text) => [converseDelta(0, { text: `\n\n${text}` }), over]),
			...converseEnd('end_turn'),
		]);
		await ui.ask(kind);
		await expect(answer.locator('strong').last()).toHaveText('end');
		await expect(ui.lastTurn).toHaveAttribute('data-phase', 'streaming');
		await expect(answer.locator(parted).first()).toBeAttached();
		const growing = await places(answer);
		await look(page, `growing-${kind}`);
		await makeNarrow(answer, '320px');
		const narrow = await places(answer);
		sendMore();
		for (const text of following) await expect(answer.locator('p').last()).toHaveText(text);
		if (following.length === 0) await ui.settled();
		else await expect(ui.lastTurn).toHaveAttribute('data-phase', 'streaming');
		await expect(answer.locator('[data-kept="true"], [data-seam]')).toHaveCount(0);
		expect((await places(answer)).slice(0, narrow.length)).toEqual(narrow);
		await makeNarrow(answer, '');
		expect((await places(answer)).slice(0, growing.length)).toEqual(growing);
		end();
		await ui.settled();
		// What stands outside of the text's flow would be laid out with the whole page, for each block of code once more.
		const outside = await answer.evaluate((root) =>
			[...root.querySelectorAll<HTMLElement>('.visually-hidden')].filter(
				(one) => one.offsetParent?.closest('figure') === null,
			),
		);
		expect(outside).toHaveLength(0);
	}
});

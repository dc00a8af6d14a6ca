import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openStore } from '../../src/main/core/storage/open-store.ts';
import type { Change } from '../../src/main/core/storage/store.ts';
import type { Message } from '../../src/shared/model/conversation.ts';
import { defaultRequestSettings } from '../../src/shared/model/settings.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

const TURNS = 400;
/** How far a step up may miss its goal: rows are measured in whole pixels. */
const JUMP = 4;

/** Puts a conversation of many turns, whose answers differ in height, into a data folder. */
async function plantLongTalk(data: string): Promise<void> {
	await mkdir(data, { recursive: true });
	const { store } = await openStore({
		file: join(data, 'outcrop.db'),
		clock: { now: () => 0, monotonic: () => 0 },
		log: { info() {}, warn() {}, error() {} },
	});
	const at = Date.now();
	await store.createConversation({ id: 'long', title: 'Long talk', settings: defaultRequestSettings, at });
	const changes: Change[] = [];
	let parentId: string | null = null;
	for (let index = 1; index <= TURNS; index++) {
		const turnId = `turn-${index}`;
		const message = (role: Message['role'], text: string): Message => ({
			id: `${role}-${index}`,
			conversationId: 'long',
			parentId,
			role,
			content: role === 'user' ? [{ type: 'text', text }] : [],
			createdAt: at,
		});
		changes.push({ type: 'turn-begun', turnId, question: message('user', `Question ${index}.`), title: '', at });
		parentId = `user-${index}`;
		changes.push({ type: 'answer-begun', turnId, message: message('assistant', '') });
		parentId = `assistant-${index}`;
		changes.push({ type: 'answer-part', messageId: parentId, part: { type: 'text', text: answer(index) } });
		changes.push({ type: 'turn', turn: { id: turnId, state: 'complete', failure: null, endedAt: at } });
	}
	await store.save(changes);
	await store.close();
}

function answer(index: number): string {
	const words = `Answer ${index}. 岩盤の上に土がある。 Under the soil lies the rock.`;
	const more = [
		'',
		`\n\n${'- item\n'.repeat(index % 23)}`,
		`\n\n\`\`\`ts\n${'const answer = 42;\n'.repeat(index % 31)}\`\`\``,
		`\n\n| a | b |\n|---|---|\n${'| 一 | two |\n'.repeat(index % 17)}`,
		`\n\n${words.repeat(index % 13)}`,
	];
	return `${words}${more[index % more.length]}`;
}

interface Scrolled {
	/** The turns that were in the page at some moment. */
	readonly seen: number;
	/** By how much a turn that was in the page before and after a step stood elsewhere than that step says, pixels. */
	readonly jump: number;
	/** The most elements that the page had. */
	readonly elements: number;
}

/** Scrolls the messages up to their beginning, step by step, as the page draws them. */
function scrollUp(page: Page, step: number): Promise<Scrolled> {
	return page.locator('[data-long]').evaluate(async (scroller, step) => {
		const places = () =>
			new Map(
				[...scroller.querySelectorAll<HTMLElement>('[data-turn-id]')].map((row) => [
					row.dataset['turnId'],
					row.getBoundingClientRect().top,
				]),
			);
		// What was scrolled to is drawn in the first frame, what was measured for it in the second.
		const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		const seen = new Set(places().keys());
		let jump = 0;
		let elements = 0;
		while (scroller.scrollTop > 0) {
			const before = places();
			const from = scroller.scrollTop;
			scroller.scrollTop = from - step;
			const moved = from - scroller.scrollTop;
			await drawn();
			const after = places();
			const misses = [...after].flatMap(([id, top]) => {
				const was = before.get(id);
				return was === undefined ? [] : [Math.abs(top - was - moved)];
			});
			jump = misses.length === 0 ? Number.POSITIVE_INFINITY : Math.max(jump, ...misses);
			for (const id of after.keys()) seen.add(id);
			elements = Math.max(elements, document.querySelectorAll('*').length);
		}
		return { seen: seen.size, jump, elements };
	}, step);
}

test('a conversation of 400 turns opens at its end and scrolls to its beginning without a jump', async ({
	folders,
	launch,
	t,
}) => {
	await plantLongTalk(folders.data);
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.conversations.getByText('Long talk').click();
	await expect(page.getByText(`Question ${TURNS}.`)).toBeInViewport();
	await expect(ui.lastAnswer).toContainText(`Answer ${TURNS}.`);
	await look(page, 'size-end');
	const { seen, jump, elements } = await scrollUp(page, 600);
	expect(seen).toBe(TURNS);
	expect(jump).toBeLessThanOrEqual(JUMP);
	expect(elements).toBeLessThan(2500);
	await expect(page.getByText('Question 1.', { exact: true })).toBeInViewport();
	const first = page.getByRole('listitem').filter({ hasText: 'Question 1.' }).first();
	await expect(first).toContainText('Answer 1.');
	await expect(first).toHaveAttribute('aria-posinset', '1');
	await expect(first).toHaveAttribute('aria-setsize', String(TURNS));
	await look(page, 'size-beginning');
});

test('a long conversation is followed while it is answered, and found again after scrolling up', async ({
	folders,
	launch,
	t,
}) => {
	await plantLongTalk(folders.data);
	const app = await launch({ pace: 'fast' });
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.conversations.getByText('Long talk').click();
	await expect(ui.lastAnswer).toContainText(`Answer ${TURNS}.`);
	await ui.composer.fill('Write a very long answer.');
	await ui.composer.press('Enter');
	const asked = page.locator('[data-turn-id]').filter({ hasText: 'Write a very long answer.' });
	await expect(asked).toHaveAttribute('data-phase', 'streaming');
	const jump = page.getByRole('button', { name: t('chat:jumpToLatest') });
	await page.locator('[data-long]').evaluate((scroller) => {
		scroller.scrollTop -= 20_000;
	});
	await expect(jump).toBeVisible();
	await expect(asked).toHaveCount(0);
	await jump.click();
	await expect(asked).toHaveAttribute('data-phase', 'ended', { timeout: 30_000 });
	await expect(asked.getByRole('button', { name: t('chat:copyAnswer') })).toBeInViewport();
	await expect(jump).toBeHidden();
});

test('by keyboard one goes from answer to answer, and the inspector shows the chosen one', async ({
	folders,
	launch,
	t,
}) => {
	await plantLongTalk(folders.data);
	const app = await launch();
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.conversations.getByText('Long talk').click();
	await expect(ui.lastAnswer).toContainText(`Answer ${TURNS}.`);
	const inspect = page.getByRole('button', { name: t('chat:inspect'), exact: true });
	await inspect.last().focus();
	// Every turn has at least two buttons: this passes far more than what was in the page at first.
	for (let count = 0; count < 60; count++) await page.keyboard.press('Shift+Tab');
	const focused = page.locator('[data-turn-id]:has(:focus)');
	await expect(focused).toBeInViewport();
	const id = (await focused.getAttribute('data-turn-id')) ?? '';
	expect(Number(id.slice('turn-'.length))).toBeLessThan(TURNS - 12);
	await page
		.locator(`[data-turn-id="${id}"]`)
		.getByRole('button', { name: t('chat:inspect'), exact: true })
		.press('Enter');
	await expect(page.locator(`[data-turn-id="${id}"] [data-answer]`)).toHaveAttribute('data-selected', 'true');
	// Out of view it keeps the focus and stays chosen.
	await page.locator('[data-long]').evaluate((scroller) => {
		scroller.scrollTop = 0;
	});
	await expect(page.getByText('Question 1.', { exact: true })).toBeInViewport();
	await expect(focused).toHaveAttribute('data-turn-id', id);
	await expect(page.locator(`[data-turn-id="${id}"] [data-answer]`)).toHaveAttribute('data-selected', 'true');
});

test('megabytes are pasted beside the field, sent whole, and shown in part or as a whole', async ({
	app,
	t,
	language,
}) => {
	const { page } = app;
	const ui = uiOf(app, t);
	const text = `${'岩盤 bedrock '.repeat(270_000)}needle`;
	await page.evaluate((value) => navigator.clipboard.writeText(value), text);
	await ui.composer.focus();
	await page.keyboard.press('ControlOrMeta+V');
	await expect(ui.composer).toHaveValue('');
	const size = t('chat:characters', { count: text.length, number: text.length.toLocaleString(language) });
	await expect(page.getByText(size)).toBeVisible();
	await look(page, 'size-paste');
	await ui.composer.pressSequentially(' And a question.');
	await ui.composer.press('Enter');
	await ui.settled();
	const copy = ui.lastTurn.getByRole('button', { name: t('chat:copyMessage') });
	await look(page, 'size-message');
	await copy.click();
	await expect(ui.lastTurn.getByRole('button', { name: t('copied') })).toBeVisible();
	expect(await app.clipboard()).toBe(`${text} And a question.`);
	await ui.lastTurn.getByRole('button', { name: t('chat:showAll') }).click();
	const end = ui.lastTurn.getByText('needle And a question.');
	await end.scrollIntoViewIfNeeded();
	await expect(end).toBeInViewport();
});

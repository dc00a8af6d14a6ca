import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Operation } from '../../../src/shared/model/operation.ts';
import type { App } from './app.ts';
import type { Words } from './words.ts';

/** The window's parts and what a person does with them, by role and name in the app's own words. */
export interface Ui {
	readonly composer: Locator;
	readonly send: Locator;
	readonly stop: Locator;
	readonly answers: Locator;
	readonly lastAnswer: Locator;
	/** The first heading of the last answer's own text. */
	readonly lastTitle: Locator;
	/** The last question with its answer; says in `data-state` and `data-phase` how it stands. */
	readonly lastTurn: Locator;
	readonly conversations: Locator;
	readonly inspector: Locator;
	/** Writes a message and sends it with Enter; waits until it has left the composer. */
	ask(text: string): Promise<void>;
	/** Asks and waits until nothing is being answered any more. */
	askAndWait(text: string): Promise<void>;
	/** Waits until nothing is being answered. */
	settled(): Promise<void>;
	/** Does what calls once more for the last question, and waits until that call has ended. */
	callAgain(press: () => Promise<void>): Promise<void>;
	/** Titles of the list of conversations, from the top. */
	titles(): Promise<string[]>;
	openTab(name: 'request' | 'response' | 'stream' | 'attempts'): Promise<void>;
	/** The body that the inspector shows, through its copy button: CodeMirror draws only the lines in view. */
	copiedBody(side: 'request' | 'response', layout?: 'pretty' | 'raw'): Promise<string>;
	/** The request body of the selected answer as JSON. */
	requestJson(): Promise<unknown>;
	chooseConnection(name: string): Promise<void>;
	chooseModel(id: string): Promise<void>;
	chooseOperation(operation: Operation): Promise<void>;
}

/** The window of an app as it is now; after `restart` and `kill9` another one has to be asked for. */
export function uiOf(app: App, t: Words): Ui {
	const { page } = app;
	const composer = page.getByRole('textbox', { name: t('chat:composer.label') });
	const send = page.getByRole('button', { name: t('chat:composer.send'), exact: true });
	const stop = page.getByRole('button', { name: t('chat:composer.stop'), exact: true });
	const conversations = page.getByRole('navigation', { name: t('paneConversations') });
	const inspector = page.getByRole('complementary', { name: t('paneInspector') });
	const answers = page.locator('[data-answer]');
	const turns = page.locator('[data-turn-id]');

	const ask = async (text: string) => {
		// Those of a conversation that is still being read are not there yet.
		await expect(page.locator('section[aria-busy="true"]')).toHaveCount(0);
		const before = await turns.count();
		await composer.fill(text);
		await composer.press('Enter');
		await expect(turns).toHaveCount(before + 1);
		await expect(composer).toHaveValue('');
	};
	const settled = () => expect(turns.last()).toHaveAttribute('data-phase', 'ended', { timeout: 40_000 });
	const callAgain = async (press: () => Promise<void>) => {
		const calls = (await turns.last().getAttribute('data-calls')) ?? '';
		await press();
		// Until it has begun, it stands there as it had ended.
		await expect(turns.last()).not.toHaveAttribute('data-calls', calls);
		await settled();
	};
	const openTab = (name: 'request' | 'response' | 'stream' | 'attempts') =>
		inspector.getByRole('tab', { name: t(`inspector:tab.${name}`) }).click();
	const copiedBody = async (side: 'request' | 'response', layout: 'pretty' | 'raw' = 'raw') => {
		await openTab(side);
		const body = inspector.getByRole('region', { name: t(`inspector:bodyOf.${side}`) });
		const button = body.getByRole('button', { name: t(`inspector:${layout}`), exact: true });
		await button.click();
		await expect(button).toHaveAttribute('aria-pressed', 'true');
		await body.getByRole('button', { name: t('inspector:copyBody'), exact: true }).click();
		await expect(body.getByRole('status').filter({ hasText: t('copied') })).toHaveCount(1);
		return app.clipboard();
	};

	/** A picker is over when the focus is back where it came from: until then keys may still go to it. */
	const closed = (what: 'connection' | 'model' | 'operation') =>
		expect(picker(page, t(`connections:${what}`))).toBeFocused();

	return {
		composer,
		send,
		stop,
		answers,
		lastAnswer: answers.last(),
		// The window's own headings end at level 3.
		lastTitle: answers.last().getByRole('heading', { level: 4 }).first(),
		lastTurn: turns.last(),
		conversations,
		inspector,
		ask,
		askAndWait: async (text) => {
			await ask(text);
			await settled();
		},
		settled,
		callAgain,
		titles: () => titlesIn(conversations),
		openTab,
		copiedBody,
		requestJson: async () => JSON.parse(await copiedBody('request')),
		chooseConnection: async (name) => {
			await picker(page, t('connections:connection')).click();
			await page.getByRole('radio', { name, exact: true }).click();
			await page.keyboard.press('Escape');
			await expect(picker(page, t('connections:connection'))).toHaveAccessibleName(new RegExp(`: ${name}( |$)`));
			await closed('connection');
		},
		chooseModel: async (id) => {
			await picker(page, t('connections:model')).click();
			await page.getByRole('combobox', { name: t('connections:modelSearch') }).fill(id);
			await page.getByRole('option').filter({ hasText: id }).first().click();
			await closed('model');
		},
		chooseOperation: async (operation) => {
			await picker(page, t('connections:operation')).click();
			await page.getByRole('option', { name: new RegExp(`^${operation}\\b`) }).click();
			await closed('operation');
		},
	};
}

/** A picker of the chat's head: its name begins with what it picks. */
function picker(page: Page, what: string): Locator {
	return page
		.getByRole('main')
		.getByLabel(new RegExp(`^${what}: `))
		.first();
}

async function titlesIn(conversations: Locator): Promise<string[]> {
	return conversations.locator('[data-conversation] > b').allTextContents();
}

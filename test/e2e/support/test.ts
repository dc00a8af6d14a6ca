import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Language } from '../../../src/renderer/i18n/i18n.ts';
import type { App } from './app.ts';
import { launchApp } from './app.ts';
import type { Folders, Pace, Variables } from './host.ts';
import type { OutsidePractice } from './practice.ts';
import { startOutsidePractice } from './practice.ts';
import type { Words } from './words.ts';
import { wordsOf } from './words.ts';

/** What a project of playwright.config.ts chooses. */
export interface E2eOptions {
	readonly language: Language;
	readonly host: 'node' | 'electron';
}

interface Fixtures {
	/** Folders of this test alone; empty but for what the test puts there before the app starts. */
	readonly folders: Folders;
	/** The app's texts in the project's language. */
	readonly t: Words;
	/**
	 * Starts the app. A test that plants files first calls this; others just take `app`. The first-run page is behind the
	 * person already, unless `firstRun` is set. `variables` are environment variables on top of the usual ones.
	 */
	readonly launch: (options?: {
		readonly pace?: Pace;
		readonly firstRun?: boolean;
		readonly variables?: Variables;
	}) => Promise<App>;
	/** The app, started and ready. */
	readonly app: App;
	/**
	 * A practice endpoint outside the app, where faults can be armed. The AWS profile `personal` holds its keys, region
	 * and address.
	 */
	readonly practice: OutsidePractice;
}

/** Playwright's `test` with the app. Console errors and violations of the CSP fail a test. */
export const test = base.extend<Fixtures & E2eOptions>({
	language: ['en', { option: true }],
	host: ['node', { option: true }],

	folders: async ({ language }, use) => {
		const folder = await mkdtemp(join(tmpdir(), `outcrop-e2e-${language}-`));
		const folders = { data: join(folder, 'data'), home: join(folder, 'home') };
		await mkdir(join(folders.home, '.aws'), { recursive: true });
		await use(folders);
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	},

	t: async ({ language }, use) => use(await wordsOf(language)),

	launch: async ({ folders, host, language, context }, use) => {
		const apps: App[] = [];
		await use(async ({ pace = 'none', firstRun = false, variables = {} } = {}) => {
			if (!firstRun) await plantWelcomed(folders.data);
			const app = await launchApp({ folders, host, language, context, pace, variables });
			apps.push(app);
			return app;
		});
		for (const app of apps) await app.close();
		expect(apps.flatMap((app) => app.complaints())).toEqual([]);
	},

	app: async ({ launch }, use) => use(await launch()),

	practice: async ({ folders }, use) => {
		const practice = await startOutsidePractice();
		await writeFile(join(folders.home, '.aws/config'), practice.profile('personal'));
		await use(practice);
		await practice.close();
	},
});

/** Settings of a person who has seen the first-run page; what the test planted itself stays. */
async function plantWelcomed(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'settings.json'), '{ "welcomed": true }', { flag: 'wx' }).catch(
		(error: NodeJS.ErrnoException) => {
			if (error.code !== 'EEXIST') throw error;
		},
	);
}

export { expect };

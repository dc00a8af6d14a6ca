import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Language } from '../../../src/renderer/i18n/i18n.ts';
import { launchElectronHost } from './electron-host.ts';
import type { Folders, Pace, RunningHost, Variables } from './host.ts';
import { launchNodeHost } from './node-host.ts';

/** The app as a spec meets it: a page, and the ways in which a run of the app can end. */
export interface App {
	/** The window. Another one after `restart` and `kill9`, so never kept in a variable across them. */
	readonly page: Page;
	readonly folders: Folders;
	/** Ends the app as a user would, and starts it again on the same folders; `between` is done while it is not running. */
	restart(between?: () => void): Promise<void>;
	/** Ends the app as a power cut would, and starts it again on the same folders. */
	kill9(): Promise<void>;
	/** Reloads the window. */
	reload(): Promise<void>;
	/** All that the app wrote to its standard output and error, over all its runs. */
	log(): string;
	/** The text on the clipboard. */
	clipboard(): Promise<string>;
	/** All text that crossed between window and main, where it can be seen (the Node host's WebSocket). */
	traffic(): string;
	/** Errors in the window's console, other than the allowed ones. They fail the test at its end. */
	complaints(): readonly string[];
	/** Says that a console error of this kind belongs to the test. */
	allowComplaint(pattern: RegExp): void;
	close(): Promise<void>;
}

const locales: Record<Language, string> = { en: 'en-US', ja: 'ja-JP' };

/** Starts the app on the given folders and waits until it is ready. */
export async function launchApp(options: {
	readonly folders: Folders;
	readonly host: 'node' | 'electron';
	readonly language: Language;
	readonly context: BrowserContext;
	readonly pace: Pace;
	readonly variables: Variables;
}): Promise<App> {
	const { folders, host, language, context, pace, variables } = options;
	const complaints: string[] = [];
	const allowed: RegExp[] = [];
	const traffic: string[] = [];
	let earlierLog = '';
	const watched = new WeakSet<Page>();

	const watch = (page: Page) => {
		if (watched.has(page)) return;
		watched.add(page);
		page.on('console', (line) => {
			// The browser reports a violated CSP as an error in the console as well.
			if (line.type() === 'error') complaints.push(`${line.text()} (${line.location().url})`);
		});
		page.on('pageerror', (error) => complaints.push(String(error)));
		page.on('websocket', (socket) => {
			const keep = ({ payload }: { payload: string | Buffer }) => traffic.push(payload.toString());
			socket.on('framereceived', keep);
			socket.on('framesent', keep);
		});
	};

	const launch = async (): Promise<RunningHost> => {
		let running: RunningHost;
		if (host === 'electron') {
			running = await launchElectronHost(folders, locales[language], variables);
			watch(running.page);
		} else {
			const page = context.pages()[0] ?? (await context.newPage());
			watch(page);
			running = await launchNodeHost(folders, locales[language], pace, page, variables);
		}
		await ready(running.page).catch((error: Error) => {
			throw new Error([error.message, ...complaints, running.log()].join('\n'));
		});
		return running;
	};

	let running = await launch();
	const again = async (end: (host: RunningHost) => Promise<void>, between: () => void = () => {}) => {
		await end(running);
		between();
		earlierLog += running.log();
		running = await launch();
	};

	return {
		get page() {
			return running.page;
		},
		folders,
		restart: (between) => again((current) => current.stop(), between),
		kill9: () => again((current) => current.kill9()),
		reload: async () => {
			await running.page.reload();
			await ready(running.page);
		},
		log: () => earlierLog + running.log(),
		clipboard: () => running.clipboard(),
		traffic: () => traffic.join('\n'),
		complaints: () => complaints.filter((text) => !allowed.some((pattern) => pattern.test(text))),
		allowComplaint: (pattern) => {
			allowed.push(pattern);
		},
		close: () => running.stop(),
	};
}

/** Waits for the app's own sign that it can be used. */
export async function ready(page: Page): Promise<void> {
	await expect(page.locator('html')).toHaveAttribute('data-app-state', 'ready');
}

import { afterEach, beforeEach } from 'vitest';
import type { PracticeExchange } from '../../../../src/main/practice/exchange-log.ts';
import type { PracticeServer } from '../../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../../src/main/practice/practice-server.ts';
import type { TestApp } from '../../../helpers/test-app.ts';
import { openTestApp, temporaryFolder } from '../../../helpers/test-app.ts';

/** The whole core on a folder of its own, and the practice endpoint that it calls. */
interface Running {
	readonly app: TestApp;
	readonly practice: PracticeServer;
	/** Every call that the endpoint has seen, in their order. */
	readonly received: PracticeExchange[];
	readonly folder: string;
	/** Closes the app and opens it again, on the same folder. */
	restart(): Promise<void>;
}

/** A new one for each test of the file that calls this. */
export function appForTests(): Running {
	let started: (Omit<Running, 'restart' | 'folder'> & { readonly folder: AsyncDisposable & { path: string } }) | null =
		null;
	function running() {
		if (started === null) throw new Error('The app is there only while a test runs.');
		return started;
	}
	beforeEach(async () => {
		const folder = await temporaryFolder();
		const practice = await startPractice();
		const received: PracticeExchange[] = [];
		practice.onExchange((exchange) => received.push(exchange));
		started = { app: await openTestApp(folder.path, practice), practice, received, folder };
	});
	afterEach(async () => {
		const { app, practice, folder } = running();
		practice.faults.clear();
		await app.close();
		await practice.close();
		await folder[Symbol.asyncDispose]();
	});
	return {
		get app() {
			return running().app;
		},
		get practice() {
			return running().practice;
		},
		get received() {
			return running().received;
		},
		get folder() {
			return running().folder.path;
		},
		async restart() {
			const { app, practice, folder } = running();
			await app.close();
			started = { ...running(), app: await openTestApp(folder.path, practice) };
		},
	};
}

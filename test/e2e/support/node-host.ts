import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Folders, Pace, RunningHost, Variables } from './host.ts';
import { environment } from './host.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts the built Node host and opens its page. */
export async function launchNodeHost(
	folders: Folders,
	locale: string,
	pace: Pace,
	page: Page,
	variables: Variables,
): Promise<RunningHost> {
	const server = await startServer(folders, locale, pace, variables);
	await page.goto(server.url);
	const end = async (signal: NodeJS.Signals) => {
		// A page whose server goes away complains, rightly; here that is the test's own doing.
		await page.goto('about:blank');
		await endProcess(server.process, signal);
	};
	return {
		page,
		log: server.log,
		clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
		stop: () => end('SIGTERM'),
		kill9: async () => {
			await endProcess(server.process, 'SIGKILL');
			await page.goto('about:blank');
		},
	};
}

/** Starts the built Node host without a page. Rejects with what it printed when it ends before it is there. */
export async function startServer(
	folders: Folders,
	locale: string,
	pace: Pace,
	variables: Variables = {},
): Promise<{ readonly url: string; readonly process: ChildProcess; readonly log: () => string }> {
	const child = spawn(
		process.execPath,
		[
			join(root, 'out/main/web.js'),
			...['--port', '0', '--no-open', '--data-dir', folders.data, '--practice-pace', pace],
		],
		{ cwd: folders.home, env: environment(folders, 'node', locale, variables), stdio: ['ignore', 'pipe', 'pipe'] },
	);
	let output = '';
	const url = await new Promise<string>((resolve, reject) => {
		const collect = (text: string) => {
			output += text;
			const line = /^Outcrop is at .*?(\S+)$/m.exec(output);
			if (line?.[1] !== undefined && output.endsWith('\n')) resolve(line[1]);
		};
		child.stdout.setEncoding('utf8').on('data', collect);
		child.stderr.setEncoding('utf8').on('data', collect);
		child.once('error', reject);
		child.once('close', (code) => reject(new Error(`The app ended with ${code}:\n${output}`)));
	});
	return { url, process: child, log: () => output };
}

/** Sends a signal and waits until the process is gone. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = once(child, 'close');
	child.kill(signal);
	await gone;
}

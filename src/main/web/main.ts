import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import packageJson from '../../../package.json' with { type: 'json' };
import { createApp } from '../core/app.ts';
import { defaultDataFolder } from '../core/hosting/data-folder.ts';
import { createLineLog } from '../core/hosting/line-log.ts';
import { memorySecrets } from '../core/hosting/memory-secrets.ts';
import { outliveTerminal } from '../core/hosting/outlive-terminal.ts';
import { systemClock } from '../core/hosting/system-clock.ts';
import { takeDataFolder } from '../core/hosting/take-data-folder.ts';
import { paces } from '../practice/pace.ts';
import { startPractice } from '../practice/practice-server.ts';
import type { WebArguments } from './arguments.ts';
import { parseArguments, usage } from './arguments.ts';
import { hasDisplay, openInBrowser } from './browser.ts';
import { confSettings } from './conf-settings.ts';
import { startWebHost } from './host.ts';

outliveTerminal(process.stdout, process.stderr);

const asked = parseArguments(process.argv.slice(2), process.cwd());
if ('problem' in asked) {
	end(2, `${asked.problem}\n\n${usage}`);
} else if ('help' in asked) {
	process.stdout.write(usage);
} else {
	await run(asked).catch(fail);
}

async function run({ port, open, pace, ...given }: WebArguments): Promise<void> {
	const { platform } = process;
	const environment = { ...process.env };
	const homeFolder = homedir();
	const display = hasDisplay(platform, environment);
	const log = createLineLog((text) => process.stderr.write(text), systemClock);
	const dataFolder = given.dataFolder ?? defaultDataFolder({ platform, environment, homeFolder });

	const lock = takeDataFolder(dataFolder);
	const practice = await startPractice({ pace: paces[pace] });
	const app = await createApp({
		host: 'node',
		version: packageJson.version,
		platform,
		locale: null,
		dataFolder,
		homeFolder,
		environment,
		clock: systemClock,
		log,
		settingsFile: confSettings(dataFolder, systemClock),
		secrets: memorySecrets(),
		systemProxy: async () => null,
		openExternal: display ? openInBrowser : () => Promise.reject(new Error('There is no display to open it on.')),
		practice,
	});
	const rendererFolder = fileURLToPath(new URL('../renderer', import.meta.url));
	const host = await startWebHost({ router: app.router, rendererFolder, port, log });
	lock.announce(host.url);

	let closing = false;
	const close = async () => {
		if (closing) return;
		closing = true;
		await host.close();
		await app.close();
		await practice.close();
		lock.release();
		process.exit(0);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close().catch(fail));

	process.stdout.write(`Outcrop is at ${host.url}\n`);
	if (open && display) openInBrowser(host.url).catch((error: unknown) => log.error('No browser was opened', error));
	if (process.stdin.isTTY) {
		process.stdout.write('Enter prints another link; Ctrl+C ends Outcrop.\n');
		process.stdin.on('data', () => process.stdout.write(`Outcrop is at ${host.newUrl()}\n`));
	}
}

function fail(error: unknown): never {
	end(1, error instanceof Error ? error.message : String(error));
}

/** Says why Outcrop can't go on, and ends it. */
function end(code: number, message: string): never {
	process.stderr.write(`${message}\n`);
	process.exit(code);
}

import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import packageJson from '../../../package.json' with { type: 'json' };
import { createApp } from '../core/app.ts';
import { defaultDataFolder } from '../core/hosting/data-folder.ts';
import { createLineLog } from '../core/hosting/line-log.ts';
import { systemClock } from '../core/hosting/system-clock.ts';
import { takeDataFolder } from '../core/hosting/take-data-folder.ts';
import { startPractice } from '../practice/practice-server.ts';
import { parseArguments, usage } from './arguments.ts';
import { hasDisplay, openInBrowser } from './browser.ts';
import { confSettings } from './conf-settings.ts';
import { startWebHost } from './host.ts';

/** Says why Outcrop can't go on, and ends it. */
function end(code: number, message: string): never {
	process.stderr.write(`${message}\n`);
	process.exit(code);
}

function words(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** What the action gives; when it throws, Outcrop ends with the error's own words. */
function attempt<T>(action: () => T): T {
	try {
		return action();
	} catch (error) {
		return end(1, words(error));
	}
}

const asked = parseArguments(process.argv.slice(2), process.cwd());
if ('problem' in asked) end(2, `${asked.problem}\n\n${usage}`);
if ('help' in asked) {
	process.stdout.write(usage);
	process.exit(0);
}

const { platform } = process;
const environment = { ...process.env };
const homeFolder = homedir();
const display = hasDisplay(platform, environment);
const log = createLineLog((text) => process.stderr.write(text), systemClock);

const dataFolder = asked.dataFolder ?? defaultDataFolder({ platform, environment, homeFolder });
const lock = attempt(() => takeDataFolder(dataFolder));
const practice = await startPractice({ pace: asked.pace });
const app = await createApp({
	host: 'node',
	version: packageJson.version,
	platform,
	locale: Intl.DateTimeFormat().resolvedOptions().locale,
	dataFolder,
	homeFolder,
	environment,
	clock: systemClock,
	log,
	settingsFile: confSettings(dataFolder, systemClock),
	openExternal: display ? openInBrowser : () => Promise.reject(new Error('There is no display to open it on.')),
	practice,
}).catch((error: unknown) => end(1, `Outcrop can't start: ${words(error)}`));

const host = await startWebHost({
	router: app.router,
	rendererFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
	port: asked.port,
	log,
}).catch((error: NodeJS.ErrnoException) =>
	end(
		1,
		error.code === 'EADDRINUSE'
			? `Port ${asked.port} is in use. Choose another --port, or leave it out.`
			: `Port ${asked.port} can't be had: ${words(error)}`,
	),
);

let closing = false;
async function close(): Promise<void> {
	if (closing) return;
	closing = true;
	try {
		await host.close();
		await app.close();
		await practice.close();
		lock.release();
	} catch (error) {
		end(1, `Outcrop did not end well: ${words(error)}`);
	}
	process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close());

lock.announce(host.url);
process.stdout.write(`Outcrop is at ${host.url}\n`);
if (asked.open && display)
	openInBrowser(host.url).catch((error: unknown) => log.warn(`No browser opened: ${words(error)}`));
if (process.stdin.isTTY) {
	process.stdout.write('Enter prints another link; Ctrl+C ends Outcrop.\n');
	process.stdin.on('data', () => process.stdout.write(`Outcrop is at ${host.newUrl()}\n`));
}

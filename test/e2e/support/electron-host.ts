import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import { electronBinary } from './electron-binary.ts';
import type { Folders, RunningHost, Variables } from './host.ts';
import { environment } from './host.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts the built app under Electron. */
export async function launchElectronHost(folders: Folders, locale: string, variables: Variables): Promise<RunningHost> {
	const executablePath = electronBinary();
	if (executablePath === null) throw new Error('The Electron binary is not there.');
	const app = await _electron.launch({
		executablePath,
		args: [root, `--lang=${locale}`, '--data-dir', folders.data],
		env: environment(folders, 'electron', locale, variables),
		locale,
	});
	let output = '';
	const child = app.process();
	const collect = (chunk: unknown) => {
		output += String(chunk);
	};
	child.stdout?.on('data', collect);
	child.stderr?.on('data', collect);
	return {
		page: await app.firstWindow(),
		log: () => output,
		clipboard: () => app.evaluate(({ clipboard }) => clipboard.readText()),
		stop: () => app.close(),
		kill9: async () => {
			const gone = once(child, 'close');
			child.kill('SIGKILL');
			await gone;
		},
	};
}

import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, safeStorage, session } from 'electron';
import type { App } from '../core/app.ts';
import { createApp } from '../core/app.ts';
import { systemClock } from '../core/hosting/system-clock.ts';
import { takeDataFolder } from '../core/hosting/take-data-folder.ts';
import type { Log } from '../core/ports.ts';
import { paces } from '../practice/pace.ts';
import { startPractice } from '../practice/practice-server.ts';
import { electronSecrets } from './electron-secrets.ts';
import { electronSettings } from './electron-settings.ts';
import type { OpenExternal } from './external-links.ts';
import { createSystemProxy } from './system-proxy.ts';

/** The app on a data folder, with its practice endpoint. Rejects with a sentence when the folder is taken. */
export async function openApp(dataFolder: string, openExternal: OpenExternal, log: Log): Promise<App> {
	// Electron's own lock keeps a second Electron away; this one also keeps the Node host away.
	const lock = takeDataFolder(dataFolder);
	const practice = await startPractice({ pace: paces.real });
	const core = await createApp({
		host: 'electron',
		version: app.getVersion(),
		platform: process.platform,
		locale: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
		dataFolder,
		homeFolder: homedir(),
		environment: { ...process.env },
		clock: systemClock,
		log,
		settingsFile: electronSettings(dataFolder, systemClock),
		secrets: electronSecrets({ safeStorage, platform: process.platform, file: join(dataFolder, 'secrets.json'), log }),
		systemProxy: createSystemProxy(session.defaultSession),
		openExternal,
		practice,
	});
	return {
		router: core.router,
		close: async () => {
			await core.close();
			await practice.close();
			lock.release();
		},
	};
}

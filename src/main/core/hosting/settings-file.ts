import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, SettingsFile } from '../ports.ts';
import { setAsideBrokenJson } from '../settings/set-aside-broken-json.ts';

/** What is used of `conf` and of `electron-store`, which is built on it. */
export interface SettingsStore {
	get store(): Record<string, unknown>;
	set store(value: Record<string, unknown>);
}

/** The name that a store must use in the data folder, without `.json`. */
export const SETTINGS_NAME = 'settings';

/** The settings file of a data folder. A broken one is set aside first, because the libraries throw over it. */
export function openSettingsFile(folder: string, clock: Clock, open: () => SettingsStore): SettingsFile {
	const path = join(folder, `${SETTINGS_NAME}.json`);
	const setAside = setAsideBrokenJson(path, clock);
	const store = open();
	return {
		path,
		setAside,
		read: () => (existsSync(path) ? store.store : null),
		write: (settings) => {
			store.store = settings;
		},
	};
}

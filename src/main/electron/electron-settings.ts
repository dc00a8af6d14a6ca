import ElectronStore from 'electron-store';
import { openSettingsFile, SETTINGS_NAME } from '../core/hosting/settings-file.ts';
import type { Clock, SettingsFile } from '../core/ports.ts';

/** The settings file of a data folder, kept with `electron-store`: the same file as the Node host's. */
export function electronSettings(folder: string, clock: Clock): SettingsFile {
	return openSettingsFile(
		folder,
		clock,
		() => new ElectronStore({ cwd: folder, name: SETTINGS_NAME, configFileMode: 0o600 }),
	);
}

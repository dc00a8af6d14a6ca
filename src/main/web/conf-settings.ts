import Conf from 'conf';
import { openSettingsFile, SETTINGS_NAME } from '../core/hosting/settings-file.ts';
import type { Clock, SettingsFile } from '../core/ports.ts';

/** The settings file of a data folder, kept with `conf`. */
export function confSettings(folder: string, clock: Clock): SettingsFile {
	return openSettingsFile(
		folder,
		clock,
		() => new Conf({ cwd: folder, configName: SETTINGS_NAME, configFileMode: 0o600 }),
	);
}

import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { isJsonObject } from '../../../shared/json-object.ts';
import type { AppSettings, AppSettingsPatch } from '../../../shared/model/app-settings.ts';
import {
	appSettings,
	appSettingsPatch,
	defaultAppSettings,
	withAppSettings,
} from '../../../shared/model/app-settings.ts';
import type { Clock, Log, SettingsFile } from '../ports.ts';
import type { SetAside } from '../storage/set-aside.ts';
import { setAsideFile } from '../storage/set-aside.ts';

/** The settings of the app, as they are now. */
export interface Settings {
	get(): AppSettings;
	/**
	 * Applies a change and writes the file. A value that the schema refuses throws a ZodError and changes nothing. A file
	 * that can't be written is no error here: the new value holds until the app ends, see `notSaved`.
	 */
	update(patch: AppSettingsPatch): AppSettings;
	/** Called after each change, saved or not, and when `notSaved` changes. Gives the unsubscribe. */
	subscribe(listener: (settings: AppSettings) => void): () => void;
	/** What was found broken at the start and set aside. */
	readonly setAside: SetAside | null;
	/** The file that could not be written, with the system's words; null when the last write went well. */
	notSaved(): { readonly path: string; readonly detail: string } | null;
}

/** Reads the settings. What is missing gets its default; a file with a value that makes no sense is set aside whole. */
export function loadSettings(options: {
	readonly file: SettingsFile;
	readonly clock: Clock;
	readonly log: Log;
}): Settings {
	const { file, clock, log } = options;
	const listeners = new Set<(settings: AppSettings) => void>();
	let notSaved: { readonly path: string; readonly detail: string } | null = null;
	let setAside = file.setAside;
	let current = defaultAppSettings;

	const found = file.read();
	if (found !== null) {
		const parsed = appSettings.safeParse(withDefaults(found));
		if (parsed.success) current = parsed.data;
		else setAside = moveAway(z.prettifyError(parsed.error));
	}
	if (setAside !== null) log.warn('The settings file was set aside; the defaults are used.');

	function moveAway(detail: string): SetAside {
		if (!existsSync(file.path)) return { path: file.path, detail };
		return setAsideFile(file.path, { detail, now: clock.now() });
	}

	function save(): void {
		try {
			file.write(current);
			notSaved = null;
		} catch (error) {
			notSaved = { path: file.path, detail: error instanceof Error ? error.message : String(error) };
			log.error('The settings could not be written.', error);
		}
	}

	return {
		setAside,
		get: () => current,
		notSaved: () => notSaved,
		update(patch) {
			const next = appSettings.parse(withAppSettings(current, appSettingsPatch.parse(patch)));
			const changed = !isDeepStrictEqual(next, current);
			if (!changed && notSaved === null) return current;
			const before = notSaved;
			current = next;
			save();
			if (changed || before !== notSaved) for (const listener of [...listeners]) listener(current);
			return current;
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
}

/** The settings that are objects of settings. */
const GROUPS = ['defaults', 'calls', 'continuation', 'network', 'storage', 'layout'] as const;

/** A file of an older version lacks what is new, also within a group. Unknown keys are left out by the schema. */
function withDefaults(found: unknown): unknown {
	if (!isJsonObject(found)) return found;
	const groups = GROUPS.map((group) => {
		const kept = found[group];
		return [
			group,
			isJsonObject(kept) ? { ...defaultAppSettings[group], ...kept } : (kept ?? defaultAppSettings[group]),
		];
	});
	return { ...defaultAppSettings, ...found, ...Object.fromEntries(groups) };
}

import { readFileSync } from 'node:fs';
import { isJsonObject } from '../../../shared/json-object.ts';
import type { Clock } from '../ports.ts';
import type { SetAside } from '../storage/set-aside.ts';
import { setAsideFile } from '../storage/set-aside.ts';

/**
 * Sets a settings file aside that can't be read as a JSON object; null when there is none or all is well. To be called
 * before `conf` 16 (or electron-store) is made: that throws on such a file, destroys it where `clearInvalidConfig` is
 * set, and takes an array for an empty one. Throws the system's error when the file can't be renamed.
 */
export function setAsideBrokenJson(path: string, clock: Clock): SetAside | null {
	const detail = faultOf(path);
	return detail === null ? null : setAsideFile(path, { detail, now: clock.now() });
}

/** What is wrong with a JSON file, in the parser's or the system's words; null when nothing is or there is no file. */
function faultOf(path: string): string | null {
	try {
		const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
		return isJsonObject(value) ? null : 'It holds no JSON object.';
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return 'code' in error && error.code === 'ENOENT' ? null : error.message;
	}
}

import { existsSync, renameSync } from 'node:fs';

/** A broken file of the user's that was moved out of the way, whole, so that a new one can be begun. */
export interface SetAside {
	/** Where it lies now. */
	readonly path: string;
	/** What was wrong with it: the system's, SQLite's or the JSON parser's own words. */
	readonly detail: string;
}

/**
 * Renames a file to `NAME.corrupt-2026-11-21T00-00-00Z`, and the files beside it that belong to it (`-wal`, …) with it.
 * A name that is taken gets a number: nothing is ever overwritten. Throws the system's error when it can't be renamed.
 */
export function setAsideFile(
	file: string,
	reason: { readonly detail: string; readonly now: number; readonly companions?: readonly string[] },
): SetAside {
	const suffixes = ['', ...(reason.companions ?? [])];
	const path = freeName(`${file}.corrupt-${fileDate(reason.now)}`, suffixes);
	// The file itself goes last: as long as it is there, the next start finds it broken and tries again.
	for (const suffix of suffixes.toReversed()) {
		if (existsSync(file + suffix)) renameSync(file + suffix, path + suffix);
	}
	return { path, detail: reason.detail };
}

/** `2026-11-21T00-00-00Z`: a date that every file system takes. */
function fileDate(now: number): string {
	return new Date(now)
		.toISOString()
		.replace(/\.\d+Z$/, 'Z')
		.replaceAll(':', '-');
}

function freeName(wanted: string, suffixes: readonly string[]): string {
	for (let count = 1; ; count++) {
		const name = count === 1 ? wanted : `${wanted}-${count}`;
		if (suffixes.every((suffix) => !existsSync(name + suffix))) return name;
	}
}

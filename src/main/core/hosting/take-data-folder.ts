import { mkdirSync } from 'node:fs';
import type { HeldLock } from '../storage/instance-lock.ts';
import { lockDataFolder } from '../storage/instance-lock.ts';

/**
 * Makes the data folder where it is missing, for this user alone, and takes it for this process. Throws with a
 * sentence for the user when another process has it or it can't be had.
 */
export function takeDataFolder(folder: string): HeldLock {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
	} catch (error) {
		throw new Error(`The data folder can't be made: ${error instanceof Error ? error.message : error}`, {
			cause: error,
		});
	}
	const lock = lockDataFolder(folder);
	if (lock.ok) return lock;
	const { holder } = lock;
	const who = holder === null ? '' : `, as process ${holder.pid}${holder.url === null ? '' : ` at ${holder.url}`}`;
	throw new Error(`Outcrop is already running on ${folder}${who}. End it, or choose another data folder (--data-dir).`);
}

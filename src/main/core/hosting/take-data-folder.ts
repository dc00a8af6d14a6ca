import { mkdirSync } from 'node:fs';
import type { HeldLock } from '../storage/instance-lock.ts';
import { lockDataFolder } from '../storage/instance-lock.ts';
import { dataFolderProblem } from './data-folder-problem.ts';

/**
 * Makes the data folder where it is missing, for this user alone, and takes it for this process. Throws with a
 * sentence for the user when another process has it or it can't be had.
 */
export function takeDataFolder(folder: string): HeldLock {
	const lock = inFolder(folder, () => {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		return lockDataFolder(folder);
	});
	if (lock.ok) return lock;
	const { holder } = lock;
	const who = holder === null ? '' : `, as process ${holder.pid}${holder.url === null ? '' : ` at ${holder.url}`}`;
	throw new Error(`Outcrop is already running on ${folder}${who}. End it, or choose another data folder (--data-dir).`);
}

function inFolder<T>(folder: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw dataFolderProblem(folder, error);
	}
}

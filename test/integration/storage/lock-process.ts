/**
 * Takes the lock of a data folder, says how it went, and holds it until it is killed or told to release it.
 * Arguments: the folder, and the URL to announce.
 */
import { lockDataFolder } from '../../../src/main/core/storage/instance-lock.ts';

const lock = lockDataFolder(process.argv[2] ?? '');
if (lock.ok && process.argv[3] !== undefined) lock.announce(process.argv[3]);
console.log(JSON.stringify(lock.ok ? { ok: true } : lock));
if (lock.ok) {
	process.stdin.once('data', () => {
		lock.release();
		console.log('released');
		process.stdin.unref();
	});
}

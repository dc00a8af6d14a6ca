/**
 * Packs what lies unpacked in a database, a step at a time, says so after each, and goes on when it is told.
 * Arguments: the database's file.
 */
import { openStore } from '../../../src/main/core/storage/open-store.ts';

const { store } = await openStore({
	file: process.argv[2] ?? '',
	clock: { now: () => 0, monotonic: () => 0 },
	log: { info() {}, warn() {}, error() {} },
});
for (;;) console.log((await store.tidy()) ? 'packed' : 'done');

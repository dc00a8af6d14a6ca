// @ts-check
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/main/core/storage/open-store.ts';
import { operations } from '../src/shared/model/operation.ts';
import { defaultRequestSettings } from '../src/shared/model/settings.ts';
import { longConversation } from '../test/helpers/long-conversation.ts';

/** Turns at which the file is measured; the growth from the first two is the baseline of that from the last two. */
const EARLY = /** @type {const} */ ([10, 20]);
const LATE = /** @type {const} */ ([190, 200]);

/**
 * What a turn of a conversation takes on the disk, late against early, and the whole against keeping each body as it is.
 * Bytes, not times: the same on every machine. Gives the lines to print.
 * @returns {Promise<string[]>}
 */
export async function measureGrowth() {
	const lines = ['A conversation of 200 equal turns, each of which resends all before it: bytes on the disk a turn'];
	for (const operation of operations) {
		const { early, late, kept, original } = await grow(operation);
		lines.push(
			`  ${operation}: turns ${LATE.join(' to ')}: ${late} B, ${(late / early).toFixed(3)} × turns ${EARLY.join(' to ')}` +
				` (${early} B); bodies ${(kept / original).toFixed(4)} × kept as they are (${original} B)`,
		);
	}
	return lines;
}

/** @param {import('../src/shared/model/operation.ts').Operation} operation */
async function grow(operation) {
	const folder = mkdtempSync(join(tmpdir(), 'outcrop-bench-'));
	const file = join(folder, 'bench.db');
	const log = { info() {}, warn() {}, error() {} };
	const clock = { now: () => 0, monotonic: () => 0 };
	const next = longConversation('talk', operation);
	/** @type {Map<number, number>} */
	const sizes = new Map();
	try {
		const { store } = await openStore({ file, clock, log });
		await store.createConversation({ id: 'talk', title: '', settings: defaultRequestSettings, at: 0 });
		await store.close();
		const measured = [...EARLY, ...LATE];
		let [kept, original] = [0, 0];
		for (let count = 0; measured.length > 0; ) {
			// Closed each time: then all of it is in the file, and nothing in the -wal beside it.
			const { store } = await openStore({ file, clock, log });
			const until = measured.shift() ?? 0;
			for (; count < until; count++) await store.save(next().changes);
			const use = await store.use();
			[kept, original] = [use.keptBytes, use.originalBytes];
			await store.close();
			sizes.set(until, statSync(file).size - use.freeBytes);
		}
		const perTurn = (/** @type {readonly [number, number]} */ [from, to]) =>
			Math.round(((sizes.get(to) ?? 0) - (sizes.get(from) ?? 0)) / (to - from));
		return { early: perTurn(EARLY), late: perTurn(LATE), kept, original };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

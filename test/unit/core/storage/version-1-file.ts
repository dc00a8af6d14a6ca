import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { Store } from '../../../../src/main/core/storage/store.ts';
import type { CapturedTurn } from '../../../helpers/long-conversation.ts';
import { longConversation } from '../../../helpers/long-conversation.ts';
import { bytesOf, sha256, temporaryFolder } from './samples.ts';

/** Turns of the talk in it. */
export const VERSION_1_TURNS = 40;

/** A file as version 1 kept a talk in it: whole bodies, segments that are never joined, pages that are never given back. */
export function version1(): { readonly file: string; readonly turns: readonly CapturedTurn[] } {
	const file = join(temporaryFolder(), 'outcrop.db');
	const old = new DatabaseSync(file);
	old.exec('PRAGMA journal_mode = WAL');
	const schema = readFileSync(join(import.meta.dirname, 'version-1.sql'), 'utf8').split('INSERT INTO')[0] ?? '';
	old.exec(schema);
	old.exec(`INSERT INTO conversations VALUES (1, 'c1', '"A talk"', '{}', 'm', 'Converse', 1, 1, NULL)`);
	old.exec('BEGIN');
	const next = longConversation('c1', 'Converse');
	const turns = Array.from({ length: VERSION_1_TURNS }, () => next());
	for (const [index, { attempts }] of turns.entries()) {
		for (const one of attempts) {
			const ids = [`m${index}`, `t${index}`, `e${index}`];
			old.prepare(`INSERT INTO messages VALUES (?, 'c1', NULL, 'user', '[]', 1)`).run(ids[0] ?? '');
			old
				.prepare(`INSERT INTO turns VALUES (?, ?, 'c1', ?, NULL, 'complete', NULL, 1, 2)`)
				.run(index + 1, ids[1] ?? '', ids[0] ?? '');
			old
				.prepare(`INSERT INTO exchanges VALUES (?, ?, 1, 'complete', '{"operation":"Converse"}')`)
				.run(ids[2] ?? '', ids[1] ?? '');
			const { request, response: answer } = one;
			old
				.prepare(`INSERT INTO attempts VALUES (?, ?, 1, '{}', ?, ?, ?, ?)`)
				.run(one.id, ids[2] ?? '', request.length, sha256(request), answer.length, sha256(answer));
			old.prepare('INSERT INTO request_bodies VALUES (?, ?)').run(one.id, request);
			const half = Math.floor(answer.length / 2);
			for (const [part, end] of [
				[answer.subarray(0, half), half],
				[answer.subarray(half), answer.length],
			] as const) {
				old
					.prepare('INSERT INTO response_segments (attempt_id, bytes, arrivals) VALUES (?, ?, ?)')
					.run(one.id, part, JSON.stringify([[end, end / 8]]));
			}
		}
	}
	old.exec('COMMIT');
	old.close();
	return { file, turns };
}

/** Every byte and every time is as it was. */
export async function expectExact(store: Store, turns: readonly CapturedTurn[]): Promise<void> {
	for (const { id, request, response: answer } of turns.flatMap(({ attempts }) => attempts)) {
		expect(Buffer.compare((await store.body(id, 'request')) ?? bytesOf(0), request)).toBe(0);
		expect(Buffer.compare((await store.body(id, 'response')) ?? bytesOf(0), answer)).toBe(0);
		const half = Math.floor(answer.length / 2);
		expect(await store.arrivals(id)).toEqual([
			[half, half / 8],
			[answer.length, answer.length / 8],
		]);
	}
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../../../src/main/core/storage/database.ts';
import { openDatabase } from '../../../../src/main/core/storage/database.ts';
import { APPLICATION_ID, migrate, migrations, VERSION } from '../../../../src/main/core/storage/migrations.ts';
import { openStore } from '../../../../src/main/core/storage/open-store.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { clock, silentLog, temporaryFolder } from './samples.ts';

/** A dump of a database as that version of the app wrote it. Never changed; a new version brings its own. */
function dumpOf(version: number): string {
	return join(import.meta.dirname, `version-${version}.sql`);
}

function emptyDatabase(): Database {
	const database = openDatabase(':memory:');
	onTestFinished(() => database.close());
	return database;
}

test('every version has a dump to be tested with', () => {
	expect(migrations.map((_, index) => existsSync(dumpOf(index + 1)))).toEqual(migrations.map(() => true));
});

test.each(migrations.map((_, index) => index + 1))(
	'a database of version %i opens and is read whole',
	async (version) => {
		const file = join(temporaryFolder(), 'outcrop.db');
		const old = new DatabaseSync(file);
		old.exec(readFileSync(dumpOf(version), 'utf8'));
		old.close();
		const { store, setAside } = await openStore({ file, clock, log: silentLog });
		onTestFinished(() => store.close());
		expect(setAside).toBeNull();
		expect(store.readOnly).toBe(false);
		expect(await store.conversation('c1')).toStrictEqual({
			id: 'c1',
			title: '題名',
			settings: defaultRequestSettings,
			createdAt: 500,
			updatedAt: 1000.5,
			turns: [
				{
					id: 't1',
					conversationId: 'c1',
					question: {
						id: 'm1',
						conversationId: 'c1',
						parentId: null,
						role: 'user',
						content: [{ type: 'text', text: 'Why?' }],
						createdAt: 1000.5,
					},
					answer: {
						id: 'm2',
						conversationId: 'c1',
						parentId: 'm1',
						role: 'assistant',
						content: [{ type: 'text', text: 'Because.' }],
						createdAt: 1001,
					},
					state: 'interrupted',
					failure: null,
					exchanges: [
						{
							id: 'e1',
							turnId: 't1',
							index: 1,
							continues: false,
							answersTools: false,
							edited: false,
							trace: null,
							operation: 'ConverseStream',
							modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
							family: null,
							connection: 'practice',
							region: 'us-east-1',
							endpoint: 'http://127.0.0.1:8787',
							state: 'interrupted',
							startedAt: 1001,
							credentials: null,
							firstByteMs: null,
							firstTokenMs: null,
							totalMs: null,
							usage: null,
							stopReason: null,
							requestId: null,
							status: null,
							attemptCount: 1,
							failure: null,
						},
					],
					startedAt: 1000.5,
					endedAt: null,
					unsaved: false,
				},
			],
		});
		expect((await store.exchange('e1'))?.attempts).toStrictEqual([
			{
				id: 'a1',
				exchangeId: 'e1',
				index: 1,
				startedMs: 0.5,
				request: {
					method: 'POST',
					url: 'http://127.0.0.1:8787/model/x/converse-stream',
					headers: [['Content-Type', 'application/json']],
					body: { size: 2, sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' },
				},
				signature: null,
				sending: null,
				response: {
					status: 200,
					headers: [],
					headersMs: 10,
					firstByteMs: 12,
					body: { size: 3, sha256: null },
					kind: 'event-stream',
				},
				endedMs: null,
				error: null,
			},
		]);
		expect(await store.body('a1', 'request')).toStrictEqual(Uint8Array.from(Buffer.from('{}')));
		expect(await store.body('a1', 'response')).toStrictEqual(Uint8Array.of(0, 1, 255));
		expect(await store.arrivals('a1')).toStrictEqual([[3, 12]]);
	},
);

test('a new database says whose it is and of which version', () => {
	const database = emptyDatabase();
	migrate(database, 0);
	expect(database.statement('PRAGMA application_id').get()).toEqual({ application_id: APPLICATION_ID });
	expect(database.statement('PRAGMA user_version').get()).toEqual({ user_version: VERSION });
});

test('a step is done whole or not at all, and those before it stay', () => {
	const database = emptyDatabase();
	const steps = ['CREATE TABLE first (a TEXT) STRICT', 'CREATE TABLE second (a TEXT) STRICT; CREATE TABLE nonsense'];
	expect(() => migrate(database, 0, steps)).toThrow(/incomplete input|syntax error/);
	expect(database.statement('PRAGMA user_version').get()).toEqual({ user_version: 1 });
	expect(database.statement('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'first' }]);
	migrate(database, 1, [steps[0] ?? '', 'CREATE TABLE second (a TEXT) STRICT']);
	expect(database.statement('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'first' }, { name: 'second' }]);
});

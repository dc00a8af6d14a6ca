import {
	chmodSync,
	copyFileSync,
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { VERSION } from '../../../../src/main/core/storage/migrations.ts';
import { openStore } from '../../../../src/main/core/storage/open-store.ts';
import { change, cutOff, filled, open } from './database-files.ts';
import {
	bytesOf,
	clock,
	question,
	settings,
	silentLog,
	streaming,
	temporaryFolder,
	withConversation,
} from './samples.ts';

const SET_ASIDE = 'outcrop.db.corrupt-2026-11-21T00-00-00Z';

describe('what was left behind', () => {
	test('is there again, and what was running is interrupted', async () => {
		const { store, setAside } = await open(await filled());
		expect(setAside).toBeNull();
		expect(store.readOnly).toBe(false);
		const turn = await store.turn('t1');
		expect(turn).toMatchObject({ state: 'interrupted', endedAt: null });
		expect(turn?.answer?.content).toStrictEqual([{ type: 'text', text: 'Because.' }]);
		expect(turn?.exchanges.map((one) => one.state)).toEqual(['interrupted']);
		expect(await store.body('a1', 'response')).toStrictEqual(bytesOf(50_000));
		expect((await store.exchange('e1'))?.attempts[0]?.response?.body).toStrictEqual({ size: 50_000, sha256: null });
	});

	test('of an answer with no text is no answer', async () => {
		const file = join(temporaryFolder(), 'outcrop.db');
		const first = await open(file);
		await withConversation(first.store);
		await first.store.save(streaming(bytesOf(3), bytesOf(5), []));
		expect((await first.store.turn('t1'))?.answer).not.toBeNull();
		await first.store.close();
		const { store } = await open(file);
		expect(await store.turn('t1')).toMatchObject({ state: 'interrupted', answer: null });
	});

	test('of an answer of thoughts and a tool’s half input, all of it', async () => {
		const file = join(temporaryFolder(), 'outcrop.db');
		const first = await open(file);
		await withConversation(first.store);
		await first.store.save(streaming(bytesOf(3), bytesOf(5), []));
		const messageId = (await first.store.turn('t1'))?.answer?.id ?? '';
		await first.store.save([
			{ type: 'answer-part', messageId, part: { type: 'reasoning', text: 'Hm.' } },
			{ type: 'answer-part', messageId, part: { type: 'tool-use', id: '1', name: 'look' } },
			{ type: 'answer-part', messageId, part: { type: 'tool-input', json: '{"ci' } },
		]);
		await first.store.close();
		const { store } = await open(file);
		const turn = await store.turn('t1');
		expect(turn?.state).toBe('interrupted');
		expect(turn?.answer?.content).toStrictEqual([
			{ type: 'reasoning', text: 'Hm.', signature: null, redacted: null },
			{ type: 'tool-use', id: '1', name: 'look', input: '{"ci' },
		]);
	});

	test('is erased when it was deleted, with everything that hung on it', async () => {
		const file = await filled();
		const first = await open(file);
		await withConversation(first.store, 'c2');
		// A long talk: each message hangs on the one before it.
		for (let index = 0; index < 2000; index++) {
			const parent = index === 0 ? null : `long-${index - 1}`;
			const asked = question('c1', `long-${index}`, 'Hi', parent);
			await first.store.save([{ type: 'turn-begun', turnId: `turn-${index}`, question: asked, title: '', at: index }]);
		}
		await first.store.deleteConversation('c1', 1);
		await first.store.close();
		const { store } = await open(file);
		await store.restoreConversation('c1');
		expect((await store.listConversations()).map((one) => one.id)).toEqual(['c2']);
		const other = new DatabaseSync(file, { readOnly: true });
		onTestFinished(() => other.close());
		for (const table of ['messages', 'turns', 'exchanges', 'attempts', 'request_bodies', 'response_segments']) {
			expect(other.prepare(`SELECT count(*) AS count FROM ${table}`).get()).toEqual({ count: 0 });
		}
	});
});

describe('a broken database is set aside and a new one begun', () => {
	test.each([
		['garbage', (file: string) => writeFileSync(file, 'garbage '.repeat(1000)), 'file is not a database'],
		['one byte', (file: string) => writeFileSync(file, 'S'), 'file is not a database'],
		['cut off inside', (file: string) => truncateSync(file, 8192), 'database disk image is malformed'],
		['cut off in the header', (file: string) => truncateSync(file, 40), 'database disk image is malformed'],
		[
			'a schema that makes no sense',
			(file: string) => {
				const text = readFileSync(file, 'latin1');
				writeFileSync(file, text.replaceAll('CREATE TABLE conv', 'CREATE TABLF conv'), 'latin1');
			},
			/malformed database schema/,
		],
		[
			'the database of another application',
			(file: string) => change(file, 'PRAGMA application_id = 42'),
			"This is another application's database (application_id 42).",
		],
		[
			'a database of nobody knows whom',
			(file: string) => change(file, 'PRAGMA application_id = 0; PRAGMA user_version = 0'),
			"This is another application's database (application_id 0).",
		],
	])('%s', async (_name, breakIt, detail) => {
		const file = await filled();
		breakIt(file);
		const broken = readFileSync(file);
		const { store, setAside } = await open(file);
		expect(setAside?.path).toBe(join(file, '..', SET_ASIDE));
		expect(setAside?.detail).toMatch(detail);
		expect(readFileSync(join(file, '..', SET_ASIDE)).equals(broken)).toBe(true);
		expect(await store.listConversations()).toEqual([]);
		await withConversation(store, 'new');
		await store.close();
		const again = await open(file);
		expect(again.setAside).toBeNull();
		expect((await again.store.listConversations()).map((one) => one.id)).toEqual(['new']);
	});

	test('with what SQLite keeps beside it, and without overwriting what was set aside before', async () => {
		const file = await cutOff();
		const folder = join(file, '..');
		const wal = readFileSync(`${file}-wal`);
		writeFileSync(file, 'garbage');
		writeFileSync(join(folder, SET_ASIDE), 'of an earlier time');
		const { setAside } = await open(file);
		expect(setAside?.path).toBe(join(folder, `${SET_ASIDE}-2`));
		expect(readFileSync(join(folder, SET_ASIDE), 'utf8')).toBe('of an earlier time');
		expect(readFileSync(join(folder, `${SET_ASIDE}-2`), 'utf8')).toBe('garbage');
		expect(readFileSync(join(folder, `${SET_ASIDE}-2-wal`)).equals(wal)).toBe(true);
	});

	test.each(['emptied', 'gone'])('when it is %s but its -wal is there, which SQLite would delete', async (how) => {
		const file = await cutOff();
		const wal = readFileSync(`${file}-wal`);
		if (how === 'emptied') truncateSync(file);
		else rmSync(file);
		const { setAside } = await open(file);
		expect(setAside?.detail).toBe('The database is empty, its -wal file is not.');
		expect(readFileSync(`${setAside?.path}-wal`).equals(wal)).toBe(true);
	});
});

test('a change that was cut short outside of the -wal is rolled back, not taken for damage', async () => {
	const source = await filled();
	const writer = new DatabaseSync(source);
	onTestFinished(() => writer.close());
	writer.exec('PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1');
	const before = readFileSync(source);
	writer.exec('BEGIN; DELETE FROM answer_chunks');
	// More than the cache holds: SQLite has to write into the file before the commit.
	writer.exec(`UPDATE conversations SET title = '"' || hex(zeroblob(100000)) || '"'`);
	writer.exec(`UPDATE response_segments SET bytes = zeroblob(100000)`);
	const file = join(temporaryFolder(), 'outcrop.db');
	for (const suffix of ['', '-journal']) copyFileSync(source + suffix, file + suffix);
	expect(readFileSync(file).equals(before)).toBe(false);
	const { store, setAside } = await open(file);
	expect(setAside).toBeNull();
	expect((await store.conversation('c1'))?.title).toBe('Title of c1');
	expect(await store.body('a1', 'response')).toStrictEqual(bytesOf(50_000));
});

test('an empty file is no broken one', async () => {
	const file = join(temporaryFolder(), 'outcrop.db');
	writeFileSync(file, '');
	const { store, setAside } = await open(file);
	expect(setAside).toBeNull();
	await withConversation(store);
});

test('what is merely out of reach is not set aside', async () => {
	const file = join(temporaryFolder(), 'no-such-folder', 'outcrop.db');
	await expect(openStore({ file, clock, log: silentLog })).rejects.toMatchObject({
		name: 'StoreError',
		code: 'not-saved',
		message: `ENOENT: no such file or directory, open '${file}'`,
	});
});

describe('the database of a newer version', () => {
	async function newer(file: string): Promise<string> {
		change(file, `PRAGMA user_version = ${VERSION + 1}; ALTER TABLE conversations ADD COLUMN pinned INTEGER`);
		return file;
	}

	test('can be read, and not one byte of it changes', async () => {
		const file = await newer(await filled());
		const before = readFileSync(file);
		const { store, setAside } = await open(file);
		expect(setAside).toBeNull();
		expect(store.readOnly).toBe(true);
		expect((await store.listConversations()).map((one) => one.id)).toEqual(['c1']);
		expect((await store.turn('t1'))?.answer?.content).toStrictEqual([{ type: 'text', text: 'Because.' }]);
		const refused = { name: 'StoreError', code: 'read-only' };
		await expect(store.createConversation({ id: 'x', title: '', settings, at: 1 })).rejects.toMatchObject(refused);
		await expect(store.setTitle('c1', 'x')).rejects.toMatchObject(refused);
		await expect(store.changeSettings('c1', settings)).rejects.toMatchObject(refused);
		await expect(store.deleteConversation('c1', 1)).rejects.toMatchObject(refused);
		await expect(store.restoreConversation('c1')).rejects.toMatchObject(refused);
		await expect(store.save([])).rejects.toMatchObject(refused);
		expect(readdirSync(join(file, '..'))).toEqual(['outcrop.db']);
		await store.close();
		expect(readFileSync(file).equals(before)).toBe(true);
		expect(readdirSync(join(file, '..'))).toEqual(['outcrop.db']);
	});

	test('is read with what was cut off before it was closed, and neither file changes', async () => {
		const file = join(temporaryFolder(), 'outcrop.db');
		const source = await filled();
		// A connection that stays open keeps its -wal, as a killed process does.
		const writer = new DatabaseSync(source);
		onTestFinished(() => writer.close());
		writer.exec(`PRAGMA user_version = ${VERSION + 7}; UPDATE conversations SET title = '"From the wal"'`);
		for (const suffix of ['', '-wal']) copyFileSync(source + suffix, file + suffix);
		const before = [readFileSync(file), readFileSync(`${file}-wal`)] as const;
		const { store } = await open(file);
		expect(store.readOnly).toBe(true);
		expect((await store.conversation('c1'))?.title).toBe('From the wal');
		await store.close();
		expect(readFileSync(file).equals(before[0])).toBe(true);
		expect(readFileSync(`${file}-wal`).equals(before[1])).toBe(true);
	});
});

test.skipIf(process.platform === 'win32')('a database that it makes is for this user alone', async () => {
	const folder = temporaryFolder();
	chmodSync(folder, 0o755);
	const { store } = await open(join(folder, 'outcrop.db'));
	await withConversation(store);
	const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
	expect(modes).toEqual([
		['outcrop.db', 0o600],
		['outcrop.db-shm', 0o600],
		['outcrop.db-wal', 0o600],
	]);
});

test('a running database is in WAL mode and leaves only its one file when it is closed', async () => {
	const file = join(temporaryFolder(), 'outcrop.db');
	const { store } = await open(file);
	await withConversation(store);
	expect(existsSync(`${file}-wal`)).toBe(true);
	await store.close();
	expect(readdirSync(join(file, '..'))).toEqual(['outcrop.db']);
});

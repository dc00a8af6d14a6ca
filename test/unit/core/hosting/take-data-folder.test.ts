import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeDataFolder } from '../../../../src/main/core/hosting/take-data-folder.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'outcrop-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder that is not there is made, for this user alone', () => {
	const inner = join(folder, 'a', 'Outcrop');
	const lock = takeDataFolder(inner);
	if (process.platform !== 'win32') expect(statSync(inner).mode & 0o777).toBe(0o700);
	lock.release();
});

test('who comes second is told who was first, and where', () => {
	const lock = takeDataFolder(folder);
	const first = `Outcrop is already running on ${folder}, as process ${process.pid}`;
	const way = 'End it, or choose another data folder (--data-dir).';
	expect(() => takeDataFolder(folder)).toThrow(`${first}. ${way}`);
	lock.announce('http://127.0.0.1:4321/?token=secret');
	expect(() => takeDataFolder(folder)).toThrow(`${first} at http://127.0.0.1:4321. ${way}`);
	lock.release();
	takeDataFolder(folder).release();
});

test('a folder that can not be made is said in a sentence', () => {
	writeFileSync(join(folder, 'file'), '');
	expect(() => takeDataFolder(join(folder, 'file', 'data'))).toThrow(
		/^The data folder \S+file\/data can't be used: ENOTDIR[^\n]+ choose another one \(--data-dir\)\.$/,
	);
});

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockDataFolder } from '../../../src/main/core/storage/instance-lock.ts';
import { temporaryFolder } from '../../unit/core/storage/samples.ts';
import { startChild } from './child.ts';

const lockProcess = new URL('./lock-process.ts', import.meta.url);

test('a second process is refused and told whom it met', async () => {
	const folder = join(temporaryFolder(), 'made', 'when needed');
	const first = startChild(lockProcess, folder, 'http://127.0.0.1:4321/?token=planted-secret#planted');
	expect(await first.line()).toBe('{"ok":true}');
	const holder = { pid: first.pid, url: 'http://127.0.0.1:4321' };
	expect(lockDataFolder(folder)).toEqual({ ok: false, holder });
	const second = startChild(lockProcess, folder);
	expect(JSON.parse(await second.line())).toEqual({ ok: false, holder });
	expect(readFileSync(join(folder, 'instance.json'), 'utf8')).not.toContain('planted');
});

test('a folder is free again as soon as its process is gone, even by kill -9', async () => {
	const folder = temporaryFolder();
	const first = startChild(lockProcess, folder);
	expect(await first.line()).toBe('{"ok":true}');
	await first.kill();
	expect(JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8'))).toEqual({ pid: first.pid, url: null });
	const lock = lockDataFolder(folder);
	if (!lock.ok) throw new Error('refused');
	onTestFinished(lock.release);
	expect(JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8'))).toEqual({ pid: process.pid, url: null });
});

test('a folder is free again when it is released, and the note is gone', async () => {
	const folder = temporaryFolder();
	const first = startChild(lockProcess, folder);
	await first.line();
	first.tell('release\n');
	expect(await first.line()).toBe('released');
	expect(existsSync(join(folder, 'instance.json'))).toBe(false);
	const second = startChild(lockProcess, folder);
	expect(await second.line()).toBe('{"ok":true}');
});

test('one process does not get a folder twice, and releasing twice does no harm to the next holder', () => {
	const folder = temporaryFolder();
	const first = lockDataFolder(folder);
	if (!first.ok) throw new Error('refused');
	expect(lockDataFolder(folder)).toEqual({ ok: false, holder: { pid: process.pid, url: null } });
	first.release();
	const second = lockDataFolder(folder);
	if (!second.ok) throw new Error('refused');
	onTestFinished(second.release);
	second.announce('http://127.0.0.1:1/');
	first.release();
	first.announce('http://127.0.0.1:2/');
	expect(lockDataFolder(folder)).toEqual({ ok: false, holder: { pid: process.pid, url: 'http://127.0.0.1:1' } });
});

test('a note that makes no sense is no note, and a lock file with something in it still locks', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'instance.lock'), 'not a lock '.repeat(100));
	const first = startChild(lockProcess, folder);
	expect(await first.line()).toBe('{"ok":true}');
	expect(statSync(join(folder, 'instance.lock')).size).toBe(0);
	writeFileSync(join(folder, 'instance.json'), '{"pid":"x"}');
	expect(lockDataFolder(folder)).toEqual({ ok: false, holder: null });
});

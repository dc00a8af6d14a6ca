import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const catalogue = join(root, 'resources/models.json');

function refresh(...args: string[]): Promise<{ readonly code: number; readonly said: string }> {
	return new Promise((resolve) => {
		execFile(process.execPath, [join(root, 'scripts/refresh-prices.mjs'), ...args], (error, _out, said) =>
			resolve({ code: Number(error?.code ?? 0), said }),
		);
	});
}

test('what can’t be read is said in one line, and the catalogue stays as it is', async () => {
	const before = await readFile(catalogue, 'utf8');
	const none = join(tmpdir(), 'outcrop-no-such-list.json');
	expect(await refresh('--from', none)).toEqual({
		code: 1,
		said: `ENOENT: no such file or directory, open '${none}'\n`,
	});
	const page = join(tmpdir(), `outcrop-page-${process.pid}.html`);
	onTestFinished(() => rm(page));
	await writeFile(page, '<html>');
	const { code, said } = await refresh('--from', page);
	expect(code).toBe(1);
	expect(said).toMatch(/^\S+\.html is no JSON: .* Nothing was changed\.\n$/);
	expect(await refresh('--date', 'yesterday')).toEqual({
		code: 1,
		said: '--date wants a day like 2026-11-21, not yesterday.\n',
	});
	expect(await readFile(catalogue, 'utf8')).toBe(before);
});

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { setAsideFile } from '../../../../src/main/core/storage/set-aside.ts';
import { clock, temporaryFolder } from './samples.ts';

test('a file keeps its bytes under a dated name that was free, and takes its companions along', () => {
	const folder = temporaryFolder();
	const file = join(folder, 'a.db');
	const now = clock.now();
	writeFileSync(file, 'one');
	expect(setAsideFile(file, { detail: 'why', now })).toEqual({
		path: join(folder, 'a.db.corrupt-2026-11-21T00-00-00Z'),
		detail: 'why',
	});
	// The second finds the name taken, the third the name of a companion.
	writeFileSync(file, 'two');
	setAsideFile(file, { detail: 'why', now });
	writeFileSync(join(folder, 'a.db.corrupt-2026-11-21T00-00-00Z-3-wal'), 'old');
	writeFileSync(file, 'three');
	writeFileSync(`${file}-wal`, 'three wal');
	setAsideFile(file, { detail: 'why', now, companions: ['-wal', '-shm'] });
	const contents = readdirSync(folder).map((name) => [name.slice(4), readFileSync(join(folder, name), 'utf8')]);
	expect(Object.fromEntries(contents)).toEqual({
		'.corrupt-2026-11-21T00-00-00Z': 'one',
		'.corrupt-2026-11-21T00-00-00Z-2': 'two',
		'.corrupt-2026-11-21T00-00-00Z-3-wal': 'old',
		'.corrupt-2026-11-21T00-00-00Z-4': 'three',
		'.corrupt-2026-11-21T00-00-00Z-4-wal': 'three wal',
	});
});

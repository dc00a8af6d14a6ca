import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/main/core/storage/open-store.ts';
import { clock, silentLog, temporaryFolder } from '../../unit/core/storage/samples.ts';
import { expectExact, version1 } from '../../unit/core/storage/version-1-file.ts';
import { startChild } from './child.ts';

test('after kill -9 in the middle of an answer, what had arrived is there and marked as interrupted', async () => {
	const file = join(temporaryFolder(), 'outcrop.db');
	const child = startChild(new URL('./streaming-process.ts', import.meta.url), file);
	expect(await child.line()).toBe('saved');
	await child.kill();
	const { store, setAside } = await openStore({ file, clock, log: silentLog });
	onTestFinished(() => store.close());
	expect(setAside).toBeNull();
	expect(await store.turn('t1')).toMatchObject({
		state: 'interrupted',
		answer: { id: 'm2', content: [{ type: 'text', text: 'It was 切れた here.' }] },
	});
	expect((await store.listConversations()).map((one) => one.title)).toEqual(['Killed']);
});

test('after kill -9 while what an older version kept is packed, every byte is there, and the rest is packed', async () => {
	const { file, turns } = version1();
	const child = startChild(new URL('./packing-process.ts', import.meta.url), file);
	for (let count = 0; count < 30; count++) expect(await child.line()).toBe('packed');
	await child.kill();
	const { store, setAside } = await openStore({ file, clock, log: silentLog });
	onTestFinished(() => store.close());
	expect(setAside).toBeNull();
	await expectExact(store, turns);
	while (await store.tidy());
	await expectExact(store, turns);
	const { keptBytes, originalBytes } = await store.use();
	expect(keptBytes).toBeLessThan(originalBytes / 4);
});

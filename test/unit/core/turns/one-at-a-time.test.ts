import { expect, test } from 'vitest';
import { oneAtATime } from '../../../../src/main/core/turns/one-at-a-time.ts';

test('work for one id waits for the work before it, and for no other id’s', async () => {
	const { alone } = oneAtATime();
	const told: string[] = [];
	const first = Promise.withResolvers<void>();
	const work = (id: string, name: string, until: Promise<void>) =>
		alone(id, async () => {
			told.push(`${name} begins`);
			await until;
			told.push(`${name} ends`);
			return name;
		});
	const all = [
		work('a', 'one', first.promise),
		work('a', 'two', Promise.resolve()),
		work('b', 'other', Promise.resolve()),
	];
	expect(await all[2]).toBe('other');
	expect(told).toEqual(['one begins', 'other begins', 'other ends']);
	first.resolve();
	expect(await Promise.all(all)).toEqual(['one', 'two', 'other']);
	expect(told.slice(3)).toEqual(['one ends', 'two begins', 'two ends']);
});

test('what fails lets the next one begin, and it is idle only when nothing waits any more', async () => {
	const { alone, idle } = oneAtATime();
	const told: string[] = [];
	const failing = alone('a', () => Promise.reject(new Error('No.')));
	const next = alone('a', async () => {
		told.push('next');
	});
	const waiting = idle().then(() => told.push('idle'));
	await expect(failing).rejects.toThrow('No.');
	await Promise.all([next, waiting]);
	expect(told).toEqual(['next', 'idle']);
});

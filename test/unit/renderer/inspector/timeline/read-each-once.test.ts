import { expect, test } from 'vitest';
import { readEachOnce } from '../../../../../src/renderer/inspector/timeline/read-each-once.ts';

test('each is read once however often it is wanted, also before it came and after it failed', async () => {
	const asked: string[] = [];
	const told: (readonly [string, number])[] = [];
	const waiting = new Map<string, (value: number) => void>();
	const read = readEachOnce<number>(
		(id) => {
			asked.push(id);
			if (id === 'broken') return Promise.reject(new Error('It is broken.'));
			return new Promise((resolve) => waiting.set(id, resolve));
		},
		(id, value) => told.push([id, value]),
	);
	read(['a', 'broken', 'b']);
	waiting.get('b')?.(2);
	await Promise.resolve();
	read(['a', 'broken', 'b', 'c']);
	waiting.get('a')?.(1);
	await Promise.resolve();
	expect(asked).toEqual(['a', 'broken', 'b', 'c']);
	expect(told).toEqual([
		['b', 2],
		['a', 1],
	]);
});

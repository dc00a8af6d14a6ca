import { expect, test } from 'vitest';
import { createNotices } from '../../../../src/main/core/notices/notices.ts';

const notSaved = { code: 'settings-not-saved', path: 'settings.json', detail: 'ENOSPC' } as const;
const setAside = { code: 'settings-set-aside', path: 'settings.json', detail: 'not JSON' } as const;

function notices() {
	const told: number[] = [];
	let ids = 0;
	const parts = createNotices(
		() => `${++ids}`,
		() => told.push(parts.list().length),
	);
	return { ...parts, told };
}

test('the same about the same file is told once, until it is dismissed', () => {
	const { add, dismiss, list, told } = notices();
	add(notSaved);
	add(notSaved);
	add(setAside);
	expect(list()).toEqual([
		{ id: '1', ...notSaved },
		{ id: '2', ...setAside },
	]);
	dismiss('1');
	dismiss('1');
	add(notSaved);
	expect(list().map(({ id }) => id)).toEqual(['2', '3']);
	expect(told).toEqual([1, 2, 1, 2]);
});

test('what is no longer so is not told any more', () => {
	const { add, withdraw, list, told } = notices();
	withdraw('settings-not-saved');
	add(notSaved);
	withdraw('settings-not-saved');
	expect(list()).toEqual([]);
	expect(told).toEqual([1, 0]);
});

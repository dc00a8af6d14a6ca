import { expect, test } from 'vitest';
import { inTime } from '../../../../src/main/core/network/ask-system.ts';

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

test('an answer is handed on, and no timer goes on after it', async () => {
	const before = timers();
	expect(
		await inTime(
			async (url) => `http://for-${url}`,
			() => 600_000,
		)('a'),
	).toBe('http://for-a');
	await expect(
		inTime(
			() => Promise.reject(new Error('away')),
			() => 600_000,
		)('a'),
	).rejects.toThrow('away');
	expect(timers()).toBe(before);
});

test('an answer that fails too late hurts nobody', async () => {
	const { promise, reject } = Promise.withResolvers<null>();
	await expect(
		inTime(
			() => promise,
			() => 1,
		)('a'),
	).rejects.toMatchObject({
		name: 'ProxyError',
		message: 'The system did not say within 1 ms which proxy to use.',
	});
	reject(new Error('late'));
});

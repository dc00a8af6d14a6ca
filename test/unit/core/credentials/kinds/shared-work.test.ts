import { expect, test } from 'vitest';
import { createSharedWork } from '../../../../../src/main/core/credentials/kinds/shared-work.ts';

/** Work that a test ends by hand. */
function byHand() {
	const started: { signal: AbortSignal; end: (text: string) => void; fail: (error: Error) => void }[] = [];
	const work = (signal: AbortSignal) => {
		const { promise, resolve, reject } = Promise.withResolvers<string>();
		started.push({ signal, end: resolve, fail: reject });
		return promise;
	};
	return { started, work };
}

const unaborted = new AbortController().signal;

test('who wants the same at once gets the same; afterwards it is done anew', async () => {
	const share = createSharedWork<string>();
	const { started, work } = byHand();
	const both = [share('a', work, unaborted), share('a', work, unaborted)];
	const other = share('b', work, unaborted);
	expect(started.length).toBe(2);
	started[0]?.end('A');
	started[1]?.end('B');
	expect(await Promise.all([...both, other])).toEqual(['A', 'A', 'B']);
	const again = share('a', work, unaborted);
	expect(started.length).toBe(3);
	started[2]?.end('A again');
	expect(await again).toBe('A again');
});

test('a failure is everybody’s, and is not kept', async () => {
	const share = createSharedWork<string>();
	const { started, work } = byHand();
	const both = [share('a', work, unaborted), share('a', work, unaborted)];
	started[0]?.fail(new Error('no'));
	for (const one of both) await expect(one).rejects.toThrow('no');
	const again = share('a', work, unaborted);
	started[1]?.end('yes');
	expect(await again).toBe('yes');
});

test('who leaves goes at once; the work is given up with the last, and not waited for by the next', async () => {
	const share = createSharedWork<string>();
	const { started, work } = byHand();
	const [one, two] = [new AbortController(), new AbortController()];
	const first = share('a', work, one.signal);
	const second = share('a', work, two.signal);
	one.abort(new Error('first left'));
	await expect(first).rejects.toThrow('first left');
	expect(started[0]?.signal.aborted).toBe(false);
	two.abort(new Error('second left'));
	await expect(second).rejects.toThrow('second left');
	expect(started[0]?.signal.aborted).toBe(true);

	const third = share('a', work, unaborted);
	expect(started.length).toBe(2);
	started[0]?.end('late');
	started[1]?.end('new');
	expect(await third).toBe('new');
});

test('who has left before is not worked for', async () => {
	const { started, work } = byHand();
	await expect(createSharedWork<string>()('a', work, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
	expect(started).toEqual([]);
});

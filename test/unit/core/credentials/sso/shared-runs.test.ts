import { expect, test } from 'vitest';
import { createRuns } from '../../../../../src/main/core/credentials/sso/shared-runs.ts';
import type { SignInEvent } from '../../../../../src/shared/model/sign-in.ts';

const unstopped = new AbortController().signal;

/** Work that tells which run it is and ends only when it is told to. */
function makeWork() {
	const signals: AbortSignal[] = [];
	const ends: (() => void)[] = [];
	const work = (tell: (event: SignInEvent) => void, signal: AbortSignal) => {
		signals.push(signal);
		tell({ type: 'done', expiresAt: signals.length });
		return new Promise<void>((resolve) => ends.push(resolve));
	};
	return { work, signals, ends };
}

test('a run that everybody has left is aborted at once, and is past joining while it ends', async () => {
	const { work, signals } = makeWork();
	const runs = createRuns();
	const first = runs.follow('a', unstopped, work);
	expect((await first.next()).value).toEqual({ type: 'done', expiresAt: 1 });
	await first.return(undefined);
	expect(signals[0]?.aborted).toBe(true);
	const second = runs.follow('a', unstopped, work);
	expect((await second.next()).value).toEqual({ type: 'done', expiresAt: 2 });
	await second.return(undefined);
});

test('an old run that ends late leaves the new one alone', async () => {
	const { work, signals, ends } = makeWork();
	const runs = createRuns();
	const first = runs.follow('a', unstopped, work);
	await first.next();
	await first.return(undefined);
	const second = runs.follow('a', unstopped, work);
	await second.next();
	ends[0]?.();
	await Promise.resolve();
	const joined = runs.follow('a', unstopped, work);
	expect((await joined.next()).value).toEqual({ type: 'done', expiresAt: 2 });
	expect(signals).toHaveLength(2);
	await Promise.all([second.return(undefined), joined.return(undefined)]);
});

import { expect, test } from 'vitest';
import { createPulseFeed } from '../../../../../src/renderer/inspector/timeline/pulse-feed.ts';

/** A feed over frames that come by and by, of which each reading and each pause is told and ended by the test. */
function setUp() {
	const arrived: [number, number][] = [];
	const asked: number[] = [];
	let paused = Promise.withResolvers<void>();
	let resting = Promise.withResolvers<void>();
	const feed = createPulseFeed(
		async (after) => {
			asked.push(after);
			return arrived.slice(after);
		},
		() => {
			resting.resolve();
			resting = Promise.withResolvers();
			return paused.promise;
		},
	);
	return {
		feed,
		arrived,
		asked,
		rested: () => resting.promise,
		goOn: () => {
			paused.resolve();
			paused = Promise.withResolvers();
		},
	};
}

test('reads what is new, once for all that ask meanwhile', async () => {
	const { feed, arrived, asked, rested, goOn } = setUp();
	let told = 0;
	feed.subscribe(() => {
		told += 1;
	});
	arrived.push([1, 4], [2, 4]);
	let rest = rested();
	feed.pull();
	await rest;
	expect(feed.pulse()).toEqual([
		[1, 4],
		[2, 4],
	]);
	arrived.push([3, 4]);
	feed.pull();
	feed.pull();
	rest = rested();
	goOn();
	await rest;
	expect(asked).toEqual([0, 2]);
	expect(feed.pulse()).toHaveLength(3);
	expect(told).toBe(2);
});

test('while nobody listens, it does not go on by itself', async () => {
	const { feed, asked, rested, goOn } = setUp();
	const leave = feed.subscribe(() => {});
	const rest = rested();
	feed.pull();
	await rest;
	feed.pull();
	leave();
	goOn();
	await new Promise(setImmediate);
	expect(asked).toEqual([0]);
});

test('a reading that fails changes nothing, and the next one is tried', async () => {
	let fails = true;
	const feed = createPulseFeed(
		async () => (fails ? Promise.reject(new Error('away')) : [[1, 2]]),
		async () => {},
	);
	const told = Promise.withResolvers<void>();
	feed.subscribe(told.resolve);
	feed.pull();
	await new Promise(setImmediate);
	expect(feed.pulse()).toEqual([]);
	fails = false;
	feed.pull();
	await told.promise;
	expect(feed.pulse()).toEqual([[1, 2]]);
});

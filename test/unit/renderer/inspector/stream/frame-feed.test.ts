import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import {
	createFrameFeed,
	cutInsideFrame,
	noFrames,
	PAGE,
} from '../../../../../src/renderer/inspector/stream/frame-feed.ts';
import type { Frame, FramePage } from '../../../../../src/shared/model/exchange.ts';

function frameAt(index: number): Frame {
	return {
		index,
		offset: (index - 1) * 100,
		length: 100,
		atMs: index,
		gapMs: index === 1 ? null : 1,
		messageType: 'event',
		eventType: 'chunk',
		headers: [],
		payload: '{}',
		chunk: null,
		preludeChecksumValid: true,
		messageChecksumValid: true,
	};
}

/** A response of which `arrived` frames are there, and a feed of it. */
function setUp(arrived: number) {
	const stream = {
		arrived,
		trailingBytes: 0,
		asked: [] as (readonly [number, number])[],
		failure: null as Error | null,
	};
	const read = async (after: number, limit: number): Promise<FramePage> => {
		stream.asked.push([after, limit]);
		if (stream.failure !== null) throw stream.failure;
		const length = Math.max(0, Math.min(limit, stream.arrived - after));
		const frames = Array.from({ length }, (_, i) => frameAt(after + i + 1));
		return { frames, total: stream.arrived, trailingBytes: stream.trailingBytes };
	};
	const pauses: (() => void)[] = [];
	const feed = createFrameFeed(read, () => new Promise((resolve) => pauses.push(resolve)));
	/** Waits until the feed pauses, and lets it go on. */
	const goOn = async (): Promise<void> => {
		await settled();
		pauses.shift()?.();
		await settled();
	};
	const until = (reached: () => boolean): Promise<void> =>
		new Promise((resolve) => {
			if (reached()) return resolve();
			const stop = feed.subscribe(() => {
				if (!reached()) return;
				stop();
				resolve();
			});
		});
	return { stream, feed, until, goOn };
}

/** Until all that is settled already has been told. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const indexes = (frames: readonly Frame[]) => frames.map(({ index }) => index);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

test('knows nothing before it was asked', () => {
	expect(setUp(3).feed.frames()).toBe(noFrames);
});

test('reads a long stream page by page, each frame once', async () => {
	const { feed, stream, until } = setUp(2 * PAGE + 5);
	feed.pull(Number.MAX_SAFE_INTEGER);
	await until(() => feed.frames().frames.length === 2 * PAGE + 5);
	expect(stream.asked).toEqual([
		[0, PAGE],
		[PAGE, PAGE],
		[2 * PAGE, PAGE],
	]);
	expect(indexes(feed.frames().frames)).toEqual(upTo(2 * PAGE + 5));
});

test('reads the first frames only and still knows how many there are; goes on when more are wanted', async () => {
	const { feed, stream, until, goOn } = setUp(30);
	feed.pull(10);
	await until(() => feed.frames().known);
	expect(feed.frames()).toMatchObject({ total: 30, frames: { length: 10 } });
	await goOn();
	feed.pull(Number.MAX_SAFE_INTEGER);
	await until(() => feed.frames().frames.length === 30);
	expect(stream.asked).toEqual([
		[0, 10],
		[10, PAGE],
	]);
});

test('asked again while it reads, it reads once more after a pause, and gets what has arrived since', async () => {
	const { feed, stream, until, goOn } = setUp(2);
	feed.pull(PAGE);
	feed.pull(PAGE);
	feed.pull(PAGE);
	stream.arrived = 5;
	stream.trailingBytes = 7;
	void goOn();
	await until(() => feed.frames().frames.length === 5);
	expect(feed.frames()).toMatchObject({ total: 5, trailingBytes: 7 });
	expect(indexes(feed.frames().frames)).toEqual(upTo(5));
	expect(stream.asked.length).toBe(2);
});

test('a stream without frames is known to be one', async () => {
	const { feed, stream, until } = setUp(0);
	stream.trailingBytes = 12;
	feed.pull(PAGE);
	await until(() => feed.frames().known);
	expect(feed.frames()).toEqual({ frames: [], total: 0, trailingBytes: 12, known: true, failure: null });
});

test('keeps what it has when reading fails, says why, and can be asked again', async () => {
	const { feed, stream, until, goOn } = setUp(2);
	feed.pull(PAGE);
	await until(() => feed.frames().frames.length === 2);
	await goOn();
	stream.arrived = 4;
	stream.failure = new ORPCError('CORRUPT', { defined: true, data: { detail: '' } });
	feed.pull(PAGE);
	await until(() => feed.frames().failure !== null);
	expect(feed.frames()).toMatchObject({ failure: 'CORRUPT', frames: { length: 2 } });
	stream.failure = null;
	await goOn();
	feed.pull(PAGE);
	await until(() => feed.frames().frames.length === 4);
	expect(feed.frames().failure).toBeNull();
	await goOn();
	stream.failure = new Error('The core is gone.');
	feed.pull(PAGE);
	await until(() => feed.frames().failure === 'other');
	stream.failure = null;
	await goOn();
	// Nothing new is there; that it can be read again is news.
	feed.pull(PAGE);
	await until(() => feed.frames().failure === null);
	expect(feed.frames().frames).toHaveLength(4);
});

test('when nobody listens any more, no further page is asked for; a new listener can go on', async () => {
	const { feed, stream, until, goOn } = setUp(3 * PAGE);
	const stop = feed.subscribe(() => stop());
	feed.pull(Number.MAX_SAFE_INTEGER);
	await goOn();
	expect(stream.asked).toEqual([
		[0, PAGE],
		[PAGE, PAGE],
	]);
	expect(feed.frames().frames.length).toBe(PAGE);
	feed.pull(Number.MAX_SAFE_INTEGER);
	await until(() => feed.frames().frames.length === 3 * PAGE);
	expect(indexes(feed.frames().frames)).toEqual(upTo(3 * PAGE));
});

test('a fast stream is read in its pauses only, however quickly each reading is done, and no frame twice', async () => {
	const { feed, stream, goOn } = setUp(1);
	const stop = feed.subscribe(() => {});
	for (let event = 1; event <= 50; event++) {
		stream.arrived = event;
		feed.pull(PAGE);
		await settled();
	}
	expect(stream.asked).toEqual([[0, PAGE]]);
	await goOn();
	expect(stream.asked).toEqual([
		[0, PAGE],
		[1, PAGE - 1],
	]);
	expect(indexes(feed.frames().frames)).toEqual(upTo(50));
	await goOn();
	expect(stream.asked.length).toBe(2);
	stop();
});

test('with as many as are wanted only the total is asked for, from the end', async () => {
	const { feed, stream, goOn } = setUp(30);
	const stop = feed.subscribe(() => {});
	feed.pull(10);
	await goOn();
	stream.arrived = 35;
	feed.pull(10);
	await goOn();
	expect(stream.asked).toEqual([
		[0, 10],
		[30, 1],
	]);
	expect(feed.frames()).toMatchObject({ total: 35, frames: { length: 10 } });
	stop();
});

test('a reading without news tells nobody', async () => {
	const { feed, goOn } = setUp(3);
	let told = 0;
	const stop = feed.subscribe(() => {
		told += 1;
	});
	for (let round = 0; round < 3; round++) {
		feed.pull(PAGE);
		await goOn();
	}
	expect(told).toBe(1);
	stop();
});

test('a stream was cut inside a frame when its frames and the bytes after them are the whole body', () => {
	const held = { ...noFrames, frames: [frameAt(1), frameAt(2)], total: 2, known: true };
	expect(cutInsideFrame({ ...held, trailingBytes: 7 }, 207)).toBe(true);
	expect(cutInsideFrame({ ...held, trailingBytes: 7 }, 300)).toBe(false);
	expect(cutInsideFrame({ ...held, trailingBytes: 0 }, 200)).toBe(false);
	expect(cutInsideFrame({ ...noFrames, trailingBytes: 12 }, 12)).toBe(true);
});

import { expect, test } from 'vitest';
import { textRate } from '../../../../../src/renderer/inspector/timeline/text-rate.ts';

/** Frames with 4 bytes of text each, one every `stepMs`. */
const steady = (count: number, stepMs: number) =>
	Array.from({ length: count }, (_, index) => [1000 + index * stepMs, 4] as const);

test('a steady stream has about the same rate all over, also at both ends', () => {
	const rate = textRate(steady(201, 10), 402);
	expect(rate).toMatchObject({ unit: 'tokens', mean: 201 });
	expect(rate?.windowMs).toBeCloseTo(200, 1);
	expect(rate?.points).toHaveLength(96);
	expect(rate?.points[0]?.atMs).toBe(1000);
	expect(rate?.points.at(-1)?.atMs).toBe(3000);
	for (const point of rate?.points.slice(1, -1) ?? []) {
		expect(point.rate).toBeGreaterThan(190);
		expect(point.rate).toBeLessThan(215);
	}
});

test('tokens are shared out by the bytes of each text, and a pause is a valley', () => {
	const frames = [...steady(51, 10), ...steady(51, 10).map(([atMs]) => [atMs + 1500, 12] as const)];
	const rate = textRate(frames, 816);
	const at = (ms: number) => rate?.points.find(({ atMs }) => atMs >= ms)?.rate ?? Number.NaN;
	expect(at(1250)).toBeCloseTo(400, -2);
	expect(at(2000)).toBe(0);
	expect(at(2750)).toBeCloseTo(1200, -2);
	expect(rate?.max).toBe(Math.max(...(rate?.points.map((point) => point.rate) ?? [])));
	expect(rate?.mean).toBe(408);
});

test('without a count of tokens, it is bytes of text', () => {
	expect(textRate(steady(201, 10), null)).toMatchObject({ unit: 'bytes', mean: 402 });
	expect(textRate(steady(201, 10), 0)).toMatchObject({ unit: 'bytes', mean: 402 });
});

test('frames without text do not count, and too short an answer has no rate', () => {
	const events = [0, 100, 200].map((ms) => [1000 + ms, 0] as const);
	expect(textRate([...events, ...steady(4, 100)], 10)).toBeNull();
	expect(textRate(steady(5, 50), 10)?.mean).toBe(50);
	expect(textRate(steady(5, 49), 10)).toBeNull();
	expect(textRate(steady(50, 1), 50)).toBeNull();
	expect(textRate([], 5)).toBeNull();
});

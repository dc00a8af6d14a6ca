import { expect, test } from 'vitest';
import { partOf, timeScale } from '../../../../../src/renderer/inspector/timeline/time-scale.ts';

const span = (id: string, startedAt: number, ms: number) => ({ summary: { id, startedAt }, ms });

test('one exchange has the whole width', () => {
	const scale = timeScale([span('a', 5000, 200)]);
	expect(scale.breaks).toEqual([]);
	expect([0, 50, 200].map((ms) => partOf(scale, 'a', ms))).toEqual([0, 0.25, 1]);
});

test('exchanges that follow soon are on one scale with the time between them', () => {
	const scale = timeScale([span('a', 1000, 300), span('b', 1400, 600)]);
	expect(scale.breaks).toEqual([]);
	expect([partOf(scale, 'a', 300), partOf(scale, 'b', 0), partOf(scale, 'b', 600)]).toEqual([0.3, 0.4, 1]);
	expect(timeScale([span('a', 0, 300), span('b', 1300, 600)]).breaks).toEqual([]);
	expect(timeScale([span('a', 0, 300), span('b', 1301, 600)]).breaks).toHaveLength(1);
});

test('a long time between two exchanges is left out, and takes the same little width however long it was', () => {
	for (const later of [5000, 5_000_000]) {
		const scale = timeScale([span('a', 1000, 300), span('b', 1300 + later, 700)]);
		expect(scale.breaks).toEqual([{ part: expect.closeTo(0.306), ms: later }]);
		expect(partOf(scale, 'a', 300)).toBeCloseTo(0.291);
		expect(partOf(scale, 'b', 0)).toBeCloseTo(0.321);
		expect(partOf(scale, 'b', 700)).toBeCloseTo(1);
	}
});

test('however many times are left out, most of the width is for what was called', () => {
	const spans = Array.from({ length: 41 }, (_, at) => span(`call ${at}`, at * 10_000, 100));
	const scale = timeScale(spans);
	expect(scale.breaks).toHaveLength(40);
	expect(scale.perMs * 4100).toBeCloseTo(0.7);
	expect(partOf(scale, 'call 1', 0)).toBeCloseTo(0.7 / 41 + 0.3 / 40);
	expect(partOf(scale, 'call 40', 100)).toBeCloseTo(1);
});

test('clocks that went back, exchanges without time, and none at all', () => {
	expect(partOf(timeScale([span('a', 1000, 300), span('b', 900, 100)]), 'b', 0)).toBe(0.75);
	expect(partOf(timeScale([span('a', 1000, 0)]), 'a', 0)).toBe(0);
	expect(timeScale([])).toEqual({ perMs: 1, origins: new Map(), breaks: [] });
});

// @ts-check

/**
 * Scrolling through 20,000 frames of a stream, against a list of as many empty rows.
 * @param {import('@playwright/test').Page} tab
 * @returns {import('./measure.mjs').Benchmark[]}
 */
export function framesBenchmarks(tab) {
	/**
	 * @param {'empty' | 'stream'} name
	 * @param {number} step
	 */
	const scroll = async (name, step) => {
		const times = /** @type {number[]} */ (
			await tab.evaluate(
				([name, step]) => Reflect.get(window, 'scrollFrames')(name, step),
				/** @type {const} */ ([name, step]),
			)
		);
		return times.reduce((sum, time) => sum + time, 0);
	};
	return Object.entries(speeds).map(([speed, step]) => ({
		name: `20,000 frames, scrolled ${speed} in 120 steps, one with each frame of the display (60 a second: 2,000 ms)`,
		baseline: 'empty rows',
		runs: { 'empty rows': () => scroll('empty', step), 'the Stream tab': () => scroll('stream', step) },
	}));
}

/** Pixels with each frame of the display: a fast wheel passes ten rows, whoever drags the scroll bar several screens. */
const speeds = { 'by the wheel': 240, 'by its scroll bar': 2000 };

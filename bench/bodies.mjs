// @ts-check

const MEGABYTE = 1_000_000;
/** What is shown; the names are those of the page's `bodies`. */
const kinds = /** @type {const} */ ({
	talk: 'a request of Converse that resends a long talk',
	keys: 'a request of Converse with a table of short values',
});
const BARE = 'bare CodeMirror 6';
const TREE = '@uiw/react-json-view';
const OURS = 'the inspector';

/**
 * @typedef {object} Shown
 * @property {number} firstMs
 * @property {number} wholeMs
 * @property {number} blockedMs
 * @property {number} nodes
 */

/**
 * A body of 10 MB until its first lines are drawn: the inspector from what main sends, on its own; CodeMirror with the
 * text laid out for it before the clock starts; and the usual tree for React.
 * @param {import('@playwright/test').Page} tab the benches' page
 * @returns {import('./measure.mjs').Benchmark[]}
 */
export function bodiesBenchmarks(tab) {
	const comparisons = /** @type {const} */ ([
		['talk', BARE],
		['keys', BARE],
		['talk', TREE],
		// The tree has a row for each value: those of `keys` end the tab for want of memory.
	]);
	return comparisons.map(([kind, baseline]) => ({
		name: `First lines of 10 MB: ${kinds[kind]}`,
		baseline,
		runs: Object.fromEntries(
			[baseline, OURS].map((name) => [name, async () => (await show(tab, name, kind, 10 * MEGABYTE)).firstMs]),
		),
	}));
}

/**
 * What showing a body costs beside time to its first lines: elements in the page, which must not grow with the body, and
 * the longest moment in which the window could not answer. Gives the lines to print.
 * @param {import('@playwright/test').Page} tab the benches' page
 * @returns {Promise<string[]>}
 */
export async function measureBodies(tab) {
	const lines = [
		'A body in the inspector: elements in the page, longest block of the window, until all of it is there',
	];
	for (const kind of Object.keys(kinds)) {
		for (const megabytes of [0.1, 1, 10]) {
			const { nodes, blockedMs, wholeMs } = await show(tab, OURS, kind, megabytes * MEGABYTE);
			const block = blockedMs === 0 ? 'below 50 ms' : `${blockedMs.toFixed(0)} ms`;
			lines.push(`  ${kind}, ${megabytes} MB: ${nodes} elements, ${block}, ${wholeMs.toFixed(0)} ms`);
		}
	}
	return lines;
}

/**
 * @param {import('@playwright/test').Page} tab
 * @param {string} name
 * @param {string} kind
 * @param {number} bytes
 * @returns {Promise<Shown>}
 */
function show(tab, name, kind, bytes) {
	return tab.evaluate(
		([name, kind, bytes]) => Reflect.get(window, 'showBody')(name, kind, bytes),
		/** @type {const} */ ([name, kind, bytes]),
	);
}

// @ts-check

/**
 * Ways to do the same thing. Each run gives the milliseconds that it took.
 * @typedef {object} Benchmark
 * @property {string} name
 * @property {string} baseline the name of the run that the others are compared with
 * @property {Record<string, () => Promise<number>>} runs
 */

const ROUNDS = 3;

/**
 * Measures all runs in turns, so that a busy moment of the machine meets all of them, and gives the lines to print: the
 * median and its ratio to the baseline's.
 * @param {Benchmark} benchmark
 * @returns {Promise<string[]>}
 */
export async function measure({ name, baseline, runs }) {
	/** @type {Map<string, number[]>} */
	const times = new Map();
	for (let round = 0; round < ROUNDS; round++) {
		for (const [run, go] of Object.entries(runs)) times.set(run, [...(times.get(run) ?? []), await go()]);
	}
	const reference = median(times.get(baseline) ?? []);
	return [
		name,
		...[...times].map(([run, all]) => {
			const ratio = run === baseline ? 'baseline' : `${(median(all) / reference).toFixed(3)} × ${baseline}`;
			return `  ${run}: ${median(all).toFixed(0)} ms, ${ratio}`;
		}),
	];
}

/** @param {readonly number[]} values */
function median(values) {
	const sorted = values.toSorted((left, right) => left - right);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

// @ts-check
import { processorTime } from './processor-time.mjs';

const SECTION = `## 見出し Heading

Bedrock の下には**岩盤**がある。 Under the *soil* lies the rock, and \`outcrop\` is where it comes to light.

- 一つ目 first
- 二つ目 second

| 列 | column |
|---|---|
| 値 | value |

\`\`\`ts
const answer: number = 42; // 答え
export const twice = answer * 2;
\`\`\`

`;
const STEP = 24;
/** What a fast model sends between two frames. */
const FRAME_STEP = 200;

const SENTENCE = '岩盤の上に**土**がある。 Under the *soil* lies the rock, and `outcrop` is where it comes to light. ';

/** Answers of one kind of block: what is hard about each is that it is one block, which grows. */
const shapes = {
	'sections of every kind': (/** @type {number} */ length) => fill(SECTION, length),
	'one list': (/** @type {number} */ length) => fill(`- ${SENTENCE.repeat(4)}\n`, length),
	'one list of short items': (/** @type {number} */ length) => fill('- 岩盤 bedrock, and what lies on it\n', length),
	'one table': (/** @type {number} */ length) =>
		`| 列 | column |\n|---|---|\n${fill(`| ${SENTENCE} | 値 |\n`, length)}`,
	'one fence': (/** @type {number} */ length) =>
		`\`\`\`ts\n${fill('export const answer: number = twice(42); // 答え is the answer to all\n', length)}`,
	'one paragraph without a break': (/** @type {number} */ length) => fill(SENTENCE, length),
	'one paragraph of Japanese without a space': (/** @type {number} */ length) =>
		fill('岩盤の上に土があり、露頭では**岩**がそのまま見える。', length),
};

/**
 * The Markdown benchmarks.
 * @param {import('@playwright/test').Page} tab the benches' page
 * @returns {import('./measure.mjs').Benchmark[]}
 */
export function markdownBenchmarks(tab) {
	/**
	 * @param {'whole' | 'incremental'} name
	 * @param {string} text
	 * @param {number} step
	 */
	const grow = (name, text, step) =>
		processorTime(tab, () =>
			tab.evaluate(
				([name, text, step]) => Reflect.get(window, 'grow')(name, text, step),
				/** @type {const} */ ([name, text, step]),
			),
		);

	/**
	 * @param {'longestMs' | 'lastMs'} which
	 * @param {string} text
	 */
	const streamEnd = async (which, text) => {
		/** @type {{ readonly longestMs: number, readonly lastMs: number }} */
		const drawn = await tab.evaluate((text) => Reflect.get(window, 'streamEnd')(text), text);
		return drawn[which];
	};

	const againstWhole = [10, 20].map((kilobytes) => {
		const text = fill(SECTION, kilobytes * 1000);
		return {
			name: `An answer of ${kilobytes},000 characters that grows by ${STEP} at a time, rendered each time`,
			baseline: 'the whole answer',
			runs: {
				'the whole answer': () => grow('whole', text, STEP),
				'what is not finished': () => grow('incremental', text, STEP),
			},
		};
	});
	const byShape = Object.entries(shapes).map(([shape, make]) => {
		const text = make(50_000);
		return {
			name: `An answer of ${shape}, 50,000 characters that grow by ${FRAME_STEP} at a time`,
			baseline: 'the whole answer',
			runs: {
				'the whole answer': () => grow('whole', text, FRAME_STEP),
				'what is not finished': () => grow('incremental', text, FRAME_STEP),
			},
		};
	});
	const growth = Object.entries(shapes).map(([shape, make]) => {
		const [short, long] = [make(50_000), make(200_000)];
		return {
			name: `An answer of ${shape} that grows by ${FRAME_STEP} characters at a time (linear: 4 ×)`,
			baseline: '50,000 characters',
			runs: {
				'50,000 characters': () => grow('incremental', short, FRAME_STEP),
				'200,000 characters': () => grow('incremental', long, FRAME_STEP),
			},
		};
	});
	const frames = Object.entries(shapes).map(([shape, make]) => {
		const [short, long] = [make(50_000), make(200_000)];
		return {
			name: `The longest frame while the end of an answer of ${shape} comes, and the one with which it is over`,
			baseline: '50,000 characters',
			runs: {
				'50,000 characters': () => streamEnd('longestMs', short),
				'200,000 characters': () => streamEnd('longestMs', long),
				'50,000 characters, over': () => streamEnd('lastMs', short),
				'200,000 characters, over': () => streamEnd('lastMs', long),
			},
		};
	});
	return [...againstWhole, ...byShape, ...growth, ...frames];
}

/**
 * A text of a length, out of a piece again and again.
 * @param {string} piece
 * @param {number} length
 */
function fill(piece, length) {
	return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

import { expect, test } from 'vitest';
import type { Block } from '../../../../../src/renderer/chat/markdown/blocks.ts';
import { CHUNK_LINES } from '../../../../../src/renderer/chat/markdown/blocks.ts';
import type { Limits, Split } from '../../../../../src/renderer/chat/markdown/split-blocks.ts';
import { splitBlocks } from '../../../../../src/renderer/chat/markdown/split-blocks.ts';
import { corners, randomDocument, randomFrom } from './documents.ts';
import { readSplit, readWhole } from './read-blocks.ts';

/** So small that everything that can be finished is. */
const eager: Limits = { text: 1, rows: 1, paragraph: 20 };

/** Lets a text grow to the given lengths and looks at each. */
function grow(text: string, lengths: readonly number[], limits: Limits, look: (split: Split, text: string) => void) {
	let split: Split | null = null;
	for (const length of lengths) {
		const beginning = text.slice(0, length);
		split = splitBlocks(beginning, split, limits);
		look(split, beginning);
	}
}

/** What may become a closing fence is not shown as code for a moment. */
function withoutClosing(text: string): string {
	const line = text.slice(text.lastIndexOf('\n') + 1);
	return /^\s*(`+|~+)\s*$/.test(line) ? text.slice(0, -line.length) : text;
}

function expectSame(split: Split, text: string): void {
	const found = readSplit(split);
	const whole = readWhole(text);
	if (found !== whole && found !== readWhole(withoutClosing(text))) expect(found, JSON.stringify(text)).toBe(whole);
}

const every = (text: string) => Array.from({ length: text.length }, (_, index) => index + 1);

test.each(corners)('grown by single characters it is at each what the whole is: %j', (text) => {
	grow(text, every(text), eager, expectSame);
	expectSame(splitBlocks(text, null, eager), text);
});

test.each(Array.from({ length: 60 }, (_, index) => index + 1))(
	'a document by chance is what the whole is, no. %i',
	(seed) => {
		const random = randomFrom(seed);
		const text = randomDocument(random);
		const lengths: number[] = [];
		for (let end = 0; end < text.length; ) {
			end = Math.min(text.length, end + 1 + Math.floor(random() * 12));
			lengths.push(end);
		}
		const limits = { text: 1 + Math.floor(random() * 100), rows: 1 + Math.floor(random() * 100), paragraph: 20 };
		grow(text, lengths, limits, expectSame);
		expectSame(splitBlocks(text), text);
	},
);

const last = (split: Split): Block | undefined => split.open.at(-1);

test('finished blocks and parts stay the same objects', () => {
	const text = `# One\n\n${'- item **x**\n'.repeat(20)}\ntwo\n\n| a |\n|---|\n${'| b |\n'.repeat(20)}\nend\n`;
	let before: Split | null = null;
	grow(text, every(text), eager, (split) => {
		for (const [index, block] of (before?.groups.flat() ?? []).entries())
			expect(split.groups.flat()[index]).toBe(block);
		const [was, now] = [before === null ? undefined : last(before), last(split)];
		if (was?.type === 'long' && now?.type === 'long' && was.start === now.start) {
			for (const [index, piece] of was.pieces.slice(0, -1).entries()) expect(now.pieces[index]).toBe(piece);
		}
		before = split;
	});
});

test('reads only the end of a long list, table and paragraph', () => {
	const sentence = '岩盤の上に土がある。 Under the *soil* lies the rock. ';
	for (const [text, most] of [
		['- item with some words\n'.repeat(2000), 1600],
		[`| a | b |\n|---|---|\n${'| 一 | two |\n'.repeat(2000)}`, 1600],
		[sentence.repeat(1000), 5200],
		[`${sentence}\n`.repeat(1000), 5200],
	] as const) {
		const lengths = Array.from({ length: Math.ceil(text.length / 50) }, (_, index) => (index + 1) * 50);
		grow(text, lengths, { text: 1000, rows: 1500, paragraph: 4000 }, ({ at }) => {
			expect(at.text.length - at.start).toBeLessThan(most);
		});
	}
});

test('what comes at once is in parts as long as those of what grew', () => {
	for (const text of ['- item with some words\n'.repeat(2000), `| a |\n|---|\n${'| 一 |\n'.repeat(4000)}`]) {
		const block = last(splitBlocks(text));
		const lengths = block?.type === 'long' ? block.pieces.slice(0, -1).map((piece) => piece.text.length) : [];
		expect(lengths.length).toBeGreaterThan(12);
		expect(Math.min(...lengths)).toBeGreaterThan(1400);
		expect(Math.max(...lengths)).toBeLessThan(1600);
	}
});

test('a definition that comes late makes links of what means it, and nothing else anew', () => {
	const early = splitBlocks(`See [the guide].\n\n[Other] words\n\n${'more\n\n'.repeat(300)}`);
	const late = splitBlocks(`${early.at.text}[the guide]: https://aws.amazon.com/\n`, early);
	expect(readSplit(early)).toContain('<p>See [the guide].</p>');
	expect(readSplit(late)).toContain('<a href=https://aws.amazon.com/>the guide</a>');
	expect(late.groups[0]?.[0]).not.toBe(early.groups[0]?.[0]);
	expect(late.groups[0]?.[1]).toBe(early.groups[0]?.[1]);
	expect(late.groups[1]).toBe(early.groups[1]);
});

test('a line that may become the closing fence is not shown as code', () => {
	const open = { type: 'fence', info: 'js', chunks: [], tail: 'a\n', closed: false };
	for (const limits of [eager, { ...eager, text: 1000 }]) {
		expect(last(splitBlocks('```js\na\n``', null, limits))).toEqual(open);
		expect(last(splitBlocks('```js\na\n```', null, limits))).toEqual({ ...open, closed: true });
	}
});

test('a long fence is made in runs of lines', () => {
	const line = 'x\n';
	const run = line.repeat(CHUNK_LINES);
	for (const limits of [eager, { ...eager, text: 1000 }]) {
		expect(last(splitBlocks(`\`\`\`py\n${line.repeat(CHUNK_LINES * 2 + 3)}`, null, limits))).toEqual({
			type: 'fence',
			info: 'py',
			chunks: [run, run],
			tail: line.repeat(3),
			closed: false,
		});
	}
});

test('begins anew when the text is another one', () => {
	const first = splitBlocks('one\n\ntwo\n', null, eager);
	expect(readSplit(splitBlocks('three\n\nfour\n', first, eager))).toBe('<p>three</p><p>four</p>');
});

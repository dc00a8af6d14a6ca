import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, test } from 'vitest';
import { BlockView } from '../../../../../src/renderer/chat/markdown/block-view.tsx';
import type { Split } from '../../../../../src/renderer/chat/markdown/split-blocks.ts';
import { splitBlocks } from '../../../../../src/renderer/chat/markdown/split-blocks.ts';
import { corners, randomDocument, randomFrom } from './documents.ts';

// Without its texts react-i18next names the keys.
beforeAll(async () => {
	await i18next.use(initReactI18next).init({ react: { useSuspense: false } });
});

/** What a text is as HTML, without ids and the elements that only hold parts of one block. */
function html({ groups, open }: Split): string {
	return [...groups.flat(), ...open]
		.map((block) => renderToStaticMarkup(<BlockView block={block} growing={false} />))
		.join('')
		.replaceAll(/ id="[^"]*"/g, '')
		.replaceAll(' role="list"', '')
		.replaceAll('<div role="presentation"><li', '<li')
		.replaceAll('</li></div>', '</li>')
		.replaceAll('</tbody><tbody>', '');
}

/** Lets a text grow in steps by chance, its blocks in as many parts as can be, and compares each with the text at once. */
function compare(text: string, random: () => number): void {
	const limits = { text: 1, rows: 1 + Math.floor(random() * 40), paragraph: 20 };
	let split: Split | null = null;
	for (let end = 0; end < text.length; ) {
		end = Math.min(text.length, end + 1 + Math.floor(random() * 40));
		const beginning = text.slice(0, end);
		split = splitBlocks(beginning, split, limits);
		const atOnce = html(splitBlocks(beginning));
		if (html(split) !== atOnce) expect(html(split), JSON.stringify(beginning)).toBe(atOnce);
	}
}

test.each(corners)('rendered while it grows, and at once: %j', (text) => compare(text, randomFrom(text.length)));

test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
	'a document by chance is rendered as it is at once, no. %i',
	(seed) => {
		const random = randomFrom(1000 + seed);
		compare(randomDocument(random), random);
	},
);

test.each([
	'- item **x**\n- [ ] task\n'.repeat(100),
	`| a | b |\n|---|---|\n${'| c | d |\n'.repeat(100)}`,
	'Words that *go* on. And more of them, '.repeat(100),
])('a block of many parts is one block: %#', (text) => {
	let split: Split | null = null;
	for (let end = 100; end < text.length + 100; end += 100) {
		split = splitBlocks(text.slice(0, end), split, { text: 1, rows: 60, paragraph: 60 });
	}
	const last = split?.open.at(-1);
	expect(last?.type === 'long' ? last.pieces.length : 0).toBeGreaterThan(10);
	const never = Number.POSITIVE_INFINITY;
	const whole = splitBlocks(text, null, { text: never, rows: never, paragraph: never });
	expect(split === null ? '' : html(split)).toBe(html(whole));
});

import { describe, expect, test } from 'vitest';
import { aroundOf, maskAcross, wordsIn } from '../../../../src/main/core/export/mask-across.ts';
import { applyMasks, createMasker } from '../../../../src/shared/masking/mask-text.ts';

const ARN = 'arn:aws:iam::111122223333:user/carol.jones';
const [start, end] = ['Ask arn:aws:iam::11112222', '3333:user/carol.jones today'];
const masked = (payloads: readonly unknown[], before = '', after = '') => {
	const { masks } = createMasker({ profiles: [], hosts: [] });
	const texts = payloads.map((payload) => JSON.stringify(payload));
	return { texts, made: maskAcross(texts, masks, applyMasks, aroundOf(before, after)) };
};
const whole = createMasker({ profiles: [], hosts: [] }).mask(`Ask ${ARN} today`);

const converse = (text: string) => ({ delta: { text } });
const thought = (text: string) => ({ delta: { reasoningContent: { text } } });

describe('a value that is cut at a seam', () => {
	test.each([
		['bits of one text', [converse(start), converse(end)]],
		['words and thoughts, in events of Converse', [converse(start), thought(end)]],
		['thoughts and words', [thought(start), converse(end)]],
		['Claude’s own chunks', [{ delta: { thinking: start } }, { delta: { text: end } }]],
		['words around thoughts', [converse(start), thought('Hm.'), converse(end)]],
		[
			'blocks of a whole answer',
			[
				{
					content: [
						{ type: 'text', text: start },
						{ type: 'thinking', thinking: end },
					],
				},
			],
		],
		[
			'blocks that are kept, with thoughts between them',
			[
				{
					blocks: [
						{ type: 'text', text: start },
						{ type: 'reasoning', text: 'Hm.' },
						{ type: 'text', text: end },
					],
				},
			],
		],
		['a tool’s input', [converse(start), { delta: { toolUse: { input: end } } }]],
	])('%s', (_, payloads) => {
		const { made } = masked(payloads);
		const all = made.join('');
		expect(all).not.toMatch(/11112222|3333|carol/);
		const said = /"(?:text|thinking|input)":"((?:[^"\\]|\\.)*)"/g;
		const joined = [...all.matchAll(said)].map(([, text]) => text).join('');
		expect(joined.replace('Hm.', '')).toBe(whole);
	});

	test('words that the next answer goes on with, and that it went on from', () => {
		const first = masked(
			[converse(start)],
			'',
			wordsIn([JSON.stringify(thought('Hm.')), JSON.stringify(converse(end))]),
		);
		const second = masked([thought('Hm.'), converse(end)], wordsIn([JSON.stringify(converse(start))]));
		expect([...first.made, second.made[1]].join('')).not.toMatch(/11112222|3333|carol/);
		expect(second.made[0]).toBe(second.texts[0]);
	});
});

test('where nothing is private across a seam, payloads are the very same', () => {
	const { texts, made } = masked([converse('Ask 11112222'), thought('about 3333.'), converse('Granite.')], 'Go', 'on.');
	expect(made).toEqual(texts);
	expect(made[0]).toBe(texts[0]);
});

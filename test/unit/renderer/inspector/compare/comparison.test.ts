import { expect, test } from 'vitest';
import type { CompareInput, SideInput } from '../../../../../src/renderer/inspector/compare/diff/comparison.ts';
import { compareSides } from '../../../../../src/renderer/inspector/compare/diff/comparison.ts';
import { shownRows } from './shown-rows.ts';

function body(content: string | Uint8Array): SideInput {
	return { kind: 'body', base64: Buffer.from(content).toString('base64') };
}

function compare(before: unknown, after: unknown, about: CompareInput['about'] = 'request') {
	return compareSides({ before: body(JSON.stringify(before)), after: body(JSON.stringify(after)), about });
}

const user = (text: string) => ({ role: 'user', content: [{ text }] });
const assistant = (text: string) => ({ role: 'assistant', content: [{ text }] });

test('tells what of the talk is sent again, in bytes, what is new, and what else differs', () => {
	const { summary } = compare(
		{ messages: [user('石')], inferenceConfig: { maxTokens: 64, temperature: 0.2 } },
		{ messages: [user('石'), assistant('Yes.'), user('And?')], inferenceConfig: { maxTokens: 64, temperature: 0.7 } },
	);
	expect(summary).toEqual({
		kind: 'json',
		equal: null,
		sizes: [110, 203],
		messages: {
			before: 1,
			after: 3,
			resent: 1,
			resentBytes: 42,
			added: ['assistant', 'user'],
			left: 0,
			changed: [],
		},
		prompt: null,
		changes: [{ path: 'inferenceConfig.temperature', before: '0.2', after: '0.7', lengths: null }],
		moreChanges: 0,
		reordered: 0,
		correspondences: null,
	});
});

test('tells that the answer goes on, and by how much', () => {
	const { summary } = compare(
		{ messages: [user('Count.'), assistant('One')] },
		{ messages: [user('Count.'), assistant('One, two')] },
	);
	expect(summary.messages).toMatchObject({
		resent: 1,
		added: [],
		changed: [{ number: 2, role: 'assistant', longerBy: 5 }],
	});
	expect(summary.changes).toEqual([]);
});

test('tells of another question, and of messages that are left out', () => {
	const { summary } = compare({ messages: [user('a'), assistant('b'), user('c')] }, { messages: [user('x')] });
	expect(summary.messages).toMatchObject({
		resent: 0,
		added: [],
		left: 2,
		changed: [{ number: 1, role: 'user', longerBy: null }],
	});
});

test('of a prompt in one text, tells how much is sent again', () => {
	const { summary } = compare(
		{ prompt: '\n\nHuman: Hi\n\nAssistant:', max_tokens_to_sample: 9 },
		{ prompt: '\n\nHuman: Hi\n\nAssistant: Hello\n\nHuman: More\n\nAssistant:', max_tokens_to_sample: 9 },
	);
	expect(summary).toMatchObject({
		messages: null,
		prompt: { member: 'prompt', resent: 23, before: 23, after: 54 },
		changes: [],
	});
});

test('of long texts, tells how long they are; more than six changes are counted', () => {
	const long = compare({ text: 'a'.repeat(49) }, { text: 'b' }, 'response').summary;
	expect(long.changes).toMatchObject([{ path: 'text', lengths: [49, 1] }]);
	const many = compare([0, 1, 2, 3, 4, 5, 6, 7], [], 'response').summary;
	expect([many.changes.length, many.moreChanges, many.changes[1]?.path]).toEqual([6, 2, '[1]']);
});

test('of a long value that is no text, tells its beginning, with no character cut in half', () => {
	const told = (value: unknown) => compare({}, { list: value }, 'response').summary.changes[0]?.after;
	expect(told([1, 2])).toBe('[1,2]');
	expect(told([`x${'🪨'.repeat(40)}`])).toBe(`["x${'🪨'.repeat(22)}…`);
	const spaced = { before: body('{}'), after: body(`{"list":[1,${' '.repeat(91)}"🪨${'y'.repeat(9)}"]}`) };
	expect(compareSides({ ...spaced, about: 'response' }).summary.changes[0]?.after).toBe('[1, "…');
});

test('equal to the byte, or only in what they say', () => {
	const sides = (before: string, after: string) =>
		compareSides({ before: body(before), after: body(after), about: 'request' }).summary;
	expect(sides('{"a":1,"b":2}', '{"a":1,"b":2}')).toMatchObject({ equal: 'bytes', sizes: [13, 13], reordered: 0 });
	expect(sides('{"a":1,"b":2}', '{ "b":2, "a":1}')).toMatchObject({ equal: 'value', changes: [], reordered: 1 });
	expect(sides('{"a":1}', '{"a":1.0}').equal).toBeNull();
});

test('what is no JSON is compared line by line, what is no text byte by byte', () => {
	const lines = compareSides({ before: body('a\nb\nc'), after: body('a\nx\nc'), about: 'response' });
	expect(lines.summary).toMatchObject({ kind: 'text', equal: null, sizes: [5, 5] });
	expect(shownRows(lines.rows)).toEqual([' a', '-b', '+x', ' c']);
	const bytes = compareSides({
		before: body(Uint8Array.of(0xff, 1)),
		after: body(Uint8Array.of(0xff, 2)),
		about: 'response',
	});
	expect(bytes.summary.kind).toBe('bytes');
	expect(shownRows(bytes.rows)).toEqual([
		'-00000000  ff 01                    ..',
		'+00000000  ff 02                    ..',
	]);
});

test('unchanged lines far from a difference are folded', () => {
	const text = Array.from({ length: 20 }, (_, at) => `line ${at}`);
	const { rows } = compareSides({
		before: body(text.join('\n')),
		after: body(text.with(10, 'LINE').join('\n')),
		about: 'response',
	});
	expect(shownRows(rows)).toEqual([
		' <7 lines>',
		' line 7',
		' line 8',
		' line 9',
		'-line 10',
		'+LINE',
		' line 11',
		' line 12',
		' line 13',
		' <6 lines>',
	]);
	expect(shownRows(rows[0]?.fold?.rows() ?? [])).toEqual([0, 1, 2, 3, 4, 5, 6].map((at) => ` line ${at}`));
});

test('headers tell themselves how they differ', () => {
	const side = (value: string): SideInput => ({ kind: 'json', text: `{"request":{"host":"${value}"}}` });
	const { summary, rows } = compareSides({ before: side('a'), after: side('b'), about: 'headers' });
	expect(summary.changes).toEqual([]);
	expect(shownRows(rows)).toContain('~    "host": [-"a"-] → {+"b"+}');
});

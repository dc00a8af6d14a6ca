import { expect, test } from 'vitest';
import type { JsonDiff } from '../../../../../src/renderer/inspector/compare/diff/diff-json.ts';
import { diffJson } from '../../../../../src/renderer/inspector/compare/diff/diff-json.ts';
import { jsonReader } from '../../../../../src/renderer/inspector/compare/diff/json-tree.ts';
import { shownRows } from './shown-rows.ts';

function diff(before: string, after: string): JsonDiff {
	const read = jsonReader();
	const [one, other] = [read(before), read(after)];
	if (one === null || other === null) throw new Error('It is no JSON.');
	return diffJson({ source: before, root: one }, { source: after, root: other });
}

function rowsOf(before: unknown, after: unknown): readonly string[] {
	return shownRows(diff(JSON.stringify(before), JSON.stringify(after)).rows);
}

const user = (text: string) => ({ role: 'user', content: [{ text }] });
const assistant = (text: string) => ({ role: 'assistant', content: [{ text }] });

test('a growing talk: what is sent again is folded, what is new is added', () => {
	const before = { messages: [user('Hi')], inferenceConfig: { maxTokens: 64 } };
	const after = { messages: [user('Hi'), assistant('Hello'), user('と?')], inferenceConfig: { maxTokens: 64 } };
	expect(rowsOf(before, after)).toEqual([
		' {',
		'   "messages": [',
		'     <1 messages>',
		'+    {',
		'+      "role": "assistant",',
		'+      "content": [',
		'+        {',
		'+          "text": "Hello"',
		'+        }',
		'+      ]',
		'+    },',
		'+    {',
		'+      "role": "user",',
		'+      "content": [',
		'+        {',
		'+          "text": "と?"',
		'+        }',
		'+      ]',
		'+    }',
		'   ],',
		'   <1 fields inferenceConfig>',
		' }',
	]);
});

test('a message that goes on differs inside its text only', () => {
	const before = { messages: [user('Count.'), assistant('One, two')] };
	const after = { messages: [user('Count.'), assistant('One, two, three')] };
	expect(rowsOf(before, after).filter((row) => row.includes('text'))).toEqual([
		'~          "text": "One, two{+, three+}"',
	]);
});

test('a text with almost nothing of the old one in it is another text', () => {
	const [before, after] = [
		'a quick brown fox over a lazy dog and more',
		'Seven jumpy wizards met a judge at noon here',
	];
	expect(rowsOf({ t: before }, { t: after })).toEqual([' {', `-  "t": "${before}"`, `+  "t": "${after}"`, ' }']);
});

test('blocks without a type belong together with those that have one', () => {
	const row = (before: unknown, after: unknown) => rowsOf([before], [after]).filter((one) => one.includes('"text":'));
	expect(row({ text: 'One' }, { type: 'text', text: 'One, two' })).toEqual(['~    "text": "One{+, two+}"']);
	expect(row({ type: 'image', text: 'One' }, { type: 'text', text: 'One, two' })).toHaveLength(2);
});

test('short values stand side by side; numbers differ by how they are written', () => {
	const { rows, changes } = diff('{"t":1,"top":0.5,"stop":"end_turn"}', '{"t":1.0,"top":null,"stop":"max_tokens"}');
	expect(shownRows(rows)).toEqual([
		' {',
		'~  "t": [-1-] → {+1.0+},',
		'~  "top": [-0.5-] → {+null+},',
		'~  "stop": [-"end_turn"-] → {+"max_tokens"+}',
		' }',
	]);
	expect(changes.map(({ path }) => path.join('.'))).toEqual(['t', 'top', 'stop']);
});

test('keys that are on one side only stay at their place', () => {
	expect(rowsOf({ a: 1, b: 2, c: 3 }, { a: 1, x: 9, c: 3 })).toEqual([
		' {',
		'   "a": 1,',
		'-  "b": 2,',
		'+  "x": 9,',
		'   "c": 3',
		' }',
	]);
});

test('another order of keys is no difference, but it is counted', () => {
	const one = diff('{"a":{"x":1,"y":2},"b":2}', '{"b":2,"a":{"y":2,"x":1}}');
	expect(one.reordered).toBe(2);
	expect(one.changes).toEqual([]);
	expect(diff('{"a":1,"b":2}', '{"a":1,"c":0,"b":2}').reordered).toBe(0);
	expect(diff('{"a":1,"b":2,"c":3}', '{"c":4,"a":1,"b":2}').reordered).toBe(1);
});

test('messages that are there twice are paired in order', () => {
	const { changes, rows } = diff(
		JSON.stringify([user('again'), assistant('ok'), user('again')]),
		JSON.stringify([user('again'), assistant('ok'), user('again'), assistant('ok')]),
	);
	expect(shownRows(rows).slice(0, 2)).toEqual([' [', '   <3 items>']);
	expect(changes.map(({ path, before }) => [path, before])).toEqual([[[3], null]]);
});

test('a list in place of a text is taken away and added as a whole', () => {
	expect(rowsOf({ content: 'Hi' }, { content: [{ text: 'Hi' }] })).toEqual([
		' {',
		'-  "content": "Hi"',
		'+  "content": [',
		'+    {',
		'+      "text": "Hi"',
		'+    }',
		'+  ]',
		' }',
	]);
});

test('a long prompt that grows shows its ends; what is the same between is folded and can be opened', () => {
	const talk = 'Human: 地層とは何ですか。\n\n'.repeat(30);
	const { rows } = diff(JSON.stringify({ prompt: talk }), JSON.stringify({ prompt: `${talk}Assistant:` }));
	const fold = rows.find((row) => row.fold !== undefined)?.fold;
	expect(fold).toMatchObject({ what: 'characters', names: [] });
	const opened = fold?.rows().flatMap(({ pieces }) => pieces.map(({ text }) => text)) ?? [];
	expect(opened.join('').replaceAll('\\n\n', '\n')).toHaveLength(fold?.count ?? -1);
	expect(shownRows(rows).at(-2)).toContain('{+Assistant:+}"');
});

test('equal documents have no marks', () => {
	const { rows, changes } = diff('{"a":[1,{"b":""}]}', '{"a":[1,{"b":""}]}');
	expect(changes).toEqual([]);
	expect(shownRows(rows)).toEqual([' {', '   "a": [', '     1,', '     {', '       "b": ""', '     }', '   ]', ' }']);
});

test('two large arrays that differ everywhere end in time that grows with their size', () => {
	const list = (size: number, start: number) => JSON.stringify(Array.from({ length: size }, (_, at) => start + at));
	const { changes, rows } = diff(list(60_000, 0), list(60_000, 1_000_000));
	expect(rows).toHaveLength(120_002);
	// Only the first are kept.
	expect(changes).toHaveLength(500);
});

import { json } from '@codemirror/lang-json';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { jsonPlaceAt } from '../../../../../src/renderer/inspector/explain/json-place.ts';

/** The place where a text stands for the first time, or where it ends. */
function placeIn(doc: string, text: string, end = false) {
	const at = doc.indexOf(text) + (end ? text.length : 0);
	const state = EditorState.create({ doc, extensions: json() });
	// A viewer has parsed what it draws.
	ensureSyntaxTree(state, doc.length, 10_000);
	return jsonPlaceAt(state, at);
}

const body = {
	messages: [
		{ role: 'user', content: [{ text: '一' }] },
		{ role: 'assistant', content: [{ text: '二' }, { text: 'three' }] },
	],
	inferenceConfig: { maxTokens: 1024, stopSequences: ['a', 'b'] },
	'a "key"': null,
};
const pretty = JSON.stringify(body, null, 2);
const raw = JSON.stringify(body);

test.each([
	['pretty', pretty],
	['raw', raw],
])('names, values and elements of lists have their path: %s', (_, doc) => {
	expect(placeIn(doc, '"maxTokens"')).toMatchObject({ path: ['inferenceConfig', 'maxTokens'], value: '1024' });
	expect(placeIn(doc, '1024', true)?.path).toEqual(['inferenceConfig', 'maxTokens']);
	expect(placeIn(doc, 'three')).toMatchObject({ path: ['messages', 1, 'content', 1, 'text'], value: '"three"' });
	expect(placeIn(doc, '"b"')).toMatchObject({ path: ['inferenceConfig', 'stopSequences', 1], value: '"b"' });
	expect(placeIn(doc, '"messages"')).toMatchObject({ path: ['messages'], value: null });
	expect(placeIn(doc, 'null')).toMatchObject({ path: ['a "key"'], value: 'null' });
});

test('what names the field is marked: its key, or the element itself', () => {
	const key = placeIn(pretty, '1024');
	expect(pretty.slice(key?.from, key?.to)).toBe('"maxTokens"');
	const element = placeIn(pretty, '"a",');
	expect(pretty.slice(element?.from, element?.to)).toBe('"a"');
});

test('the white space and the comma of a line belong to what stands in it', () => {
	const line = pretty.split('\n').find((text) => text.includes('maxTokens')) ?? '';
	const from = pretty.indexOf(line);
	const state = EditorState.create({ doc: pretty, extensions: json() });
	for (const at of [from, from + 2, from + line.length]) {
		expect(jsonPlaceAt(state, at)?.path).toEqual(['inferenceConfig', 'maxTokens']);
	}
});

test('the outermost braces belong to no field', () => {
	expect(placeIn(pretty, '{')).toBeNull();
	expect(placeIn(pretty, '\n}', true)).toBeNull();
	expect(jsonPlaceAt(EditorState.create({ doc: pretty }), pretty.indexOf('1024'))).toBeNull();
});

test('a long value is told shortened', () => {
	expect(placeIn(JSON.stringify({ text: 'x'.repeat(100) }), 'x')?.value).toBe(`"${'x'.repeat(59)}…`);
	expect(placeIn(JSON.stringify({ text: '🪨'.repeat(40) }), '🪨')?.value).toBe(`"${'🪨'.repeat(29)}…`);
	const fits = `"${'x'.repeat(58)}"`;
	expect(placeIn(`{"text":${fits}}`, 'xx')?.value).toBe(fits);
});

test('an element far back in a list is told without its number', () => {
	const doc = JSON.stringify({ embedding: Array.from({ length: 20_001 }, (_, index) => index + 0.5) });
	expect(placeIn(doc, '9000.5')?.path).toEqual(['embedding', 9000]);
	expect(placeIn(doc, '20000.5')?.path).toEqual(['embedding', -1]);
});

import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../src/main/practice/json.ts';
import { valueMaker } from '../../../../src/main/practice/tools/value-maker.ts';

const object = (properties: JsonValue, required: readonly string[] = []): JsonValue => ({
	type: 'object',
	properties,
	required,
});

describe('the input of a tool', () => {
	it.each([
		['arithmetic', 'What is 12 * 7?', object({ expression: { type: 'string' } }), { expression: '12 * 7' }],
		[
			'a place',
			'How is the weather in Rio Grande today?',
			object({ city: { type: 'string' } }),
			{ city: 'Rio Grande' },
		],
		['a place in Japanese', '今日の金沢の天気は?', object({ location: { type: 'string' } }), { location: '金沢' }],
		['no place', 'How is the weather?', object({ location: { type: 'string' } }), { location: 'Tokyo' }],
		['a time zone', 'ロンドンは今何時?', object({ timezone: { type: 'string' } }), { timezone: 'Europe/London' }],
		['a zone by its name', 'Time in America/Lima?', object({ tz: { type: 'string' } }), { tz: 'America/Lima' }],
		[
			'a choice that is named',
			'in Fahrenheit',
			object({ unit: { enum: ['celsius', 'fahrenheit'] } }),
			{ unit: 'fahrenheit' },
		],
		['a choice that is not', 'hot?', object({ unit: { enum: ['celsius', 'fahrenheit'] } }), { unit: 'celsius' }],
		[
			'numbers in their order, within their limits',
			'from 3 to 500 by 2.7',
			object({
				a: { type: 'integer' },
				b: { type: 'number', maximum: 100 },
				c: { type: 'integer' },
				d: { type: 'integer', minimum: 5 },
			}),
			{ a: 3, b: 100, c: 2, d: 5 },
		],
		['quoted words', 'Search for “green tea”', object({ query: { type: 'string' } }), { query: 'green tea' }],
		['the question', '緑茶を探して', object({ query: { type: 'string' } }), { query: '緑茶を探して' }],
		['a day', 'on 2026-12-24', object({ date: { type: 'string', format: 'date' } }), { date: '2026-12-24' }],
		['what is required, and no more', 'x', object({ a: { type: 'boolean' }, b: {} }, ['a']), { a: true }],
		['all where nothing is required', 'x', object({ a: { type: 'null' }, b: { const: 5 } }), { a: null, b: 5 }],
		['a list', 'x', object({ tags: { type: 'array', items: { enum: ['a'] }, minItems: 2 } }), { tags: ['a', 'a'] }],
		['an alternative', 'x', object({ a: { anyOf: [{ type: 'null' }, { const: 'b' }] } }), { a: 'b' }],
		['nothing', 'x', { type: 'object' }, {}],
	])('holds %s', (_what, question, schema, value) => {
		expect(valueMaker(question)(schema, 'tool', 'required')).toEqual(value);
	});

	it('follows references, and ends where they go in circles', () => {
		const schema = {
			type: 'object',
			properties: { node: { $ref: '#/$defs/node' } },
			$defs: { node: { type: 'object', properties: { name: { const: 'n' }, next: { $ref: '#/$defs/node' } } } },
		};
		const text = JSON.stringify(valueMaker('x')(schema, 'tool', 'required'));
		expect(text.startsWith('{"node":{"name":"n","next":{"name":"n"')).toBe(true);
		expect(text.length).toBeLessThan(300);
	});

	it('has every member where all are wanted', () => {
		const schema = object({ name: { type: 'string', maxLength: 4 }, age: { type: 'integer' } }, ['name']);
		expect(valueMaker('Taro is 30')(schema, 'answer', 'all')).toEqual({ name: 'Taro', age: 30 });
	});
});

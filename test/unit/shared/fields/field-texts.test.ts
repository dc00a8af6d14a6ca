import { describe, expect, test } from 'vitest';
import { en } from '../../../../src/renderer/i18n/en.ts';
import { ja } from '../../../../src/renderer/i18n/ja.ts';
import type { ShapeTable } from '../../../../src/shared/fields/field-shape.ts';
import { shapes } from '../../../../src/shared/fields/shapes.ts';

const table: ShapeTable = shapes;
const all = Object.entries(table).flatMap(([shape, { docs, fields }]) =>
	Object.entries(fields).map(([name, field]) => ({
		...field,
		id: field.text ?? `${shape}.${name}`,
		page: field.docs === undefined ? docs : field.docs,
	})),
);

const languages = [
	['en', en.fields],
	['ja', ja.fields],
] as const;

/** Every text of a namespace by its id. */
function textsOf(texts: object): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(texts).flatMap(([group, members]: [string, Record<string, string>]) =>
			Object.entries(members).map(([key, text]) => [`${group}.${key}`, text] as const),
		),
	);
}

describe.each(languages)('in %s', (_, fields) => {
	const texts = textsOf(fields);
	const used = new Set(
		all.flatMap(({ id, unit, limits }) => [
			id,
			...(unit === undefined ? [] : [`units.${unit}`]),
			...(limits === undefined ? [] : [`limits.${limits}`]),
		]),
	);

	test('every field, unit and limit has its text', () => {
		expect([...used].filter((id) => !texts.has(id))).toEqual([]);
	});

	test('no text belongs to nothing', () => {
		expect([...texts.keys()].filter((id) => !used.has(id))).toEqual([]);
	});

	test('texts are whole sentences that i18next takes as they are', () => {
		const odd = [...texts].filter(
			([id, text]) => !id.startsWith('units.') && (!/[.。]$/.test(text) || /\{\{|\$t\(/.test(text)),
		);
		expect(odd).toEqual([]);
	});
});

test('Japanese texts are in Japanese', () => {
	const english = textsOf(en.fields);
	const same = [...textsOf(ja.fields)].filter(([id, text]) => english.get(id) === text).map(([id]) => id);
	expect(same).toEqual([]);
});

test('pages are those of AWS, of Anthropic and of HTTP itself', () => {
	const pages = new Set(all.flatMap(({ page }) => (page === null ? [] : [page])));
	const hosts = new Set([...pages].map((page) => new URL(page).origin));
	expect([...hosts].sort()).toEqual([
		'https://docs.aws.amazon.com',
		'https://platform.claude.com',
		'https://www.rfc-editor.org',
	]);
});

test('every shape that is named exists, and none is out of reach', () => {
	const named = all.flatMap(({ of, native }) => [...(of === undefined ? [] : [of]), ...Object.values(native ?? {})]);
	expect(named.filter((name) => table[name] === undefined)).toEqual([]);
	const roots = [
		'ConverseRequest',
		'ConverseResponse',
		'InvokeMembers',
		'ErrorBody',
		'ChunkEvent',
		'MessageStartEvent',
		'ContentBlockStartEvent',
		'ContentBlockDeltaEvent',
		'ContentBlockStopEvent',
		'MessageStopEvent',
		'MetadataEvent',
		'RequestHeaders',
		'ResponseHeaders',
		'FrameHeaders',
		'Frame',
		'RequestUrl',
		'Signature',
	];
	const reached = new Set([...roots, ...named, ...all.map(({ id }) => id.split('.')[0])]);
	expect(Object.keys(table).filter((name) => !reached.has(name))).toEqual([]);
});

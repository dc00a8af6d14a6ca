import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { en } from '../../../../../src/renderer/i18n/en.ts';
import { byteRange, fieldAt, fieldName } from '../../../../../src/renderer/inspector/stream/field-words.ts';
import type { FrameField } from '../../../../../src/shared/model/frame-field.ts';

const i18n = createInstance({ lng: 'en', resources: { en }, interpolation: { escapeValue: false } });
await i18n.init();

function field(kind: FrameField['kind'], offset: number, length: number, level: FrameField['level'] = 1): FrameField {
	return { kind, level, offset, length, missing: 0, name: null, value: '', expected: null };
}

const payload = field('payload', 94, 30);
const padding = field('padding', 95, 9, 2);
const fields = [field('totalLength', 0, 4), payload, padding, field('messageChecksum', 124, 4)];

test('the bytes of a field are told from the first to the last one', () => {
	const told = (offset: number, length: number) =>
		byteRange(field('payload', offset, length), i18n.getFixedT('en', 'stream'), 'en');
	expect(told(8, 4)).toBe('bytes 8–11 (4)');
	expect(told(1000, 2)).toBe('bytes 1,000–1,001 (2)');
	expect(told(12, 1)).toBe('byte 12');
	expect(told(12, 0)).toBe('no bytes');
});

test('a byte belongs to the innermost field around it; one behind all of them, to none', () => {
	const kindAt = (at: number) => fields[fieldAt(fields, at) ?? -1]?.kind ?? null;
	expect([0, 3, 4, 94, 95, 103, 104, 123, 124, 127, 128].map(kindAt)).toEqual([
		'totalLength',
		'totalLength',
		null,
		'payload',
		'padding',
		'padding',
		'payload',
		'payload',
		'messageChecksum',
		'messageChecksum',
		null,
	]);
});

test('a header has its own name, anything else that of its kind', () => {
	const t = i18n.getFixedT('en', 'inspector');
	expect(fieldName({ ...field('header', 12, 27), name: ':event-type' }, t)).toBe(':event-type');
	expect(fieldName({ ...field('name', 13, 11), name: ':event-type' }, t)).toBe(en.inspector.field.name);
});

import { describe, expect, test } from 'vitest';
import type { Source } from '../../../../../src/renderer/inspector/body/reading.ts';
import {
	hasLongLine,
	piecesOf,
	readAll,
	readBeginning,
	readPlain,
} from '../../../../../src/renderer/inspector/body/reading.ts';

const rows = Array.from({ length: 50_000 }, (_, id) => ({ id, name: `岩 ${id}` }));
const long = JSON.stringify({ rows });

function base64Of(text: string): Source {
	return { base64: Buffer.from(text).toString('base64') };
}

describe('a short source', () => {
	test('is read whole at once', () => {
		expect(readBeginning(base64Of('{"a":"岩"}'))).toEqual({
			pieces: ['{\n  "a": "岩"\n}'],
			done: true,
			json: true,
			utf8: true,
			coloured: true,
			bytes: new Uint8Array(Buffer.from('{"a":"岩"}')),
		});
		expect(readBeginning({ text: '[1]' })).toMatchObject({ pieces: ['[\n  1\n]'], done: true, bytes: null });
	});

	test('that is not JSON stays as it came; that is not UTF-8 says so', () => {
		expect(readBeginning({ text: 'no {' })).toMatchObject({ pieces: ['no {'], json: false, coloured: false });
		const broken = { base64: Buffer.from([0x7b, 0xff, 0x7d]).toString('base64') };
		expect(readBeginning(broken)).toMatchObject({ pieces: ['{\ufffd}'], json: false, utf8: false, done: true });
		expect(readBeginning({ text: '' })).toMatchObject({ pieces: [], done: true });
	});
});

describe('a long source', () => {
	test.each([
		['bytes', base64Of(long)],
		['a text', { text: long }],
	])('of %s: its beginning is laid out as it is in the whole', (_, source) => {
		const beginning = readBeginning(source);
		const whole = readAll(source);
		expect(beginning).toMatchObject({ done: false, json: true, utf8: true, coloured: true, bytes: null });
		expect(beginning.pieces).toHaveLength(1);
		expect(beginning.pieces[0]?.length).toBeGreaterThan(40_000);
		const text = whole.pieces.join('');
		expect(text.startsWith(beginning.pieces.join(''))).toBe(true);
		expect(text).toBe(JSON.stringify({ rows }, null, 2));
		expect(whole.pieces.length).toBeGreaterThan(1);
	});

	test('that does not begin like JSON is not laid out; one of broken bytes is not called UTF-8', () => {
		const text = `text ${long}`;
		expect(readBeginning({ text })).toMatchObject({ done: false, json: false, pieces: [text.slice(0, 65_536)] });
		const broken = { base64: Buffer.concat([Buffer.from([0xff]), Buffer.from(long)]).toString('base64') };
		expect(readBeginning(broken)).toMatchObject({ done: false, json: false, utf8: false });
	});

	test('too long to be coloured says so from the beginning', () => {
		const huge = { text: `[${'{"a":1},'.repeat(500_000)}{}]` };
		expect([readBeginning(huge).coloured, readAll(huge).coloured]).toEqual([false, false]);
	});

	test('is shown as it came where it can not be laid out elsewhere', () => {
		const plain = readPlain(base64Of(long));
		expect(plain).toMatchObject({ done: true, json: false, utf8: true, pieces: [long] });
	});
});

test('pieces end with a line, and a long line stays whole', () => {
	const line = `${'x'.repeat(99_999)}\n`;
	expect(piecesOf(line.repeat(7)).map(({ length }) => length)).toEqual([300_000, 300_000, 100_000]);
	expect(piecesOf(`${'x'.repeat(600_000)}\n${line}`).map(({ length }) => length)).toEqual([600_001, 100_000]);
	expect(piecesOf('')).toEqual([]);
});

test('a long line is found wherever it is', () => {
	expect(hasLongLine('ab\nabcd\n', 3)).toBe(true);
	expect(hasLongLine('ab\nabc\nabcd', 3)).toBe(true);
	expect(hasLongLine('abc\nabc\nab', 3)).toBe(false);
});

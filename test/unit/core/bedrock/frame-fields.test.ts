import { expect, test } from 'vitest';
import { frameFields, openFrame } from '../../../../src/main/core/bedrock/frame-fields.ts';
import type { FrameField } from '../../../../src/shared/model/frame-field.ts';
import { chunkFrame, errorFrame, eventFrame } from '../../../helpers/event-frames.ts';

const start = eventFrame('messageStart', { p: 'abc', role: 'assistant' });

/** What a row says: kind, first byte, length, value. */
const rows = (fields: readonly FrameField[]) =>
	fields.map(({ kind, offset, length, value }) => [kind, offset, length, value]);

const at = (bytes: Uint8Array, { offset, length }: FrameField): string =>
	Buffer.from(bytes.subarray(offset, offset + length)).toString('utf8');

test('each byte of a frame has its field', () => {
	const view = Buffer.from(start);
	const sum = (offset: number) => `0x${view.subarray(offset, offset + 4).toString('hex')}`;
	expect(rows(frameFields(start))).toEqual([
		['totalLength', 0, 4, '128'],
		['headersLength', 4, 4, '82'],
		['preludeChecksum', 8, 4, sum(8)],
		['header', 12, 27, 'messageStart'],
		['nameLength', 12, 1, '11'],
		['name', 13, 11, ':event-type'],
		['type', 24, 1, '7 (string)'],
		['valueLength', 25, 2, '12'],
		['value', 27, 12, 'messageStart'],
		['header', 39, 33, 'application/json'],
		['nameLength', 39, 1, '13'],
		['name', 40, 13, ':content-type'],
		['type', 53, 1, '7 (string)'],
		['valueLength', 54, 2, '16'],
		['value', 56, 16, 'application/json'],
		['header', 72, 22, 'event'],
		['nameLength', 72, 1, '13'],
		['name', 73, 13, ':message-type'],
		['type', 86, 1, '7 (string)'],
		['valueLength', 87, 2, '5'],
		['value', 89, 5, 'event'],
		['payload', 94, 30, '{"p":"abc","role":"assistant"}'],
		['padding', 95, 9, 'abc'],
		['messageChecksum', 124, 4, sum(124)],
	]);
	expect(frameFields(start).every(({ missing, expected }) => missing === 0 && expected === null)).toBe(true);
});

test('the padding and the bytes of an invoke chunk are found, and the bytes decoded', () => {
	const frame = chunkFrame({ completion: '日本' });
	const inside = frameFields(frame).filter(({ kind }) => kind === 'chunk' || kind === 'padding');
	expect(inside.map((field) => [field.kind, at(frame, field), field.value])).toEqual([
		['chunk', `"bytes":"${Buffer.from('{"completion":"日本"}').toString('base64')}"`, '{"completion":"日本"}'],
		['padding', '"p":"abcdef"', 'abcdef'],
	]);
});

test('only the outermost p is padding', () => {
	const frame = eventFrame('contentBlockDelta', {
		delta: { p: 'mine', text: '"p":"x" \\' },
		n: [1, { p: 2 }],
		p: 'ab',
	});
	const found = frameFields(frame).filter(({ kind }) => kind === 'padding');
	expect(found.map((field) => at(frame, field))).toEqual(['"p":"ab"']);
});

test('an error has no payload', () => {
	const payload = frameFields(errorFrame('InternalFailure', 'Oh.')).find(({ kind }) => kind === 'payload');
	expect(payload).toMatchObject({ length: 0, missing: 0, value: '' });
});

test('a wrong checksum comes with the one that fits', () => {
	const damaged = Buffer.from(start);
	const right = `0x${damaged.subarray(124).toString('hex')}`;
	damaged.writeUInt32BE(1, 124);
	const sums = frameFields(damaged).filter(({ kind }) => kind.endsWith('Checksum'));
	expect(sums.map(({ value, expected }) => [value, expected])).toEqual([
		[`0x${damaged.subarray(8, 12).toString('hex')}`, null],
		['0x00000001', right],
	]);
});

test('a cut frame is read as far as it arrived', () => {
	const cut = frameFields(start.subarray(0, 100));
	expect(rows(cut).slice(-3)).toEqual([
		['value', 89, 5, 'event'],
		['payload', 94, 6, '{"p":"'],
		['messageChecksum', 100, 0, ''],
	]);
	expect(cut.slice(-2).map(({ missing }) => missing)).toEqual([24, 4]);
	const inHeader = frameFields(start.subarray(0, 30));
	expect(inHeader.slice(3).map(({ kind, offset, length, missing }) => [kind, offset, length, missing])).toEqual([
		['header', 12, 18, 64],
		['payload', 30, 0, 30],
		['messageChecksum', 30, 0, 4],
	]);
	expect(frameFields(start.subarray(0, 6)).map(({ length, missing }) => [length, missing])).toEqual([
		[4, 0],
		[2, 2],
		[0, 4],
	]);
});

test('whatever the bytes are, the fields of level 1 hold each of them once', () => {
	let seed = 7;
	const random = () => {
		seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
		return seed / 2 ** 31;
	};
	for (let round = 0; round < 500; round++) {
		const bytes = Uint8Array.from(start.subarray(0, 1 + Math.floor(random() * start.length)));
		for (let change = 0; change < 3; change++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
		let end = 0;
		for (const { level, offset, length } of frameFields(bytes)) {
			if (level === 2) continue;
			expect(offset).toBe(end);
			end += length;
		}
		// A length that is too short ends the frame before its bytes; `frameAt` gives no such frame.
		expect(end).toBeLessThanOrEqual(bytes.length);
	}
});

test('a frame is opened by its index, and what trails after the last one', () => {
	const chunk = chunkFrame({ a: 1 });
	const body = Buffer.concat([start, chunk, start.subarray(0, 50)]);
	const opened = (index: number) => Buffer.from(openFrame(body, index)?.base64 ?? '', 'base64');
	expect(opened(1)).toEqual(Buffer.from(start));
	expect(opened(2)).toEqual(Buffer.from(chunk));
	expect(opened(3)).toEqual(Buffer.from(start.subarray(0, 50)));
	expect(openFrame(body, 4)).toBeNull();
	expect(openFrame(Buffer.from(start), 2)).toBeNull();
});

test('an empty frame has its checksum; lengths that contradict each other leave it its place', () => {
	const empty = Buffer.alloc(16);
	empty.writeUInt32BE(16, 0);
	expect(rows(frameFields(empty)).slice(3)).toEqual([
		['payload', 12, 0, ''],
		['messageChecksum', 12, 4, '0x00000000'],
	]);
	const long = Buffer.from(start);
	long.writeUInt32BE(1000, 4);
	const places = rows(frameFields(long)).map(([kind, offset, length]) => `${kind} ${offset} ${length}`);
	expect(places.slice(-2)).toEqual(['payload 124 0', 'messageChecksum 124 4']);
});

test('of a frame with very many headers, a hundred are told one by one', () => {
	const headers = Buffer.concat(Array.from({ length: 150 }, () => Buffer.from([1, 0x61, 7, 0, 1, 0x62])));
	const frame = Buffer.concat([Buffer.alloc(12), headers, Buffer.alloc(4)]);
	frame.writeUInt32BE(frame.length, 0);
	frame.writeUInt32BE(headers.length, 4);
	const fields = frameFields(frame);
	expect(fields.filter(({ kind }) => kind === 'header')).toHaveLength(100);
	expect(fields.find(({ kind }) => kind === 'unread')).toMatchObject({ offset: 612, length: 300 });
});

test('a frame of a megabyte is read without its values growing', () => {
	const frame = eventFrame('contentBlockDelta', { delta: { text: 'x'.repeat(1_000_000) }, p: 'abc' });
	const fields = frameFields(frame);
	expect(fields.at(-1)).toMatchObject({ kind: 'messageChecksum', expected: null });
	expect(fields.find(({ kind }) => kind === 'padding')).toMatchObject({ value: 'abc' });
	expect(Math.max(...fields.map(({ value }) => value.length))).toBe(201);
});

import { EventStreamCodec, Int64 } from '@smithy/eventstream-codec';
import { fromUtf8, toUtf8 } from '@smithy/util-utf8';
import { describe, expect, test } from 'vitest';
import { pageOfFrames, splitFrames } from '../../../../src/main/core/bedrock/frames.ts';
import type { Frame } from '../../../../src/shared/model/exchange.ts';
import { chunkFrame, errorFrame, eventFrame, exceptionFrame } from '../../../helpers/event-frames.ts';

function cut(bytes: Uint8Array, frames: readonly Frame[], trailing: number): Uint8Array {
	const parts = frames.map(({ offset, length }) => bytes.subarray(offset, offset + length));
	return Buffer.concat([...parts, bytes.subarray(bytes.length - trailing)]);
}

const start = eventFrame('messageStart', { p: 'abc', role: 'assistant' });
const delta = eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'はい' }, p: 'abcd' });
const stop = eventFrame('messageStop', { p: 'a', stopReason: 'end_turn' });

test('shows a frame with its place, its time, its headers and its payload', () => {
	const bytes = Buffer.concat([start, delta, stop]);
	const arrivals = [
		[start.length - 1, 5],
		[start.length + delta.length, 20],
		[bytes.length, 90],
	] as const;
	const { frames, trailingBytes } = splitFrames(bytes, arrivals);

	expect(trailingBytes).toBe(0);
	expect(frames.map(({ index, offset, length, atMs, gapMs }) => ({ index, offset, length, atMs, gapMs }))).toEqual([
		{ index: 1, offset: 0, length: start.length, atMs: 20, gapMs: null },
		{ index: 2, offset: start.length, length: delta.length, atMs: 20, gapMs: 0 },
		{ index: 3, offset: start.length + delta.length, length: stop.length, atMs: 90, gapMs: 70 },
	]);
	expect(frames[1]).toMatchObject({
		messageType: 'event',
		eventType: 'contentBlockDelta',
		headers: [
			{ name: ':event-type', type: 'string', value: 'contentBlockDelta' },
			{ name: ':content-type', type: 'string', value: 'application/json' },
			{ name: ':message-type', type: 'string', value: 'event' },
		],
		payload: '{"contentBlockIndex":0,"delta":{"text":"はい"},"p":"abcd"}',
		chunk: null,
		preludeChecksumValid: true,
		messageChecksumValid: true,
	});
	expect(cut(bytes, frames, trailingBytes)).toEqual(bytes);
});

test('unpacks the model’s own JSON of an invoke chunk', () => {
	const { frames } = splitFrames(chunkFrame({ completion: '日本', stop_reason: null }), []);
	expect(frames[0]?.chunk).toBe('{"completion":"日本","stop_reason":null}');
	expect(splitFrames(eventFrame('chunk', { p: 'abc' }), []).frames[0]?.chunk).toBeNull();
	expect(splitFrames(eventFrame('other', { bytes: 'e30=' }), []).frames[0]?.chunk).toBeNull();
});

test('names exceptions and errors by their type and code', () => {
	const bytes = Buffer.concat([
		exceptionFrame('throttlingException', { message: 'Slow.' }),
		errorFrame('InternalFailure', 'Oh.'),
	]);
	expect(splitFrames(bytes, []).frames.map(({ messageType, eventType }) => [messageType, eventType])).toEqual([
		['exception', 'throttlingException'],
		['error', 'InternalFailure'],
	]);
});

test('shows a header of every type', () => {
	const frame = new EventStreamCodec(toUtf8, fromUtf8).encode({
		headers: {
			yes: { type: 'boolean', value: true },
			no: { type: 'boolean', value: false },
			byte: { type: 'byte', value: -7 },
			short: { type: 'short', value: -300 },
			integer: { type: 'integer', value: 70_000 },
			long: { type: 'long', value: Int64.fromNumber(5_000_000_000) },
			binary: { type: 'binary', value: Uint8Array.of(1, 2, 255) },
			string: { type: 'string', value: '日' },
			timestamp: { type: 'timestamp', value: new Date('2026-11-20T01:02:03.004Z') },
			uuid: { type: 'uuid', value: '12345678-1234-5678-9abc-def012345678' },
		},
		body: new Uint8Array(),
	});
	expect(splitFrames(frame, []).frames[0]?.headers.map(({ name, type, value }) => [name, type, value])).toEqual([
		['yes', 'boolean', 'true'],
		['no', 'boolean', 'false'],
		['byte', 'byte', '-7'],
		['short', 'short', '-300'],
		['integer', 'integer', '70000'],
		['long', 'long', '5000000000'],
		['binary', 'binary', 'AQL/'],
		['string', 'string', '日'],
		['timestamp', 'timestamp', '2026-11-20T01:02:03.004Z'],
		['uuid', 'uuid', '12345678-1234-5678-9abc-def012345678'],
	]);
});

describe('damaged bytes', () => {
	test('a frame with a wrong checksum is shown and said to be wrong', () => {
		const damaged = Uint8Array.from(delta);
		damaged.set([0x21], damaged.length - 10);
		const bytes = Buffer.concat([start, damaged, stop]);
		const { frames, trailingBytes } = splitFrames(bytes, []);
		expect(frames.map((frame) => [frame.preludeChecksumValid, frame.messageChecksumValid])).toEqual([
			[true, true],
			[true, false],
			[true, true],
		]);
		expect(frames[1]?.eventType).toBe('contentBlockDelta');
		expect(cut(bytes, frames, trailingBytes)).toEqual(bytes);
	});

	test('a wrong length of the headers is kept inside its frame', () => {
		const damaged = Uint8Array.from(delta);
		new DataView(damaged.buffer).setUint32(4, 0xffff_ffff);
		const { frames } = splitFrames(Buffer.concat([damaged, stop]), []);
		expect(frames.map((frame) => [frame.preludeChecksumValid, frame.payload.length, frame.eventType])).toEqual([
			[false, 0, 'contentBlockDelta'],
			[true, 33, 'messageStop'],
		]);
	});

	test('a frame that was cut off is trailing bytes', () => {
		const bytes = Buffer.concat([start, delta.subarray(0, 30)]);
		const { frames, trailingBytes } = splitFrames(bytes, []);
		expect([frames.length, trailingBytes]).toEqual([1, 30]);
		expect(cut(bytes, frames, trailingBytes)).toEqual(bytes);
	});

	test.each([
		['nothing', ''],
		['a page', '<html><body>Bad gateway</body></html>'],
		['zeros', '\0'.repeat(64)],
		['too short', 'abc'],
	])('%s is no frame', (_name, text) => {
		const bytes = new TextEncoder().encode(text);
		expect(splitFrames(bytes, [])).toEqual({ frames: [], trailingBytes: bytes.length });
	});

	test('every byte of random ones is accounted for', () => {
		let seed = 7;
		const random = () => {
			seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
			return seed / 2 ** 31;
		};
		for (let round = 0; round < 300; round++) {
			const bytes = Uint8Array.from(Buffer.concat([start, delta, stop, delta]));
			for (let change = 0; change < 4; change++) {
				bytes.set([Math.floor(random() * 256)], Math.floor(random() * bytes.length));
			}
			const { frames, trailingBytes } = splitFrames(bytes, []);
			expect(Buffer.compare(cut(bytes, frames, trailingBytes), bytes)).toBe(0);
		}
	});
});

test('pages through twenty thousand frames', () => {
	const many = Buffer.concat(Array.from({ length: 20_000 }, () => delta));
	const page = pageOfFrames(many, [[many.length, 3]], 19_998, 5000);
	expect(page).toMatchObject({ total: 20_000, trailingBytes: 0 });
	expect(page.frames.map(({ index, gapMs }) => [index, gapMs])).toEqual([
		[19_999, 0],
		[20_000, 0],
	]);
	expect(pageOfFrames(many, [], 20_000, 10).frames).toEqual([]);
	expect(pageOfFrames(many, [], 0, 3).frames.map((frame) => frame.index)).toEqual([1, 2, 3]);
	expect(splitFrames(many, []).frames.length).toBe(20_000);
});

test('reads bytes that lie inside a larger buffer', () => {
	const room = new Uint8Array(delta.length + 20);
	room.set(delta, 7);
	expect(splitFrames(room.subarray(7, 7 + delta.length), []).frames[0]?.messageChecksumValid).toBe(true);
});

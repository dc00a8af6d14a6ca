import { describe, expect, test } from 'vitest';
import { splitFrames } from '../../../../src/main/core/bedrock/frames.ts';
import { maskBytes } from '../../../../src/main/core/presenter/mask-bytes.ts';
import { createMasker } from '../../../../src/shared/masking/mask-text.ts';
import { chunkFrame, errorFrame, eventFrame } from '../../../helpers/event-frames.ts';

const ARN = 'arn:aws:iam::111122223333:role/Deployer-Acme';

function masked(bytes: Uint8Array, arriving = false): Uint8Array {
	const masker = createMasker({ profiles: ['acme-prod'], hosts: ['gateway.acme.test'], bareNumbers: true });
	return maskBytes(bytes, masker, arriving);
}

function maskedText(text: string): string {
	return Buffer.from(masked(Buffer.from(text))).toString('utf8');
}

test.each([
	['{"text":"111122223333"}', '{"text":"***********1"}'],
	// A number stays one.
	['{"account":111122223333,"next":1}', '{"account":900000000001,"next":1}'],
	['{"text":"account: 111122223333, \\"x\\""}', '{"text":"account: ***********1, \\"x\\""}'],
	[`{"text":"岩 ${ARN}\\n"}`, '{"text":"岩 arn:aws:iam::***********1:role/************2\\n"}'],
	['{"text":"AKIAIOSFODNN7EXAMPLE by acme-prod"}', '{"text":"AKIA***************1 by ********1"}'],
	['http://gateway.acme.test/v1', 'http://****************1/v1'],
	['nothing of it: 2026-11-21, 178000000000123', 'nothing of it: 2026-11-21, 178000000000123'],
])('%s', (text, expected) => {
	expect(maskedText(text)).toBe(expected);
	expect(Buffer.byteLength(expected)).toBe(Buffer.byteLength(text));
});

test('bytes that are no text keep all but what is private', () => {
	const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(ARN)]);
	expect(Buffer.from(masked(bytes)).toString('latin1')).toBe('ÿþarn:aws:iam::***********1:role/************2');
});

describe('frames', () => {
	const bits = `To ${ARN}, now.`.match(/.{1,3}/g) ?? [];
	const expected = 'To arn:aws:iam::***********1:role/************2, now.';

	test.each([
		[
			'Converse',
			(text: string) => eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text }, p: 'abc' }),
			(payload: string) => JSON.parse(payload).delta.text,
		],
		[
			'native chunks',
			(text: string) => chunkFrame({ type: 'content_block_delta', delta: { type: 'text_delta', text } }),
			(payload: string) => JSON.parse(Buffer.from(JSON.parse(payload).bytes, 'base64').toString('utf8')).delta.text,
		],
	])('%s: a value that is spread over frames is masked; offsets and checksums stay right', (_, frameOf, textOf) => {
		const bytes = Buffer.concat(bits.map(frameOf));
		const before = splitFrames(bytes, []);
		const { frames, trailingBytes } = splitFrames(masked(bytes), []);
		expect(frames.map(({ payload }) => textOf(payload)).join('')).toBe(expected);
		expect(frames.map(({ offset, length }) => [offset, length])).toEqual(
			before.frames.map(({ offset, length }) => [offset, length]),
		);
		expect(frames.every((frame) => frame.messageChecksumValid && frame.preludeChecksumValid)).toBe(true);
		expect(trailingBytes).toBe(0);
	});

	test('a checksum that was wrong stays wrong', () => {
		const bytes = Buffer.from(eventFrame('metadata', { words: ARN }));
		bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
		const [frame] = splitFrames(masked(bytes), []).frames;
		expect(frame?.payload).toBe('{"words":"arn:aws:iam::***********1:role/************2"}');
		expect(frame?.messageChecksumValid).toBe(false);
	});

	test('headers and a frame that was cut are masked, too', () => {
		const cut = chunkFrame({ completion: `${ARN} and more and more` });
		const bytes = Buffer.concat([errorFrame('internalServerException', ARN), cut.subarray(0, -20)]);
		const result = Buffer.from(masked(bytes));
		expect(result).toHaveLength(bytes.length);
		const base64 = /"bytes":"([A-Za-z0-9+/]+)/.exec(result.toString('latin1'))?.[1] ?? '';
		const text = result.toString('latin1') + Buffer.from(base64, 'base64').toString('latin1');
		expect(text).toContain('{"completion":"arn:aws:iam::***********1:role/************2 and');
		expect(text).not.toContain('111122223333');
		expect(text).not.toContain('Deployer');
	});

	test('while more may come, half a value is not seen either', () => {
		const half = Buffer.concat([
			eventFrame('contentBlockDelta', { delta: { text: 'It is 11112' } }),
			eventFrame('contentBlockDelta', { delta: { text: '2223' } }),
		]);
		const texts = (bytes: Uint8Array) =>
			splitFrames(bytes, [])
				.frames.map(({ payload }) => JSON.parse(payload).delta.text)
				.join('');
		expect(texts(masked(half, true))).toBe('It is *********');
		expect(texts(masked(half))).toBe('It is 111122223');
		const name = Buffer.concat([
			eventFrame('contentBlockDelta', { delta: { text: 'By ac' } }),
			eventFrame('contentBlockDelta', { delta: { text: 'me-pr' } }),
		]);
		expect(texts(masked(name, true))).toBe('By *******');
		expect(texts(masked(name))).toBe('By acme-pr');
		// One letter tells nothing, and many words begin with it.
		expect(texts(masked(eventFrame('contentBlockDelta', { delta: { text: 'By a' } }), true))).toBe('By a');
	});
});

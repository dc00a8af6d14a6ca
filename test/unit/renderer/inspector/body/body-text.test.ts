import { expect, test } from 'vitest';
import { bytesOfBase64, textOfBytes } from '../../../../../src/renderer/inspector/body/body-text.ts';

test('base64 becomes the bytes that it stands for, all 256 of them', () => {
	const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
	expect(bytesOfBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
	expect(bytesOfBase64('')).toEqual(new Uint8Array());
});

test('UTF-8 is read, with a byte order mark kept', () => {
	expect(textOfBytes(new TextEncoder().encode('カエル 🐸'))).toEqual({ text: 'カエル 🐸', valid: true });
	expect(textOfBytes(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b]))).toEqual({ text: '\ufeff{', valid: true });
});

test('bytes that are not UTF-8 are said to be so and shown as far as they go', () => {
	expect(textOfBytes(new Uint8Array([0x61, 0xff, 0x62]))).toEqual({ text: 'a\ufffdb', valid: false });
	expect(textOfBytes(new Uint8Array([0xe3, 0x81]))).toEqual({ text: '\ufffd', valid: false });
});

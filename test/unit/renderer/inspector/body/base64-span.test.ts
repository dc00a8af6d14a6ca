import { expect, test } from 'vitest';
import { base64InLine, bytesOfLength } from '../../../../../src/renderer/inspector/body/base64-span.ts';

const base64 = Buffer.alloc(301, 'outcrop').toString('base64');

test.each(['bytes', 'data', 'body'])('finds the base64 of a member "%s", between its quotes', (name) => {
	const line = `\t\t"${name}": "${base64}",`;
	expect(base64InLine(line)).toEqual({ from: 2 + name.length + 5, to: line.length - 2 });
});

test('a string that goes on beyond what has come is one at the end of a text only', () => {
	const line = `  "bytes": "${base64.slice(0, 250)}`;
	expect(base64InLine(line)).toBeNull();
	expect(base64InLine(line, true)).toEqual({ from: 12, to: line.length });
});

test('leaves alone what is short, no base64, or of another member', () => {
	expect(base64InLine(`"bytes": "${base64.slice(0, 196)}"`)).toBeNull();
	expect(base64InLine(`"data": "${'to be or not to be '.repeat(20)}"`)).toBeNull();
	expect(base64InLine(`"data": "${base64}\\n${base64}-"`)).toBeNull();
	expect(base64InLine(`"text": "${base64}"`)).toBeNull();
	expect(base64InLine(`"signature": "${base64}"`)).toBeNull();
});

test('tells how many bytes there are', () => {
	for (const size of [300, 301, 302]) {
		const text = Buffer.alloc(size).toString('base64');
		expect(bytesOfLength(text.length, text.slice(-2))).toBe(size);
	}
});

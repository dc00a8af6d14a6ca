import { expect, test } from 'vitest';
import { createLineLog } from '../../../../src/main/core/hosting/line-log.ts';

function logged(error: unknown): string {
	const lines: string[] = [];
	createLineLog((text) => lines.push(text), { now: () => 0 }).error('It failed', error);
	return lines.join('');
}

test('an error is written with its stack and its causes, and with nothing that hangs on it', () => {
	const error = Object.assign(new Error('Outer', { cause: new TypeError('Inner') }), { body: 'what somebody typed' });
	const text = logged(error);
	expect(text).toMatch(/^1970-01-01T00:00:00\.000Z error It failed: Error: Outer\n {4}at /);
	expect(text).toMatch(/\ncaused by TypeError: Inner\n {4}at /);
	expect(text).not.toContain('typed');
});

test('what was thrown and is no error is not written out', () => {
	expect(logged({ secret: 'x' })).toBe('1970-01-01T00:00:00.000Z error It failed: not an error\n');
	expect(logged('words')).toBe('1970-01-01T00:00:00.000Z error It failed: words\n');
});

test('an address that is none is not repeated', () => {
	let thrown: unknown;
	try {
		new URL('http://me:hunter2@[bad');
	} catch (error) {
		thrown = error;
	}
	expect(logged(thrown)).toContain('TypeError: Invalid URL');
	expect(logged(thrown)).not.toContain('hunter2');
});

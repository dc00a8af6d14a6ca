import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Explainable } from '../../../../../src/renderer/inspector/explain/explained.ts';
import {
	explained,
	hold,
	pin,
	pointAt,
	setOpened,
	stopPointing,
	unpin,
} from '../../../../../src/renderer/inspector/explain/explained.ts';
import { pathSteps } from '../../../../../src/renderer/inspector/explain/path-steps.ts';

const header = (name: string): Explainable => ({
	context: { kind: 'header', side: 'request' },
	path: [name],
	value: null,
});
const [host, date, token] = [header('host'), header('x-amz-date'), header('x-amz-security-token')];

beforeEach(() => {
	vi.useFakeTimers();
	setOpened('request');
});
afterEach(() => {
	setOpened(null);
	vi.useRealTimers();
});

test('what the pointer passes over is not shown, what it rests on is, and stays when it leaves', () => {
	pointAt(host);
	pointAt(date);
	expect(explained().shown).toBeNull();
	vi.runAllTimers();
	expect(explained()).toMatchObject({ shown: date, spoken: null });
	stopPointing();
	expect(explained().shown).toBe(date);
});

test('what is held is come back to; only what was walked to is spoken', () => {
	hold(host, 'pointer');
	expect(explained()).toMatchObject({ shown: host, spoken: null });
	pointAt(date);
	vi.runAllTimers();
	stopPointing();
	expect(explained().shown).toBe(host);
	hold(token, 'keyboard');
	expect(explained()).toMatchObject({ shown: token, spoken: token });
});

test('what is pinned stays, also with another tab, and goes with its call', () => {
	expect(pin()).toBe(false);
	hold(host, 'pointer');
	expect(pin()).toBe(true);
	hold(date, 'keyboard');
	expect(explained().spoken).toBe(host);
	pointAt(token);
	vi.runAllTimers();
	setOpened('response');
	expect(explained()).toMatchObject({ shown: host, pinned: true });
	expect(unpin()).toBe(true);
	expect(unpin()).toBe(false);
	hold(date, 'keyboard');
	expect(explained().shown).toBe(date);
	pin();
	setOpened(null);
	expect(explained()).toMatchObject({ shown: null, pinned: false });
});

test('what is seen is what is pinned, also where the pointer rests on something else than what is held', () => {
	hold(host, 'pointer');
	pointAt(date);
	vi.runAllTimers();
	pin();
	expect(explained()).toMatchObject({ shown: date, spoken: date, pinned: true });
});

test('the steps of a path, with a list’s number at its name', () => {
	const context = { kind: 'body', side: 'request', operation: 'Converse', family: null } as const;
	const steps = (path: Explainable['path']) => pathSteps({ context, path, value: null });
	expect(steps(['messages', 2, 'content', 0, 'text'])).toEqual(['messages[2]', 'content[0]', 'text']);
	expect(steps(['matrix', 0, 1])).toEqual(['matrix[0][1]']);
	expect(steps(['embedding', -1])).toEqual(['embedding[…]']);
	expect(pathSteps({ context, path: ['stringToSign', 'scope'], value: null, name: 'Scope' })).toEqual([
		'stringToSign',
		'Scope',
	]);
});

import { expect, test } from 'vitest';
import { attemptBands } from '../../../../../src/renderer/inspector/timeline/attempt-bands.ts';
import type { Times } from './samples.ts';
import { attempt } from './samples.ts';

/** Each band as its part, `!` before the one that failed, and its end. */
function bands(times: Times, endMs: number, firstTextMs: number | null = null, failed = false) {
	return attemptBands(attempt(1, times), { endMs, firstTextMs, failed }).map(
		(band) => `${band.failed ? '!' : ''}${band.part} ${band.endMs}`,
	);
}

test('every step has a band that ends where the next begins', () => {
	const sending = { lookedUpMs: 12, connectedMs: 20, tunnelling: true, tunnelledMs: 25, securedMs: 40, sentMs: 41 };
	const times = { startedMs: 10, sending, status: 200, headersMs: 90, firstByteMs: 95, endedMs: 300 };
	expect(bands(times, 300, 120)).toEqual([
		'lookup 12',
		'connect 20',
		'tunnel 25',
		'tls 40',
		'send 41',
		'answer 95',
		'text 120',
		'stream 300',
	]);
	expect(attemptBands(attempt(1, times), { endMs: 300, firstTextMs: 120, failed: false })[0]?.startMs).toBe(10);
});

test('a connection that was open needs nothing but the sending', () => {
	const times = { startedMs: 0, sending: { reused: true, sentMs: 1 }, status: 200, headersMs: 50, firstByteMs: 50 };
	expect(bands(times, 80)).toEqual(['send 1', 'answer 50', 'stream 80']);
});

test('where the sending was not measured, all of it is one band', () => {
	expect(bands({ startedMs: 0, status: 200, headersMs: 30, firstByteMs: 35 }, 60, 35)).toEqual([
		'request 35',
		'stream 60',
	]);
	expect(bands({ startedMs: 0 }, 60)).toEqual(['request 60']);
});

test('the first text of an answer that came whole is no band: it was read after the end', () => {
	for (const readMs of [60, 61]) {
		expect(bands({ startedMs: 0, status: 200, headersMs: 30, firstByteMs: 35 }, 60, readMs)).toEqual([
			'request 35',
			'stream 60',
		]);
	}
});

test('what runs is in the band of the next step', () => {
	const next = (sending: Times['sending'], url?: string) =>
		bands({ startedMs: 0, ...(url && { url }), ...(sending && { sending }) }, 40).at(-1);
	expect(next({})).toBe('connect 40');
	expect(next({ lookedUpMs: 3 })).toBe('connect 40');
	expect(next({ tunnelling: true, connectedMs: 3 })).toBe('tunnel 40');
	expect(next({ tunnelling: true, connectedMs: 3, tunnelledMs: 5 })).toBe('tls 40');
	expect(next({ connectedMs: 3 })).toBe('tls 40');
	expect(next({ connectedMs: 3 }, 'http://127.0.0.1/')).toBe('send 40');
	expect(next({ reused: true })).toBe('send 40');
	expect(next({ connectedMs: 3, securedMs: 5, sentMs: 6 })).toBe('answer 40');
	expect(bands({ startedMs: 0, sending: { reused: true, sentMs: 1 }, status: 200, headersMs: 30 }, 40)).toEqual([
		'send 1',
		'answer 40',
	]);
});

test('a refusal waits until its headers; its body is the failure, also when it took no time', () => {
	const times = { startedMs: 0, sending: { reused: true, sentMs: 1 }, status: 429, headersMs: 4, firstByteMs: 4 };
	expect(bands(times, 9, null, true)).toEqual(['send 1', 'answer 4', '!stream 9']);
	expect(bands(times, 4, null, true)).toEqual(['send 1', 'answer 4', '!stream 4']);
});

test('an attempt without a response failed in what it was about to do', () => {
	expect(bands({ startedMs: 0, sending: { lookedUpMs: 2 } }, 20, null, true)).toEqual(['lookup 2', '!connect 20']);
	expect(bands({ startedMs: 0 }, 0, null, true)).toEqual(['!request 0']);
});

test('a stream that broke off has its failure at its end', () => {
	const times = { startedMs: 0, status: 200, headersMs: 4, firstByteMs: 5 };
	expect(bands(times, 9, 7, true)).toEqual(['request 5', 'text 7', 'stream 9', '!stream 9']);
});

test('no band goes back or over the end, whatever the times are', () => {
	const sending = { connectedMs: 8, securedMs: 6, sentMs: 70 };
	expect(bands({ startedMs: 5, sending, status: 200, headersMs: 50, firstByteMs: 50 }, 60)).toEqual([
		'connect 8',
		'send 60',
	]);
});

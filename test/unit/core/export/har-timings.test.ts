import { expect, test } from 'vitest';
import { harTimings } from '../../../../src/main/core/export/har-timings.ts';
import { attempt } from '../../../../src/shared/model/exchange.ts';

const body = { size: 0, sha256: null };
const made = attempt.parse({
	id: 'a',
	exchangeId: 'e',
	index: 1,
	startedMs: 100,
	request: { method: 'POST', url: 'https://x.test/', headers: [], body },
	response: { status: 200, headers: [], headersMs: 160, firstByteMs: 170, body, kind: 'json' },
	endedMs: 200,
	error: null,
});
const sending = {
	reused: false,
	tunnelling: false,
	lookedUpMs: 105,
	connectedMs: 115,
	tunnelledMs: null,
	securedMs: 135,
	sentMs: 136,
};

test('each phase begins where the one before it ends; connect includes ssl; the sum is the whole', () => {
	expect(harTimings({ ...made, sending })).toEqual({
		timings: { blocked: -1, dns: 5, connect: 30, ssl: 20, send: 1, wait: 24, receive: 40 },
		time: 100,
	});
});

test('what was not needed or is not known is -1, or no time', () => {
	expect(harTimings(made)).toEqual({
		timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 60, receive: 40 },
		time: 100,
	});
	expect(harTimings({ ...made, response: null, endedMs: null }).time).toBe(0);
});

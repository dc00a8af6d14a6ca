import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { handOverPorts } from '../../../src/main/electron/port-handover.ts';

const ourWindow = { name: 'our window' };

/** What happens when a frame asks for a port. */
function ask(sender: object, senderFrame: { url: string; parent: object | null } | null): unknown[] {
	const told: unknown[] = [];
	const ipc = new EventEmitter();
	handOverPorts({
		ipc,
		origin: 'app://outcrop',
		isOwnWindow: (asking) => asking === ourWindow,
		newChannel: () => ({ port1: 'main end', port2: 'page end' }),
		serve: (port) => told.push(['serve', port]),
		post: (_event, channel, port) => told.push(['post', channel, port]),
	});
	expect(ipc.eventNames()).toEqual(['outcrop:port']);
	ipc.emit('outcrop:port', { sender, senderFrame });
	return told;
}

test('the main frame of our window at our origin gets one end, main serves the other', () => {
	expect(ask(ourWindow, { url: 'app://outcrop/', parent: null })).toEqual([
		['serve', 'main end'],
		['post', 'outcrop:port', 'page end'],
	]);
});

test.each([
	['a frame inside our page', ourWindow, { url: 'app://outcrop/', parent: {} }],
	['our window at another origin', ourWindow, { url: 'https://example.com/', parent: null }],
	['our window at an origin that begins like ours', ourWindow, { url: 'app://outcrop.evil/', parent: null }],
	['our window before it is loaded', ourWindow, { url: '', parent: null }],
	['a window that is not ours', {}, { url: 'app://outcrop/', parent: null }],
	['a frame that has gone', ourWindow, null],
])('%s gets nothing, not even an answer', (_who, sender, frame) => {
	expect(ask(sender, frame)).toEqual([]);
});

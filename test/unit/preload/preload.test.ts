import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.resetModules();
});

/** Loads the preload into a window of which everything that it does is written down. */
async function load() {
	const exposed: [string, Record<string, unknown>][] = [];
	const sent: unknown[][] = [];
	const posted: unknown[][] = [];
	const listeners = new Map<string, (event: { ports: unknown[] }) => void>();
	vi.doMock('electron', () => ({
		contextBridge: { exposeInMainWorld: (name: string, api: Record<string, unknown>) => exposed.push([name, api]) },
		ipcRenderer: {
			on: (channel: string, listener: (event: { ports: unknown[] }) => void) => listeners.set(channel, listener),
			send: (...args: unknown[]) => sent.push(args),
		},
	}));
	vi.stubGlobal('window', {
		location: { origin: 'app://outcrop' },
		postMessage: (...args: unknown[]) => posted.push(args),
	});
	await import('../../../src/preload/preload.ts');
	return { exposed, sent, posted, listeners };
}

test('one function is exposed, and nothing else', async () => {
	const { exposed, sent } = await load();
	expect(exposed).toEqual([['outcrop', { requestPort: expect.any(Function) }]]);
	expect(sent).toEqual([]);
});

test('it asks main on one channel, whatever it is called with', async () => {
	const { exposed, sent } = await load();
	const request = exposed[0]?.[1]['requestPort'];
	if (typeof request === 'function') request('other-channel', { secret: true });
	expect(sent).toEqual([['outcrop:port']]);
});

test('the port that main sends goes to our own origin, and the event does not', async () => {
	const { listeners, posted } = await load();
	expect([...listeners.keys()]).toEqual(['outcrop:port']);
	const ports = [{}];
	listeners.get('outcrop:port')?.({ ports });
	expect(posted).toEqual([['outcrop:port', 'app://outcrop', ports]]);
});

test('it stays under 40 lines', () => {
	const source = readFileSync(fileURLToPath(new URL('../../../src/preload/preload.ts', import.meta.url)), 'utf8');
	expect(source.split('\n').length).toBeLessThan(40);
});

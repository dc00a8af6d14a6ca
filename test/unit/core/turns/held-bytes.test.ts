import { expect, test } from 'vitest';
import type { CallSink } from '../../../../src/main/core/bedrock/call.ts';
import { StoreError } from '../../../../src/main/core/storage/store-error.ts';
import { begin, hub, toEnd } from './hub.ts';

const continuation = { mode: 'automatic', calls: 100, outputTokens: 1_000_000 } as const;
const request = { method: 'POST', url: 'https://a.test/', headers: [], signature: null };

/** What each call of a chain does: a large file goes out again, and a piece of the answer comes. */
function send(sink: CallSink | undefined, bodies: readonly Uint8Array[], text: string): void {
	for (const [at, body] of bodies.entries()) {
		sink?.attemptStarted({ ...request, index: at + 1, at: 0, body });
		sink?.responseStarted(at + 1, { at: 0, status: at + 1 < bodies.length ? 503 : 200, headers: [] });
		sink?.responseBytes(at + 1, 0, new Uint8Array([1, 2, 3]));
		sink?.attemptEnded(at + 1, { at: 0, error: null });
	}
	sink?.text(text);
	sink?.stopReason('max_tokens');
}

test('of a chain of calls those that are kept are held no longer: each may have a file of many MB in it', async () => {
	const app = await hub(undefined, { continuation });
	const turn = await begin(app.turns, app.id, 'Hello');
	const body = new Uint8Array([7, 7]);
	send(app.calls[0]?.sink, [body], 'One');
	const first = app.turns.live(turn.id)?.turn().exchanges[0]?.id ?? '';
	expect(app.turns.liveExchange((one) => one.summary().id === first)?.summary().state).toBe('running');
	app.calls[0]?.end();
	await new Promise(setImmediate);
	expect(app.calls).toHaveLength(2);
	expect(app.turns.liveExchange((one) => one.summary().id === first)).toBe(null);
	const kept = await app.memory.exchange(first);
	expect([kept?.state, kept?.stopReason]).toEqual(['complete', 'max_tokens']);
	const attemptId = kept?.attempts[0]?.id ?? '';
	expect(await app.memory.body(attemptId, 'request')).toEqual(body);
	expect(await app.memory.body(attemptId, 'response')).toEqual(new Uint8Array([1, 2, 3]));
	expect(
		app.turns
			.live(turn.id)
			?.turn()
			.exchanges.map(({ state }) => state),
	).toEqual(['complete', 'running']);
	app.calls[1]?.end();
	await toEnd(app.turns, turn.id);
});

test('what can’t be saved is held until it can', async () => {
	let full = false;
	const app = await hub(
		(store) => ({
			save: (changes) => (full ? Promise.reject(new StoreError('not-saved', 'disk full')) : store.save(changes)),
		}),
		{ continuation },
	);
	const turn = await begin(app.turns, app.id, 'Hello');
	full = true;
	send(app.calls[0]?.sink, [new Uint8Array([7, 7])], 'One');
	app.calls[0]?.end();
	await new Promise(setImmediate);
	const first = app.turns.live(turn.id)?.turn().exchanges[0]?.id ?? '';
	const held = app.turns.liveExchange((one) => one.summary().id === first);
	expect(held?.requestBody(held.exchange().attempts[0]?.id ?? '')).toEqual(new Uint8Array([7, 7]));
	full = false;
	app.calls[1]?.end();
	await toEnd(app.turns, turn.id);
});

test('an attempt that sends the same again holds the same bytes', async () => {
	const app = await hub();
	const turn = await begin(app.turns, app.id, 'Hello');
	const bodies = [new Uint8Array([7, 7]), new Uint8Array([7, 7]), new Uint8Array([7, 8])];
	send(app.calls[0]?.sink, bodies, 'One');
	const held = app.turns.liveExchange(() => true);
	const [one, two, three] = held?.exchange().attempts.map(({ id }) => held.requestBody(id)) ?? [];
	expect(two).toBe(one);
	expect(three).toEqual(new Uint8Array([7, 8]));
	app.calls[0]?.end();
	await toEnd(app.turns, turn.id);
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import { isStreaming, operations } from '../../../src/shared/model/operation.ts';
import { watchTurn } from '../../helpers/test-app.ts';
import { saidIn } from './check-call.ts';
import { inOperation } from './in-operation.ts';
import { readFrames } from './read-raw.ts';
import type { Bench } from './run-cell.ts';
import { openBench } from './run-cell.ts';
import { askedIn } from './scenarios.ts';
import { targets } from './targets.ts';

/** Told each time that an answer waits for its next token, which never comes. */
let held = () => {};

let bench: Bench;
beforeAll(async () => {
	bench = await openBench({
		// Seven tokens are due at once, the eighth when the connection is closed.
		pace: { firstTokenMs: -6, tokensPerSecond: 1000 },
		clock: {
			now: () => Date.now(),
			monotonic: () => 0,
			wait: (_ms, signal) =>
				new Promise((resolve) => {
					signal.addEventListener('abort', () => resolve());
					held();
				}),
		},
	});
});
afterAll(() => bench.close());

const cells = targets.flatMap((target) =>
	operations
		.filter((operation) => !(target.noStream && isStreaming(operation)))
		.map((operation) => ({ ...target, target, operation })),
);

test.each(cells)('$operation, $family, $modelId: stopped by the user', async ({ target, operation, modelId }) => {
	const { client } = bench.app;
	const { rows, streams, family, lead, tags, places } = inOperation(target, operation);
	const waits = new Promise<void>((resolve) => {
		held = resolve;
	});
	const over = new Promise<PracticeExchange>((resolve) => {
		const leave = bench.practice.onExchange((exchange) => {
			leave();
			resolve(exchange);
		});
	});
	const thinks = target.thinksUnasked === true;
	// Seven tokens; a lead of line breaks is one of them, a space belongs to what follows it.
	const title = `${lead}## Hello from the practi${lead === '\n' ? '' : 'ce'}`;
	const begun = streams ? (thinks ? 'The user writes: “Hello”' : title) : '';

	const { settings, question } = askedIn('plain', {});
	const { id } = await client.conversations.create({ settings: { operation, modelId, ...settings } });
	const { id: turnId } = await client.turns.start({ conversationId: id, text: question });
	await waits;
	const watcher = await watchTurn(bench.app, turnId);
	const { turn: found } = await watcher.until('snapshot');
	let told = begun;
	if (streams) {
		const said = saidIn(found.answer?.content ?? []);
		told = said.thoughts + said.text;
		const add = (text: string) => {
			told += text;
			return told.length >= begun.length;
		};
		if (told !== begun && thinks) {
			await watcher.until('part', ({ part }) => part.type === 'reasoning' && add(part.text));
		} else if (told !== begun) {
			await watcher.until('text', ({ text }) => add(text));
		}
	}
	expect(told).toBe(begun);

	await client.turns.stop({ turnId });
	const { turn } = await watcher.until('ended');
	const practice = await over;
	expect([turn.state, turn.failure]).toEqual(['stopped', null]);
	expect((await client.conversations.get({ id })).turns).toEqual([turn]);
	const block = thinks
		? { type: 'reasoning', text: begun, signature: null, redacted: null }
		: { type: 'text', text: begun };
	expect(turn.answer?.content ?? null).toEqual(streams ? [block] : null);

	const row = rows.plain;
	if ('absent' in row) throw new Error('Every target answers a plain question.');
	expect(JSON.parse(Buffer.from(practice.requestBody).toString('utf8'))).toStrictEqual(row.first);
	expect([practice.complete, practice.status]).toEqual([false, streams ? 200 : null]);
	expect(turn.exchanges).toHaveLength(1);
	const exchange = await client.exchanges.get({ exchangeId: turn.exchanges[0]?.id ?? '' });
	expect(exchange).toMatchObject({
		operation,
		family,
		state: 'stopped',
		failure: null,
		usage: null,
		stopReason: null,
		attemptCount: 1,
		requestId: streams ? practice.requestId : null,
		status: practice.status,
	});
	const [attempt] = exchange.attempts;
	expect(attempt?.endedMs).toBeGreaterThan(attempt?.startedMs ?? Number.POSITIVE_INFINITY);
	expect(attempt?.request.body).toEqual(hashed(practice.requestBody));
	if (!streams) {
		expect(attempt?.response).toBeNull();
		return;
	}
	// All that was sent has arrived and is kept, in whole frames with valid checksums.
	expect(attempt?.response).toMatchObject({ status: 200, body: hashed(practice.responseBody) });
	const kept = await client.exchanges.body({ attemptId: attempt?.id ?? '', side: 'response' });
	const raw = readFrames(Buffer.from(kept.base64, 'base64'), places);
	expect(raw.text + raw.thoughts).toBe(`${tags?.[0] ?? ''}${begun}`);
	expect([raw.stop, raw.metrics]).toEqual([undefined, null]);
});

function hashed(bytes: Uint8Array) {
	return { size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
}

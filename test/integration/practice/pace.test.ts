import { ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { expect, it } from 'vitest';
import { systemClock } from '../../../src/main/practice/practice-clock.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { collect, practiceClient } from './support/practice-client.ts';

const request = {
	modelId: 'amazon.nova-micro-v1:0',
	messages: [{ role: 'user' as const, content: [{ text: 'Hello' }] }],
	inferenceConfig: { maxTokens: 4 },
};
const pace = { firstTokenMs: 500, tokensPerSecond: 10 };

/** A clock on which waiting takes no time and is written down. */
function skippingClock() {
	const waits: number[] = [];
	let time = 0;
	return {
		waits,
		now: () => Date.now(),
		monotonic: () => time,
		wait(ms: number) {
			waits.push(ms);
			time += ms;
			return Promise.resolve();
		},
	};
}

it('waits for the first token, and then between tokens', async () => {
	const clock = skippingClock();
	const server = await startPractice({ pace, clock });
	const client = practiceClient(server, 'http/1.1');
	const { stream } = await client.send(new ConverseStreamCommand(request));
	const events = await collect(stream);
	client.destroy();
	await server.close();
	expect(clock.waits).toEqual([500, 100, 100, 100]);
	expect(events.at(-1)?.metadata?.metrics?.latencyMs).toBe(800);
});

it('waits for the whole of an answer that does not stream', async () => {
	const clock = skippingClock();
	const server = await startPractice({ pace, clock });
	const client = practiceClient(server, 'http/1.1');
	const { metrics } = await client.send(new ConverseCommand(request));
	client.destroy();
	await server.close();
	expect(clock.waits).toEqual([900]);
	expect(metrics?.latencyMs).toBe(900);
});

it('stops when the client goes', async () => {
	const waiting = Promise.withResolvers<AbortSignal>();
	const clock = {
		...systemClock,
		wait: (_ms: number, signal: AbortSignal) => {
			waiting.resolve(signal);
			return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
		},
	};
	const server = await startPractice({ pace, clock });
	const told = new Promise((resolve) => server.onExchange(resolve));
	const client = practiceClient(server, 'http/1.1');
	const stop = new AbortController();
	const call = client.send(new ConverseCommand(request), { abortSignal: stop.signal });
	const signal = await waiting.promise;
	stop.abort();
	await expect(call).rejects.toThrow('Request aborted');
	expect(await told).toMatchObject({ status: null, complete: false });
	expect(signal.aborted).toBe(true);
	client.destroy();
	await server.close();
});

it('ends a wait of the system clock with its signal', async () => {
	const stop = new AbortController();
	const wait = systemClock.wait(86_400_000, stop.signal);
	stop.abort();
	await wait;
	await systemClock.wait(86_400_000, stop.signal);
	expect(stop.signal.aborted).toBe(true);
});

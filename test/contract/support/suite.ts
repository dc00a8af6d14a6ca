import { isDefinedError, ORPCError, safe } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLineLog } from '../../../src/main/core/hosting/line-log.ts';
import type { Log } from '../../../src/main/core/ports.ts';
import { MAX_ATTACHED_BYTES } from '../../../src/shared/attachments/attachments.ts';
import type { Trial, trialContract } from './trial-contract.ts';
import { createTrial } from './trial-contract.ts';

export type TrialClient = ContractRouterClient<typeof trialContract>;

/** A client that reaches the trial's router by some way, and that way's end. */
export interface Way {
	readonly client: TrialClient;
	close(): Promise<void>;
}

/** What every transport must do alike. `local`: nothing is between, so nothing is hidden or serialised. */
export function contractSuite(
	name: string,
	open: (trial: Trial, log: Log) => Promise<Way>,
	{ local = false } = {},
): void {
	/** For what only a transport can do. */
	const remote = local ? () => {} : test;
	describe(name, () => {
		let trial: Trial;
		let way: Way;
		let lines: string[];
		beforeEach(async () => {
			trial = createTrial();
			lines = [];
			way = await open(
				trial,
				createLineLog((line) => lines.push(line), { now: () => 0 }),
			);
		});
		afterEach(() => way.close());

		test('a call gives its answer', async () => {
			const text = 'カエル 🐸 \u0000 "quoted"\n';
			expect(await way.client.echo({ text })).toEqual({ text });
		});

		test('many calls at once get each their own answer', async () => {
			const texts = Array.from({ length: 50 }, (_, index) => `${index}`);
			const answers = await Promise.all(texts.map((text) => way.client.echo({ text })));
			expect(answers.map(({ text }) => text)).toEqual(texts);
		});

		test('a typed error comes with its code and its data', async () => {
			const { error } = await safe(way.client.refuse());
			expect(isDefinedError(error) && { code: error.code, data: error.data }).toEqual({
				code: 'NOT_FOUND',
				data: { what: 'turn' },
			});
			expect(lines).toEqual([]);
		});

		test('an input that breaks the schema is refused before the handler', async () => {
			const wrong: { text: string } = JSON.parse('{"text":1}');
			const error = await way.client.echo(wrong).catch((reason: unknown) => reason);
			expect(error).toBeInstanceOf(ORPCError);
			expect(error).toMatchObject({ code: 'BAD_REQUEST', message: 'Input validation failed' });
		});

		remote('an unexpected error is told to the log, not to the window', async () => {
			const error = await way.client.break().catch((reason: unknown) => reason);
			expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' });
			expect(JSON.stringify(error)).not.toContain('SECRET');
			expect(lines.join('')).toContain(
				'1970-01-01T00:00:00.000Z error A procedure failed: Error: SECRET of the server',
			);
		});

		test('20,000 events come in order, then the stream ends', async () => {
			let seen = 0;
			for await (const { index } of await way.client.count({ to: 20_000 })) {
				if (index !== seen + 1) throw new Error(`${index} came after ${seen}`);
				seen = index;
			}
			expect(seen).toBe(20_000);
		});

		test('an error in mid-stream comes after what came before it', async () => {
			const seen: number[] = [];
			const reading = (async () => {
				for await (const { index } of await way.client.count({ to: 9, failAfter: 3 })) seen.push(index);
			})();
			await expect(reading).rejects.toMatchObject({ code: 'CORRUPT', data: { detail: 'in mid-stream' } });
			expect(seen).toEqual([1, 2, 3]);
		});

		test('aborting ends the stream on the server', async () => {
			const controller = new AbortController();
			const stream = await way.client.watch(undefined, { signal: controller.signal });
			expect(await stream.next()).toEqual({ done: false, value: { started: true } });
			const rest = stream.next().catch(() => 'aborted');
			controller.abort();
			await trial.watcherGone;
			await rest;
		});

		remote('leaving the stream ends it on the server', async () => {
			const stream = await way.client.watch();
			await stream.next();
			const rest = stream.next().catch(() => 'left');
			await stream.return?.();
			await trial.watcherGone;
			await rest;
		});

		remote('a window that goes away ends its streams on the server', async () => {
			const stream = await way.client.watch();
			await stream.next();
			const rest = stream.next().catch(() => 'gone');
			await way.close();
			await trial.watcherGone;
			await rest;
		});

		test('a body of 10 MB comes whole', async () => {
			const size = 10_000_000;
			const { base64 } = await way.client.body({ size });
			expect(Buffer.from(base64, 'base64').equals(Buffer.alloc(size, 7))).toBe(true);
		});

		test('files of the largest size that a message may have go whole', async () => {
			const file = (size: number) =>
				({ name: 'a.mp4', kind: 'video', format: 'mp4', base64: Buffer.alloc(size, 7).toString('base64') }) as const;
			const halves = [file(MAX_ATTACHED_BYTES / 2), file(MAX_ATTACHED_BYTES / 2)];
			expect(await way.client.attach({ files: halves })).toEqual({ sizes: [12_500_000, 12_500_000] });
			const { error } = await safe(way.client.attach({ files: [file(MAX_ATTACHED_BYTES + 3)] }));
			expect(error).toMatchObject({ code: 'BAD_REQUEST' });
		});

		test('a text of 10 MB goes whole', async () => {
			const text = 'あ'.repeat(10_000_000 / 4);
			expect((await way.client.echo({ text })).text === text).toBe(true);
		});
	});
}

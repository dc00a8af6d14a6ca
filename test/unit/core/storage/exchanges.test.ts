import { describe, expect, test } from 'vitest';
import {
	attempt,
	bytesOf,
	ended,
	exchange,
	failure,
	openTestStore,
	question,
	response,
	streaming,
	withConversation,
} from './samples.ts';

describe('an exchange', () => {
	test('comes back field by field, running and ended, with its attempts in order', async () => {
		const store = await withConversation(openTestStore());
		const request = bytesOf(300);
		await store.save(streaming(request, bytesOf(5), []));
		expect((await store.turn('t1'))?.exchanges).toStrictEqual([exchange('t1', 'e1')]);

		const end = exchange('t1', 'e1', { ...ended, state: 'failed', failure, attemptCount: 2 });
		const error = { name: 'TimeoutError', message: 'socket hang up', code: 'ECONNRESET' };
		const second = attempt('e1', 'a2', request, { index: 2, startedMs: 20, endedMs: 40.5, error });
		const whole = bytesOf(5);
		const first = attempt('e1', 'a1', request, { response: response(whole), endedMs: 19 });
		await store.save([
			{ type: 'attempt', attempt: second, requestBody: request },
			{ type: 'attempt', attempt: first, requestBody: null },
			{ type: 'exchange', exchange: end },
		]);
		expect(await store.exchange('e1')).toStrictEqual({ ...end, attempts: [first, second] });
		expect(await store.exchange('none')).toBeNull();
	});

	test('tells the size of a body that is still arriving', async () => {
		const store = await withConversation(openTestStore());
		await store.save(streaming(bytesOf(3), bytesOf(5), []));
		await store.save([{ type: 'response-bytes', attemptId: 'a1', bytes: bytesOf(7), arrivals: [[12, 20]] }]);
		const body = (await store.exchange('e1'))?.attempts[0]?.response?.body;
		expect(body).toStrictEqual({ size: 12, sha256: null });
	});
});

describe('a body', () => {
	test('is every byte that was sent or came, joined in order, with the times', async () => {
		const store = await withConversation(openTestStore());
		const request = bytesOf(100_000);
		const parts = [bytesOf(70_000, 2), bytesOf(0), bytesOf(3, 3)] as const;
		await store.save(streaming(request, parts[0], []));
		await store.save([
			{ type: 'response-bytes', attemptId: 'a1', bytes: parts[1], arrivals: [] },
			{
				type: 'response-bytes',
				attemptId: 'a1',
				bytes: parts[2],
				arrivals: [
					[70_001, 20.125],
					[70_003, 21],
				],
			},
		]);
		expect(await store.body('a1', 'request')).toStrictEqual(request);
		const whole = Uint8Array.from(Buffer.concat(parts));
		expect(await store.body('a1', 'response')).toStrictEqual(whole);
		expect(await store.arrivals('a1')).toStrictEqual([
			[70_000, 12.25],
			[70_001, 20.125],
			[70_003, 21],
		]);
		await store.save([
			{
				type: 'attempt',
				attempt: attempt('e1', 'a1', request, { response: response(whole), endedMs: 22 }),
				requestBody: null,
			},
		]);
		expect(await store.body('a1', 'response')).toStrictEqual(whole);
	});

	test('is empty when it is empty, and null where there is none', async () => {
		const store = await withConversation(openTestStore());
		const empty = new Uint8Array(0);
		await store.save([
			{ type: 'turn-begun', turnId: 't1', question: question('c1', 'm1', 'Hi'), title: '', at: 1 },
			{ type: 'exchange', exchange: exchange('t1', 'e1') },
			{ type: 'attempt', attempt: attempt('e1', 'a1', empty), requestBody: empty },
		]);
		expect(await store.body('a1', 'request')).toStrictEqual(empty);
		expect(await store.body('a1', 'response')).toBeNull();
		expect(await store.arrivals('a1')).toStrictEqual([]);
		expect(await store.body('none', 'request')).toBeNull();
		expect(await store.arrivals('none')).toBeNull();
		await store.save([
			{ type: 'attempt', attempt: attempt('e1', 'a1', empty, { response: response(empty) }), requestBody: null },
		]);
		expect(await store.body('a1', 'response')).toStrictEqual(empty);
	});
});

import { expect, test } from 'vitest';
import type { RecordingSource } from '../../../../src/main/core/export/recording.ts';
import { record } from '../../../../src/main/core/export/recording.ts';
import { StoreError } from '../../../../src/main/core/storage/store-error.ts';
import { conversation } from '../../../../src/shared/model/conversation.ts';
import { exchange } from '../../../../src/shared/model/exchange.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { sampleExchange, sampleTurn } from '../../../helpers/samples.ts';

const call = exchange.parse({
	...sampleExchange({ id: 'e', turnId: 't' }),
	attempts: [
		{
			id: 'a',
			exchangeId: 'e',
			index: 1,
			startedMs: 0,
			request: { method: 'POST', url: 'http://127.0.0.1/', headers: [], body: { size: 2, sha256: 'x' } },
			response: {
				status: 200,
				headers: [],
				headersMs: 1,
				firstByteMs: 1,
				body: { size: 3, sha256: null },
				kind: 'event-stream',
			},
			endedMs: null,
			error: null,
		},
	],
});

const talk = conversation.parse({
	id: 'c',
	title: '',
	settings: defaultRequestSettings,
	createdAt: 1,
	updatedAt: 1,
	turns: [sampleTurn({ id: 't', conversationId: 'c', exchanges: [call] })],
});

function sourceOf(body: RecordingSource['exchanges']['body']): RecordingSource {
	return {
		conversation: async () => talk,
		exchanges: { exchange: async () => call, body },
		arrivals: async () => [],
		attachment: async () => null,
	};
}

const whole = { conversationId: 'c', turnId: null, exchangeId: null };

test('what still arrives is recorded as long as it is by then, and as no longer running', async () => {
	const made = await record(
		sourceOf(async (_id, side) => Buffer.from(side === 'request' ? '{}' : 'longer by now')),
		whole,
	);
	const [turn] = made?.turns ?? [];
	expect([turn?.turn.state, turn?.exchanges[0]?.summary.state]).toEqual(['interrupted', 'interrupted']);
	expect(turn?.exchanges[0]?.attempts[0]?.attempt.response?.body).toEqual({ size: 13, sha256: null });
});

test('what was forgotten is left out; what is damaged is no export', async () => {
	const failing = (code: 'forgotten' | 'corrupt') =>
		record(
			sourceOf(async () => {
				throw new StoreError(code, 'gone');
			}),
			whole,
		);
	expect((await failing('forgotten'))?.turns[0]?.exchanges[0]?.attempts[0]).toMatchObject({
		request: null,
		response: null,
	});
	await expect(failing('corrupt')).rejects.toThrow(StoreError);
});

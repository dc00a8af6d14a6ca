import * as sdk from '@aws-sdk/client-bedrock-runtime';
import { expect, test } from 'vitest';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { codecs } from '../../../../../src/main/core/bedrock/families/registry.ts';
import { invokeStream } from '../../../../../src/main/core/bedrock/operations/invoke-stream.ts';
import type { Family } from '../../../../../src/shared/model/family.ts';
import { defaultRequestSettings } from '../../../../../src/shared/model/settings.ts';

/** What is told of a stream with these chunks, which breaks off where `breaks` says so. */
async function told(family: Family, modelId: string, chunks: readonly object[], breaks = false): Promise<unknown[]> {
	async function* body() {
		for (const chunk of chunks) yield { chunk: { bytes: new TextEncoder().encode(JSON.stringify(chunk)) } };
		if (breaks) throw new Error('aborted');
	}
	const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
	const client = new sdk.BedrockRuntimeClient({ region: 'us-east-1', credentials });
	// Answered before anything is written or sent.
	client.middlewareStack.add(() => async () => ({ output: { $metadata: {}, body: body() }, response: {} }), {
		step: 'initialize',
		priority: 'high',
	});
	const all: unknown[] = [];
	const settings = { ...defaultRequestSettings, modelId, operation: 'InvokeModelWithResponseStream' } as const;
	const running = invokeStream(
		{
			sdk,
			client,
			call: { settings, messages: [textMessage('user', 'Hi')], body: null },
			signal: new AbortController().signal,
			answer: {
				text: (text) => all.push(text),
				part: (part) => all.push(part),
				usage: ({ inputTokens, outputTokens }) => all.push([inputTokens, outputTokens]),
				stopReason: (reason) => all.push({ reason }),
				trace: (trace) => all.push({ trace }),
				closed: () => all.push('closed'),
			},
			responseHeaders: () => [],
			responseText: () => '',
		},
		codecs[family],
	);
	await (breaks ? expect(running).rejects.toThrow('aborted') : running);
	client.destroy();
	return all;
}

const begin = { type: 'message_start', message: { usage: { input_tokens: 9, output_tokens: 1 } } };
const delta = (text: string) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });
const end = { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 4 } };

test('tokens are told at the end of a stream, of which the first counts are provisional; of a broken one never', async () => {
	const claude = ['claude-messages', 'anthropic.claude-3-haiku-20240307-v1:0'] as const;
	expect(await told(...claude, [begin, delta('Stone'), end, { type: 'message_stop' }])).toEqual([
		'Stone',
		{ reason: 'end_turn' },
		'closed',
		[9, 4],
	]);
	expect(await told(...claude, [begin, delta('Stone')])).toEqual(['Stone']);
	expect(await told(...claude, [begin, delta('Stone'), end], true)).toEqual(['Stone', { reason: 'end_turn' }]);
});

test.each([false, true])(
	'what might have been the beginning of a tag is told when the stream ends (broken: %s)',
	async (breaks) => {
		const chunks = [{ choices: [{ text: 'Is 1 ' }] }, { choices: [{ text: '</thi' }] }];
		expect(await told('deepseek-r1', 'us.deepseek.r1-v1:0', chunks, breaks)).toEqual([
			{ type: 'reasoning', text: 'Is 1 ' },
			{ type: 'reasoning', text: '</thi' },
		]);
	},
);

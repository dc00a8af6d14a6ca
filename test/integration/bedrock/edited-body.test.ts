import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { writeBody } from '../../../src/main/core/bedrock/preview-body.ts';
import { operations } from '../../../src/shared/model/operation.ts';
import { chunkFrame } from '../../helpers/event-frames.ts';
import { makeCall, makeCaller, unstopped } from './support/caller.ts';
import type { ObservedPractice } from './support/practice.ts';
import { startObservedPractice } from './support/practice.ts';
import { recordingSink } from './support/recording-sink.ts';
import type { StubAnswer } from './support/stub-service.ts';
import { json, startStubService, stream } from './support/stub-service.ts';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterAll(() => practice.server.close());

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

/** A body with white space, numbers and escapes that no serializer would write. */
function handwritten(native: boolean): Uint8Array {
	const content = native ? '"\\u5ca9とは"' : '[ {"text" : "\\u5ca9とは"} ]';
	const limit = native
		? '"anthropic_version":"bedrock-2023-05-31","max_tokens": 1.2e1'
		: '"inferenceConfig":{"maxTokens": 1.2e1}';
	return new TextEncoder().encode(`{\n\t"messages": [ {"role":"user","content":${content}} ] ,${limit}}\n`);
}

describe.each(operations)('%s', (operation) => {
	test('what is shown beforehand is what is sent', async () => {
		const call = makeCall({ operation, modelId, system: '簡潔に。', temperature: 0.5, stopSequences: ['。'] });
		const { bytes, failure } = await writeBody(call);
		await practice.caller()(call, recordingSink(), unstopped);
		const [seen] = await practice.exchanges(1);
		expect(failure).toBeNull();
		expect(Buffer.from(bytes ?? []).toString()).toBe(Buffer.from(seen?.requestBody ?? []).toString());
		expect(Buffer.from(bytes ?? []).toString()).toContain('簡潔に。');
	});

	test('a body that a person wrote goes out byte by byte, counted and signed', async () => {
		const body = handwritten(operation.startsWith('Invoke'));
		const sink = recordingSink();
		// Settings that could not be written do not matter: nothing of them is sent.
		const call = { ...makeCall({ operation, modelId, additionalFields: 'no JSON' }), body };
		const end = await practice.caller()(call, sink, unstopped);
		const [seen] = await practice.exchanges(1);
		expect(end).toEqual({ state: 'complete', failure: null });
		expect(Buffer.from(seen?.requestBody ?? []).toString()).toBe(Buffer.from(body).toString());
		expect(sink.attempts[0]?.signature?.matches).toBe(true);
		expect(Buffer.from(sink.attempts[0]?.body ?? [])).toEqual(Buffer.from(body));
		const lengths = seen?.requestHeaders.filter(([name]) => name.toLowerCase() === 'content-length');
		expect(lengths?.map(([, value]) => value)).toEqual([String(body.byteLength)]);
		expect(sink.texts.join('')).toBe('## 練習用エンドポイント');
		expect(sink.reasons).toEqual(['max_tokens']);
	});

	test('what is no JSON goes out all the same, and is refused in the service’s words', async () => {
		const body = new TextEncoder().encode('{"messages": [');
		const end = await practice.caller()({ ...makeCall({ operation, modelId }), body }, recordingSink(), unstopped);
		const [seen] = await practice.exchanges(1);
		expect(Buffer.from(seen?.requestBody ?? []).toString()).toBe('{"messages": [');
		expect([end.state, end.failure?.status]).toEqual(['failed', 400]);
	});
});

test('what InvokeModel sends in headers goes along with a body that a person wrote', async () => {
	const settings = {
		modelId,
		operation: 'InvokeModel',
		guardrail: {
			identifier: 'practice-guardrail',
			version: '1',
			trace: 'enabled',
			streamProcessingMode: null,
			questionOnly: false,
			system: false,
		},
		performance: 'optimized',
		serviceTier: 'flex',
		requestMetadata: { project: 'rocks' },
	} as const;
	const headersOf = async (body: Uint8Array | null) => {
		await practice.caller()({ ...makeCall(settings), body }, recordingSink(), unstopped);
		const [seen] = await practice.exchanges(1);
		return seen?.requestHeaders.filter(([name]) => /^x-amzn-bedrock-/i.test(name)).sort();
	};
	const sent = await headersOf(handwritten(true));
	expect(sent).toEqual(await headersOf(null));
	expect(sent?.map(([, value]) => value)).toEqual(
		expect.arrayContaining(['practice-guardrail', '1', 'optimized', 'flex']),
	);
	expect(sent?.some(([, value]) => value.includes('rocks'))).toBe(true);
});

test('a model whose body nobody knows has no body to show, and takes one that a person wrote', async () => {
	const call = makeCall({ operation: 'InvokeModel', modelId: 'someone.new-model-v1' });
	expect(await writeBody(call)).toEqual({ bytes: null, failure: null });
	expect((await practice.caller()(call, recordingSink(), unstopped)).failure?.code).toBe('no-family');
	const body = new TextEncoder().encode('{"anything":1}');
	const end = await practice.caller()({ ...call, body }, recordingSink(), unstopped);
	const [seen] = await practice.exchanges(1);
	expect(Buffer.from(seen?.requestBody ?? []).toString()).toBe('{"anything":1}');
	// The practice endpoint does not know it either.
	expect(end.failure?.status).toBe(400);
});

describe('of an answer whose shape nobody knows nothing is guessed, and its end is known', () => {
	const said = { completion: 'Like Claude', generation: 'like Llama', outputText: 'like Titan', stop_reason: 'stop' };
	const metrics = { inputTokenCount: 7, outputTokenCount: 9, invocationLatency: 3, firstByteLatency: 2 };

	async function answered(operation: 'InvokeModel' | 'InvokeModelWithResponseStream', answer: StubAnswer) {
		const service = await startStubService();
		onTestFinished(() => service.close());
		service.answerWith(answer);
		const body = new TextEncoder().encode('{"anything":1}');
		const sink = recordingSink();
		const call = { ...makeCall({ operation, modelId: 'someone.new-model-v1' }), body };
		const end = await makeCaller({ endpoint: service.endpoint })(call, sink, unstopped);
		return { state: end.state, texts: sink.texts, parts: sink.parts, reasons: sink.reasons, usages: sink.usages };
	}
	const nothing = { texts: [], parts: [], reasons: [] };

	test('whole', async () => {
		const headers = { 'X-Amzn-Bedrock-Input-Token-Count': '7', 'X-Amzn-Bedrock-Output-Token-Count': '9' };
		const usages = [expect.objectContaining({ inputTokens: 7, outputTokens: 9 })];
		expect(await answered('InvokeModel', json(said, headers))).toEqual({ ...nothing, state: 'complete', usages });
	});

	test('in a stream, with the counts of its last chunk', async () => {
		const last = chunkFrame({ 'amazon-bedrock-invocationMetrics': metrics });
		const usages = [expect.objectContaining({ inputTokens: 7, outputTokens: 9 })];
		const whole = await answered('InvokeModelWithResponseStream', stream(chunkFrame(said), last));
		expect(whole).toEqual({ ...nothing, state: 'complete', usages });
		const cut = await answered('InvokeModelWithResponseStream', stream(chunkFrame(said)));
		expect(cut).toEqual({ ...nothing, state: 'failed', usages: [] });
	});
});

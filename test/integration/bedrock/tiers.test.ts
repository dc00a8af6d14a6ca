import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation } from '../../../src/shared/model/operation.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { chunkFrame, eventFrame } from '../../helpers/event-frames.ts';
import { makeCall, makeCaller, unstopped } from './support/caller.ts';
import { recordingSink } from './support/recording-sink.ts';
import type { StubAnswer, StubService } from './support/stub-service.ts';
import { startStubService } from './support/stub-service.ts';

let service: StubService;
beforeAll(async () => {
	service = await startStubService();
});
afterAll(() => service.close());

/** What a service says of how it answered; null: nothing. */
type Said = { readonly tier: string; readonly latency: string } | null;

const usage = { inputTokens: 1, outputTokens: 2, totalTokens: 3 };
const message = { role: 'assistant', content: [{ text: 'Stone' }] };
const members = (said: Said) =>
	said === null ? {} : { serviceTier: { type: said.tier }, performanceConfig: { latency: said.latency } };
const headers = (said: Said) =>
	said === null
		? {}
		: { 'X-Amzn-Bedrock-Service-Tier': said.tier, 'X-Amzn-Bedrock-PerformanceConfig-Latency': said.latency };

const json =
	(body: object, more: Readonly<Record<string, string>> = {}): StubAnswer =>
	(response) => {
		response.writeHead(200, { 'Content-Type': 'application/json', ...more });
		response.end(JSON.stringify(body));
	};
const frames =
	(all: readonly Uint8Array[], more: Readonly<Record<string, string>> = {}): StubAnswer =>
	(response) => {
		response.writeHead(200, { 'Content-Type': 'application/vnd.amazon.eventstream', ...more });
		response.end(Buffer.concat(all));
	};

const answers: Readonly<Record<Operation, (said: Said) => StubAnswer>> = {
	Converse: (said) => json({ output: { message }, stopReason: 'end_turn', usage, ...members(said) }),
	ConverseStream: (said) =>
		frames([
			eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Stone' } }),
			eventFrame('messageStop', { stopReason: 'end_turn' }),
			eventFrame('metadata', { usage, ...members(said) }),
		]),
	InvokeModel: (said) => json({ output: { message }, stopReason: 'end_turn', usage }, headers(said)),
	InvokeModelWithResponseStream: (said) =>
		frames(
			[
				chunkFrame({ contentBlockDelta: { delta: { text: 'Stone' }, contentBlockIndex: 0 } }),
				chunkFrame({ messageStop: { stopReason: 'end_turn' } }),
				chunkFrame({ metadata: { usage } }),
			],
			headers(said),
		),
};

const special = { serviceTier: 'flex', performance: 'optimized' } as const;
const usual = { tier: 'default', latency: 'standard' };

test.each(Object.entries(answers) as [Operation, (said: Said) => StubAnswer][])(
	'%s: what the service says of its tier counts, and what was asked for where it says nothing',
	async (operation, answer) => {
		const told = async (settings: Partial<RequestSettings>, said: Said) => {
			service.answerWith(answer(said));
			const sink = recordingSink();
			const call = makeCall({ operation, modelId: 'us.amazon.nova-2-lite-v1:0', ...settings });
			const end = await makeCaller({ endpoint: service.endpoint })(call, sink, unstopped);
			expect(end).toEqual({ state: 'complete', failure: null });
			return sink.usages.map(({ tier }) => tier);
		};
		expect(await told(special, null)).toEqual(['flex, optimized']);
		expect(await told(special, usual)).toEqual([undefined]);
		expect(await told({}, { tier: 'priority', latency: 'optimized' })).toEqual(['priority, optimized']);
	},
);

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChatMessage } from '../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../src/main/core/bedrock/call.ts';
import { appendPart } from '../../../src/shared/answers/append-part.ts';
import type { AnswerPart, ToolUseBlock } from '../../../src/shared/model/content.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { chunkFrame, eventFrame } from '../../helpers/event-frames.ts';
import { fullSettings } from '../../unit/core/bedrock/operations/full-settings.ts';
import { makeCall, makeCaller, unstopped } from './support/caller.ts';
import { recordingSink } from './support/recording-sink.ts';
import type { StubAnswer, StubService } from './support/stub-service.ts';
import { startStubService, stream } from './support/stub-service.ts';

let service: StubService;
beforeAll(async () => {
	service = await startStubService();
});
afterAll(() => service.close());

const CLAUDE = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'us.amazon.nova-2-lite-v1:0';
const GPT = 'openai.gpt-oss-120b-1:0';
const MISTRAL = 'mistral.mistral-large-3-675b-instruct';

/** More digits than a double holds, zeros at the end, an exponent, room between, an escape. */
const INPUT =
	'{"order": 12345678901234567890,  "price":1.10, "small":-0.0, "far":1e400, "sum":[0.1234567890123456789], "unit":"\\u00b5m", "city":"東京"}';
/** Its numbers as they are written. */
const NUMBERS = ['12345678901234567890', '1.10', '-0.0', '1e400', '0.1234567890123456789'];

const usage = '"usage":{"inputTokens":1,"outputTokens":2,"totalTokens":3}';
const SERVICE = '{"n": 98765432109876543210}';
const use = `{"text":"Now."},{"toolUse":{"toolUseId":"s1","name":"interpreter","type":"server_tool_use","input":${SERVICE}}},{"toolResult":{"toolUseId":"s1","content":[{"text":"9"}],"type":"tool_result"}},{"toolUse":{"toolUseId":"t1","name":"weather","input":${INPUT}}}`;
const converseBody = `{"output":{"message":{"role":"assistant","content":[${use}]}},"stopReason":"tool_use",${usage}}`;
const claudeBody = `{"type":"message","role":"assistant","content":[{"type":"text","text":"Now."},{"type":"server_tool_use","id":"s","name":"web_search","input":{"query":"x"}},{"type":"tool_use","id":"t1","name":"weather","input":${INPUT}}],"stop_reason":"tool_use","usage":{"input_tokens":1,"output_tokens":2}}`;
const chatBody = `{"choices":[{"index":0,"message":{"content":"Now.","tool_calls":[{"id":"t1","type":"function","function":{"name":"weather","arguments":${JSON.stringify(INPUT)}}}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":1,"completion_tokens":2}}`;

/** The input in two pieces, as a stream has it. */
const [start, end] = [INPUT.slice(0, 20), INPUT.slice(20)];
const converseFrames = [
	eventFrame('messageStart', { role: 'assistant' }),
	eventFrame('contentBlockStart', { contentBlockIndex: 0, start: { toolUse: { toolUseId: 't1', name: 'weather' } } }),
	eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { toolUse: { input: start } } }),
	eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: { toolUse: { input: end } } }),
	eventFrame('contentBlockStop', { contentBlockIndex: 0 }),
	eventFrame('messageStop', { stopReason: 'tool_use' }),
	eventFrame('metadata', { usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 }, metrics: { latencyMs: 1 } }),
];
const claudeFrames = [
	{ type: 'content_block_start', index: 0, content_block: { type: 'tool_use', id: 't1', name: 'weather', input: {} } },
	{ type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: start } },
	{ type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: end } },
	{ type: 'content_block_stop', index: 0 },
	{ type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 2 } },
	{ type: 'message_stop' },
].map(chunkFrame);
const novaFrames = [
	{ contentBlockStart: { start: { toolUse: { toolUseId: 't1', name: 'weather' } }, contentBlockIndex: 0 } },
	{ contentBlockDelta: { delta: { toolUse: { input: start } }, contentBlockIndex: 0 } },
	{ contentBlockDelta: { delta: { toolUse: { input: end } }, contentBlockIndex: 0 } },
	{ messageStop: { stopReason: 'tool_use' } },
].map(chunkFrame);
const chatFrames = [
	{
		choices: [
			{ index: 0, delta: { tool_calls: [{ index: 0, id: 't1', function: { name: 'weather', arguments: '' } }] } },
		],
	},
	{ choices: [{ index: 0, delta: { tool_calls: [{ index: 0, function: { arguments: start } }] } }] },
	{ choices: [{ index: 0, delta: { tool_calls: [{ index: 0, function: { arguments: end } }] } }] },
	{ choices: [{ index: 0, delta: {}, finish_reason: 'tool_calls' }] },
].map(chunkFrame);

const whole =
	(body: string): StubAnswer =>
	(response) => {
		response.writeHead(200, { 'Content-Type': 'application/json' });
		response.end(body);
	};

const cases: readonly (readonly [Operation, string, StubAnswer])[] = [
	['Converse', CLAUDE, whole(converseBody)],
	['Converse', NOVA, whole(converseBody)],
	['ConverseStream', CLAUDE, stream(...converseFrames)],
	['InvokeModel', CLAUDE, whole(claudeBody)],
	['InvokeModelWithResponseStream', CLAUDE, stream(...claudeFrames)],
	['InvokeModel', NOVA, whole(converseBody)],
	['InvokeModelWithResponseStream', NOVA, stream(...novaFrames)],
	['InvokeModel', GPT, whole(chatBody)],
	['InvokeModelWithResponseStream', GPT, stream(...chatFrames)],
	['InvokeModel', MISTRAL, whole(chatBody)],
	['InvokeModelWithResponseStream', MISTRAL, stream(...chatFrames)],
];

test.each(cases)(
	'%s of %s: the input of a tool is shown as the model wrote it, and goes back to the digit',
	async (operation, modelId, answer) => {
		service.answerWith(answer);
		const tools = fullSettings().tools.map((tool) => ({ ...tool, strict: null }));
		const caller = makeCaller({ endpoint: service.endpoint });
		const parts: AnswerPart[] = [];
		const ask = (messages: readonly ChatMessage[]) =>
			caller(
				{ ...makeCall({ operation, modelId, tools }), messages },
				{ ...recordingSink(), part: (part) => parts.push(part) },
				unstopped,
			);
		const question = textMessage('user', 'What is the weather?');
		expect(await ask([question])).toEqual({ state: 'complete', failure: null });
		const content = parts.reduce(appendPart, []);
		const uses = content.filter(({ type }) => type === 'tool-use');
		expect(uses).toEqual([{ type: 'tool-use', id: 't1', name: 'weather', input: INPUT }]);
		// What the service itself ran is told likewise.
		const isWhole = operation === 'Converse' || (operation === 'InvokeModel' && modelId === NOVA);
		expect(content.flatMap((block) => (block.type === 'service-tool' ? [block.input] : []))).toEqual(
			isWhole ? [SERVICE] : [],
		);

		const result = {
			type: 'tool-result',
			toolUseId: 't1',
			status: 'success',
			format: 'json',
			text: '{"n": 98765432109876543210}',
			by: 'person',
		} as const;
		await ask([question, { role: 'assistant', content: uses as ToolUseBlock[] }, { role: 'user', content: [result] }]);
		const sent = service.requests.at(-1)?.body.toString('utf8') ?? '';
		for (const number of [...NUMBERS, '98765432109876543210']) expect(sent).toContain(number);
		expect(JSON.parse(sent)).toEqual(expect.any(Object));
	},
);

import {
	ConverseCommand,
	ConverseStreamCommand,
	CountTokensCommand,
	InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { ADAPTIVE, ask, blocksIn, CLAUDE, claudeBody, NOVA, user } from './support/ask.ts';
import { collect } from './support/practice-client.ts';
import { practiceForTests } from './support/practice-for-tests.ts';
import { signedHeaders } from './support/raw-call.ts';

const practice = practiceForTests();

const talk = (text: string) => [{ role: 'user' as const, content: [{ text }] }];
const schema = {
	type: 'object',
	properties: { city: { type: 'string' }, days: { type: 'integer' }, mild: { type: 'boolean' } },
	required: ['city'],
	additionalProperties: false,
};

describe('an answer held to a schema', () => {
	const fits = { city: '札幌', days: 3, mild: true };

	it('is JSON in Converse', async () => {
		const jsonSchema = { schema: JSON.stringify(schema), name: 'weather' };
		const request = {
			modelId: CLAUDE,
			messages: talk('札幌の 3 日間の天気'),
			outputConfig: { textFormat: { type: 'json_schema' as const, structure: { jsonSchema } } },
		};
		const whole = await practice.client.send(new ConverseCommand(request));
		expect(JSON.parse(whole.output?.message?.content?.[0]?.text ?? '')).toEqual(fits);
		const { stream } = await practice.client.send(new ConverseStreamCommand(request));
		const events = await collect(stream);
		expect(JSON.parse(events.map((event) => event.contentBlockDelta?.delta?.text ?? '').join(''))).toEqual(fits);
	});

	it('is JSON in Claude’s own body', async () => {
		const messages = [{ role: 'user', content: '札幌の 3 日間の天気' }];
		const output_config = { format: { type: 'json_schema', schema }, effort: 'low' };
		const { json } = await ask(practice.server, CLAUDE, 'invoke', claudeBody({ messages, output_config }));
		expect(JSON.parse(json.content?.[0]?.text ?? '')).toEqual(fits);
	});

	it('goes on where it was cut', async () => {
		const format = { format: { type: 'json_schema', schema } };
		const first = { role: 'user', content: '札幌の 3 日間の天気' };
		const cut = await ask(
			practice.server,
			CLAUDE,
			'invoke',
			claudeBody({ messages: [first], output_config: format, max_tokens: 5 }),
		);
		const begun = cut.json.content?.[0]?.text ?? '';
		const messages = [first, { role: 'assistant', content: begun }];
		const rest = await ask(practice.server, CLAUDE, 'invoke', claudeBody({ messages, output_config: format }));
		expect(JSON.parse(begun + (rest.json.content?.[0]?.text ?? ''))).toEqual(fits);
	});
});

it('tells again what was asked of performance and tier', async () => {
	const asked = {
		messages: [user({ text: 'Hi' })],
		performanceConfig: { latency: 'optimized' },
		serviceTier: { type: 'flex' },
		requestMetadata: { team: 'rocks' },
	};
	const { json } = await ask(practice.server, NOVA, 'converse', asked);
	expect(json.performanceConfig).toEqual({ latency: 'optimized' });
	expect(json.serviceTier).toEqual({ type: 'flex' });
	const invoked = await practice.client.send(
		new InvokeModelCommand({
			modelId: NOVA,
			contentType: 'application/json',
			performanceConfigLatency: 'standard',
			serviceTier: 'priority',
			body: JSON.stringify({ messages: asked.messages }),
		}),
	);
	expect(invoked.performanceConfigLatency).toBe('standard');
	expect(invoked.serviceTier).toBe('priority');
});

it('gives what JSON pointers name of the model’s own response, and passes over the rest', async () => {
	const additionalModelResponseFieldPaths = ['/stop_sequence', '/usage/input_tokens', '/nothing'];
	const request = { messages: talk('Hi'), inferenceConfig: { stopSequences: ['endpoint'] } };
	const whole = await practice.client.send(
		new ConverseCommand({ modelId: ADAPTIVE, ...request, additionalModelResponseFieldPaths }),
	);
	expect(whole.additionalModelResponseFields).toEqual({ stop_sequence: 'endpoint', usage: { input_tokens: 1 } });
	const { stream } = await practice.client.send(
		new ConverseStreamCommand({ modelId: ADAPTIVE, ...request, additionalModelResponseFieldPaths }),
	);
	const stop = (await collect(stream)).find(({ messageStop }) => messageStop !== undefined)?.messageStop;
	expect(stop).toEqual({
		stopReason: 'stop_sequence',
		additionalModelResponseFields: { stop_sequence: 'endpoint', usage: { input_tokens: 1 } },
	});
});

describe('a prompt of Prompt management', () => {
	const arn = 'arn:aws:bedrock:us-east-1:123456789012:prompt/PRACTICE01';
	const promptVariables = { topic: { text: 'outcrops' }, audience: { text: 'children' } };

	it.each([arn, `${arn}:1`])('is filled and called by %s', async (modelId) => {
		const { json } = await ask(practice.server, modelId, 'converse', { promptVariables });
		expect(blocksIn(json)[0]?.text).toContain('> Explain outcrops to children.');
		expect(blocksIn(json)[0]?.text).toContain('Claude Haiku 4.5 was not asked');
	});

	it('goes before messages', async () => {
		const messages = [user({ text: 'In one sentence.' })];
		const { json } = await ask(practice.server, arn, 'converse', { promptVariables, messages });
		expect(blocksIn(json)[0]?.text).toContain('> Explain outcrops to children.\n> In one sentence.');
	});

	it.each([
		[
			'an unknown prompt',
			`${arn.slice(0, -1)}2`,
			{ promptVariables },
			404,
			`Could not find the prompt ${arn.slice(0, -1)}2.`,
		],
		['an unknown version', `${arn}:9`, { promptVariables }, 404, `Could not find the prompt ${arn}:9.`],
		[
			'parameters, even empty ones',
			arn,
			{ promptVariables, inferenceConfig: {} },
			400,
			"The inferenceConfig field can't be used with a prompt from Prompt management. Remove inferenceConfig and try again.",
		],
		[
			'a missing variable',
			arn,
			{ promptVariables: { topic: { text: 'rocks' } } },
			400,
			'The prompt needs values for these variables: audience. Add them to promptVariables and try again.',
		],
		[
			'a variable that the prompt does not have',
			arn,
			{ promptVariables: { ...promptVariables, tone: { text: 'warm' } } },
			400,
			'The prompt has no variables with these names: tone.',
		],
		[
			'a prompt of another account',
			arn.replace('123456789012', '210987654321'),
			{ promptVariables },
			404,
			`Could not find the prompt ${arn.replace('123456789012', '210987654321')}.`,
		],
		[
			'variables of no prompt',
			CLAUDE,
			{ messages: [user({ text: 'Hi' })], promptVariables },
			400,
			'The promptVariables field can only be used with a prompt from Prompt management.',
		],
	])('refuses %s', async (_name, modelId, body, status, message) => {
		expect(await ask(practice.server, modelId, 'converse', body)).toMatchObject({ status, json: { message } });
	});
});

describe('every stop reason can be met', () => {
	const tools = [{ toolSpec: { name: 'clock', inputSchema: { json: { type: 'object' } } } }];
	const guardrailConfig = { guardrailIdentifier: 'practice-guardrail', guardrailVersion: '1' };
	it.each([
		['end_turn', 'Hello', {}],
		['max_tokens', 'Hello', { inferenceConfig: { maxTokens: 5 } }],
		['stop_sequence', 'Hello', { inferenceConfig: { stopSequences: ['practice'] } }],
		['tool_use', 'Look at the clock', { toolConfig: { tools } }],
		['guardrail_intervened', 'What is forbidden?', { guardrailConfig }],
		['content_filtered', 'stop reason: content_filtered', {}],
		['malformed_model_output', '停止理由: malformed_model_output', {}],
		['malformed_tool_use', 'stopReason = malformed_tool_use', {}],
		['model_context_window_exceeded', 'stop_reason: `model_context_window_exceeded`', {}],
	])('%s', async (reason, text, more) => {
		const { json } = await ask(practice.server, CLAUDE, 'converse', { messages: [user({ text })], ...more });
		expect(json.stopReason).toBe(reason);
	});

	it.each([
		['refusal', 'stop reason: refusal'],
		['refusal', 'stop reason: content_filtered'],
		['pause_turn', 'stop reason: pause_turn'],
		['model_context_window_exceeded', 'stop reason: model_context_window_exceeded'],
	])('%s in Claude’s own body', async (reason, content) => {
		const { json } = await ask(
			practice.server,
			CLAUDE,
			'invoke',
			claudeBody({ messages: [{ role: 'user', content }] }),
		);
		expect(json.stop_reason).toBe(reason);
	});

	it('the full context window, for what is left of it', async () => {
		const messages = [user({ text: '山'.repeat(199_950) })];
		const { json } = await ask(practice.server, CLAUDE, 'converse', { messages, inferenceConfig: { maxTokens: 1000 } });
		expect(json.stopReason).toBe('model_context_window_exceeded');
		expect(json.usage).toMatchObject({ inputTokens: 199_950, outputTokens: 50 });
	});
});

describe('CountTokens', () => {
	const base = CLAUDE.replace('us.', '');
	const toolConfig = { tools: [{ toolSpec: { name: 'clock', inputSchema: { json: { type: 'object' } } } }] };

	it('counts what the call does, tools and thoughts with it', async () => {
		const additionalModelRequestFields = { thinking: { type: 'enabled', budget_tokens: 1024 } };
		const converse = { messages: talk('Hi'), toolConfig, additionalModelRequestFields };
		const counted = await practice.client.send(new CountTokensCommand({ modelId: base, input: { converse } }));
		const called = await practice.client.send(new ConverseCommand({ modelId: CLAUDE, ...converse }));
		expect(counted.inputTokens).toBe(called.usage?.inputTokens);
		expect(counted.inputTokens).toBeGreaterThan(10);
	});

	it('refuses a body as the call does, and a model that can’t be counted', async () => {
		const bad = await ask(practice.server, base, 'count-tokens', { input: { converse: { messages: [] } } });
		expect(bad.json.message).toBe(
			'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
		);
		const input = { converse: { messages: [user({ text: 'Hi' })] } };
		for (const modelId of [CLAUDE, NOVA, 'anthropic.claude-3-haiku-20240307-v1:0']) {
			expect(await ask(practice.server, modelId, 'count-tokens', { input })).toMatchObject({
				status: 400,
				json: { message: "The provided model doesn't support counting tokens." },
			});
		}
	});
});

it.each([
	[
		'an unknown latency',
		{ 'x-amzn-bedrock-performanceconfig-latency': 'fast' },
		"Value 'fast' at 'performanceConfigLatency'",
	],
	['an unknown tier', { 'x-amzn-bedrock-service-tier': 'first' }, "Value 'first' at 'serviceTier'"],
	[
		'half a guardrail',
		{ 'x-amzn-bedrock-guardrailidentifier': 'practice-guardrail' },
		'Both the guardrail identifier and the guardrail version must be provided.',
	],
])('InvokeModel refuses %s', async (_name, more, message) => {
	const path = `/model/${NOVA}/invoke`;
	const body = JSON.stringify({ messages: [user({ text: 'Hi' })] });
	const headers = { ...(await signedHeaders(practice.server, path, body)), ...more };
	const response = await fetch(practice.server.endpoint + path, { method: 'POST', headers, body });
	expect(response.status).toBe(400);
	expect(await response.text()).toContain(message);
});

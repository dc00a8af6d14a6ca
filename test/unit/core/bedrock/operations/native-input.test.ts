import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { codecs } from '../../../../../src/main/core/bedrock/families/registry.ts';
import { invokeInput, nativeBody } from '../../../../../src/main/core/bedrock/operations/invoke-input.ts';
import type { Family } from '../../../../../src/shared/model/family.ts';
import type { RequestSettings } from '../../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../../src/shared/model/settings.ts';
import {
	attached,
	failed,
	found,
	fullSettings,
	redacted,
	thought,
	told,
	unsigned,
	used,
	usedPlainly,
} from './full-settings.ts';

const asked = [textMessage('user', 'Hi')];

function input(family: Family, settings: RequestSettings, messages: readonly ChatMessage[] = asked) {
	const call = { settings, messages, body: null };
	return invokeInput(call, nativeBody(call, codecs[family]));
}

function body(family: Family, settings: Partial<RequestSettings>, messages: readonly ChatMessage[] = asked): string {
	const { body: bytes } = input(family, { ...defaultRequestSettings, operation: 'InvokeModel', ...settings }, messages);
	return new TextDecoder().decode(bytes as Uint8Array);
}

/** A talk with a block of every kind. */
const talk: readonly ChatMessage[] = [
	{
		role: 'user',
		content: [
			{ type: 'text', text: 'Look' },
			attached('image', 'a.jpg', 'jpeg'),
			attached('document', 'b.pdf', 'pdf'),
			attached('document', 'c.md', 'md'),
			attached('document', 'd.docx', 'docx'),
			attached('video', 'e.mp4', 'mp4'),
			attached('audio', 'f.mp3', 'mp3'),
			found,
		],
	},
	{ role: 'assistant', content: [thought, unsigned, redacted, { type: 'text', text: 'I see' }, used, usedPlainly] },
	{ role: 'user', content: [told, failed] },
];
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('what goes in headers', () => {
	test('all that the settings have, for both operations', () => {
		for (const operation of ['InvokeModel', 'InvokeModelWithResponseStream'] as const) {
			const { body: _, ...headers } = input('titan-text', fullSettings({ operation }));
			expect(headers).toEqual({
				modelId: defaultRequestSettings.modelId,
				contentType: 'application/json',
				accept: 'application/json',
				guardrailIdentifier: 'gr-1',
				guardrailVersion: 'DRAFT',
				trace: 'ENABLED_FULL',
				performanceConfigLatency: 'optimized',
				serviceTier: 'flex',
				// 岩, in the letters that a header can hold.
				requestMetadata: '{"project":"\\u5ca9"}',
			});
		}
	});

	test('metadata of every script comes through a header as it was', () => {
		const requestMetadata = { café: 'naïve\n岩 🪨' };
		const sent = input('titan-text', fullSettings({ requestMetadata })).requestMetadata ?? '';
		expect(sent).toMatch(/^[ -~]+$/);
		expect(JSON.parse(sent)).toEqual(requestMetadata);
	});

	test('nothing, where nothing is set', () => {
		const { body: _, ...headers } = input('titan-text', defaultRequestSettings);
		expect(Object.keys(headers)).toEqual(['modelId', 'contentType', 'accept']);
	});

	test.each([
		['enabled', 'ENABLED'],
		['disabled', 'DISABLED'],
		[null, undefined],
	] as const)('the trace %s', (trace, expected) => {
		const guardrail = {
			identifier: 'g',
			version: '1',
			trace,
			streamProcessingMode: null,
			questionOnly: false,
			system: false,
		};
		expect(input('nova', { ...defaultRequestSettings, guardrail }).trace).toBe(expected);
	});
});

describe('what is Bedrock’s own in the body, and the person’s', () => {
	const guardrail = (streamProcessingMode: 'sync' | 'async') =>
		({ identifier: 'g', version: '1', trace: null, streamProcessingMode, questionOnly: false, system: false }) as const;

	test.each([
		['sync', 'SYNCHRONOUS'],
		['async', 'ASYNCHRONOUS'],
	] as const)('the guardrail’s mode in a stream: %s', (mode, expected) => {
		const operation = 'InvokeModelWithResponseStream';
		expect(JSON.parse(body('nova', { operation, guardrail: guardrail(mode) }))).toMatchObject({
			'amazon-bedrock-guardrailConfig': { streamProcessingMode: expected },
		});
		expect(body('nova', { operation: 'InvokeModel', guardrail: guardrail(mode) })).not.toContain('guardrail');
	});

	test('additional fields are members of the body, and win', () => {
		const additionalFields = '{"max_tokens":7,"anthropic_beta":["b"],"__proto__":{"x":1}}';
		expect(body('claude-messages', { additionalFields })).toBe(
			'{"anthropic_version":"bedrock-2023-05-31","max_tokens":7,"messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]}],"anthropic_beta":["b"],"__proto__":{"x":1}}',
		);
	});

	test.each(['[1]', '{"a":', '"x"', '  '])('%j has no place in a body of members', (additionalFields) => {
		expect(body('claude-messages', { additionalFields })).toBe(body('claude-messages', {}));
	});
});

describe('Claude Messages', () => {
	test('every member that the settings have', () => {
		const { tools, toolChoice, cache, outputSchema } = fullSettings();
		const written = body('claude-messages', {
			system: 'sys',
			maxTokens: 9,
			topK: 5,
			tools,
			toolChoice,
			cache,
			outputSchema,
			effort: 'high',
			reasoning: { mode: 'adaptive', display: 'omitted' },
		});
		const kept = { cache_control: { type: 'ephemeral', ttl: '1h' } };
		expect(written).toBe(
			JSON.stringify({
				anthropic_version: 'bedrock-2023-05-31',
				max_tokens: 9,
				system: [{ type: 'text', text: 'sys', ...kept }],
				messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi', ...kept }] }],
				top_k: 5,
				tools: [
					{
						name: 'weather',
						description: 'Tells the weather.',
						input_schema: { type: 'object', properties: { city: { type: 'string' } } },
						strict: true,
					},
					{ name: 'now', input_schema: { type: 'object' }, ...kept },
				],
				tool_choice: { type: 'tool', name: 'weather' },
				thinking: { type: 'adaptive', display: 'omitted' },
				output_config: { effort: 'high', format: { type: 'json_schema', schema: { type: 'object' } } },
			}),
		);
	});

	test('a cache point without a time to live, a choice that names no tool', () => {
		const written = body('claude-messages', {
			system: 'sys',
			tools: fullSettings().tools,
			toolChoice: { type: 'any' },
			cache: { system: true, tools: false, messages: false, ttl: null },
		});
		expect(JSON.parse(written)).toMatchObject({
			system: [{ type: 'text', text: 'sys', cache_control: { type: 'ephemeral' } }],
			tool_choice: { type: 'any' },
		});
		expect(written.match(/cache_control/g)).toHaveLength(1);
	});

	test('blocks of every kind that it has a place for', () => {
		const { messages } = JSON.parse(body('claude-messages', { citations: true }, talk));
		const citations = { enabled: true };
		expect(messages).toEqual([
			{
				role: 'user',
				content: [
					{ type: 'text', text: 'Look' },
					{ type: 'image', source: { type: 'base64', media_type: 'image/jpeg', data: base64('a.jpg') } },
					{
						type: 'document',
						source: { type: 'base64', media_type: 'application/pdf', data: base64('b.pdf') },
						title: 'b.pdf',
						citations,
					},
					{
						type: 'document',
						source: { type: 'text', media_type: 'text/plain', data: 'c.md' },
						title: 'c.md',
						citations,
					},
					{
						type: 'search_result',
						source: 'https://rocks.example/granite',
						title: 'Granite',
						content: [{ type: 'text', text: 'Granite is an igneous rock.' }],
						citations,
					},
				],
			},
			{
				role: 'assistant',
				content: [
					{ type: 'thinking', thinking: 'hm', signature: 'sig-1' },
					{ type: 'redacted_thinking', data: 'c2VjcmV0' },
					{ type: 'text', text: 'I see' },
					{ type: 'tool_use', id: 'tu-1', name: 'weather', input: { city: 'Tokyo' } },
					{ type: 'tool_use', id: 'tu-2', name: 'now', input: {} },
				],
			},
			{
				role: 'user',
				content: [
					{ type: 'tool_result', tool_use_id: 'tu-1', content: '{"degrees":21}' },
					{ type: 'tool_result', tool_use_id: 'tu-2', content: 'no clock', is_error: true },
				],
			},
		]);
	});
});

describe('Nova', () => {
	test('every member that the settings have', () => {
		const { tools, systemTools, toolChoice, cache } = fullSettings();
		const set = { system: 'sys', maxTokens: 9, topK: 5, tools, systemTools, toolChoice, cache, effort: 'low' } as const;
		const written = body('nova', set);
		const cachePoint = { cachePoint: { type: 'default', ttl: '1h' } };
		expect(written).toBe(
			JSON.stringify({
				schemaVersion: 'messages-v1',
				system: [{ text: 'sys' }, cachePoint],
				messages: [{ role: 'user', content: [{ text: 'Hi' }, cachePoint] }],
				inferenceConfig: { maxTokens: 9, topK: 5 },
				toolConfig: {
					tools: [
						{
							toolSpec: {
								name: 'weather',
								description: 'Tells the weather.',
								inputSchema: { json: { type: 'object', properties: { city: { type: 'string' } } } },
								strict: true,
							},
						},
						{ toolSpec: { name: 'now', inputSchema: { json: { type: 'object' } } } },
						cachePoint,
					],
					toolChoice: { tool: { name: 'weather' } },
				},
				reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' },
			}),
		);
	});

	test('blocks of every kind that it has a place for', () => {
		expect(JSON.parse(body('nova', {}, talk)).messages).toEqual([
			{
				role: 'user',
				content: [
					{ text: 'Look' },
					{ image: { format: 'jpeg', source: { bytes: base64('a.jpg') } } },
					{ video: { format: 'mp4', source: { bytes: base64('e.mp4') } } },
				],
			},
			{
				role: 'assistant',
				content: [
					{ reasoningContent: { reasoningText: { text: 'hm', signature: 'sig-1' } } },
					{ reasoningContent: { redactedContent: 'c2VjcmV0' } },
					{ text: 'I see' },
					{ toolUse: { toolUseId: 'tu-1', name: 'weather', input: { city: 'Tokyo' } } },
					{ toolUse: { toolUseId: 'tu-2', name: 'now', input: {} } },
				],
			},
			{
				role: 'user',
				content: [
					{ toolResult: { toolUseId: 'tu-1', content: [{ json: { degrees: 21 } }], status: 'success' } },
					{ toolResult: { toolUseId: 'tu-2', content: [{ text: 'no clock' }], status: 'error' } },
				],
			},
		]);
	});
});

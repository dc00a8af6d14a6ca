import { describe, expect, test } from 'vitest';
import type { ChatMessage, SentBlock } from '../../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { converseInput } from '../../../../../src/main/core/bedrock/operations/converse-input.ts';
import type { RequestSettings } from '../../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../../src/shared/model/settings.ts';
import {
	attached,
	failed,
	fullSettings,
	redacted,
	thought,
	told,
	unsigned,
	used,
	usedPlainly,
} from './full-settings.ts';

const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const PROMPT = 'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1';

function input(settings: RequestSettings, messages: readonly ChatMessage[] = [textMessage('user', 'Hi')]) {
	return converseInput({ settings, messages, body: null });
}

/** The blocks of one message of the user's. */
function blocks(content: readonly SentBlock[], settings: Partial<RequestSettings> = {}) {
	const message = { role: 'user', content } as const;
	return input({ ...defaultRequestSettings, ...settings }, [message]).messages?.[0]?.content;
}

describe('the fields', () => {
	test('what is not set is not there', () => {
		expect(input(defaultRequestSettings)).toEqual({
			modelId: HAIKU,
			messages: [{ role: 'user', content: [{ text: 'Hi' }] }],
			inferenceConfig: { maxTokens: 1024 },
		});
	});

	test('all of them, in the order in which AWS documents them', () => {
		const sent = input(fullSettings({ operation: 'ConverseStream' }), [
			textMessage('user', 'first'),
			textMessage('assistant', 'said'),
			textMessage('user', 'asked', 'and asked'),
		]);
		const cachePoint = { cachePoint: { type: 'default', ttl: '1h' } };
		const expected = {
			modelId: HAIKU,
			system: [{ guardContent: { text: { text: 'sys-1' } } }, cachePoint],
			messages: [
				{ role: 'user', content: [{ text: 'first' }] },
				{ role: 'assistant', content: [{ text: 'said' }] },
				{
					role: 'user',
					content: [
						{ guardContent: { text: { text: 'asked' } } },
						{ guardContent: { text: { text: 'and asked' } } },
						cachePoint,
					],
				},
			],
			inferenceConfig: { maxTokens: 4321, temperature: 0.25, topP: 0.75, stopSequences: ['stop-1'] },
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
					{ systemTool: { name: 'nova_grounding' } },
					cachePoint,
				],
				toolChoice: { tool: { name: 'weather' } },
			},
			guardrailConfig: {
				guardrailIdentifier: 'gr-1',
				guardrailVersion: 'DRAFT',
				trace: 'enabled_full',
				streamProcessingMode: 'async',
			},
			additionalModelRequestFields: {
				top_k: 77,
				thinking: { type: 'enabled', budget_tokens: 2048 },
				anthropic_beta: ['beta-1'],
			},
			promptVariables: { topic: { text: 'rocks' } },
			additionalModelResponseFieldPaths: ['/stop_sequence'],
			requestMetadata: { project: '岩' },
			performanceConfig: { latency: 'optimized' },
			serviceTier: { type: 'flex' },
			outputConfig: {
				textFormat: {
					type: 'json_schema',
					structure: { jsonSchema: { schema: '{"type":"object"}', name: 'answer', description: 'An answer.' } },
				},
				effort: 'medium',
			},
		};
		expect(sent).toEqual(expected);
		expect(JSON.stringify(sent)).toBe(JSON.stringify(expected));
	});

	test.each(['aws', 'aws-cn', 'aws-us-gov'])('a prompt’s ARN is known by its form, in %s, too', (partition) => {
		const sent = (kind: string) =>
			input(fullSettings({ modelId: `arn:${partition}:bedrock:us-east-1:123456789012:${kind}` }));
		expect(sent('prompt/ABCDEFGHIJ')).not.toHaveProperty('inferenceConfig');
		expect(sent('default-prompt-router/prompt:1')).toHaveProperty('inferenceConfig');
	});

	test('a tool that is set not to be strict says so', () => {
		const [tool] = fullSettings().tools;
		const plain = { name: 'weather', description: '', inputSchema: '{}', builtIn: null, ...tool, strict: false };
		expect(input(fullSettings({ tools: [plain], systemTools: [], cache: null })).toolConfig?.tools).toEqual([
			{ toolSpec: expect.objectContaining({ name: 'weather', strict: false }) },
		]);
	});

	test('a whole answer has no mode of streaming', () => {
		expect(input(fullSettings({ operation: 'Converse' })).guardrailConfig).toEqual({
			guardrailIdentifier: 'gr-1',
			guardrailVersion: 'DRAFT',
			trace: 'enabled_full',
		});
	});

	test('a prompt’s ARN comes without what AWS forbids beside it', () => {
		expect(Object.keys(input(fullSettings({ modelId: PROMPT })))).toEqual([
			'modelId',
			'messages',
			'guardrailConfig',
			'promptVariables',
			'additionalModelResponseFieldPaths',
			'requestMetadata',
			'performanceConfig',
			'serviceTier',
			'outputConfig',
		]);
	});

	test('no tools, no toolConfig, whatever is chosen', () => {
		expect(input(fullSettings({ tools: [], systemTools: [] })).toolConfig).toBeUndefined();
	});

	test('tools of the model’s maker alone are tools, too', () => {
		const settings = fullSettings({ tools: [], toolChoice: null, cache: null });
		expect(input(settings).toolConfig).toEqual({ tools: [{ systemTool: { name: 'nova_grounding' } }] });
	});

	test('a guardrail that is not to see the system prompt, and none at all, leave it plain', () => {
		const { guardrail } = fullSettings();
		for (const other of [guardrail && { ...guardrail, system: false }, null]) {
			expect(input(fullSettings({ guardrail: other, cache: null })).system).toEqual([{ text: 'sys-1' }]);
		}
	});

	test.each([
		[{ type: 'auto' }, { auto: {} }],
		[{ type: 'any' }, { any: {} }],
	] as const)('the choice %o', (toolChoice, expected) => {
		expect(input(fullSettings({ toolChoice })).toolConfig?.toolChoice).toEqual(expected);
	});

	test('a schema that is no JSON goes as the text that it is, for the service to refuse', () => {
		const [tool] = fullSettings().tools;
		const broken = { ...tool, name: 'weather', description: '', strict: null, builtIn: null, inputSchema: '{"type":' };
		expect(input(fullSettings({ tools: [broken], systemTools: [], cache: null })).toolConfig?.tools).toEqual([
			{ toolSpec: { name: 'weather', inputSchema: { json: '{"type":' } } },
		]);
	});
});

describe('what Converse has no field for', () => {
	const settings = (modelId: string, changes: Partial<RequestSettings> = {}) =>
		input({ ...defaultRequestSettings, modelId, topK: 5, effort: 'low', ...changes });
	const parts = (modelId: string, changes: Partial<RequestSettings> = {}) => {
		const { additionalModelRequestFields, outputConfig } = settings(modelId, changes);
		return [additionalModelRequestFields, outputConfig];
	};

	test.each<[string, Partial<RequestSettings>, unknown, unknown]>([
		[HAIKU, {}, { top_k: 5 }, { effort: 'low' }],
		[
			'anthropic.claude-opus-5-5',
			{ reasoning: { mode: 'adaptive', display: 'summarized' } },
			{ top_k: 5, thinking: { type: 'adaptive', display: 'summarized' } },
			{ effort: 'low' },
		],
		[
			HAIKU,
			{ topK: null, reasoning: { mode: 'adaptive', display: null } },
			{ thinking: { type: 'adaptive' } },
			{ effort: 'low' },
		],
		[HAIKU, { topK: null, reasoning: { mode: 'disabled' } }, { thinking: { type: 'disabled' } }, { effort: 'low' }],
		[
			'global.amazon.nova-2-lite-v1:0',
			{},
			{ inferenceConfig: { topK: 5 }, reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } },
			undefined,
		],
		[
			'amazon.nova-2-lite-v1:0',
			{ effort: null, reasoning: { mode: 'disabled' } },
			{ inferenceConfig: { topK: 5 }, reasoningConfig: { type: 'disabled' } },
			undefined,
		],
		[
			'amazon.nova-2-lite-v1:0',
			{ effort: null, topK: null, reasoning: { mode: 'budget', budgetTokens: 2048 } },
			undefined,
			undefined,
		],
		['openai.gpt-oss-120b-1:0', {}, { reasoning_effort: 'low' }, undefined],
		['mistral.mistral-large-3-675b-instruct', {}, { top_k: 5 }, { effort: 'low' }],
		['cohere.command-r-v1:0', {}, { k: 5 }, { effort: 'low' }],
		['deepseek.v3.2', { reasoning: { mode: 'disabled' } }, undefined, { effort: 'low' }],
		['arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc', {}, undefined, { effort: 'low' }],
	])('%s with %o', (modelId, changes, fields, output) => {
		expect(parts(modelId, changes)).toEqual([fields, output]);
	});

	test.each([
		['joined, the person’s winning', '{"top_k":9,"anthropic_beta":["x"]}', { top_k: 9, anthropic_beta: ['x'] }],
		[
			'another kind of thinking, whole',
			'{"thinking":{"type":"adaptive"}}',
			{ top_k: 5, thinking: { type: 'adaptive' } },
		],
		['no JSON, as it is', '{"top_k":', '{"top_k":'],
		['no object, as it is', '[1]', [1]],
		['nothing but white space', ' \n', { top_k: 5, thinking: { type: 'enabled', budget_tokens: 2000 } }],
	])('%s', (_, additionalFields, expected) => {
		const reasoning =
			typeof expected === 'object' && 'thinking' in expected ? ({ mode: 'budget', budgetTokens: 2000 } as const) : null;
		expect(parts(HAIKU, { additionalFields, reasoning })[0]).toEqual(expected);
	});

	test('a member of an object joins its other members', () => {
		expect(
			parts('amazon.nova-lite-v1:0', { effort: null, additionalFields: '{"inferenceConfig":{"x":1}}' })[0],
		).toEqual({
			inferenceConfig: { topK: 5, x: 1 },
		});
	});
});

describe('the blocks', () => {
	test('files with their bytes, documents under names that AWS takes', () => {
		const source = (name: string) => ({ bytes: new TextEncoder().encode(name) });
		expect(
			blocks([
				{ type: 'text', text: 'See:' },
				attached('image', 'a.png', 'png'),
				attached('video', 'b.3gp', 'three_gp'),
				attached('document', 'Q1_2026.final.pdf', 'pdf'),
				attached('document', '岩石.pdf', 'pdf'),
				attached('document', '地層.txt', 'txt'),
			]),
		).toEqual([
			{ text: 'See:' },
			{ image: { format: 'png', source: source('a.png') } },
			{ video: { format: 'three_gp', source: source('b.3gp') } },
			{ document: { format: 'pdf', name: 'Q1 2026 final', source: source('Q1_2026.final.pdf') } },
			{ document: { format: 'pdf', name: 'document', source: source('岩石.pdf') } },
			{ document: { format: 'txt', name: 'document 2', source: source('地層.txt') } },
		]);
	});

	test('documents of different messages have different names, and are asked to be cited', () => {
		const document = { role: 'user', content: [attached('document', 'a.pdf', 'pdf')] } as const;
		const { messages } = input({ ...defaultRequestSettings, citations: true }, [
			document,
			textMessage('assistant', 'Yes'),
			document,
		]);
		const sent = messages?.flatMap(({ content }) => content ?? []).flatMap(({ document: one }) => one ?? []);
		expect(sent?.map(({ name, citations }) => [name, citations])).toEqual([
			['a', { enabled: true }],
			['a 2', { enabled: true }],
		]);
	});

	test('thoughts as they came; those that nothing proves stay away', () => {
		expect(blocks([thought, unsigned, redacted])).toEqual([
			{ reasoningContent: { reasoningText: { text: 'hm', signature: 'sig-1' } } },
			{ reasoningContent: { redactedContent: Uint8Array.from(Buffer.from('secret')) } },
		]);
	});

	test('uses of tools and what they gave back', () => {
		const notJson: SentBlock = { ...told, format: 'json', text: 'sunny' } as SentBlock;
		expect(blocks([used, usedPlainly, told, failed, notJson])).toEqual([
			{ toolUse: { toolUseId: 'tu-1', name: 'weather', input: { city: 'Tokyo' } } },
			{ toolUse: { toolUseId: 'tu-2', name: 'now', input: {} } },
			{ toolResult: { toolUseId: 'tu-1', content: [{ json: { degrees: 21 } }], status: 'success' } },
			{ toolResult: { toolUseId: 'tu-2', content: [{ text: 'no clock' }], status: 'error' } },
			{ toolResult: { toolUseId: 'tu-1', content: [{ json: 'sunny' }], status: 'success' } },
		]);
	});

	test('results of tools are no question: the guardrail looks at the one before, the cache keeps all', () => {
		const { messages } = input(fullSettings(), [
			textMessage('user', 'asked'),
			{ role: 'assistant', content: [used] },
			{ role: 'user', content: [told] },
		]);
		expect(messages?.map(({ content }) => content?.map((block) => Object.keys(block)[0]))).toEqual([
			['guardContent'],
			['toolUse'],
			['toolResult', 'cachePoint'],
		]);
	});

	test('before a prefill the cache point stands after the question', () => {
		const { messages } = input(fullSettings(), [textMessage('user', 'asked'), textMessage('assistant', 'Once')]);
		expect(messages?.map(({ content }) => content?.length)).toEqual([2, 1]);
	});
});

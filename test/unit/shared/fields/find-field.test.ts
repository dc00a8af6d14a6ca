import { describe, expect, test } from 'vitest';
import type { FieldContext } from '../../../../src/shared/fields/field-context.ts';
import { findField } from '../../../../src/shared/fields/find-field.ts';
import { frameBytes } from '../../../../src/shared/model/frame-field.ts';
import { missingFields } from '../../../helpers/missing-fields.ts';

const converse: FieldContext = { kind: 'body', side: 'request', operation: 'Converse', family: null };
const converseClaude: FieldContext = { ...converse, family: 'claude-messages' };

const reference = 'https://docs.aws.amazon.com/bedrock/latest/APIReference';

describe('a field', () => {
	test('is found by its path, with its unit, its limits and its page', () => {
		expect(findField(converse, ['inferenceConfig', 'maxTokens'])).toEqual({
			id: 'InferenceConfiguration.maxTokens',
			unit: 'tokens',
			limits: 'atLeastOneAndModel',
			docs: `${reference}/API_runtime_InferenceConfiguration.html`,
			inside: false,
		});
	});

	test('is the same at each index of a list', () => {
		const first = findField(converse, ['messages', 0, 'content', 0, 'text']);
		expect(first?.id).toBe('ContentBlock.text');
		expect(findField(converse, ['messages', 7, 'content', 2, 'text'])).toEqual(first);
	});

	test('that nobody has described is null, not a guess', () => {
		expect(findField(converse, ['inferenceConfig', 'maxTokenz'])).toBeNull();
		expect(findField(converse, ['maxTokens'])).toBeNull();
		expect(findField(converse, ['inferenceConfig', 'maxTokens', 'deeper'])).toBeNull();
		expect(findField(converse, ['toString'])).toBeNull();
	});

	test('and no path at all is null', () => expect(findField(converse, [])).toBeNull());
});

describe('a part with keys of its own making', () => {
	test('explains everything in it', () => {
		const input = ['messages', 0, 'content', 0, 'toolUse', 'input'] as const;
		expect(findField(converse, input)).toMatchObject({ id: 'ToolUseBlock.input', inside: false });
		expect(findField(converse, [...input, 'city', 0, 'name'])).toMatchObject({
			id: 'ToolUseBlock.input',
			inside: true,
		});
	});

	test('is the native format where the family is known', () => {
		const path = ['additionalModelRequestFields', 'thinking', 'budget_tokens'];
		expect(findField(converseClaude, path)).toMatchObject({ id: 'ClaudeThinking.budget_tokens', inside: false });
		const around = { id: 'ConverseRequest.additionalModelRequestFields', inside: true };
		expect(findField(converse, path)).toMatchObject(around);
		expect(findField(converseClaude, ['additionalModelRequestFields', 'invented', 'a'])).toMatchObject(around);
	});

	test('may hold known fields under each of its keys', () => {
		const response: FieldContext = { kind: 'body', side: 'response', operation: 'Converse', family: null };
		const guardrail = ['trace', 'guardrail', 'outputAssessments', 'gr-1'];
		const all = { id: 'GuardrailTraceAssessment.outputAssessments', inside: true };
		expect(findField(response, guardrail)).toMatchObject(all);
		const topic = [...guardrail, 0, 'topicPolicy', 'topics', 0, 'name'];
		expect(findField(response, topic)).toMatchObject({ id: 'GuardrailTopic.name', inside: false });
		expect(findField(response, [...guardrail, 0, 'invented'])).toBeNull();
	});
});

test.each<readonly [FieldContext, readonly string[], string]>([
	[{ kind: 'body', side: 'request', operation: 'InvokeModel', family: 'nova' }, ['messages'], 'NovaRequest.messages'],
	[
		{ kind: 'body', side: 'response', operation: 'InvokeModel', family: 'titan-text' },
		['results', 'outputText'],
		'TitanResult.outputText',
	],
	[{ kind: 'event', type: 'contentBlockDelta', family: null }, ['delta', 'text'], 'ContentBlockDelta.text'],
	[{ kind: 'event', type: 'chunk', family: 'nova' }, ['bytes'], 'ChunkEvent.bytes'],
	[{ kind: 'event', type: 'somethingNewException', family: null }, ['message'], 'ErrorBody.message'],
	[{ kind: 'chunk', family: 'claude-messages' }, ['delta', 'partial_json'], 'ClaudeDelta.partial_json'],
	[
		{ kind: 'chunk', family: null },
		['amazon-bedrock-invocationMetrics', 'firstByteLatency'],
		'InvocationMetrics.firstByteLatency',
	],
	[{ kind: 'error' }, ['message'], 'ErrorBody.message'],
	[{ kind: 'header', side: 'response' }, ['X-Amzn-RequestId'], 'ResponseHeaders.requestId'],
	[{ kind: 'frame-header' }, [':event-type'], 'FrameHeaders.eventType'],
	[{ kind: 'frame' }, ['preludeChecksum'], 'Frame.preludeChecksum'],
	[{ kind: 'url' }, ['modelId'], 'RequestUrl.modelId'],
	[{ kind: 'signature' }, ['authorization', 'credential', 'region'], 'Credential.region'],
	[{ kind: 'signature' }, ['stringToSign', 'requestHash'], 'StringToSign.requestHash'],
])('%o: %j is %s', (context, path, id) => expect(findField(context, path)?.id).toBe(id));

test.each<FieldContext>([
	{ kind: 'body', side: 'response', operation: 'ConverseStream', family: null },
	{ kind: 'body', side: 'request', operation: 'InvokeModel', family: null },
	{ kind: 'event', type: 'somethingNew', family: null },
])('nothing is known of %o', (context) => expect(findField(context, ['messages'])).toBeNull());

test('fields without an entry are listed by name', () => {
	const json = {
		inferenceConfig: { maxTokens: 1, invented: 2 },
		messages: [{ role: 'user', content: [{ text: 'a' }, { inventedBlock: { deep: 1 } }, { inventedBlock: {} }] }],
		requestMetadata: { anything: 'x' },
	};
	expect(missingFields(converse, json)).toEqual(['inferenceConfig.invented', 'messages.content.inventedBlock']);
});

test('every kind of field of a frame is known', () => {
	const { options } = frameBytes.shape.fields.element.shape.kind;
	expect(options.length).toBeGreaterThan(10);
	expect(options.filter((kind) => findField({ kind: 'frame' }, [kind]) === null)).toEqual([]);
});

/** Those that real requests and answers have (bedrock-facts.md, 1.1, 1.3 and 1.4), with HTTP/2's and throttling's. */
test.each([
	[
		'request',
		'host :authority content-type content-length accept connection user-agent x-amz-user-agent amz-sdk-invocation-id amz-sdk-request x-amz-date x-amz-security-token x-amz-content-sha256 Authorization X-Amzn-Bedrock-Accept X-Amzn-Bedrock-Trace X-Amzn-Bedrock-GuardrailIdentifier X-Amzn-Bedrock-GuardrailVersion X-Amzn-Bedrock-PerformanceConfig-Latency X-Amzn-Bedrock-Service-Tier X-Amzn-Bedrock-Request-Metadata',
	],
	[
		'response',
		'Date Content-Type Content-Length Transfer-Encoding Connection x-amzn-RequestId x-amzn-ErrorType X-Amzn-Bedrock-Content-Type X-Amzn-Bedrock-Input-Token-Count X-Amzn-Bedrock-Output-Token-Count X-Amzn-Bedrock-Invocation-Latency X-Amzn-Bedrock-Cache-Read-Input-Token-Count X-Amzn-Bedrock-Cache-Write-Input-Token-Count X-Amzn-Bedrock-PerformanceConfig-Latency X-Amzn-Bedrock-Service-Tier retry-after x-amz-retry-after',
	],
] as const)('the headers of a %s are known', (side, names) => {
	expect(names.split(' ').filter((name) => findField({ kind: 'header', side }, [name]) === null)).toEqual([]);
});

/** AWS's own order (IAM user guide, "Create a signed AWS API request"). */
test.each([
	['authorization', 'algorithm credential signedHeaders signature bearer'],
	['credential', 'accessKeyId date region service terminator'],
	['canonicalRequest', 'method path query headers blank signedHeaders payloadHash'],
	['stringToSign', 'algorithm dateTime scope requestHash'],
	['signingKey', 'secret date region service signing signature'],
])('the parts of %s are known', (part, names) => {
	const missing = names.split(' ').filter((name) => findField({ kind: 'signature' }, [part, name]) === null);
	expect(missing).toEqual([]);
});

test('what Bedrock puts beside a native body is known at its outermost place only', () => {
	const chunk = { kind: 'chunk', family: 'claude-messages' } as const;
	expect(findField(chunk, ['amazon-bedrock-invocationMetrics'])?.id).toBe('InvokeMembers.invocationMetrics');
	expect(findField(chunk, ['message', 'amazon-bedrock-invocationMetrics'])).toBeNull();
});

test('a field that nobody documents has no page, although its shape has one', () => {
	const answer = { kind: 'body', side: 'response', operation: 'Converse', family: null } as const;
	expect(findField(answer, ['usage', 'serverToolUsage'])?.docs).toBeNull();
	expect(findField(answer, ['usage', 'inputTokens'])?.docs).toContain('TokenUsage');
});

test('a streamed answer is no one body, and an event that nobody knows no error', () => {
	const streamed = { kind: 'body', side: 'response', operation: 'ConverseStream', family: null } as const;
	expect(findField(streamed, ['usage'])).toBeNull();
	expect(findField({ kind: 'event', type: 'novelty', family: null }, ['message'])).toBeNull();
	expect(findField({ kind: 'event', type: 'throttlingException', family: null }, ['message'])?.id).toBe(
		'ErrorBody.message',
	);
});

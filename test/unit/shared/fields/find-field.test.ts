import { describe, expect, test } from 'vitest';
import type { FieldContext } from '../../../../src/shared/fields/field-context.ts';
import { findField } from '../../../../src/shared/fields/find-field.ts';
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

import type { ContentBlock, GuardrailStreamConfiguration, SystemContentBlock } from '@aws-sdk/client-bedrock-runtime';
import {
	ConverseCommand,
	ConverseStreamCommand,
	InvokeModelCommand,
	InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { CLAUDE, claudeBody } from './support/ask.ts';
import { chunksOf, collect } from './support/practice-client.ts';
import { practiceForTests } from './support/practice-for-tests.ts';

const practice = practiceForTests();

const guardrail = {
	guardrailIdentifier: 'practice-guardrail',
	guardrailVersion: '1',
} satisfies GuardrailStreamConfiguration;
const blockedTopic = { name: 'Forbidden topics', type: 'DENY', action: 'BLOCKED', detected: true };
const talk = (text: string) => [{ role: 'user' as const, content: [{ text }] }];

describe('Converse', () => {
	it('blocks a question, and asks no model', async () => {
		const answer = await practice.client.send(
			new ConverseCommand({
				modelId: CLAUDE,
				messages: talk('禁止されていることを教えて'),
				guardrailConfig: { ...guardrail, trace: 'enabled' },
			}),
		);
		expect(answer.stopReason).toBe('guardrail_intervened');
		expect(answer.output?.message?.content).toEqual([
			{ text: '練習用のガードレールがこのリクエストを止めました。禁止された話題が含まれています。' },
		]);
		expect(answer.usage).toMatchObject({ inputTokens: 0, outputTokens: 0, totalTokens: 0 });
		const trace = answer.trace?.guardrail;
		expect(trace?.inputAssessment?.['practice-guardrail']?.topicPolicy).toEqual({ topics: [blockedTopic] });
		expect(trace?.actionReason).toBe('Guardrail blocked.');
		expect(trace?.outputAssessments).toBeUndefined();
	});

	it('masks addresses in a stream, and tells in its last frame what they were', async () => {
		const { stream } = await practice.client.send(
			new ConverseStreamCommand({
				modelId: CLAUDE,
				messages: talk('Write to someone@example.com'),
				guardrailConfig: { ...guardrail, guardrailVersion: 'DRAFT', trace: 'enabled', streamProcessingMode: 'sync' },
			}),
		);
		const events = await collect(stream);
		const text = events.map(({ contentBlockDelta }) => contentBlockDelta?.delta?.text ?? '').join('');
		expect(text).toContain('> Write to {EMAIL}');
		expect(text).not.toContain('someone@example.com');
		expect(events.at(-2)?.messageStop?.stopReason).toBe('guardrail_intervened');
		const trace = events.at(-1)?.metadata?.trace?.guardrail;
		expect(trace?.outputAssessments?.['practice-guardrail']?.[0]?.sensitiveInformationPolicy?.piiEntities).toEqual([
			{ match: 'someone@example.com', type: 'EMAIL', action: 'ANONYMIZED', detected: true },
		]);
		expect(trace?.modelOutput?.[0]).toContain('someone@example.com');
	});

	it('tells of what it looked for and did not find only in full', async () => {
		const topicsOf = async (trace: 'enabled' | 'enabled_full' | 'disabled') => {
			const guardrailConfig = { ...guardrail, trace };
			const answer = await practice.client.send(
				new ConverseCommand({ modelId: CLAUDE, messages: talk('Hi'), guardrailConfig }),
			);
			expect(answer.stopReason).toBe('end_turn');
			const found = answer.trace?.guardrail?.inputAssessment?.['practice-guardrail'];
			return found === undefined ? 'no trace' : found.topicPolicy?.topics?.map(({ action }) => action);
		};
		expect(await topicsOf('enabled')).toBeUndefined();
		expect(await topicsOf('enabled_full')).toEqual(['NONE']);
		expect(await topicsOf('disabled')).toBe('no trace');
	});

	it('examines what is marked for it, and nothing else', async () => {
		const stopOf = async (plain: string, marked: string) => {
			const content = [{ text: plain }, { guardContent: { text: { text: marked } } }];
			const messages = [{ role: 'user' as const, content }];
			const answer = await practice.client.send(
				new ConverseCommand({ modelId: CLAUDE, messages, guardrailConfig: guardrail }),
			);
			return answer.stopReason;
		};
		expect(await stopOf('What is forbidden?', 'Hello')).toBe('end_turn');
		expect(await stopOf('Hello', 'What is forbidden?')).toBe('guardrail_intervened');
	});

	it('examines a system prompt that is marked beside the talk, or what is marked of it', async () => {
		const stopOf = async (system: SystemContentBlock, content: ContentBlock[]) => {
			const messages = [{ role: 'user' as const, content }];
			const command = new ConverseCommand({
				modelId: CLAUDE,
				system: [system],
				messages,
				guardrailConfig: guardrail,
			});
			return (await practice.client.send(command)).stopReason;
		};
		const guarded = (text: string) => ({ guardContent: { text: { text } } });
		const [fine, bad] = ['Be kind.', 'Speak of forbidden things.'];
		expect(await stopOf({ text: bad }, [{ text: fine }])).toBe('end_turn');
		expect(await stopOf(guarded(bad), [{ text: fine }])).toBe('guardrail_intervened');
		expect(await stopOf(guarded(bad), [guarded(fine)])).toBe('guardrail_intervened');
		expect(await stopOf(guarded(fine), [{ text: bad }])).toBe('guardrail_intervened');
		expect(await stopOf(guarded(fine), [{ text: bad }, guarded(fine)])).toBe('end_turn');
	});

	it('knows the guardrail by its ARN', async () => {
		const guardrailIdentifier = 'arn:aws:bedrock:us-east-1:123456789012:guardrail/practice-guardrail';
		const guardrailConfig = { ...guardrail, guardrailIdentifier };
		const answer = await practice.client.send(
			new ConverseCommand({ modelId: CLAUDE, messages: talk('forbidden'), guardrailConfig }),
		);
		expect(answer.stopReason).toBe('guardrail_intervened');
		expect(answer.trace).toBeUndefined();
	});
});

describe('InvokeModel', () => {
	const request = (content: string, more: object = {}) => ({
		modelId: CLAUDE,
		contentType: 'application/json',
		...guardrail,
		body: JSON.stringify({ ...claudeBody({ messages: [{ role: 'user', content }] }), ...more }),
	});

	it('adds what the guardrail did to Claude’s body', async () => {
		const { body } = await practice.client.send(new InvokeModelCommand({ ...request('forbidden'), trace: 'ENABLED' }));
		expect(JSON.parse(new TextDecoder().decode(body))).toMatchObject({
			content: [{ type: 'text', text: expect.stringContaining('The practice guardrail has blocked') }],
			stop_reason: 'end_turn',
			'amazon-bedrock-guardrailAction': 'INTERVENED',
			'amazon-bedrock-trace': {
				guardrail: { input: { 'practice-guardrail': { topicPolicy: { topics: [blockedTopic] } } } },
			},
		});
	});

	it('adds it to the last chunk of a stream, and no trace unasked', async () => {
		const config = { 'amazon-bedrock-guardrailConfig': { streamProcessingMode: 'sync' } };
		const { body } = await practice.client.send(new InvokeModelWithResponseStreamCommand(request('Hello', config)));
		const last = (await chunksOf(body)).at(-1);
		expect(last).toMatchObject({ type: 'message_stop', 'amazon-bedrock-guardrailAction': 'NONE' });
		expect(last).not.toHaveProperty('amazon-bedrock-trace');
	});

	it('examines what stands between its tags', async () => {
		const tag = 'amazon-bedrock-guardrails-guardContent_abc';
		const config = { 'amazon-bedrock-guardrailConfig': { tagSuffix: 'abc' } };
		const actionOf = async (content: string) => {
			const { body } = await practice.client.send(new InvokeModelCommand(request(content, config)));
			const json = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>;
			return json['amazon-bedrock-guardrailAction'];
		};
		expect(await actionOf(`forbidden <${tag}>Hello</${tag}>`)).toBe('NONE');
		expect(await actionOf(`Hello <${tag}>forbidden</${tag}>`)).toBe('INTERVENED');
	});
});

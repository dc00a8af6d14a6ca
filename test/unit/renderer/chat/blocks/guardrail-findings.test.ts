import { expect, test } from 'vitest';
import { guardrailFindings, routedModel } from '../../../../../src/renderer/chat/blocks/guardrail-findings.ts';

test('a denied topic of the question, as it was recorded (bedrock-facts.md, 3.1)', () => {
	const trace = {
		guardrail: {
			inputAssessment: {
				abc123: { topicPolicy: { topics: [{ name: 'Investing', type: 'DENY', action: 'BLOCKED' }] } },
			},
		},
	};
	expect(guardrailFindings(trace)).toEqual([
		{
			side: 'input',
			policy: 'topic',
			name: 'Investing',
			match: null,
			action: 'BLOCKED',
			confidence: null,
			grounding: null,
		},
	]);
});

test('every policy is read, of the answer from lists, too', () => {
	const assessment = {
		contentPolicy: { filters: [{ type: 'HATE', confidence: 'HIGH', action: 'BLOCKED' }] },
		wordPolicy: {
			customWords: [{ match: 'frog', action: 'BLOCKED' }],
			managedWordLists: [{ match: 'darn', type: 'PROFANITY', action: 'BLOCKED' }],
		},
		sensitiveInformationPolicy: {
			piiEntities: [{ match: 'a@example.com', type: 'EMAIL', action: 'ANONYMIZED' }],
			regexes: [{ name: 'order', match: 'A-1', regex: 'A-\\d', action: 'NONE' }],
		},
		contextualGroundingPolicy: {
			filters: [{ type: 'GROUNDING', threshold: 0.7, score: 0.2, action: 'BLOCKED' }],
		},
		automatedReasoningPolicy: { findings: [{ invalid: {} }] },
		invocationMetrics: { guardrailProcessingLatency: 12 },
	};
	const found = guardrailFindings({ guardrail: { outputAssessments: { abc123: [assessment] } } }) ?? [];
	expect(found.map(({ side, policy, name, match, action }) => [side, policy, name, match, action])).toEqual([
		['output', 'content', 'HATE', null, 'BLOCKED'],
		['output', 'word', 'frog', null, 'BLOCKED'],
		['output', 'managedWords', 'PROFANITY', 'darn', 'BLOCKED'],
		['output', 'pii', 'EMAIL', 'a@example.com', 'ANONYMIZED'],
		['output', 'regex', 'order', 'A-1', 'NONE'],
		['output', 'grounding', 'GROUNDING', null, 'BLOCKED'],
		['output', 'reasoning', 'invalid', null, null],
	]);
	expect(found[0]?.confidence).toBe('HIGH');
	expect(found[5]?.grounding).toEqual({ score: 0.2, threshold: 0.7 });
});

test('beside a native body question and answer are told by other names', () => {
	const filters = { contentPolicy: { filters: [{ type: 'INSULTS', action: 'NONE' }] } };
	const trace = { guardrail: { input: { g: filters }, outputs: [{ g: filters }] } };
	expect(guardrailFindings(trace)?.map(({ side }) => side)).toEqual(['input', 'output']);
});

test.each([null, 'x', 7, [], {}, { promptRouter: {} }])('%j is no guardrail’s trace', (trace) => {
	expect(guardrailFindings(trace)).toBeNull();
});

test('what has an unknown shape says nothing', () => {
	expect(guardrailFindings({ guardrail: { inputAssessment: { g: { topicPolicy: { topics: 'all' } } } } })).toEqual([]);
	expect(guardrailFindings({ guardrail: { inputAssessment: 3, outputAssessments: [null] } })).toEqual([]);
});

test('the model that a router chose', () => {
	expect(routedModel({ promptRouter: { invokedModelId: 'amazon.nova-lite-v1:0' } })).toBe('amazon.nova-lite-v1:0');
	expect(routedModel({ guardrail: {} })).toBeNull();
	expect(routedModel(null)).toBeNull();
});

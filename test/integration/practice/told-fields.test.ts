import type {
	ContentBlock,
	ConverseCommandInput,
	Message,
	SystemContentBlock,
	ToolConfiguration,
} from '@aws-sdk/client-bedrock-runtime';
import { ConverseStreamCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { expect, it } from 'vitest';
import { missingFields } from '../../helpers/missing-fields.ts';
import { ask, CLAUDE, claudeBody, NOVA } from './support/ask.ts';
import { chunksOf, collect } from './support/practice-client.ts';
import { practiceForTests } from './support/practice-for-tests.ts';

/** The dictionary of fields knows all that practice tells of the newer parts of an answer. */

const practice = practiceForTests();

const user = (...content: ContentBlock[]): Message => ({ role: 'user', content });
const toolConfig: ToolConfiguration = {
	tools: [{ toolSpec: { name: 'calculator', inputSchema: { json: { type: 'object' } } } }],
};
const guardrailConfig = {
	guardrailIdentifier: 'practice-guardrail',
	guardrailVersion: '1',
	trace: 'enabled_full',
} as const;
const notes = {
	format: 'txt',
	name: 'notes',
	source: { text: 'Rain on Friday.' },
	citations: { enabled: true },
} as const;
const thinking = { thinking: { type: 'enabled', budget_tokens: 1024 } };
const cached: SystemContentBlock[] = [{ text: '山'.repeat(1100) }, { cachePoint: { type: 'default' } }];

const requests: readonly (readonly [string, Omit<ConverseCommandInput, 'modelId'>])[] = [
	['tools', { messages: [user({ text: '12 * 7' })], toolConfig }],
	['thoughts', { messages: [user({ text: 'Hi' })], additionalModelRequestFields: thinking }],
	['citations', { messages: [user({ text: 'Hi' }, { document: notes })] }],
	['a cache', { messages: [user({ text: 'Hi' })], system: cached }],
	['a blocked question', { messages: [user({ text: 'forbidden' })], guardrailConfig }],
	['a masked answer', { messages: [user({ text: 'to a@b.example' })], guardrailConfig }],
	[
		'tier and performance',
		{
			messages: [user({ text: 'Hi' })],
			serviceTier: { type: 'flex' },
			performanceConfig: { latency: 'standard' },
		},
	],
];

it.each(requests)('Converse: %s', async (_name, body) => {
	const { status, json } = await ask(practice.server, CLAUDE, 'converse', body);
	expect(status).toBe(200);
	const family = 'claude-messages';
	expect(missingFields({ kind: 'body', side: 'request', operation: 'Converse', family }, body)).toEqual([]);
	expect(missingFields({ kind: 'body', side: 'response', operation: 'Converse', family }, json)).toEqual([]);
});

it.each(requests)('ConverseStream: %s', async (_name, body) => {
	const { stream } = await practice.client.send(new ConverseStreamCommand({ modelId: CLAUDE, ...body }));
	const missing = (await collect(stream)).flatMap((event) =>
		Object.entries(event).flatMap(([type, payload]) =>
			missingFields({ kind: 'event', type, family: 'claude-messages' }, payload),
		),
	);
	expect([...new Set(missing)]).toEqual([]);
});

const invokes = [
	[
		'claude-messages',
		CLAUDE,
		claudeBody({
			messages: [{ role: 'user', content: '12 * 7' }],
			tools: [{ name: 'calculator', input_schema: { type: 'object' } }],
		}),
	],
	['claude-messages', CLAUDE, claudeBody(thinking)],
	[
		'claude-messages',
		CLAUDE,
		claudeBody({
			messages: [
				{
					role: 'user',
					content: [
						{
							type: 'document',
							source: { type: 'text', media_type: 'text/plain', data: 'Rain.' },
							title: 'notes',
							citations: { enabled: true },
						},
						{ type: 'text', text: 'Hi' },
					],
				},
			],
		}),
	],
	[
		'claude-messages',
		CLAUDE,
		claudeBody({
			system: [{ type: 'text', text: '川'.repeat(1100), cache_control: { type: 'ephemeral', ttl: '1h' } }],
		}),
	],
	['nova', NOVA, { messages: [user({ text: '12 * 7' })], toolConfig, system: cached }],
] as const;

it.each(invokes)('InvokeModel of %s', async (family, modelId, body) => {
	const { status, json } = await ask(practice.server, modelId, 'invoke', body);
	expect(status).toBe(200);
	expect(missingFields({ kind: 'body', side: 'request', operation: 'InvokeModel', family }, body)).toEqual([]);
	expect(missingFields({ kind: 'body', side: 'response', operation: 'InvokeModel', family }, json)).toEqual([]);
	const { body: stream } = await practice.client.send(
		new InvokeModelWithResponseStreamCommand({ modelId, contentType: 'application/json', body: JSON.stringify(body) }),
	);
	const missing = (await chunksOf(stream)).flatMap((chunk) => missingFields({ kind: 'chunk', family }, chunk));
	expect([...new Set(missing)]).toEqual([]);
});

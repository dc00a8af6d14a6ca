import * as sdk from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../src/main/core/bedrock/call.ts';
import { codecs } from '../../../src/main/core/bedrock/families/registry.ts';
import { runOperation } from '../../../src/main/core/bedrock/operations/run-operation.ts';
import { familyOf } from '../../../src/shared/catalogue.ts';
import { isInvoke, operations } from '../../../src/shared/model/operation.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../src/shared/model/settings.ts';
import type { SentBlockKind } from '../../../src/shared/requests/sent-blocks.ts';
import { hasPlaceFor } from '../../../src/shared/requests/sent-blocks.ts';
import type { SentSetting } from '../../../src/shared/requests/sent-settings.ts';
import { settingPlaces } from '../../../src/shared/requests/sent-settings.ts';
import { unsentSettings } from '../../../src/shared/requests/unsent-settings.ts';
import { modelOfEachFamily } from '../../helpers/model-of-each-family.ts';
import { attached, fullSettings, told, used } from '../../unit/core/bedrock/operations/full-settings.ts';

const models = [
	...Object.values(modelOfEachFamily),
	'some.model-of-tomorrow',
	'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1',
];
const targets = models.flatMap((modelId) =>
	operations
		.filter((operation) => !isInvoke(operation) || familyOf(modelId) !== null)
		.map((operation) => ({ modelId, operation })),
);

/** For each setting, how the settings are without it; max tokens, which is always there, with another value. */
const without: Readonly<Record<SentSetting, (all: RequestSettings) => Partial<RequestSettings>>> = {
	system: () => ({ system: '' }),
	maxTokens: () => ({ maxTokens: 99 }),
	temperature: () => ({ temperature: null }),
	topP: () => ({ topP: null }),
	topK: () => ({ topK: null }),
	stopSequences: () => ({ stopSequences: [] }),
	reasoning: () => ({ reasoning: null }),
	effort: () => ({ effort: null }),
	tools: () => ({ tools: [] }),
	systemTools: () => ({ systemTools: [] }),
	toolChoice: () => ({ toolChoice: null }),
	'cache.system': ({ cache }) => ({ cache: cache && { ...cache, system: false } }),
	'cache.tools': ({ cache }) => ({ cache: cache && { ...cache, tools: false } }),
	'cache.messages': ({ cache }) => ({ cache: cache && { ...cache, messages: false } }),
	citations: () => ({ citations: false }),
	guardrail: () => ({ guardrail: null }),
	'guardrail.version': ({ guardrail }) => ({ guardrail: guardrail && { ...guardrail, version: '7' } }),
	'guardrail.trace': ({ guardrail }) => ({ guardrail: guardrail && { ...guardrail, trace: null } }),
	'guardrail.streamProcessingMode': ({ guardrail }) => ({
		guardrail: guardrail && { ...guardrail, streamProcessingMode: null },
	}),
	'guardrail.questionOnly': ({ guardrail }) => ({ guardrail: guardrail && { ...guardrail, questionOnly: false } }),
	'guardrail.system': ({ guardrail }) => ({ guardrail: guardrail && { ...guardrail, system: false } }),
	outputSchema: () => ({ outputSchema: null }),
	additionalFields: () => ({ additionalFields: '' }),
	responsePaths: () => ({ responsePaths: [] }),
	promptVariables: () => ({ promptVariables: {} }),
	requestMetadata: () => ({ requestMetadata: {} }),
	performance: () => ({ performance: null }),
	serviceTier: () => ({ serviceTier: null }),
};

const question: readonly ChatMessage[] = [
	{ role: 'user', content: [{ type: 'text', text: 'Hi' }, attached('document', 'a.pdf', 'pdf')] },
];

interface Request {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
}

/** What the unmodified SDK would send, before it is signed. */
async function request(settings: RequestSettings, messages = question): Promise<Request> {
	const client = new sdk.BedrockRuntimeClient({
		region: 'us-east-1',
		credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
	});
	let seen: Request | null = null;
	client.middlewareStack.add(
		() => async (args) => {
			const { headers, body } = args.request as { headers: Record<string, string>; body: string | Uint8Array };
			const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
			seen = { headers, body: JSON.parse(text) };
			throw new Error('seen');
		},
		{ step: 'build', priority: 'low' },
	);
	const family = isInvoke(settings.operation) ? familyOf(settings.modelId) : null;
	const context = {
		sdk,
		client,
		call: { settings, messages, body: null },
		signal: new AbortController().signal,
		answer: { text() {}, part() {}, usage() {}, stopReason() {}, trace() {}, closed() {} },
		responseHeaders: () => [],
		responseText: () => '',
	};
	const codec = family === null ? null : codecs[family];
	await expect(runOperation(settings.operation, context, codec)).rejects.toThrow('seen');
	if (seen === null) throw new Error('Nothing was sent.');
	return seen;
}

function at(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>(
		(inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
		value,
	);
}

function header({ headers }: Request, wanted: string): string | undefined {
	return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1];
}

describe.each(targets)('$operation with $modelId', ({ modelId, operation }) => {
	const reasoning = { mode: 'disabled' } as const;
	const all = fullSettings({ modelId, operation, reasoning });
	const places = settingPlaces(all);

	test('each setting changes the request where it has its place, and nowhere without one', async () => {
		const sent = await request(all);
		for (const setting of Object.keys(without) as SentSetting[]) {
			const other = await request({ ...all, ...without[setting](all) });
			const place = places[setting];
			if (place === undefined) {
				expect(other, setting).toEqual(sent);
			} else if (place.in === 'header') {
				expect(header(sent, place.name), setting).toBeDefined();
				expect(header(other, place.name), setting).not.toBe(header(sent, place.name));
			} else {
				expect(at(sent.body, place.path), setting).toBeDefined();
				expect(at(other.body, place.path), setting).not.toEqual(at(sent.body, place.path));
			}
		}
	});

	test('what is set and has no place is told', () => {
		const lacking = (Object.keys(without) as SentSetting[]).filter((setting) => places[setting] === undefined);
		expect(unsentSettings(all)).toEqual(lacking);
		expect(unsentSettings({ ...defaultRequestSettings, modelId, operation })).toEqual(
			places.maxTokens === undefined ? ['maxTokens'] : [],
		);
	});

	test('documents of Word and Excel have no place in Claude’s own body', async () => {
		const family = isInvoke(operation) ? familyOf(modelId) : null;
		if (family !== 'claude-messages') return;
		for (const format of ['pdf', 'txt', 'md', 'csv', 'html', 'doc', 'docx', 'xls', 'xlsx']) {
			const settings = { ...defaultRequestSettings, modelId, operation };
			const content = [attached('document', `a.${format}`, format)];
			const { body } = await request(settings, [{ role: 'user', content }]);
			const isThere = JSON.stringify(body).includes('"document"');
			expect([format, isThere]).toEqual([format, hasPlaceFor('document', operation, family, format)]);
		}
	});

	test('blocks without a place are left out', async () => {
		const block = {
			image: attached('image', 'a.png', 'png'),
			document: attached('document', 'a.pdf', 'pdf'),
			video: attached('video', 'a.mp4', 'mp4'),
			'tool-result': told,
		} as const;
		const plain = [{ type: 'text', text: 'Hi' }] as const;
		const settings = { ...defaultRequestSettings, modelId, operation };
		const bare = await request(settings, [{ role: 'user', content: plain }]);
		const family = isInvoke(operation) ? familyOf(modelId) : null;
		for (const kind of ['image', 'document', 'video', 'tool-result'] as const satisfies SentBlockKind[]) {
			const { body } = await request(settings, [{ role: 'user', content: [...plain, block[kind]] }]);
			expect([kind, JSON.stringify(body) !== JSON.stringify(bare.body)]).toEqual([
				kind,
				hasPlaceFor(kind, operation, family),
			]);
		}
		const answered = (content: ChatMessage['content']): readonly ChatMessage[] => [
			{ role: 'user', content: plain },
			{ role: 'assistant', content },
			{ role: 'user', content: plain },
		];
		const without = await request(settings, answered(plain));
		const { body } = await request(settings, answered([...plain, used]));
		expect(JSON.stringify(body) !== JSON.stringify(without.body)).toBe(hasPlaceFor('tool-use', operation, family));
	});
});

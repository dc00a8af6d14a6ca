import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import {
	ConverseCommand,
	ConverseStreamCommand,
	CountTokensCommand,
	InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { expect, it } from 'vitest';
import { CLAUDE, claudeBody } from './support/ask.ts';
import { collect } from './support/practice-client.ts';
import { practiceForTests } from './support/practice-for-tests.ts';
import { rawPost } from './support/raw-call.ts';

const practice = practiceForTests();

const withSystem = (sign: string, ttl?: '5m' | '1h'): ConverseCommandInput => ({
	modelId: CLAUDE,
	system: [{ text: sign.repeat(1500) }, { cachePoint: { type: 'default', ...(ttl === undefined ? {} : { ttl }) } }],
	messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
});

it('writes what stands before a cache point, then reads it', async () => {
	const first = await practice.client.send(new ConverseCommand(withSystem('山')));
	const output = first.usage?.outputTokens ?? 0;
	expect(first.usage).toEqual({
		inputTokens: 1,
		outputTokens: output,
		totalTokens: 1501 + output,
		cacheReadInputTokens: 0,
		cacheWriteInputTokens: 1500,
		cacheDetails: [{ ttl: '5m', inputTokens: 1500 }],
	});
	const { stream } = await practice.client.send(new ConverseStreamCommand(withSystem('山')));
	const usage = (await collect(stream)).at(-1)?.metadata?.usage;
	expect(usage).toMatchObject({ inputTokens: 1, cacheReadInputTokens: 1500, cacheWriteInputTokens: 0 });
	expect(usage?.totalTokens).toBe(1501 + (usage?.outputTokens ?? 0));
});

it('tells for how long it keeps', async () => {
	const { usage } = await practice.client.send(new ConverseCommand(withSystem('川', '1h')));
	expect(usage?.cacheDetails).toEqual([{ ttl: '1h', inputTokens: 1500 }]);
});

it('counts tokens with those that a cache saves', async () => {
	const { system, messages } = withSystem('山');
	const modelId = CLAUDE.replace('us.', '');
	const counted = await practice.client.send(
		new CountTokensCommand({ modelId, input: { converse: { system, messages } } }),
	);
	expect(counted.inputTokens).toBe(1501);
});

it('tells the same in Claude’s own body and in headers', async () => {
	const system = [{ type: 'text', text: '海'.repeat(1200), cache_control: { type: 'ephemeral' } }];
	const path = `/model/${encodeURIComponent(CLAUDE)}/invoke`;
	const body = JSON.stringify(claudeBody({ system }));
	const first = await rawPost(practice.server, path, body);
	expect(JSON.parse(first.text)).toMatchObject({
		usage: {
			input_tokens: 1,
			cache_creation_input_tokens: 1200,
			cache_read_input_tokens: 0,
			cache_creation: { ephemeral_5m_input_tokens: 1200, ephemeral_1h_input_tokens: 0 },
		},
	});
	expect(first.headers.get('x-amzn-bedrock-cache-write-input-token-count')).toBe('1200');
	expect(first.headers.get('x-amzn-bedrock-input-token-count')).toBe('1');
	const second = await rawPost(practice.server, path, body);
	expect(JSON.parse(second.text)).toMatchObject({
		usage: { input_tokens: 1, cache_creation_input_tokens: 0, cache_read_input_tokens: 1200 },
	});
	expect(second.headers.get('x-amzn-bedrock-cache-read-input-token-count')).toBe('1200');
});

it('reads in Nova’s own body what Converse kept', async () => {
	const system = [{ text: '空'.repeat(1100) }, { cachePoint: { type: 'default' as const } }];
	const messages = [{ role: 'user' as const, content: [{ text: 'Hello' }] }];
	const modelId = 'amazon.nova-lite-v1:0';
	await practice.client.send(new ConverseCommand({ modelId, system, messages }));
	const { body } = await practice.client.send(
		new InvokeModelCommand({ modelId, contentType: 'application/json', body: JSON.stringify({ system, messages }) }),
	);
	expect(JSON.parse(new TextDecoder().decode(body))).toMatchObject({
		usage: { inputTokens: 1, cacheReadInputTokenCount: 1100, cacheWriteInputTokenCount: 0 },
	});
});

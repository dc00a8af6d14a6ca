import { expect, test } from 'vitest';
import { startPractice } from '../../../src/main/practice/practice-server.ts';

/** The JSON block at the end of a practice answer. */
function namedIn(answer: string): unknown {
	return JSON.parse(/```json\n([\s\S]*?)\n```/.exec(answer)?.[1] ?? 'null');
}

test.each([
	[
		'anthropic.claude-3-haiku-20240307-v1:0',
		'converse',
		{ messages: [{ role: 'user', content: [{ text: 'Hi' }] }], inferenceConfig: { maxTokens: 999, topP: 0.5 } },
		{ maxTokens: 999, topP: 0.5 },
	],
	[
		'anthropic.claude-3-haiku-20240307-v1:0',
		'invoke',
		{ anthropic_version: 'bedrock-2023-05-31', max_tokens: 999, top_k: 5, messages: [{ role: 'user', content: 'Hi' }] },
		{ max_tokens: 999, top_k: 5 },
	],
	[
		'anthropic.claude-v2:1',
		'invoke',
		{ prompt: '\n\nHuman: Hi\n\nAssistant:', max_tokens_to_sample: 999, temperature: 0 },
		{ max_tokens_to_sample: 999, temperature: 0 },
	],
	[
		'amazon.titan-text-express-v1',
		'invoke',
		{ inputText: 'User: Hi\nBot:', textGenerationConfig: { maxTokenCount: 999 } },
		{ maxTokenCount: 999 },
	],
	[
		'amazon.nova-lite-v1:0',
		'invoke',
		{ messages: [{ role: 'user', content: [{ text: 'Hi' }] }], inferenceConfig: { max_new_tokens: 999 } },
		{ max_new_tokens: 999 },
	],
] as const)('%s by %s names the parameters as the body has them', async (modelId, path, body, parameters) => {
	const practice = await startPractice();
	const response = await fetch(`${practice.endpoint}/model/${encodeURIComponent(modelId)}/${path}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${practice.apiKey}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	const text = JSON.stringify(await response.json());
	await practice.close();
	expect(response.status).toBe(200);
	const json = /```json\\n[\s\S]*?\\n```/.exec(text)?.[0] ?? '';
	expect(namedIn(JSON.parse(`"${json}"`))).toEqual(parameters);
});

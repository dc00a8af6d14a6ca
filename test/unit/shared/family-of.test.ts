import { describe, expect, test } from 'vitest';
import { catalogue, familyOf } from '../../../src/shared/catalogue.ts';
import type { Family } from '../../../src/shared/model/family.ts';

/** Ids that the catalogue does not have, and the native body that their makers document for them. */
const recognised: readonly (readonly [string, Family])[] = [
	['anthropic.claude-3-7-sonnet-20250219-v1:0', 'claude-messages'],
	['anthropic.claude-v2:9', 'claude-text'],
	['amazon.titan-text-premier-v1:0', 'titan-text'],
	['amazon.titan-embed-text-v2:9', 'titan-embed'],
	['cohere.embed-v9:0', 'cohere-embed'],
	['amazon.nova-premier-v1:0', 'nova'],
	['meta.llama3-1-8b-instruct-v1:0', 'llama'],
	['mistral.mistral-small-2402-v1:0', 'mistral-text'],
	['mistral.mistral-large-2407-v1:0', 'mistral-chat'],
	['cohere.command-r-v1:9', 'cohere-command'],
	['deepseek.r1-v9:0', 'deepseek-r1'],
	['deepseek.v3.9', 'openai-chat'],
	['openai.gpt-oss-safeguard-20b', 'openai-chat'],
	['ai21.jamba-instruct-v1:0', 'jamba'],
	['ai21.j2-grande-instruct', 'jurassic'],
];

/** Ids whose native body is another one, or is not known here: they get Converse and a body of the person's own. */
const unknown = [
	'acme.seer-v1:0',
	'us.acme.seer-v1:0',
	'amazon.nova-canvas-v1:0',
	'amazon.nova-reel-v1:1',
	'amazon.nova-sonic-v1:0',
	'amazon.nova-2-sonic-v1:0',
	'amazon.nova-2-multimodal-embeddings-v1:0',
	'amazon.titan-embed-image-v1',
	'amazon.titan-image-generator-v2:0',
	'cohere.command-text-v14',
	'cohere.rerank-v3-5:0',
	'meta.llama2-13b-chat-v1',
	'mistral.mistral-large-2512-v9:0',
	'stability.sd3-5-large-v1:0',
	'arn:aws:bedrock:us-east-1:123456789012:prompt/PRACTICE01',
	'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghijkl',
	'arn:aws:bedrock:us-east-1:123456789012:imported-model/abcdefghijkl',
	'',
];

describe('the native body of a model that the catalogue does not have', () => {
	test.each(recognised)('%s: %s, by each way to call it', (modelId, family) => {
		expect(catalogue.some(({ id }) => id === modelId)).toBe(false);
		const arn = 'arn:aws:bedrock:us-east-1::foundation-model/';
		expect([modelId, `us.${modelId}`, `${arn}${modelId}`].map(familyOf)).toEqual([family, family, family]);
	});

	test.each(unknown)('is not guessed: %s', (modelId) => {
		expect(familyOf(modelId)).toBeNull();
	});
});

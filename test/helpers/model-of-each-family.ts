import type { Family } from '../../src/shared/model/family.ts';

/** A model of each family, by the id that it is called by: for tables in which no family may be missing. */
export const modelOfEachFamily = {
	'claude-messages': 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
	'claude-text': 'anthropic.claude-v2:1',
	'titan-text': 'amazon.titan-text-express-v1',
	nova: 'amazon.nova-2-lite-v1:0',
	llama: 'meta.llama3-3-70b-instruct-v1:0',
	'mistral-text': 'mistral.mistral-7b-instruct-v0:2',
	'mistral-chat': 'mistral.mistral-large-2407-v1:0',
	'cohere-command': 'cohere.command-r-v1:0',
	'deepseek-r1': 'us.deepseek.r1-v1:0',
	jamba: 'ai21.jamba-1-5-mini-v1:0',
	jurassic: 'ai21.j2-mid-v1',
	'openai-chat': 'openai.gpt-oss-20b-1:0',
	'titan-embed': 'amazon.titan-embed-text-v2:0',
	'cohere-embed': 'cohere.embed-english-v3',
} satisfies Readonly<Record<Family, string>>;

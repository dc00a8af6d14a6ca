import { expect, test } from 'vitest';
import { textMessage } from '../../../../src/main/core/bedrock/call.ts';
import { codecs } from '../../../../src/main/core/bedrock/families/registry.ts';
import { readQuestion } from '../../../../src/main/core/imports/read-question.ts';
import type { Family } from '../../../../src/shared/model/family.ts';
import { families, isEmbedding } from '../../../../src/shared/model/family.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';

const bytes = (body: object) => new TextEncoder().encode(JSON.stringify(body));
const ask = [textMessage('user', 'Hi'), textMessage('assistant', 'Hello!'), textMessage('user', '俳句を\n一つ')];
const gone = [...ask, textMessage('assistant', '古池や')];

const talks = [
	['claude-messages', 'anthropic.claude-3-haiku-20240307-v1:0'],
	['claude-text', 'anthropic.claude-v2:1'],
	['titan-text', 'amazon.titan-text-express-v1'],
	['nova', 'amazon.nova-lite-v1:0'],
	['llama', 'meta.llama3-8b-instruct-v1:0'],
	['llama', 'us.meta.llama4-scout-17b-instruct-v1:0'],
	['mistral-text', 'mistral.mistral-7b-instruct-v0:2'],
	['cohere-command', 'cohere.command-r-v1:0'],
	['deepseek-r1', 'us.deepseek.r1-v1:0'],
	['jamba', 'ai21.jamba-1-5-mini-v1:0'],
	['jurassic', 'ai21.j2-mid-v1'],
	['openai-chat', 'openai.gpt-oss-20b-1:0'],
	['mistral-chat', 'mistral.mistral-large-3-675b-instruct'],
] as const;

test('every family that talks is there', () => {
	expect(new Set<Family>(talks.map(([family]) => family))).toEqual(
		new Set(families.filter((one) => !isEmbedding(one))),
	);
});

test.each(talks)('%s, %s: what was asked last, also where its answer has begun', (family, modelId) => {
	const settings = { ...defaultRequestSettings, modelId, system: '短く。' };
	const question = (messages: typeof ask) =>
		readQuestion(bytes(codecs[family].toBody({ settings, messages, body: null })));
	expect(question(ask)).toBe('俳句を\n一つ');
	// Titan's lines and Command R's history have no mark for it.
	if (family !== 'titan-text' && family !== 'cohere-command') expect(question(gone)).toBe('俳句を\n一つ');
});

test('a prompt of no known form is the question; a body that tells none has none', () => {
	expect(readQuestion(bytes({ prompt: ' Write a haiku. \n' }))).toBe('Write a haiku.');
	expect(readQuestion(bytes({ query: 'a' }))).toBe('');
	expect(readQuestion(bytes([]))).toBe('');
	expect(readQuestion(null)).toBe('');
});

test('a blank text is what was asked, not the question before it; results of tools ask nothing', () => {
	const talk = [
		{ role: 'user', content: [{ text: 'Rock?' }] },
		{ role: 'assistant', content: [{ text: 'Soil.' }] },
	];
	const last = (content: unknown) => readQuestion(bytes({ messages: [...talk, { role: 'user', content }] }));
	expect(last([{ text: '' }])).toBe('');
	expect(last('')).toBe('');
	expect(last([{ toolResult: { toolUseId: '1', content: [{ text: '20' }] } }])).toBe('Rock?');
	expect(last([{ type: 'tool_result', tool_use_id: '1', content: '20' }])).toBe('Rock?');
});

test('texts to make vectors of are the question', () => {
	expect(readQuestion(bytes({ inputText: '猫が好きです。' }))).toBe('猫が好きです。');
	expect(readQuestion(bytes({ texts: ['猫', '犬'], input_type: 'search_document' }))).toBe('猫\n犬');
	expect(readQuestion(bytes({ texts: ['a\nb', 'c'], input_type: 'search_document' }))).toBe('a\nb\n---\nc');
});

test('a body of OpenAI’s shape in which the assistant only asked for a tool, and nothing of another shape, hides the question', () => {
	const settings = { ...defaultRequestSettings, modelId: 'openai.gpt-oss-20b-1:0' };
	const messages = [
		textMessage('user', 'How warm is it?'),
		{ role: 'assistant', content: [{ type: 'tool-use', id: '1', name: 'look', input: '{}' }] },
		{
			role: 'user',
			content: [{ type: 'tool-result', toolUseId: '1', status: 'success', format: 'text', text: '20', by: 'person' }],
		},
	] as const;
	const body = codecs['openai-chat'].toBody({ settings, messages, body: null });
	expect(JSON.stringify(body)).toContain('"content":null');
	expect(readQuestion(bytes(body))).toBe('How warm is it?');
	const odd = [
		{ role: 'user', content: 7 },
		{ content: 'Nobody’s' },
		'x',
		{ role: 'user', content: [{ text: 7 }, null] },
	];
	expect(readQuestion(bytes({ messages: [{ role: 'user', content: [{ text: 'Rock' }] }, ...odd] }))).toBe('Rock');
});

import { expect, test } from 'vitest';
import { jsonReader } from '../../../../../src/renderer/inspector/compare/diff/json-tree.ts';
import { correspondences, requestFormat } from '../../../../../src/renderer/inspector/compare/diff/request-format.ts';

const converse = {
	system: [{ text: 'Be brief.' }],
	messages: [
		{ role: 'user', content: [{ text: 'Hi' }] },
		{ role: 'assistant', content: [{ text: 'Hello' }] },
		{ role: 'user', content: [{ text: '続けて' }] },
	],
	inferenceConfig: { maxTokens: 64, temperature: 0.2 },
};
const claude = {
	anthropic_version: 'bedrock-2023-05-31',
	max_tokens: 64,
	system: 'Be brief.',
	messages: [
		{ role: 'user', content: 'Hi' },
		{ role: 'assistant', content: 'Hello' },
		{ role: 'user', content: '続けて' },
	],
	temperature: 0.7,
};
const text = {
	prompt: 'Be brief.\n\nHuman: Hi\n\nAssistant: Hello\n\nHuman: 続けて\n\nAssistant:',
	max_tokens_to_sample: 64,
};
const titan = { inputText: 'User: Something else\nBot:', textGenerationConfig: { maxTokenCount: 9 } };
const nova = { ...converse, schemaVersion: 'messages-v1' };

const llama = {
	prompt:
		'<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nHello<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n続けて<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n',
	max_gen_len: 64,
};
const mistral = {
	prompt: '<s>[INST] Be brief.\n\nHi [/INST] Hello</s> [INST] 続けて [/INST]',
	max_tokens: 64,
	top_k: 5,
};
const deepseek = { prompt: '<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜><think>\n', max_tokens: 64 };
const command = {
	message: '続けて',
	chat_history: [
		{ role: 'USER', message: 'Hi' },
		{ role: 'CHATBOT', message: 'Hello' },
	],
	preamble: 'Be brief.',
	max_tokens: 64,
	p: 0.5,
	k: 5,
};
const jamba = {
	messages: [{ role: 'system', content: 'Be brief.' }, ...claude.messages],
	max_tokens: 64,
	top_p: 0.5,
	stop: ['a'],
};

function table(before: unknown, after: unknown) {
	const read = jsonReader();
	const [one, other] = [read(JSON.stringify(before)), read(JSON.stringify(after))];
	if (one === null || other === null) throw new Error('It is no JSON.');
	return (
		correspondences(one, other)?.map((row) => [row.concept, row.before, row.after, row.verdict].join(' | ')) ?? null
	);
}

test.each([
	[converse, 'converse'],
	[claude, 'claude-messages'],
	[text, 'claude-text'],
	[titan, 'titan-text'],
	[{ inputText: 'Hi' }, 'titan-embed'],
	[{ inputText: 'User: Hi\nBot:' }, 'titan-text'],
	[{ texts: ['Hi'], input_type: 'search_document' }, 'cohere-embed'],
	[{ messages: claude.messages, max_completion_tokens: 9 }, 'openai-chat'],
	[nova, 'nova'],
	[llama, 'llama'],
	[{ prompt: 'Hi', max_gen_len: 9 }, 'llama'],
	[{ prompt: '<|begin_of_text|><|header_start|>user<|header_end|>\n\nHi<|eot|>' }, 'llama'],
	[mistral, 'mistral-text'],
	[deepseek, 'deepseek-r1'],
	[command, 'cohere-command'],
	[jamba, 'jamba'],
	[{ prompt: 'Hi', maxTokens: 9, stopSequences: [] }, 'jurassic'],
	[{ prompt: 'Hi' }, null],
	[{}, null],
])('a body shows its format', (body, format) => {
	const root = jsonReader()(JSON.stringify(body));
	expect(root === null ? undefined : requestFormat(root)).toBe(format);
});

test('Converse beside Claude Messages: the same talk in two shapes, fields with other names', () => {
	expect(table(converse, claude)).toEqual([
		'messages | messages[].content[].text | messages[].content | same',
		'system | system[].text | system | same',
		'version |  | anthropic_version | only',
		'maxTokens | inferenceConfig.maxTokens | max_tokens | same',
		'temperature | inferenceConfig.temperature | temperature | different',
	]);
});

test('Converse beside the old prompts: the talk is inside one text, or it is not', () => {
	expect(table(converse, text)).toEqual([
		'messages | messages[].content[].text | prompt | within',
		'system | system[].text | prompt | within',
		'maxTokens | inferenceConfig.maxTokens | max_tokens_to_sample | same',
		'temperature | inferenceConfig.temperature |  | only',
	]);
	expect(table(titan, claude)?.slice(0, 2)).toEqual([
		'messages | inputText | messages[].content | different',
		'system | inputText | system | different',
	]);
});

test('Nova is Converse with a version; of one format there is no table', () => {
	expect(table(nova, converse)?.[0]).toBe('messages | messages[].content[].text | messages[].content[].text | same');
	expect(table(converse, converse)).toBeNull();
	expect(table(converse, {})).toBeNull();
});

test('Converse beside bodies of other makers: system prompts and talks in places of their own', () => {
	expect(table(converse, jamba)?.slice(0, 3)).toEqual([
		'messages | messages[].content[].text | messages[].content | same',
		'system | system[].text | messages[0].content | same',
		'maxTokens | inferenceConfig.maxTokens | max_tokens | same',
	]);
	expect(table(converse, command)?.slice(0, 3)).toEqual([
		'messages | messages[].content[].text | chat_history[].message, message | same',
		'system | system[].text | preamble | same',
		'maxTokens | inferenceConfig.maxTokens | max_tokens | same',
	]);
	expect(table(converse, llama)?.slice(0, 3)).toEqual([
		'messages | messages[].content[].text | prompt | within',
		'system | system[].text | prompt | within',
		'maxTokens | inferenceConfig.maxTokens | max_gen_len | same',
	]);
	expect(table(mistral, command)).toEqual([
		'messages | prompt | chat_history[].message, message | within',
		'system | prompt | preamble | within',
		'maxTokens | max_tokens | max_tokens | same',
		'topP |  | p | only',
		'topK | top_k | k | same',
	]);
});

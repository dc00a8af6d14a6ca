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
	[nova, 'nova'],
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

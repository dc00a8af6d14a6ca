import { describe, expect, it } from 'vitest';
import type { PromptTurn } from '../../../../src/main/practice/prompt.ts';
import { promptOf } from '../../../../src/main/practice/prompt.ts';
import type { ToolChoice } from '../../../../src/main/practice/prompt-parts.ts';
import { chooseTools } from '../../../../src/main/practice/tools/choose-tools.ts';

const tools = ['calculator', 'get_weather', 'current_time', 'searchProducts', 'lookup'].map((name) => ({
	name,
	description: '',
	schema: {},
}));

function chosen(question: string, choice: ToolChoice['choice'] = { type: 'auto' }, turns: readonly PromptTurn[] = []) {
	const parameters = { maxTokens: null, temperature: null, topP: null, topK: null, stopSequences: null };
	const asked: readonly PromptTurn[] = [...turns, { role: 'user', text: question, attachments: [] }];
	const prompt = promptOf({ turns: asked, system: null, parameters, sent: {}, extras: [], tools: { tools, choice } });
	const { tools: found, forced } = chooseTools(prompt);
	return { names: found.map(({ name }) => name), forced };
}

describe('of itself the model uses', () => {
	it.each([
		['12 * 7 = ?', ['calculator']],
		['計算してください', ['calculator']],
		['今何時ですか', ['current_time']],
		['What time is it in London?', ['current_time']],
		['東京の天気は?', ['get_weather']],
		['Will the weather in Kyoto be good?', ['get_weather']],
		['Are there any products in red?', ['searchProducts']],
		['Use lookup, please', ['lookup']],
		['東京の天気と 12 × 7', ['calculator', 'get_weather']],
		['Hello', []],
		['sometimes', []],
		['I got the list', []],
	])('for %j: %j', (question, names) => {
		expect(chosen(question)).toEqual({ names, forced: false });
	});
});

it('is forced to use a tool: the one that fits, else the first', () => {
	expect(chosen('今何時ですか', { type: 'any' })).toEqual({ names: ['current_time'], forced: true });
	expect(chosen('Hello', { type: 'any' })).toEqual({ names: ['calculator'], forced: true });
	expect(chosen('12 * 7', { type: 'tool', name: 'get_weather' })).toEqual({ names: ['get_weather'], forced: true });
});

it('uses none where none may be used, and none again when the results are there', () => {
	expect(chosen('12 * 7', { type: 'none' }).names).toEqual([]);
	const result = { type: 'tool-result', id: 'a', status: 'success', text: '84' } as const;
	const turns: readonly PromptTurn[] = [
		{ role: 'user', text: '12 * 7', attachments: [] },
		{
			role: 'assistant',
			text: '',
			attachments: [],
			parts: [{ type: 'tool-use', id: 'a', name: 'calculator', input: {} }],
		},
		{ role: 'user', text: '', attachments: [], parts: [result] },
	];
	const parameters = { maxTokens: null, temperature: null, topP: null, topK: null, stopSequences: null };
	const offer: ToolChoice = { tools, choice: { type: 'auto' } };
	const prompt = promptOf({ turns, system: null, parameters, sent: {}, extras: [], tools: offer });
	expect(chooseTools(prompt).tools).toEqual([]);
});

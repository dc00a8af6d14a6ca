import { expect, test } from 'vitest';
import type { ChatMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { continuationOf } from '../../../../../src/main/core/bedrock/continuation/continuation-of.ts';
import type { ContentBlock } from '../../../../../src/shared/model/content.ts';
import type { RequestSettings } from '../../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../../src/shared/model/settings.ts';

const ASKED = [textMessage('user', 'Hello')] as const;
const PREFILL = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const IN_WORDS = 'us.anthropic.claude-sonnet-4-6';
const GO_ON = textMessage(
	'user',
	'Continue exactly where you stopped, without repeating anything and without a preamble.',
);

const thought = { type: 'reasoning', text: 'Hm.', signature: 'c2ln', redacted: null } as const;
const use = { type: 'tool-use', id: '1', name: 'look', input: '{}' } as const;
const result = {
	type: 'tool-result',
	toolUseId: '1',
	status: 'success',
	format: 'text',
	text: '4',
	by: 'person',
} as const;

function text(words: string): ContentBlock {
	return { type: 'text', text: words };
}

function goOn(
	answer: string | readonly ContentBlock[],
	settings: Partial<RequestSettings> = { modelId: PREFILL },
	asked: readonly ChatMessage[] = ASKED,
) {
	const content = typeof answer === 'string' ? [text(answer)] : answer;
	const { messages, seam } = continuationOf(asked, content, { ...defaultRequestSettings, ...settings }, true);
	return { messages, joined: (more: string) => (seam === null ? null : seam.add(more) + seam.end()) };
}

test.each([PREFILL, IN_WORDS])('an answer of nothing but white space is asked for anew: %s', (modelId) => {
	const { messages, joined } = goOn(' \n', { modelId });
	expect(messages).toEqual(ASKED);
	expect(joined('\nHi')).toBe('Hi');
});

test('only who is asked in words is taken to repeat', () => {
	const joined = (modelId: string) => goOn('Press the butt', { modelId }).joined('button twice.');
	expect(joined(PREFILL)).toBe('button twice.');
	expect(joined(IN_WORDS)).toBe('on twice.');
});

test('half a surrogate pair is not sent: services refuse it as invalid JSON', () => {
	for (const modelId of [PREFILL, IN_WORDS]) {
		expect(goOn('Hi \ud83d', { modelId }).messages[1]?.content).toEqual([text('Hi')]);
		expect(goOn('H\ud83di', { modelId }).messages[1]?.content).toEqual([text('H\ufffdi')]);
		expect(goOn('\ud83d', { modelId }).messages).toEqual(ASKED);
	}
});

test('after results the talk with them is sent, whatever the model, and the text is a new one', () => {
	for (const modelId of [PREFILL, IN_WORDS]) {
		const { messages, joined } = goOn([thought, text('Let me look. '), use, result], { modelId });
		expect(messages).toEqual([
			...ASKED,
			{ role: 'assistant', content: [thought, text('Let me look. '), use] },
			{ role: 'user', content: [result] },
		]);
		expect(joined('x')).toBeNull();
	}
});

test('a body that has no place for tools is gone on with by the words alone', () => {
	const settings = { operation: 'InvokeModel', modelId: 'anthropic.claude-v2:1' } as const;
	expect(goOn([text('Look: '), use, result], settings).messages).toEqual([...ASKED, textMessage('assistant', 'Look:')]);
	const { messages, joined } = goOn([text('Look: '), use, result, text('Four\n')], settings);
	expect(messages).toEqual([...ASKED, textMessage('assistant', 'Look: ', 'Four')]);
	expect(joined('\n.')).toBe('.');
	expect(goOn([use, result], settings).messages).toEqual(ASKED);
});

test('a text that was cut after results is gone on with after them, and joined to itself alone', () => {
	const rounds = [
		{ role: 'assistant', content: [text('look'), use] },
		{ role: 'user', content: [result] },
	];
	const prefilled = goOn([text('look'), use, result, text('Four, so \n')]);
	expect(prefilled.messages).toEqual([...ASKED, ...rounds, textMessage('assistant', 'Four, so')]);
	expect(prefilled.joined('\nfive')).toBe('five');
	const asked = goOn([text('look'), use, result, text('Four, so')], { modelId: IN_WORDS });
	expect(asked.messages).toEqual([...ASKED, ...rounds, textMessage('assistant', 'Four, so'), GO_ON]);
	const blank = goOn([text('look'), use, result, text('\n')]);
	expect(blank.messages).toEqual([...ASKED, ...rounds]);
	expect(blank.joined('\nFour')).toBe('Four');
});

test.each([
	['has thought', {}, [thought, text('Press the butt')]],
	['is to think', { reasoning: { mode: 'budget', budgetTokens: 1024 } }, [text('Press the butt')]],
	[
		'is to think by a field of its own',
		{ additionalFields: '{"thinking":{"type":"enabled","budget_tokens":1024}}' },
		[text('Press the butt')],
	],
	[
		'is to think by a field, which beats the setting',
		{
			reasoning: { mode: 'disabled' },
			additionalFields: '{"thinking":{"type":"enabled","budget_tokens":1024}}',
		},
		[text('Press the butt')],
	],
] as const)('a model that takes a prefill is asked in words where it %s', (_, settings, answer) => {
	const { messages, joined } = goOn(answer, { modelId: PREFILL, ...settings });
	expect(messages).toEqual([...ASKED, { role: 'assistant', content: answer }, GO_ON]);
	expect(joined('button twice.')).toBe('on twice.');
});

test.each([
	{ reasoning: { mode: 'disabled' }, additionalFields: '' },
	{ reasoning: null, additionalFields: '{"thinking":{"type":"disabled"}}' },
	{ reasoning: { mode: 'budget', budgetTokens: 1024 }, additionalFields: '{"thinking":{"type":"disabled"}}' },
	{ reasoning: null, additionalFields: '{"top_k":5}' },
	{ reasoning: null, additionalFields: 'no JSON' },
] as const)('a prefill stays one where nothing is thought: %o', (settings) => {
	expect(goOn('Four', { modelId: PREFILL, ...settings }).messages).toEqual([
		...ASKED,
		textMessage('assistant', 'Four'),
	]);
});

test('thoughts between two pieces of a text, and those at the end, don’t part it', () => {
	const { messages, joined } = goOn([thought, text('The prac'), thought, text('tice '), thought], {
		modelId: IN_WORDS,
	});
	expect(messages[1]?.content).toEqual([thought, text('The practice')]);
	expect(joined(' endpoint')).toBe('endpoint');
});

test('the request to go on is in the language of the question', () => {
	const last = goOn('A', { modelId: IN_WORDS }, [textMessage('user', 'やあ')]).messages.at(-1);
	expect(last).toEqual(
		textMessage('user', '直前の回答が途切れたところから、そのまま続きを書いてください。前置きや繰り返しは不要です。'),
	);
});

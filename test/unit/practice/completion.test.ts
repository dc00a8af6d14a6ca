import { describe, expect, it } from 'vitest';
import type { Completion } from '../../../src/main/practice/completion.ts';
import { complete } from '../../../src/main/practice/completion.ts';
import type { Parameters, PromptTurn } from '../../../src/main/practice/prompt.ts';
import { promptOf } from '../../../src/main/practice/prompt.ts';
import type { ToolChoice } from '../../../src/main/practice/prompt-parts.ts';
import { findModel } from '../../../src/shared/catalogue.ts';

const modelId = 'anthropic.claude-v2';
const model = findModel(modelId);
if (model === null) throw new Error('The catalogue has lost Claude 2.');
const context = { operation: 'Converse', modelId, model, format: 'converse' } as const;

const user = (text: string): PromptTurn => ({ role: 'user', text, attachments: [] });
const assistant = (text: string): PromptTurn => ({ role: 'assistant', text, attachments: [] });

function answer(turns: readonly PromptTurn[], given: Partial<Parameters> = {}, lead = ''): Completion {
	const parameters = { maxTokens: null, temperature: null, topP: null, topK: null, stopSequences: null, ...given };
	return complete(promptOf({ turns, system: null, parameters, sent: {}, extras: [] }), context, lead, 100_000);
}

describe('an answer', () => {
	it('is always the same for the same prompt', () => {
		expect(answer([user('Hello')])).toEqual(answer([user('Hello')]));
	});

	it('begins with what the family writes first', () => {
		const plain = answer([user('Hello')]);
		expect(answer([user('Hello')], {}, ' ').text).toBe(` ${plain.text}`);
	});

	it('ends at max tokens', () => {
		const cut = answer([user('Hello')], { maxTokens: 7 });
		expect(cut).toMatchObject({
			end: 'length',
			outputTokens: 7,
			stopSequence: null,
			text: '## Hello from the practice',
		});
		expect(cut.pieces.join('')).toBe(cut.text);
	});

	it('is whole when max tokens are just enough', () => {
		const { outputTokens } = answer([user('Hello')], { maxTokens: 5000 });
		expect(answer([user('Hello')], { maxTokens: outputTokens }).end).toBe('end');
		expect(answer([user('Hello')], { maxTokens: outputTokens - 1 }).end).toBe('length');
	});

	it('ends before the first stop sequence that it comes to', () => {
		const cut = answer([user('Hello')], { stopSequences: ['endpoint', 'from'] });
		expect(cut).toMatchObject({ end: 'stop', stopSequence: 'from', text: '## Hello ' });
	});

	it('runs into any stop sequence at its end', () => {
		const cut = answer([user('Hello')], { stopSequences: ['\n\nHuman:', '###STOP'] });
		expect(cut).toMatchObject({ end: 'stop', stopSequence: '\n\nHuman:' });
		expect(cut.text.endsWith('The request sets 2, and they come right after this sentence.')).toBe(true);
	});

	it('tells max tokens, not the stop sequence that comes after them', () => {
		const cut = answer([user('Hello')], { maxTokens: 2, stopSequences: ['endpoint'] });
		expect(cut).toMatchObject({ end: 'length', stopSequence: null, text: '##' });
	});
});

describe('a continuation', () => {
	const whole = answer([user('Hello')]).text;

	it('goes on from a prefill that is the beginning of the answer', () => {
		const prefill = whole.slice(0, 40);
		expect(answer([user('Hello'), assistant(prefill)]).text).toBe(whole.slice(40));
	});

	it('writes the white space that was cut off the prefill', () => {
		const cut = whole.indexOf('\n\n');
		expect(answer([user('Hello'), assistant(whole.slice(0, cut))]).text).toBe(whole.slice(cut));
	});

	it('begins a paragraph after a prefill of another text', () => {
		expect(answer([user('Hello'), assistant('{')]).text).toBe(`\n\n${whole}`);
	});

	it.each([
		'Continue exactly where you stopped, without repeating.',
		'Continue.',
		'続けてください',
		'続きをお願いします',
	])('goes on when the user says %j', (goOn) => {
		const first = whole.slice(0, 50);
		const second = whole.slice(50, 90);
		expect(answer([user('Hello'), assistant(first), user(goOn)]).text).toBe(whole.slice(50));
		expect(answer([user('Hello'), assistant(first), user(goOn), assistant(second), user(goOn)]).text).toBe(
			whole.slice(90),
		);
		const trimmed = whole.slice(0, whole.indexOf('\n\n'));
		expect(answer([user('Hello'), assistant(trimmed), user(goOn), assistant('This answer'), user(goOn)]).text).toBe(
			whole.slice(whole.indexOf('This answer') + 'This answer'.length),
		);
	});

	it.each(['Continue the story of the rock', '続けて質問です'])('is not seen in %j', (question) => {
		expect(answer([user('Hello'), assistant('Hi'), user(question)]).text).toContain(`> ${question}`);
	});
});

describe('an answer of several parts', () => {
	const tools: ToolChoice = {
		tools: [{ name: 'calculator', description: '', schema: { type: 'object', properties: { expression: {} } } }],
		choice: { type: 'auto' },
	};
	const thinking = { display: 'shown', signed: true } as const;

	function made(turns: readonly PromptTurn[], maxTokens: number | null = null): Completion {
		const parameters = { maxTokens, temperature: null, topP: null, topK: null, stopSequences: null };
		const prompt = promptOf({ turns, system: null, parameters, sent: {}, extras: [], tools, thinking });
		return complete(prompt, context, '', 100_000);
	}

	const kinds = ({ parts }: Completion) => parts.map(({ type }) => type);

	it('is cut in any of them, to the token', () => {
		const whole = made([user('12 * 7')]);
		expect(kinds(whole)).toEqual(['thoughts', 'text', 'tool-use']);
		const sizes = whole.parts.map(({ pieces }) => pieces.length);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(whole.outputTokens);
		const [thoughts = 0, text = 0] = sizes;
		const inThoughts = made([user('12 * 7')], thoughts - 1);
		expect(inThoughts.parts).toMatchObject([{ type: 'thoughts', signature: null }]);
		expect(inThoughts).toMatchObject({ stopReason: 'max_tokens', outputTokens: thoughts - 1 });
		expect(kinds(made([user('12 * 7')], thoughts))).toEqual(['thoughts']);
		expect(kinds(made([user('12 * 7')], thoughts + text))).toEqual(['thoughts', 'text']);
		const inInput = made([user('12 * 7')], thoughts + text + 2);
		expect(inInput.parts.at(-1)).toMatchObject({ type: 'tool-use', input: {}, pieces: ['{', '"'] });
		expect(made([user('12 * 7')], whole.outputTokens)).toMatchObject({ stopReason: 'tool_use', end: 'end' });
	});

	it('goes on with new thoughts, the rest of the text, and the use that had not come', () => {
		const whole = made([user('12 * 7')]);
		const said = whole.text.slice(0, 12);
		const rest = made([user('12 * 7'), assistant(said), user('Continue.')]);
		expect(kinds(rest)).toEqual(['thoughts', 'text', 'tool-use']);
		expect(said + rest.text).toBe(whole.text);
		expect(rest.parts[2]).toEqual(whole.parts[2]);
	});
});

import { describe, expect, it } from 'vitest';
import { answerTo } from '../../../../src/main/practice/answers/answer.ts';
import type { Prompt } from '../../../../src/main/practice/prompt.ts';
import { promptOf } from '../../../../src/main/practice/prompt.ts';
import { findModel } from '../../../../src/shared/catalogue.ts';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const model = findModel(modelId);
if (model === null) throw new Error('The catalogue has lost Haiku 4.5.');

const unset = { maxTokens: null, temperature: null, topP: null, topK: null, stopSequences: null };

function answer(
	question: string,
	more: Partial<Pick<Prompt, 'system' | 'parameters' | 'sent' | 'extras'>> = {},
): string {
	const turns = [{ role: 'user', text: question, attachments: [] }] as const;
	const prompt = promptOf({ turns, system: null, parameters: unset, sent: {}, extras: [], ...more });
	return answerTo(prompt, { operation: 'ConverseStream', modelId, model: model ?? never(), format: 'converse' });
}

function never(): never {
	throw new Error('unreachable');
}

describe('the answer', () => {
	it('names what comes several times once, with its number', () => {
		const extras = ['toolConfig', 'toolUse', 'toolUse', 'toolResult', 'toolUse'];
		expect(answer('Go on', { extras })).toContain('| Also in it | `toolConfig`, `toolUse` × 3, `toolResult` |\n');
	});

	it('describes the request in English', () => {
		const text = answer('What is\nBedrock?', {
			system: 'Be | a *guide*.\nAnd `brief`.',
			parameters: { ...unset, maxTokens: 1024, temperature: 0.5, stopSequences: ['END'] },
			sent: { maxTokens: 1024, temperature: 0.5 },
			extras: ['toolConfig'],
		});
		expect(text).toBe(`## Hello from the practice endpoint

This answer was made by **Outcrop’s practice endpoint** on this computer. Claude Haiku 4.5 was not asked, and nothing left the machine. What went over the wire is real, though: the request, its signature, and the frames in which this text arrives.

Your last message was:

> What is
> Bedrock?

### What the request contained

| Part | As it arrived |
|---|---|
| Operation | \`ConverseStream\` |
| Body format | \`converse\` |
| Model | \`us.anthropic.claude-haiku-4-5-20251001-v1:0\` |
| Messages | 1 |
| System prompt | “Be \\| a \\*guide\\*. And \\\`brief\\\`.” |
| Also in it | \`toolConfig\` |

### Worth trying

- Set **max tokens** to 20 and see why the answer stops.
- Ask for *500 words* to get a longer text.
- Change the operation and compare the two requests in the inspector.
- Give a word of this answer as a **stop sequence**.

### Parameters

\`\`\`json
{
  "maxTokens": 1024,
  "temperature": 0.5
}
\`\`\`

### Stop sequences

The request sets one, and it comes right after this sentence.END`);
	});

	it.each(['こんにちは', 'カタカナ', '漢字 only', 'What does 岩 mean?'])('is in Japanese for %j', (question) => {
		const text = answer(question);
		expect(text.startsWith('## 練習用エンドポイントからの回答です\n\n')).toBe(true);
		expect(text).toContain('| オペレーション | `ConverseStream` |\n');
		expect(text).toContain('| システムプロンプト | なし |\n');
		expect(text.endsWith('パラメーターは送られていません。モデルの既定値が使われます。')).toBe(true);
	});

	it('quotes the beginning of a very long question only', () => {
		const text = answer('🗻'.repeat(1000));
		expect(text).toContain(`\n> ${'🗻'.repeat(300)}…\n`);
	});
});

describe('a long answer', () => {
	const longPart = (question: string) =>
		/### (?:The long part|長い文章)\n\n(.*?)\n\n###/s.exec(answer(question))?.[1] ?? '';
	const words = (text: string) => text.split(/\s+/).length;

	it.each([
		['Write 500 words about rocks', 500],
		['a 1,200-word essay', 1200],
		['in 3 words', 3],
	])('for %j has that many words, to the end of a paragraph', (question, wanted) => {
		const text = longPart(question);
		expect(words(text)).toBeGreaterThanOrEqual(wanted);
		expect(words(text.split('\n\n').slice(0, -1).join(' '))).toBeLessThan(Math.max(wanted, 2));
	});

	it.each([
		['500文字で説明して', 500],
		['３００字で', 300],
		['1万文字の物語', 10_000],
		['400 characters please', 400],
	])('for %j has that many characters, to the end of a paragraph', (question, wanted) => {
		const text = longPart(question);
		expect([...text].length).toBeGreaterThanOrEqual(wanted);
		expect([...text].length).toBeLessThan(wanted * 1.05 + 500);
	});

	it.each(['a long answer, please', 'Tell me a longer story', 'もっと長く', '長い文章を書いて'])(
		'for %j is longer than 4,096 tokens',
		(question) => {
			expect(longPart(question).length).toBeGreaterThan(6000);
		},
	);

	it.each(['How long is a day?', 'as long as you like', 'Along the river', '長さは?'])(
		'is not given for %j',
		(question) => {
			expect(longPart(question)).toBe('');
		},
	);

	it('is never longer than 200,000 words', () => {
		expect(words(longPart('9999999 words'))).toBeLessThan(201_000);
	});
});

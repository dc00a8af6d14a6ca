import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { markdownText } from '../../../../src/main/core/export/markdown.ts';
import { code, fenced, plain, quoted, table } from '../../../../src/main/core/export/markdown-text.ts';
import type { Recording } from '../../../../src/main/core/export/recording.ts';
import { turn } from '../../../../src/shared/model/conversation.ts';
import { attempt, exchangeSummary } from '../../../../src/shared/model/exchange.ts';
import { eventFrame } from '../../../helpers/event-frames.ts';

const MODEL = 'us.anthropic.claude-x-v1:0';
const stream = Buffer.concat([
	eventFrame('messageStart', { role: 'assistant' }),
	eventFrame('contentBlockDelta', { delta: { text: 'Rock' } }),
	eventFrame('contentBlockDelta', { delta: { text: '.' } }),
]);

function recordingOf(response: Uint8Array, failed: boolean): Recording {
	const failure = failed
		? {
				code: 'throttled',
				type: 'ThrottlingException',
				message: 'Too many | requests',
				status: 429,
				requestId: null,
				systemCode: null,
			}
		: null;
	const summary = exchangeSummary.parse({
		id: 'e',
		turnId: 't',
		index: 1,
		operation: 'ConverseStream',
		modelId: MODEL,
		family: null,
		connection: 'practice',
		region: 'us-east-1',
		endpoint: 'http://127.0.0.1:1',
		state: failed ? 'failed' : 'complete',
		startedAt: Date.UTC(2026, 10, 21, 6, 5, 4),
		firstByteMs: 12.4,
		firstTokenMs: failed ? null : 30,
		totalMs: 99.6,
		usage: failed ? null : { inputTokens: 5, outputTokens: 2, cacheReadInputTokens: null, cacheWriteInputTokens: null },
		stopReason: failed ? null : 'end_turn',
		requestId: 'r-1',
		status: failed ? 429 : 200,
		attemptCount: failed ? 2 : 1,
		failure,
	});
	const request = Buffer.from('{"messages":[{"n":1.0}]}');
	const attemptOf = (index: number) => ({
		attempt: attempt.parse({
			id: `a${index}`,
			exchangeId: 'e',
			index,
			startedMs: index,
			endedMs: 50.2,
			request: {
				method: 'POST',
				url: `http://127.0.0.1:1/model/${MODEL}/converse-stream`,
				headers: [],
				body: { size: 2, sha256: null },
			},
			response: {
				status: failed ? 429 : 200,
				headers: [],
				headersMs: 1,
				firstByteMs: 1,
				body: { size: 2, sha256: null },
				kind: failed ? 'json' : 'event-stream',
			},
			error: failed && index === 1 ? { name: 'Error', message: 'gone | away', code: null } : null,
		}),
		request,
		response,
		arrivals: [],
	});
	const message = (role: 'user' | 'assistant', text: string) => ({
		id: role,
		conversationId: 'c',
		parentId: null,
		role,
		content: [{ type: 'text', text }],
		createdAt: 0,
	});
	return {
		title: 'What is *bedrock*?',
		masked: failed,
		turns: [
			{
				turn: turn.parse({
					id: 't',
					conversationId: 'c',
					question: message('user', 'What is\n```\n*bedrock*?'),
					answer: failed ? null : message('assistant', '# Rock\n\n<b>firm</b>'),
					state: failed ? 'failed' : 'complete',
					failure,
					exchanges: [summary],
					startedAt: 0,
					endedAt: 1,
					unsaved: false,
				}),
				exchanges: [{ summary, attempts: failed ? [attemptOf(1), attemptOf(2)] : [attemptOf(1)] }],
			},
		],
	};
}

test('a streamed answer, in English', () => {
	expect(markdownText(recordingOf(stream, false), 'en', [], '1.2.3')).toBe(`# What is \\*bedrock\\*?

## Question

\`\`\`\`
What is
\`\`\`
*bedrock*?
\`\`\`\`

## Answer

> # Rock
>
> \\<b>firm\\</b>

## Call 1: ConverseStream

|  |  |
| --- | --- |
| Model | \`us.anthropic.claude-x-v1:0\` |
| Region | \`us-east-1\` |
| Endpoint | \`http://127.0.0.1:1\` |
| Started | 2026-11-21T06:05:04.000Z |
| Status | 200 |
| State | complete |
| First byte | 12 ms |
| First token | 30 ms |
| Total | 100 ms |
| Input tokens | 5 |
| Output tokens | 2 |
| Stop reason | \`end_turn\` |
| Request ID | \`r-1\` |

### Request

\`POST http://127.0.0.1:1/model/us.anthropic.claude-x-v1:0/converse-stream\`

\`\`\`json
{
  "messages": [
    {
      "n": 1.0
    }
  ]
}
\`\`\`

### Response

An event stream of 3 frames, ${stream.length} bytes:

| Event | Frames |
| --- | --- |
| \`messageStart\` | 1 |
| \`contentBlockDelta\` | 2 |

---

Recorded with Outcrop 1.2.3.
`);
});

test('a call that failed twice, in Japanese, with the words of the window', () => {
	const words = [{ turnId: 't', title: '混み合っています', lines: ['`1` 分待ちます', '<b>再試行'] }];
	expect(
		markdownText(recordingOf(Buffer.from('{"message":"Too many"}'), true), 'ja', words, '1.2.3'),
	).toBe(`# What is \\*bedrock\\*?

## 質問

\`\`\`\`
What is
\`\`\`
*bedrock*?
\`\`\`\`

## 回答

回答はありません。

### 失敗の内容: 混み合っています

\`\`\`
429 ThrottlingException
Too many | requests
\`\`\`

- \`1\` 分待ちます
- \\<b>再試行

## 呼び出し 1：ConverseStream

|  |  |
| --- | --- |
| モデル | \`us.anthropic.claude-x-v1:0\` |
| リージョン | \`us-east-1\` |
| エンドポイント | \`http://127.0.0.1:1\` |
| 開始 | 2026-11-21T06:05:04.000Z |
| ステータス | 429 |
| 状態 | 失敗 |
| 最初のバイト | 12 ms |
| 合計 | 100 ms |
| リクエスト ID | \`r-1\` |

### 試行

| 試行 | ステータス | 開始 | 終了 | エラー |
| --- | --- | --- | --- | --- |
| 1 | 429 | 1 ms | 50 ms | \`Error: gone \\| away\` |
| 2 | 429 | 2 ms | 50 ms |  |

### リクエスト

\`POST http://127.0.0.1:1/model/us.anthropic.claude-x-v1:0/converse-stream\`

\`\`\`json
{
  "messages": [
    {
      "n": 1.0
    }
  ]
}
\`\`\`

### レスポンス

\`\`\`json
{
  "message": "Too many"
}
\`\`\`

---

Outcrop 1.2.3 で記録しました。個人や組織の情報は伏せてあります。
`);
});

test.each([
	['```` in it', '`````x\n```` in it\n`````'],
	['ends\n', '```x\nends\n```'],
])('a fence is longer than any inside: %j', (text, made) => {
	expect(fenced(text, 'x')).toBe(made);
});

test('nothing gets out of code, a table or a line', () => {
	expect(code('a`b``c\nd')).toBe('```a`b``c d```');
	expect(code('`x`')).toBe('`` `x` ``');
	expect(code('')).toBe('');
	expect(table([['a|b', 'c\nd']])).toBe('| a\\|b | c d |\n| --- | --- |');
	expect(plain('# <i>x</i> [l](u) `c`')).toBe('\\# \\<i\\>x\\</i\\> \\[l\\]\\(u\\) \\`c\\`');
});

test('a quotation keeps its Markdown and no HTML, also around code and an open fence', () => {
	expect(quoted('<i> `<b>` a < b\n\n~~~html\n<script>\n~~~\n<script>\n```\n<x>')).toBe(
		'> \\<i> `<b>` a < b\n>\n> ~~~html\n> <script>\n> ~~~\n> \\<script>\n> ```\n> <x>',
	);
});

test.each([
	'- ```\n  x\n  ```\n<img src=x onerror=alert(1)>',
	'1. ~~~\n<script>alert(1)</script>',
	'```a`b\n<script>alert(1)</script>',
	'``<b>` <i>',
	'`open\n` <img src=x> `',
	'> ```\n<script>',
	'    code\n\ttext\n<div>\n\n</div>',
	'\\`<b>\\`',
	'<!-- x -->\r<?php ?>\r\n<![CDATA[x]]>\n<!DOCTYPE x>',
	'[a]: <x\n<b>',
])('no HTML of an answer is one in a quotation: %j', (answer) => {
	const parser = new MarkdownIt('commonmark');
	expect(parser.render(answer)).not.toBe(parser.render(answer.replaceAll('<', '\\<')));
	const tokens = parser.parse(quoted(answer), {});
	expect(tokens.flatMap(({ type, children }) => [type, ...(children ?? []).map((inner) => inner.type)])).not.toEqual(
		expect.arrayContaining([expect.stringMatching(/^html_/)]),
	);
	expect(tokens[0]?.type).toMatch(/^(blockquote_open|fence)$/);
});

test('where nothing is HTML, code stays as it was written', () => {
	const answer = '- ```ts\n  const a: List<string> = x<y>;\n  ```\n\n`<b>` <https://example.com/>';
	expect(quoted(answer)).toBe(
		'> - ```ts\n>   const a: List<string> = x<y>;\n>   ```\n>\n> `<b>` <https://example.com/>',
	);
});

import { deflateSync } from 'node:zlib';
import type { ContentBlock } from '@aws-sdk/client-bedrock-runtime';
import { ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { expect, it } from 'vitest';
import { ask, blocksIn, CLAUDE, claudeBody, NOVA } from './support/ask.ts';
import { collect } from './support/practice-client.ts';
import { practiceForTests } from './support/practice-for-tests.ts';

const practice = practiceForTests();

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The beginning of a PNG of 640 × 480, whatever is in it. */
const png = Buffer.concat([
	Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
	Buffer.from([0, 0, 2, 128, 0, 0, 1, 224, 8, 2, 0, 0, 0]),
	deflateSync(Buffer.alloc(10)),
]);
const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([16, 0, 8, 0]), Buffer.alloc(20)]);

async function answerTo(modelId: string, ...content: readonly ContentBlock[]) {
	const answer = await practice.client.send(
		new ConverseCommand({ modelId, messages: [{ role: 'user', content: [...content] }] }),
	);
	return { text: answer.output?.message?.content?.[0]?.text ?? '', usage: answer.usage };
}

it('says what it got of each kind of file', async () => {
	const { text } = await answerTo(
		CLAUDE,
		{ text: '何が見えますか' },
		{ image: { format: 'png', source: { bytes: png } } },
		{ image: { format: 'gif', source: { bytes: gif } } },
		{ document: { format: 'md', name: 'notes', source: { bytes: bytesOf('\n# 見出し\n本文') } } },
		{ document: { format: 'pdf', name: 'paper', source: { bytes: bytesOf('%PDF-1.7') } } },
	);
	expect(text).toContain('### ファイル');
	expect(text).toContain(`- 画像: \`png\`、${png.length} バイト、640 × 480 ピクセル`);
	expect(text).toContain('- 画像: `gif`、30 バイト、16 × 8 ピクセル');
	expect(text).toContain('- ドキュメント「notes」: `md`、19 バイト、先頭は「\\# 見出し」');
	expect(text).toContain('- ドキュメント「paper」: `pdf`、8 バイト');
});

it('counts a text by its words and another file by a round figure', async () => {
	const words = { document: { format: 'txt', name: 'a', source: { bytes: bytesOf('one two three') } } } as const;
	const page = { document: { format: 'pdf', name: 'b', source: { bytes: bytesOf('%PDF') } } } as const;
	expect((await answerTo(CLAUDE, { text: 'Hi' }, words)).usage?.inputTokens).toBe(4);
	expect((await answerTo(CLAUDE, { text: 'Hi' }, page)).usage?.inputTokens).toBe(1001);
});

it('reads a video in S3 no further than its name', async () => {
	const s3Location = { uri: 's3://a-bucket/a.mp4' };
	const { text } = await answerTo(NOVA, { text: 'Hi' }, { video: { format: 'mp4', source: { s3Location } } });
	expect(text).toContain('- Video: `mp4`, in S3, where practice does not look');
});

const cited = {
	document: {
		format: 'txt',
		name: 'notes',
		source: { bytes: bytesOf('\n  Rain on Friday.\nSun after.') },
		citations: { enabled: true },
	},
} as const;

it('cites a document of text where that is wanted, whole and streamed', async () => {
	const messages = [{ role: 'user' as const, content: [{ text: 'Hi' }, cited] }];
	const whole = await practice.client.send(new ConverseCommand({ modelId: CLAUDE, messages }));
	const citation = {
		title: 'notes',
		sourceContent: [{ text: 'Rain on Friday.' }],
		location: { documentChar: { documentIndex: 0, start: 3, end: 18 } },
	};
	expect(whole.output?.message?.content?.[1]).toEqual({
		citationsContent: { content: [{ text: '\n\nIn “notes” stands: “Rain on Friday.”' }], citations: [citation] },
	});
	const { stream } = await practice.client.send(new ConverseStreamCommand({ modelId: CLAUDE, messages }));
	const deltas = (await collect(stream)).flatMap(({ contentBlockDelta }) =>
		contentBlockDelta?.contentBlockIndex === 1 ? [contentBlockDelta.delta] : [],
	);
	const text = deltas.map((delta) => delta?.text ?? '').join('');
	expect(text).toBe('\n\nIn “notes” stands: “Rain on Friday.”');
	expect(deltas.at(-1)).toEqual({ citation });
});

it('takes the files of Claude’s own body, and cites them by its names', async () => {
	const content = [
		{ type: 'text', text: 'Hi' },
		{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: png.toString('base64') } },
		{
			type: 'document',
			source: { type: 'text', media_type: 'text/plain', data: 'Rain on Friday.' },
			title: 'notes',
			citations: { enabled: true },
		},
	];
	const { json } = await ask(practice.server, CLAUDE, 'invoke', claudeBody({ messages: [{ role: 'user', content }] }));
	expect(json.content?.[0]?.text).toContain('640 × 480 pixels');
	expect(json.content?.[1]).toEqual({
		type: 'text',
		text: '\n\nIn “notes” stands: “Rain on Friday.”',
		citations: [
			{
				type: 'char_location',
				cited_text: 'Rain on Friday.',
				document_index: 0,
				document_title: 'notes',
				start_char_index: 0,
				end_char_index: 15,
			},
		],
	});
});

it('takes images in Nova’s own body', async () => {
	const image = { format: 'png', source: { bytes: png.toString('base64') } };
	const { json } = await ask(practice.server, NOVA, 'invoke', {
		messages: [{ role: 'user', content: [{ text: 'Hi' }, { image }] }],
	});
	expect(blocksIn(json)[0]?.text).toContain(`- Image: \`png\`, ${png.length} bytes, 640 × 480 pixels`);
});

import { expect, test } from 'vitest';
import { withoutFiles } from '../../../../src/main/core/export/leave-out-files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const left = (text: string) => new TextDecoder().decode(withoutFiles(bytes(text)));

test.each([
	['Converse', '{"image": {"format":"png","source":{"bytes":"AAECAw=="}}}', '"AAECAw=="', '"[left out: png, 4 bytes]"'],
	['Nova', '{"video":{"format":"mp4","source":{"bytes":"AAEC"}}}', '"AAEC"', '"[left out: mp4, 3 bytes]"'],
	[
		'a document of Converse as text',
		'{"document":{"format":"md","name":"a","source":{"text":"# 岩"}}}',
		'"# 岩"',
		'"[left out: md, 5 bytes]"',
	],
	[
		'Claude',
		'{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAEC"}}',
		'"AAEC"',
		'"[left out: image/png, 3 bytes]"',
	],
	[
		'a document of Claude as text',
		'{"type":"document","source":{"type":"text","media_type":"text/plain","data":"Pure \\u00b5"},"title":"a"}',
		'"Pure \\u00b5"',
		'"[left out: text/plain, 7 bytes]"',
	],
	[
		'OpenAI',
		'{"type":"image_url","image_url":{"url":"data:image/gif;base64,AAEC"}}',
		'"data:image/gif;base64,AAEC"',
		'"[left out: image/gif, 3 bytes]"',
	],
])('%s: what it was and how large, and all else as it was written', (_, block, held, words) => {
	const body = (content: string) => `{ "a": 1.0, "messages":[{"role":"user","content":[{"text":"Hi"},${content}]}] }`;
	expect(left(body(block))).toBe(body(block.replace(held, words)));
});

test('nothing is a file that only has the name of one', () => {
	const body =
		'{"bytes":"AAEC","messages":[{"content":[{"text":"x"},{"searchResult":{"source":"https://a","content":[{"text":"y"}]}},{"toolUse":{"input":{"data":"AAEC","url":"https://a"}}}]}]}';
	expect(withoutFiles(bytes(body))).toEqual(bytes(body));
});

test('of what is no JSON, only what is too long to be anything else', () => {
	const file = 'QUJD'.repeat(200);
	expect(left(`{"source":{"bytes":"${file}" and "short":"AAEC"`)).toBe(
		'{"source":{"bytes":"[left out: 600 bytes]" and "short":"AAEC"',
	);
	const bare = bytes('no JSON');
	expect(withoutFiles(bare)).toBe(bare);
});

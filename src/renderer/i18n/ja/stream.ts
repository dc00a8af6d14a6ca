import type { stream as english } from '../en/stream.ts';
import type { Translation } from '../translation.ts';

export const stream: Translation<typeof english> = {
	pointHint: 'フィールドかバイトにポインターを合わせるか、矢印キーでたどります。',
	noBytes: 'バイトなし',
	oneByte: 'バイト {{at}}',
	byteRange: 'バイト {{first}} ～ {{last}}（{{length}} バイト）',
	paddingNote:
		'p は、長さがランダムな詰め物（パディング）です。暗号化されたパケットの大きさだけを見た人に、回答の各部分の長さを推測されないよう、Bedrock が付け加えています。',
	saveStream: '生のストリームを保存…',
	saveBody: '本文を保存…',
	frameCount_other: '{{frames}} フレーム · {{size}}',
	asCode: 'この呼び出しのコード',
	showInAnswer: '回答で見る',
	showInStream: 'ストリームで見る',
	notInAnswer: '回答の中に見つかりません。',
	notInStream: 'この文字を運んだフレームは見つかりません。',
	hex: '16 進',
	page: '部分 {{page}}/{{pages}}',
	previousPage: '前の部分',
	nextPage: '次の部分',
};

import type { files as english } from '../en/files.ts';
import type { Translation } from '../translation.ts';

export const files: Translation<typeof english> = {
	more: 'その他',
	export: '書き出す…',
	open: 'ファイルを開く…',
	openFile: 'ファイルを開く',
	openHint: 'Outcrop ファイル、HAR、保存したイベントストリーム',
	drop: 'Outcrop ファイル、HAR、保存したストリームは開きます',
	dropHint: '読み取り専用で開きます。自分の会話には追加されません。',
	title: '書き出し',
	what: '対象',
	scope: { exchange: 'この呼び出し', turn: 'この回答', conversation: '会話全体' },
	as: '形式',
	format: {
		outcrop: 'Outcrop ファイル',
		har: 'HAR 1.2',
		markdown: 'Markdown',
	},
	means: {
		outcrop: 'すべてをバイト単位でそのまま保存します。Outcrop を使う人に渡すと、同じ画面で見てもらえます。',
		har: 'ブラウザーの開発者ツールなど、HTTP 通信を読むツールで開けます。Outcrop でも開けます。',
		markdown:
			'読んだり貼り付けたりするためのものです。質問と回答に、呼び出しの数値、リクエスト、レスポンスを添えます。',
	},
	mask: '自分の情報を伏せる',
	masks:
		'アカウント ID、キー ID、ARN の中の名前、プロファイル名、ユーザー名、AWS 以外のホスト名を伏せます。同じ値はいつも同じ伏せ字になります。',
	leaveOutFiles: '添付ファイルを含めない',
	leftOutFiles:
		'添付ファイルの中身は伏せ字にできません。代わりに種類とサイズだけを残します。ファイル名はテキストと同じように伏せます。',
	secrets: 'キー、トークン、署名はどのファイルにも入りません。記録する前に取り除いています。',
	copy: 'コピー',
	save: '保存',
	saved: '保存しました：{{name}}',
	copyFailed: 'クリップボードにコピーできませんでした。',
	imported: '開いたファイル',
	close: '{{title}} を閉じる',
	from: {
		outcrop: '{{name}} を開いています。読み取り専用で、続きは送れません。',
		har: '{{name}}（HAR）を開いています。読み取り専用で、続きは送れません。',
		stream: '{{name}}（イベントストリーム）を開いています。分かるのは返ってきた内容だけです。',
	},
	masked: '個人や組織の情報は伏せてあります。',
	readOnly: '開いたファイル',
	source: '出典',
	sourceSays: 'ファイルの記録による：{{name}}',
	noQuestion: 'このファイルに質問は含まれていません。',
	opened_other: '{{name}} を開きました：呼び出し {{count}} 件',
	leftOut_other: 'Bedrock Runtime の呼び出しではないリクエスト {{count}} 件は除きました。',
	notOpened: '{{name}} を開けませんでした',
	problem: {
		empty: 'ファイルが空です。',
		'too-large': 'ファイルが大きすぎます。開けるのは 40 MB までです。',
		'not-known': 'Outcrop ファイルでも、HAR でも、AWS のイベントストリームでもありません。',
		'not-json': 'JSON として始まっていますが、最後まで読めません。途中で切れているか、書き換えられた可能性があります。',
		newer: '新しい版の Outcrop で保存されたファイルです。その版で開いてください。',
		damaged: '保存したときの内容と一致しません。',
		'nothing-in-it': 'HAR ですが、Bedrock Runtime の呼び出しが含まれていません。',
		unreadable: 'ブラウザーがファイルを読み取れませんでした。',
	},
};

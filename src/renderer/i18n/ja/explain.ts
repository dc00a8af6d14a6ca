import type { explain as english } from '../en/explain.ts';
import type { Translation } from '../translation.ts';

export const explain: Translation<typeof english> = {
	title: '説明',
	idle: 'フィールドやヘッダーにポインターを合わせると、ここに説明を表示します。',
	idleKeys: 'クリックか矢印キーで選べます。F1 で固定、Esc で解除します。',
	unknown: 'このアプリの辞書には項目がありません。推測での説明はしません。',
	tooLarge: 'この本文は大きすぎるため、フィールドごとの説明はできません。',
	inside: '自由な内容を入れられる {{name}} の一部です。',
	limits: '値の範囲：{{limits}}',
	awsDocs: 'AWS のドキュメント',
	docs: 'ドキュメント（{{host}}）',
	pin: 'この説明を固定',
	unpin: '固定を解除',
	fold: '1 行にする',
	unfold: 'すべて表示',
	spoken: '{{name}}：{{text}}',
	root: {
		request: 'リクエスト',
		response: 'レスポンス',
		error: 'エラー',
		requestHeader: 'リクエストヘッダー',
		responseHeader: 'レスポンスヘッダー',
		frameHeader: 'フレームのヘッダー',
		frame: 'フレーム',
		chunk: 'モデルの JSON',
		url: 'URL',
		signature: '署名',
	},
};

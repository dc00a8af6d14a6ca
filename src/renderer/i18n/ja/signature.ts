import type { signature as english } from '../en/signature.ts';
import type { Translation } from '../translation.ts';

export const signature: Translation<typeof english> = {
	title: '署名',
	none: 'なし：API キーをそのまま送っています（Bearer）',
	signatureCheck: '検証',
	matches: '検証済み：一致',
	differs: '検証済み：不一致',
	matchesByFile: 'ファイルの記録では一致',
	differsByFile: 'ファイルの記録では不一致',
	byFile:
		'{{verdict}}。もう一度確かめるにはキーが必要です。上の内容がこのリクエストから作られたことは、ファイルを開いたときに確認しました。',
	introByFile:
		'リクエストが本人のもので、途中で書き換えられていないことを、AWS は署名で確かめます。記録したときに、アプリも独自に署名し直し、送った署名と比べました。',
	intro:
		'リクエストが本人のもので、途中で書き換えられていないことを、AWS は署名で確かめます。キーが手元にあるうちに、アプリも独自に署名し直し、送った署名と比べました。',
	headerTitle: 'Authorization ヘッダーの内訳',
	canonicalTitle: '1. 正規リクエスト（canonical request）',
	canonicalWhy:
		'署名の対象となるリクエストの内容です。送る側と受ける側が同じ文字列を作れるように、書き方が決まっています。',
	canonicalCut:
		'セッショントークンも署名の対象ですが、ここでは取り除いています。下のハッシュは、取り除く前の全文のものです。',
	toSignTitle: '2. 署名文字列（string to sign）',
	toSignWhy: '署名の方式、日時、スコープ、上の文字列のハッシュの 4 行です。',
	keyTitle: '3. 署名キー（signing key）',
	keyWhy:
		'シークレットアクセスキーから作る、1 日・1 リージョン・1 サービス限りのキーです。どちらのキーも表示、保存、送信しません（メインプロセスの外に出ません）。',
	secretKey: 'シークレットアクセスキー',
	signatureTitle: '4. 署名',
	signatureWhy:
		'署名文字列に、このキーで署名したものです。シークレットアクセスキーを知っている AWS も同じ計算をして比べます。',
	stringToSign: '署名文字列',
	fits: 'アプリの計算結果は、送った署名と一致しました。',
	fitsNot:
		'アプリの計算結果は、送った署名と一致しませんでした。署名のあとでリクエストが書き換えられたか、アプリと SDK で規則の解釈が違います。',
	empty: '（空）',
	part: '部分',
	value: '値',
	parts: {
		method: 'メソッド',
		path: 'パス',
		query: 'クエリ',
		headers: '署名対象のヘッダー',
		blank: '空行',
		signedHeaders: 'ヘッダー名の一覧',
		payloadHash: '本文のハッシュ',
		algorithm: 'アルゴリズム',
		dateTime: '日時',
		scope: 'スコープ',
		requestHash: '1. のハッシュ',
		accessKeyId: 'アクセスキー ID',
		date: '日付',
		region: 'リージョン',
		service: 'サービス',
		terminator: '終端の語',
		signature: '署名',
	},
};

import type { AnswerWords } from './answer-words.ts';

/** The answers in Japanese. */
export const japanese: AnswerWords = {
	title: '練習用エンドポイントからの回答です',
	origin: (modelName) =>
		`この回答は、このコンピューターの中で動く **Outcrop の練習用エンドポイント**が作りました。${modelName} には問い合わせておらず、データは外に出ていません。ただし、通信そのものは本物です。リクエストも、署名も、この文章が届くフレームも、実際の Bedrock と同じ形をしています。`,
	asked: '最後のメッセージは次のとおりでした。',
	contained: 'リクエストの内容',
	columns: ['項目', '届いた値'],
	rows: {
		operation: 'オペレーション',
		body: '本文の形式',
		model: 'モデル',
		messages: 'メッセージ',
		system: 'システムプロンプト',
		others: 'そのほか',
	},
	messageCount: (user, assistant) =>
		assistant === 0 ? `${user} 件` : `${user + assistant} 件（ユーザー ${user} 件、アシスタント ${assistant} 件）`,
	none: 'なし',
	noText: '（本文なし）',
	nextTitle: '試してみましょう',
	next: [
		'**max tokens** を 20 にして、回答が途中で終わる理由を見る。',
		'「500文字で」と頼んで、もっと長い文章を出す。',
		'オペレーションを変えて、2 つのリクエストをインスペクターで比べる。',
		'この回答の中の言葉を**停止シーケンス**に指定する。',
	],
	parametersTitle: 'パラメーター',
	noParameters: 'パラメーターは送られていません。モデルの既定値が使われます。',
	stopTitle: '停止シーケンス',
	stop: (count) => `リクエストには停止シーケンスが ${count} 個あり、この文のすぐ後に書かれます。`,
	longTitle: '長い文章',
	longSentences: [
		'練習用の文章は、このコンピューターの中で、いつも同じ順番で作られます。',
		'土の下には岩盤があり、それが地表に現れた場所を露頭と呼びます。',
		'トークンは文章の小さなかけらで、トークン数の上限とは、かけらの数の上限のことです。',
		'上限に達すると、考えの途中であっても回答はそこで終わります。',
		'終わった理由はレスポンスに書かれているので、推測する必要はありません。',
		'フレームには長さと 2 つのチェックサムがあり、重さと封印のある小包のようです。',
		'同じ質問を同じように送れば、ここではいつも同じ回答が返ります。',
		'本物のモデルにはお金と時間がかかりますが、練習にはどちらもかかりません。',
	],
	paragraph: (index) => `**${index}.** `,
	sentenceGap: '',
	quote: (text) => `「${text}」`,
	thoughts: (question, messages, tools) =>
		[
			`ユーザーは「${firstLine(question)}」と書いている。ここまでのメッセージは ${messages} 件。`,
			tools.length > 0
				? `使えるツールがあるので、${tools.join(' と ')} を頼んで結果を待つ。`
				: '問い合わせるモデルはないので、届いた内容を説明し、この回答の出どころを伝える。',
			'この思考も練習用で、このコンピューターの中で作られ、いつも同じ内容になる。',
		].join(''),
	moreThoughts:
		'よく考えるように頼まれたので、もう一度見直す。システムプロンプトはあるか、ファイルはあるか、制限はあるか。本物のモデルなら、ここでいくつもの答えを比べ、ほとんどを捨てる。これらの言葉も一つ一つが出力トークンで、回答と同じように料金がかかる。',
	toolIntro: (names) => `この質問にはツール ${names.map((name) => `\`${name}\``).join(' と ')} が合うので、使います。`,
	resultsTitle: 'ツールの結果',
	result: (name) => `\`${name}\` の結果:`,
	failed: (name) => `\`${name}\` は失敗しました。理由:`,
	filesTitle: 'ファイル',
	searchTitle: '検索結果',
	file: (kind, name, details) =>
		`${{ image: '画像', document: 'ドキュメント', video: '動画', audio: '音声' }[kind]}${name === null ? '' : `「${name}」`}: ${details.join('、')}`,
	bytes: (count) => `${count.toLocaleString('en-US')} バイト`,
	pixels: (width, height) => `${width} × ${height} ピクセル`,
	inS3: 'S3 にあるため、練習用エンドポイントは読みません',
	beginsWith: (text) => `先頭は「${text}」`,
	cited: (name, quote) => `${name === null ? 'ドキュメント' : `「${name}」`}には「${quote}」と書かれています。`,
	wished: (reason) =>
		`質問が停止理由 \`${reason}\` を求めているので、この練習用の回答はその理由で終わります。本物のモデルでは、モデル自身の都合で途切れます。`,
};

function firstLine(question: string): string {
	const line = question.trim().split('\n')[0] ?? '';
	const characters = [...line];
	return characters.length <= 60 ? line : `${characters.slice(0, 60).join('')}…`;
}

import type { contentBlocksTexts as english } from '../../en/fields/content-blocks.ts';
import type { Translation } from '../../translation.ts';

export const contentBlocksTexts: Translation<typeof english> = {
	Message: {
		role: '誰の発言かを表します。user はあなた、assistant はモデルです。交互に並び、会話は user から始まります。',
		content:
			'発言の中身です。テキスト、画像、ツールの使用などのブロックを並べます。各ブロックのメンバーは 1 つだけで、それが種類を表します。',
	},
	ContentBlock: {
		text: 'テキストです。質問や回答の多くは、このブロック 1 つです。',
		image: '画像です。',
		document: 'PDF や表計算などの文書です。同じメッセージに text ブロックも必要です。',
		video: '動画です。',
		audio: '音声です。',
		toolUse: 'モデルからの、ツールを実行してほしいという依頼です。実行して、結果を toolResult で返します。',
		toolResult: 'モデルに頼まれたツールの結果です。次の user メッセージに入れて返します。',
		guardContent: 'ガードレールに検査させる部分です。このブロックがあると、ガードレールはこのブロックだけを見ます。',
		cachePoint:
			'「ここまでをプロンプトキャッシュに残す」という印です。同じ始まりをもつ次の呼び出しが、安く、速くなります。',
		reasoningContent: 'モデルが答える前に考えた内容です。会話を続けるときは、そのまま送り返します。',
		citationsContent: '回答のテキストと、その根拠になった箇所の組です。',
		searchResult: '自分の検索で見つけたテキストです。モデルが出典として引用できます。',
		toolAddition: '会話の途中で、ここからツールを使えるようにします。role が system のメッセージに入れます。',
		toolRemoval: 'ここからツールを使えなくします。role が system のメッセージに入れます。',
	},
	ImageBlock: {
		format: '画像のファイル形式です。',
		source: '画像のデータの場所です。ここに直接入れるか、Amazon S3 を指します。',
		error: '画像を処理できなかったとき、代わりにその理由が入ります。',
	},
	ImageSource: {
		bytes: '画像そのものです。送られる JSON では Base64 の文字列になります。変換は SDK が行います。',
		s3Location: 'Amazon S3 に置いた画像を指します。読めるのは一部のモデルだけです。',
	},
	S3Location: {
		uri: 'オブジェクトの場所です。',
		bucketOwner: 'バケットが自分のものでないときの、持ち主の AWS アカウント ID です。',
	},
	ErrorBlock: {
		message: '何がうまくいかなかったかの説明です。',
	},
	DocumentBlock: {
		name: '文書の名前です。モデルも読むので、当たり障りのない名前にします。指示のような名前を付けると、従ってしまうことがあります。',
		format: '文書のファイル形式です。',
		source: '文書の中身の場所です。',
		context: '引用するときにモデルが知っておくべき、文書についての補足です。',
		citations: 'この文書のどこに基づいて答えたかを、モデルに示させるかどうかです。',
	},
	DocumentSource: {
		bytes: '文書そのものです。送られる JSON では Base64 の文字列になります。',
		s3Location: 'Amazon S3 に置いた文書を指します。読めるのは一部のモデルだけです。',
		text: 'ファイルではなく、テキストとして直接渡す文書の中身です。',
		content: '自分で区切った文書の断片です。引用のとき、断片ごとに示せます。',
	},
	DocumentContentBlock: {
		text: '文書の断片 1 つ分のテキストです。',
	},
	CitationsConfig: {
		enabled: 'true にすると、この資料からの引用が回答に付きます。',
	},
	VideoBlock: {
		format: '動画のファイル形式です。',
		source: '動画のデータの場所です。ここに直接入れるか、Amazon S3 を指します。',
	},
	VideoSource: {
		bytes: '動画そのものです。送られる JSON では Base64 の文字列になります。',
		s3Location: 'Amazon S3 に置いた動画を指します。読めるのは一部のモデルだけです。',
	},
	AudioBlock: {
		format: '音声のファイル形式です。',
		source: '音声のデータの場所です。ここに直接入れるか、Amazon S3 を指します。',
		error: '音声を処理できなかったとき、代わりにその理由が入ります。',
	},
	AudioSource: {
		bytes: '音声そのものです。送られる JSON では Base64 の文字列になります。',
		s3Location: 'Amazon S3 に置いた音声を指します。読めるのは一部のモデルだけです。',
	},
	ToolUseBlock: {
		toolUseId: 'この依頼につけられた ID です。結果を返すときに同じ ID を書きます。',
		name: 'モデルが使いたいツールの名前です。',
		input:
			'モデルがツールに渡す入力です。あなたのスキーマの形をしています。モデルが書いたものなので、使う前に確かめましょう。',
		type: 'モデルの提供元の側で動くツールのときに付きます。あなたが実行する必要はありません。',
	},
	ToolResultBlock: {
		toolUseId: 'どの依頼への答えかを表します。toolUse ブロックの toolUseId と同じ値です。',
		content: 'ツールの結果の中身です。',
		status: 'ツールが成功したかどうかです。error にすると、モデルは別の方法を考えます。',
		type: 'モデルの提供元の側で動いたツールのとき、結果の種類を表します。',
	},
	ToolResultContentBlock: {
		json: 'JSON の結果です。形はツールが自由に決めます。',
		text: 'テキストの結果です。',
		image: '画像の結果です。',
		document: '文書の結果です。',
		video: '動画の結果です。',
		searchResult: 'モデルが引用できる検索結果です。',
	},
	SearchResultBlock: {
		source: 'テキストの出所です。URL や自分で付けた名前を書きます。',
		title: 'テキストの題名です。',
		content: 'テキストを、引用で示せる断片に分けたものです。',
		citations: 'このテキストを引用させるかどうかです。',
	},
	SearchResultContentBlock: {
		text: 'テキストの断片 1 つ分です。',
	},
	GuardrailConverseContentBlock: {
		text: 'ガードレールに検査させるテキストです。',
		image: 'ガードレールに検査させる画像です。',
	},
	GuardrailConverseTextBlock: {
		text: 'テキストそのものです。モデルも読みます。',
		qualifiers: 'グラウンディングの検査でこのテキストが何に当たるかです。根拠、質問、検査対象のどれかを示します。',
	},
	GuardrailConverseImageBlock: {
		format: '画像のファイル形式です。',
		source: '画像の中身です。',
	},
	GuardrailConverseImageSource: {
		bytes: '画像そのものです。送られる JSON では Base64 の文字列になります。',
	},
	CachePointBlock: {
		type: '印の種類です。今のところ 1 つしかありません。',
		ttl: 'キャッシュに残す時間です。使うたびに数え直されます。長い方は書き込みの料金が高くなります。',
	},
	ReasoningContentBlock: {
		reasoningText: '読める形の思考です。',
		redactedContent: 'モデルの提供元が安全のために暗号化した思考です。ほかの誰にも読めません。そのまま送り返します。',
	},
	ReasoningTextBlock: {
		text: 'モデルが考えた内容です。新しいモデルでは、要約を頼まないと空のことがあります。',
		signature: 'この思考をモデルが書いたことを示す、提供元の署名です。そのまま送り返します。',
	},
	ToolAdditionBlock: {
		tool: '追加するツールです。',
	},
	ToolRemovalBlock: {
		tool: '外すツールです。',
	},
	ToolReference: {
		type: '参照の種類です。',
		name: 'toolConfig で宣言したツールの名前です。',
		serverName: 'ツールがサーバーに属するときの、サーバーの名前です。',
	},
};

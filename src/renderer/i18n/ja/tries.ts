import type { tries as english } from '../en/tries.ts';
import type { Translation } from '../translation.ts';

export const tries: Translation<typeof english> = {
	open: '試せること…',
	openHint: '拒否、スロットリング、打ち切り、ツール、思考、キャッシュなどを選んで試す',
	title: '試せること',
	lead: '選ぶと、新しい会話の入力欄に質問が入り、必要な設定も済みます。送信するまでは何も送られません。',
	themesLabel: 'テーマ',
	needs: 'そのための設定',
	need: '{{name}}：{{value}}',
	file: { picture: '小さな画像', document: '2 行のテキスト', result: '検索結果 1 件' },
	pictureName: '地層.png',
	documentName: 'カエル.txt',
	resultTitle: 'カエルのメモ',
	documentText: 'カエルが夜に鳴くのは、夜の空気が涼しく湿っているからです。\n昼は休んでいます。\n',
	ready: '送信の準備ができました：{{title}}',
	undo: '元に戻す',
	undoHint: '前の入力と設定に戻します',
	others: 'ほかに試せること…',
	on: 'オン',
	table: { see: '見たいもの', say: '質問', set: '設定', get: '返るもの' },
	systemLine: '第 {{number}} 層：岩石、カエル、リクエストの話だけを、短くやさしい文で答えてください。',
	themes: {
		wire: '通信の中身',
		ends: '回答の終わり方',
		errors: '拒否',
		retries: 'スロットリング、再試行、切断',
		tools: 'ツール',
		thoughts: '思考',
		files: 'ファイルと形式',
		services: 'ガードレール、キャッシュ、プロンプト',
		bodies: 'モデル固有の本文',
		embeddings: '埋め込み',
	},
	things: {
		request: {
			title: 'リクエストの中身',
			text: 'このリクエストに何が含まれていたか説明してください。',
			see: '届いた内容を回答が説明します。インスペクターでは実際のバイト列を確認できます。',
		},
		parts: {
			title: '表と箇条書きとコード',
			text: 'このリクエストの内容を、表と箇条書きとコードを使って説明してください。',
			see: '届いた分から順に Markdown で表示されます。',
		},
		language: {
			title: '英語での回答',
			text: 'Explain in English what this request contained.',
			see: '英語で答えます。仮名や漢字のある質問には日本語で答えます。',
		},
		long: {
			title: '長い回答',
			text: 'カエルについて500文字で書いてください。',
			see: 'たくさんのフレームが届きます。いつ届いたかはインスペクターのストリームで確認できます。',
		},
		cut: {
			title: 'max tokens での打ち切り',
			text: 'カエルについて200文字で書いてください。',
			see: '`max_tokens` で終わります。回答の下の「続ける」で、もう 1 回の呼び出しとして続きます。',
		},
		stopSequence: {
			title: '停止シーケンス',
			text: '停止シーケンスの働きを説明してください。',
			see: '`stop_sequence` で終わります。どの停止シーケンスも、遅くとも回答の最後で必ず現れます。',
		},
		filtered: {
			title: 'フィルターによる差し止め',
			text: '停止理由: content_filtered',
			see: '`content_filtered` で終わります。Claude 固有の本文では `refusal` になります。',
		},
		malformedOutput: {
			title: '読み取れない出力',
			text: '停止理由: malformed_model_output',
			see: '`malformed_model_output` で終わります。',
		},
		malformedTool: {
			title: '読み取れないツールの使用',
			text: '停止理由: malformed_tool_use',
			see: '`malformed_tool_use` で終わります。',
		},
		contextFull: {
			title: 'コンテキストの上限',
			text: '停止理由: model_context_window_exceeded',
			see: '`model_context_window_exceeded` で終わります。コンテキストの残りが max tokens より少ない質問でも、こう終わります。',
		},
		paused: {
			title: 'ターンの一時停止',
			text: '停止理由: pause_turn',
			see: '`pause_turn` で終わります（Claude 固有の本文だけ）。',
		},
		unknownModel: {
			title: '存在しないモデル',
			text: 'こんにちは',
			see: '`ValidationException`：モデルの ID が正しくないという拒否です。',
		},
		profileNeeded: {
			title: '推論プロファイルが必要なモデル',
			text: 'こんにちは',
			see: '`ValidationException`：オンデマンドでは使えないという拒否です。説明から正しい ID に変更できます。',
		},
		bothSampling: {
			title: 'temperature と top p の併用',
			text: 'こんにちは',
			see: 'モデルの `ValidationException` です。送信前にも入力欄の下に表示されます。',
		},
		tooManyTokens: {
			title: 'モデルの上限を超える max tokens',
			text: 'こんにちは',
			see: '上限を示す `ValidationException` です。',
		},
		accessDenied: {
			title: 'モデルへのアクセス権なし',
			text: 'エラー: AccessDeniedException',
			see: '`AccessDeniedException` と、その対処が表示されます。',
		},
		useCase: {
			title: '利用目的のフォームが未提出',
			text: 'エラー: ResourceNotFoundException',
			see: '`ResourceNotFoundException`：Claude を初めて呼び出すときによく出ます。',
		},
		expiredToken: {
			title: '認証情報の期限切れ',
			text: 'エラー: ExpiredTokenException',
			see: '`ExpiredTokenException` と、新しい認証情報を得る方法が表示されます。',
		},
		throttledTwice: {
			title: '2 回のスロットリングの後に回答',
			text: 'エラー: ThrottlingException × 2',
			see: 'インスペクターのタイムラインに 3 回の試行と 2 回の待ち時間が並び、回答が届きます。',
		},
		throttled: {
			title: '最後までスロットリング',
			text: 'エラー: ThrottlingException',
			see: '設定した回数だけ試した後、`ThrottlingException` になります。',
		},
		unavailable: {
			title: '一時的なサービス停止',
			text: 'エラー: ServiceUnavailableException × 1',
			see: '503 の後すぐに再試行し、回答が届きます。',
		},
		timeout: {
			title: 'モデルの時間切れ',
			text: 'エラー: ModelTimeoutException',
			see: '`ModelTimeoutException` になります。SDK はこのエラーを再試行しません。',
		},
		slowStart: {
			title: '8 秒間の無応答',
			text: 'エラー: slow start',
			see: '8 秒間は何も届かず、その後に回答が届きます。待つ間に停止もできます。',
		},
		streamError: {
			title: 'ストリーム途中のエラー',
			text: 'エラー: ModelStreamErrorException',
			see: '少し届いた後に `modelStreamErrorException` のフレームが届きます。届いた分は残ります。',
		},
		brokenStream: {
			title: '途切れるストリーム',
			text: 'エラー: broken stream',
			see: 'フレームの途中で接続が切れます。回答は未完と表示されます。',
		},
		reset: {
			title: '接続のリセット',
			text: 'エラー: connection reset × 1',
			see: '1 回目の試行は何も届かずに切れ、2 回目で回答が届きます。',
		},
		calculator: {
			title: '自動で答えるツール',
			text: '(12 + 30) × 2 を計算してください。',
			see: 'モデルが電卓を求め、Outcrop が答えてターンが続きます。呼び出しは 2 回です。',
		},
		weather: {
			title: '自分で答えるツール',
			text: '京都の天気は？',
			see: '`tool_use` で止まり、入力のカードと結果の入力欄が出ます。エラーを返すこともできます。',
		},
		both: {
			title: '2 つのツールを同時に',
			text: '12 × 7 と、京都の天気を教えてください。',
			see: '1 つの回答が両方のツールを求め、結果をまとめて返します。',
		},
		interpreter: {
			title: 'サービスが実行するツール',
			text: '(12 + 30) × 2 を計算してください。',
			see: 'Nova のコードインタープリターです。使用と結果が 1 つの回答で届き、結果を渡す必要はありません。',
		},
		forced: {
			title: '必ず使わせるツール',
			text: 'おはようございます。',
			see: '質問に関係なく、前置きもなしに `tool_use` になります。',
		},
		budget: {
			title: '予算付きの思考',
			text: 'カエルはなぜ夜に鳴くのですか？',
			see: '思考とその署名が届きます。署名を 1 文字でも変えて送り返すと拒否されます。',
		},
		summarized: {
			title: 'アダプティブな思考の要約',
			text: 'カエルはなぜ夜に鳴くのですか？',
			see: 'リクエストで要約を求めたので、思考が届きます。',
		},
		withheld: {
			title: '内容が届かない思考',
			text: 'カエルはなぜ夜に鳴くのですか？',
			see: '署名だけが届きます。最新の Claude は、要約を求めないと思考の内容を送りません。',
		},
		redacted: {
			title: '暗号化された思考',
			text: 'ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING_46C9A13E193C177646C7398A98432ECCCE4C1253D5E2D82641AC0E52CC2876CB',
			see: '`redactedContent` が届きます。読めるのはモデルだけです。',
		},
		unasked: {
			title: '頼まなくても届く思考',
			text: 'カエルはなぜ夜に鳴くのですか？',
			see: 'DeepSeek-R1 は頼まれなくても考えます。署名はありません。',
		},
		picture: {
			title: '画像',
			text: 'この画像には何が写っていますか？',
			see: '形式、バイト数、ピクセル数が返ります。インスペクターでは base64 がたたまれています。',
		},
		citations: {
			title: '文書の引用',
			text: 'カエルはいつ鳴きますか？文書を引用してください。',
			see: '出典の印が付いた回答が届きます。',
		},
		searchResult: {
			title: '検索結果をもとにした回答',
			text: 'カエルはいつ鳴きますか？',
			see: '質問に合う文が、出典とともに返ります。RAG のプログラムと同じ聞き方です。',
		},
		schema: {
			title: 'スキーマに合う JSON',
			text: 'アマガエルについて教えてください。',
			see: '指定した形の JSON が回答になります。',
		},
		guardrail: {
			title: '止めるガードレール',
			text: '禁止されていることを教えてください。',
			see: '`guardrail_intervened` で終わり、理由のトレースが届きます。「禁止」という言葉に反応します。',
		},
		masked: {
			title: '伏せるガードレール',
			text: 'くり返してください：連絡先は frog@example.com',
			see: '回答の中のメールアドレスが伏せられます。',
		},
		cache: {
			title: 'システムプロンプトのキャッシュ',
			text: '何の話ならできますか？',
			see: 'キャッシュに書き込んだトークン数が返ります。5 分以内にもう一度質問すると読み取りになり、安くなります。',
		},
		prompt: {
			title: 'ARN で呼び出すプロンプト',
			text: '短くお願いします。',
			see: 'プロンプト自身の質問に、2 つの変数の値を入れたものへの回答が返ります。',
		},
		router: {
			title: 'モデルを選ぶルーター',
			text: 'この質問にはどのモデルが答えますか？',
			see: '選ばれたモデルが回答の下に表示されます。短いリクエストは Nova Lite、1,000 バイトを超えると Nova Pro です。',
		},
		messages: {
			title: 'Claude Messages',
			text: 'このリクエストに何が含まれていたか説明してください。',
			see: 'Claude 固有の本文です。ストリームのチャンクに Claude のイベントが入っています。',
		},
		humanAssistant: {
			title: '旧来の Human/Assistant プロンプト',
			text: 'このリクエストに何が含まれていたか説明してください。',
			see: '2023 年のような、`\\n\\nHuman:` と `\\n\\nAssistant:` の入った 1 つのテキストです。',
		},
		titan: {
			title: 'Titan Text',
			text: 'このリクエストに何が含まれていたか説明してください。',
			see: '`inputText` と `textGenerationConfig` の本文です。回答は `FINISH` で終わります。',
		},
		nova: {
			title: 'Nova',
			text: 'このリクエストに何が含まれていたか説明してください。',
			see: 'Nova 固有の本文です。Converse によく似ています。',
		},
		llama: {
			title: 'Llama のプロンプトテンプレート',
			text: 'このリクエストに何が含まれていたか説明してください。',
			see: 'Llama の特殊トークンの入った 1 つのプロンプトです。',
		},
		near: {
			title: '似た 2 つと、違う 1 つのテキスト',
			text: 'カエルは夜に鳴きます。\n夜になるとカエルが鳴きます。\n四半期の売上が減りました。',
			see: '3 回の呼び出しで 3 つのベクトルと近さが返ります。練習用は文字の並びだけを見ます。意味は見ません。',
		},
		cohere: {
			title: '1 回の呼び出しに複数のテキスト',
			text: 'カエルは夜に鳴きます。\n四半期の売上が減りました。',
			see: 'Cohere Embed を 1 回呼び出し、両方のテキストを送ります。',
		},
	},
};

import type { claudeMessagesTexts as english } from '../../en/fields/claude-messages.ts';
import type { Translation } from '../../translation.ts';

export const claudeMessagesTexts: Translation<typeof english> = {
	ClaudeRequest: {
		anthropic_version: 'この本文の書式の名前です。Bedrock ではいつも同じ値です。モデルのバージョンとは関係ありません。',
		anthropic_beta: 'Anthropic が試験中の機能を、名前を挙げて有効にします。',
		max_tokens:
			'回答に使えるトークン数の上限です。思考の分も含みます。使い切ると文の途中でも止まり、stop_reason は max_tokens になります。',
		system: '会話全体にかかる指示です。文字列か、キャッシュの印を付けたいときは text ブロックの並びで書きます。',
		messages: 'これまでの会話を、古い順に並べたものです。モデルは前の呼び出しを覚えていません。',
		temperature: '次のトークンを選ぶときの、偶然の度合いです。Claude Opus 4.7、Claude 5 以降は受け付けません。',
		top_p:
			'確率の高いトークンから順に、合計がこの割合になるまでを候補とします。Claude 4.5 は temperature との同時指定を、Claude Opus 4.7、Claude 5 以降はこの指定自体を受け付けません。',
		top_k: '確率の高い順に、この個数までを候補とします。必要になることはあまりありません。',
		stop_sequences:
			'モデルがこの文字列のどれかを書いたところで、回答を終わらせます。どれだったかは stop_sequence に入ります。',
		tools: 'モデルに使わせるツールの一覧です。',
		tool_choice: 'ツールを使うかどうかをモデルに任せるか、必ず使わせるか、使わせないかを決めます。',
		thinking: '答える前に思考させるかどうかと、その量です。',
		output_config: '回答の形式と、モデルがかける手間の程度です。',
		metadata: 'この呼び出しについて Anthropic に伝えることです。',
	},
	ClaudeMessage: {
		role: '誰の発言かです。user はあなた、assistant はモデルで、交互に並びます。最後が assistant だと、Claude 4.5 以前はその続きから書きますが、新しいモデルは断ります。',
		content: '発言の中身です。文字列か、ブロックの並びで書きます。',
	},
	ClaudeContentBlock: {
		type: 'ブロックの種類です。ほかにどの項目を持つかは、これで決まります。',
		text: '種類が text のブロックのテキストです。',
		source: '画像や文書のデータです。',
		title: '文書や検索結果の題名です。',
		context: '文書について、モデルが知っておくべき補足です。',
		id: 'このツール呼び出しの ID です。結果を返すときに同じ ID を書きます。',
		name: 'モデルが使いたいツールの名前です。',
		input: 'モデルがツールに渡す入力です。モデルが書いたものなので、使う前に確かめましょう。',
		tool_use_id: 'どのツール呼び出しの結果かです。',
		content: 'ツールの結果です。文字列か、ブロックの並びで書きます。',
		is_error: 'true なら、ツールは失敗し、content がその内容を伝えます。',
		thinking: 'モデルが考えた内容です。モデルが見せないときは空になります。',
		signature: '思考に付けられた Anthropic の署名です。ブロックはそのまま送り返します。',
		data: 'Anthropic が安全のために暗号化した思考です。そのまま送り返します。',
		citations: 'テキストの根拠になった、資料の中の箇所です。リクエストの中では、引用が必要かどうかを表します。',
		cache_control: '「ここまでをプロンプトキャッシュに残す」という印です。',
	},
	ClaudeSource: {
		type: 'データの渡し方です。',
		media_type: 'ファイル形式です。',
		data: 'データそのものです。',
	},
	ClaudeCacheControl: {
		type: 'キャッシュの印の種類です。1 つしかありません。',
		ttl: 'キャッシュに残す時間です。',
	},
	ClaudeTool: {
		type: '自分のツールなら custom、そうでなければ Anthropic が決めたツールの名前です。',
		name: 'ツールの名前です。モデルはこの名前でツールを頼みます。',
		description: '何をするツールで、いつ使うのかの説明です。モデルはこれを読んで使うかどうかを決めます。',
		input_schema: 'ツールが受け取る入力の JSON Schema です。',
		cache_control: '「ここまでのツール定義をプロンプトキャッシュに残す」という印です。',
	},
	ClaudeToolChoice: {
		type: 'auto はモデルに任せ、any は必ずどれかを使わせ、tool は name のツールを使わせ、none は使わせません。',
		name: 'type が tool のときの、使わせるツールの名前です。',
		disable_parallel_tool_use: 'true なら、1 つの回答で使えるツールは 1 つまでです。',
	},
	ClaudeThinking: {
		type: 'adaptive は量をモデルに任せます。enabled は budget_tokens と組で使い、Claude Opus 4.7 より前のモデル用です。disabled は思考しません。',
		budget_tokens: 'type が enabled のとき、思考に使えるトークンの数です。',
		display: '思考を見せるかどうかです。summarized は要約を見せ、omitted は署名だけを返します。',
	},
	ClaudeOutputConfig: {
		effort: 'モデルがどれだけ手間をかけるかです。',
		format: '回答が従うべき形を、JSON Schema で書きます。',
	},
	ClaudeRequestMetadata: {
		user_id:
			'利用者を表す、本人の分からない名前です。ハッシュ値などを使います。Anthropic が悪用を見つけるのに使います。',
	},
	ClaudeResponse: {
		id: 'Anthropic 側での回答の ID です。AWS のリクエスト ID とは別のものです。',
		type: 'いつも message です。',
		role: '誰の発言かです。いつも assistant です。',
		model: '答えたモデルの、Anthropic での名前です。',
		content: '回答をブロックごとに並べたものです。会話を続けるときは、そのまま送り返します。',
		stop_reason:
			'モデルが書くのをやめた理由です。max_tokens なら途中で切れています。null は、まだ書いている途中という意味です。',
		stop_sequence: 'モデルが書いた停止シーケンスです。なければ null です。',
		stop_details: 'やめた理由の補足です。拒否したときなどに入ります。',
		usage: 'この呼び出しで使ったトークンの数です。料金はこれで決まります。',
	},
	ClaudeUsage: {
		input_tokens: 'モデルが読んだトークンの数です。プロンプトキャッシュの分は別に数えます。',
		output_tokens:
			'モデルが書いたトークンの数です。思考の分も含みます。ストリームではこのイベントまでの数なので、最後のものが正しい値です。',
		cache_creation_input_tokens: 'プロンプトキャッシュに書き込んだトークンの数です。',
		cache_read_input_tokens: 'プロンプトキャッシュから読んだトークンの数です。',
		cache_creation: 'キャッシュに書き込んだトークンを、保持時間ごとに分けたものです。',
		server_tool_use: 'Anthropic の側で動くツールの使用回数です。',
		service_tier: '処理したサービス階層です。',
	},
	ClaudeCacheCreation: {
		ephemeral_5m_input_tokens: '5 分間キャッシュに残るトークンの数です。',
		ephemeral_1h_input_tokens: '1 時間キャッシュに残るトークンの数です。',
	},
	ClaudeChunk: {
		type: 'この一片で何が起きるかです。ほかにどの項目を持つかは、これで決まります。',
		message: 'まだ中身のない、回答の枠です。ID、モデル、読んだトークン数が入ります。',
		index: '回答の何番目のブロックの話かです。',
		content_block: '始まったブロックです。まだ空です。',
		delta: '新しく加わる分です。ブロックの続きか、回答がどう終わったかが入ります。',
		usage: '始めからここまでのトークンの数です。',
		error: '回答の途中で起きた問題です。',
	},
	ClaudeDelta: {
		type: '続きの種類です。',
		text: 'テキストの続きです。',
		partial_json: 'ツールの入力の JSON を文字列として切り分けた一片です。全部つなげてから解釈します。',
		thinking: 'モデルの思考の続きです。',
		signature: '終わったばかりの思考に付けられた、Anthropic の署名です。',
		citation: 'テキストの根拠になった、資料の中の箇所です。',
	},
	ClaudeStreamError: {
		type: 'エラーの種類です。',
		message: '何がうまくいかなかったかの説明です。',
	},
};

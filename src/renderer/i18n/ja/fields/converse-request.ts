import type { converseRequestTexts as english } from '../../en/fields/converse-request.ts';
import type { Translation } from '../../translation.ts';

export const converseRequestTexts: Translation<typeof english> = {
	ConverseRequest: {
		modelId:
			'どのモデルが答えるかを決めます。モデル ID、推論プロファイル、それらの ARN、プロンプトやプロビジョンドスループットの ARN を指定できます。本文ではなく、URL の中で送られます。',
		messages:
			'これまでの会話を、古い順に並べたものです。モデルは前の呼び出しを覚えていないので、毎回すべてを送り直します。',
		system: '会話全体にかかる指示です。モデルの役割や、どう答えてほしいかを書きます。',
		inferenceConfig: 'どのモデルにも通じる、この回答の設定です。長さ、自由さ、止める場所を決めます。',
		toolConfig:
			'モデルに使わせるツールの一覧と、使用を強制するかどうかです。ツールを動かすのはモデルではありません。モデルが「使いたい」と伝え、あなたのプログラムが実行します。',
		guardrailConfig: '入力と出力を検査するガードレールと、その結果をどこまで知らせるかの設定です。',
		additionalModelRequestFields:
			'そのモデルだけが知っている設定を、モデル自身の書き方で渡します。Bedrock は意味を解釈せず、モデルにそのまま届けます。',
		promptVariables:
			'プロンプト管理で作ったプロンプトの、変数に入れる値です。modelId がそのプロンプトの ARN でなければ無視されます。',
		additionalModelResponseFieldPaths:
			'モデル本来の応答のうち、Converse では省かれるが見たい部分を、/stop_sequence のような JSON Pointer で指定します。',
		requestMetadata:
			'自分で付けるラベルです。回答には影響しません。モデル呼び出しログに残り、あとで絞り込むのに使えます。',
		performanceConfig: '速度の設定です。高速版のあるモデルで使えます。',
		serviceTier: 'この呼び出しを処理するサービス階層です。料金と優先度の兼ね合いを選びます。',
		outputConfig: '回答の形式と、モデルがかける手間の程度を決めます。',
	},
	InferenceConfiguration: {
		maxTokens:
			'回答に使えるトークン数の上限です。使い切ると文の途中でも止まり、stopReason は max_tokens になります。その分のクォータは、呼び出しの開始時に確保されます。',
		temperature:
			'次のトークンを選ぶときの、偶然の度合いです。低いと確からしい言葉が選ばれ、毎回ほぼ同じ回答になります。高いと変化が出ます。新しいモデルには、この指定を受け付けないものがあります。',
		topP: '確率の高いトークンから順に、合計がこの割合になるまでを候補とします。0.8 なら上位 80 % です。temperature と両方は変えないのが定石で、両方の指定を断るモデルもあります。',
		stopSequences:
			'モデルがこの文字列のどれかを書いたところで、回答を終わらせます。その文字列自体は回答に含まれません。',
	},
	SystemContentBlock: {
		text: '普通の文章で書いた指示です。',
		guardContent: 'ガードレールにも検査させる指示です。',
		cachePoint:
			'「ここまでをプロンプトキャッシュに残す」という印です。同じ始まりをもつ次の呼び出しが、安く、速くなります。',
	},
	ToolConfiguration: {
		tools: 'モデルに使わせるツールの一覧です。',
		toolChoice: 'ツールを使うかどうかをモデルに任せるか、必ずどれかを使わせるか、特定の 1 つを使わせるかを決めます。',
	},
	Tool: {
		toolSpec: '自分で用意するツールの説明です。名前、用途、受け取る入力を書きます。',
		systemTool: 'モデルの提供元が用意していて、提供元の側で動くツールです。',
		cachePoint: '「ここまでのツール定義をプロンプトキャッシュに残す」という印です。',
	},
	ToolSpecification: {
		name: 'ツールの名前です。モデルはこの名前でツールを頼みます。',
		description:
			'何をするツールで、いつ使うのかを、普通の言葉で書きます。モデルはこの説明を読んで使うかどうかを決めます。',
		inputSchema: 'ツールが受け取る入力の形です。',
		strict: 'true にすると、モデルが書くツールの入力がスキーマに厳密に従うようになります。',
	},
	ToolInputSchema: {
		json: '入力を表す JSON Schema です。項目の名前、型、必須かどうかを書きます。',
	},
	SystemTool: {
		name: 'モデルの提供元が用意しているツールの名前です。',
	},
	ToolChoice: {
		auto: 'ツールを使うか、そのまま答えるかをモデルに任せます。何も指定しないときと同じです。',
		any: 'どれでもよいので、必ず 1 つはツールを使わせます。対応していないモデルもあります。',
		tool: 'この 1 つのツールを必ず使わせます。対応していないモデルもあります。',
	},
	SpecificToolChoice: {
		name: '必ず使わせるツールの名前です。',
	},
	GuardrailConfiguration: {
		guardrailIdentifier: 'どのガードレールかを、ID か ARN で指定します。',
		guardrailVersion: 'ガードレールのバージョンです。番号か、作業中の版を表す DRAFT を指定します。',
		trace: 'ガードレールが何を見つけたかを、回答で知らせるかどうかです。有効にすると回答に trace が付きます。',
		streamProcessingMode:
			'ストリーミングのときだけ使います。sync は検査が済むまで文字を待たせます。async はすぐに流しながら検査するので、止められるまでの文字が見えてしまうことがあります。',
	},
	PromptVariableValues: {
		text: '変数の場所に入る文字列です。',
	},
	PerformanceConfiguration: {
		latency: 'standard か、速い版があるモデルでは optimized を指定します。回答の中では、実際に使われた方を表します。',
	},
	ServiceTier: {
		type: '階層の名前です。回答の中では、実際に処理した階層を表します。',
	},
	OutputConfig: {
		textFormat: '決まった形の JSON を書かせるための設定です。',
		effort:
			'モデルがどれだけ手間をかけるかです。高いほどトークンと時間を使います。思考が無効なときは high までとして扱われます。',
	},
	OutputFormat: {
		type: '形式の種類です。',
		structure: '形式そのものです。',
	},
	OutputFormatStructure: {
		jsonSchema: 'JSON Schema で書いた形式です。',
	},
	JsonSchemaDefinition: {
		schema: 'JSON Schema です。オブジェクトではなく、JSON を書いた「文字列」である点に注意してください。',
		name: 'スキーマの名前です。',
		description: 'この JSON が何のためのものかという説明です。モデルも読みます。',
	},
};

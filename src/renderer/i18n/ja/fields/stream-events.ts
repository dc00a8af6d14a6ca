import type { streamEventsTexts as english } from '../../en/fields/stream-events.ts';
import type { Translation } from '../../translation.ts';

export const streamEventsTexts: Translation<typeof english> = {
	ChunkEvent: {
		bytes:
			'モデル独自の形式で書かれた、回答の一片です。中身は JSON で、どんな形式でも運べるように Base64 になっています。',
	},
	EventPadding: {
		p: '意味のない、長さがばらばらの詰め物です。フレームの大きさから文字の長さを読み取られ、盗み見する人に回答を推測されるのを防ぎます。AWS のドキュメントにはなく、SDK は読み捨てます。',
	},
	MessageStartEvent: {
		role: 'これから誰が話すかです。いつも assistant で、最初のイベントです。',
	},
	ContentBlockStartEvent: {
		start: '始まるブロックの種類です。ツールの使用などで送られ、ただのテキストのときは、ふつう送られません。',
		contentBlockIndex: '回答の何番目のブロックが始まるかです。',
	},
	ContentBlockStart: {
		toolUse: 'ツールの使用が始まります。入力は、このあと少しずつ届きます。',
		toolResult: 'モデルの提供元の側で動いたツールの結果が始まります。',
		image: '画像が始まります。',
	},
	ToolUseBlockStart: {
		toolUseId: 'この依頼につけられた ID です。結果を返すときに同じ ID を書きます。',
		name: 'モデルが使いたいツールの名前です。',
		type: '呼び出しの種類です。Claude は、AWS のドキュメントにない tool_use をここに書きます。server_tool_use なら、提供元の側で動くツールです。',
	},
	ToolResultBlockStart: {
		toolUseId: 'どのツール呼び出しの結果かです。',
		type: 'ツールの結果の種類です。',
		status: 'ツールが成功したかどうかです。',
	},
	ImageBlockStart: {
		format: 'このあと届く画像のファイル形式です。',
	},
	ContentBlockDeltaEvent: {
		delta: 'ブロックの続きの一片です。これまでの分につなげます。',
		contentBlockIndex: '回答の何番目のブロックの一片かです。',
	},
	ContentBlockDelta: {
		text: 'テキストの続きです。トークン 1 つから数個分で、単語の途中で切れることもあります。',
		toolUse: 'ツールの入力の続きです。',
		toolResult: 'ツールの結果の続きです。',
		reasoningContent: 'モデルの思考の続きです。',
		citation: 'テキストの根拠になった、資料の中の箇所です。',
		image: '画像の続きです。',
	},
	ToolUseBlockDelta: {
		input: 'JSON を文字列として切り分けた一片です。全部つなげてから解釈します。',
	},
	ToolResultBlockDelta: {
		text: 'テキストの結果の一片です。',
		json: 'JSON の結果です。',
	},
	ReasoningContentBlockDelta: {
		text: '読める形の思考の一片です。',
		redactedContent: 'モデルの提供元が安全のために暗号化した思考です。',
		signature: '思考に付けられた提供元の署名です。思考が終わると届きます。残しておき、そのまま送り返します。',
	},
	CitationsDelta: {
		sourceContent: '引用された言葉です。届いた分が入ります。',
	},
	CitationSourceContentDelta: {
		text: '引用された言葉の一片です。',
	},
	ImageBlockDelta: {
		source: '画像のデータの一片です。',
		error: '画像を処理できなかった理由です。',
	},
	ContentBlockStopEvent: {
		contentBlockIndex: '回答の何番目のブロックが終わったかです。',
	},
	MetadataEvent: {
		usage:
			'この呼び出し全体で使ったトークンの数です。料金はこれで決まります。messageStop のあと最後に届くので、途中で読むのをやめると分かりません。',
		metrics: 'この呼び出しについての計測値です。',
	},
	ConverseStreamMetrics: {
		latencyMs: '最後のトークンまで、ストリーム全体が AWS の側でかかった時間です。',
	},
	InvocationMetrics: {
		inputTokenCount: 'モデルが読んだトークンの数です。',
		outputTokenCount: 'モデルが書いたトークンの数です。',
		invocationLatency: '回答全体が AWS の側でかかった時間です。',
		firstByteLatency: '回答の最初の一片まで、AWS の側でかかった時間です。',
		cacheReadInputTokenCount: 'プロンプトキャッシュから読んだトークンの数です。',
		cacheWriteInputTokenCount: 'プロンプトキャッシュに書き込んだトークンの数です。',
	},
};

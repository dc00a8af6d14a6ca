import type { olderFamiliesTexts as english } from '../../en/fields/older-families.ts';
import type { Translation } from '../../translation.ts';

export const olderFamiliesTexts: Translation<typeof english> = {
	ClaudeTextRequest: {
		prompt:
			'会話全体を 1 つのテキストにしたものです。改行 2 つのあとに Human: と Assistant: を付けて発言を並べます。最後を Assistant: で終えると、モデルがその続きを書きます。',
		max_tokens_to_sample: '回答に使えるトークン数の上限です。使い切ると、文の途中でも止まります。',
		temperature: '次のトークンを選ぶときの、偶然の度合いです。',
		top_p: '確率の高いトークンから順に、合計がこの割合になるまでを候補とします。',
		top_k: '確率の高い順に、この個数までを候補とします。',
		stop_sequences:
			'モデルが書いたら回答を終わらせる文字列です。次の Human: を書こうとしたところでも、自動的に止まります。',
		anthropic_version: 'この本文の書式の名前です。ここでは省略できます。',
	},
	ClaudeTextResponse: {
		completion: 'モデルが書いたテキストです。ふつう空白で始まります。Assistant: の後ろの空白です。',
		stop_reason: 'モデルが書くのをやめた理由です。stop_sequence が普通の終わりで、max_tokens なら途中で切れています。',
		stop: 'モデルが書いた停止シーケンスです。改行 2 つと Human: は組み込みのものです。なければ null です。',
	},
	ClaudeTextChunk: {
		completion: 'モデルが書くテキストの続きです。',
		stop_reason: '最後の一片までは null で、最後にやめた理由が入ります。',
		stop: '最後の一片に、モデルが書いた停止シーケンスが入ります。なければ null です。',
	},
	TitanRequest: {
		inputText:
			'会話全体を 1 つのテキストにしたものです。対話にするには User: と Bot: で始まる行を並べ、最後を Bot: で終えます。',
		textGenerationConfig: 'この回答の設定です。どれも省略できます。',
	},
	TitanTextGenerationConfig: {
		maxTokenCount: '回答に使えるトークン数の上限です。使い切ると文の途中でも止まり、理由は LENGTH になります。',
		temperature: '次のトークンを選ぶときの、偶然の度合いです。',
		topP: '確率の高いトークンから順に、合計がこの割合になるまでを候補とします。',
		stopSequences: 'モデルがこの文字列のどれかを書いたところで、回答を終わらせます。',
	},
	TitanResponse: {
		inputTextTokenCount: 'モデルが読んだトークンの数です。',
		results: '回答です。並びですが、中身は 1 つです。',
	},
	TitanResult: {
		tokenCount: 'モデルが書いたトークンの数です。',
		outputText: 'モデルが書いたテキストです。ふつう改行で始まります。',
		completionReason: 'モデルが書くのをやめた理由です。LENGTH なら途中で切れています。',
	},
	TitanChunk: {
		outputText: 'モデルが書くテキストの続きです。',
		index: 'どの回答の一片かです。回答は 1 つなので 0 です。',
		totalOutputTextTokenCount: 'モデルが書いたトークンの数です。最後の一片で分かり、それまでは null です。',
		completionReason: '最後の一片までは null で、最後にやめた理由が入ります。',
		inputTextTokenCount: 'モデルが読んだトークンの数です。書かれていない一片では null です。',
	},
	NovaRequest: {
		schemaVersion: 'この本文の書式の名前です。省略できます。',
		system: '会話全体にかかる指示です。',
		messages: 'これまでの会話を、古い順に並べたものです。Converse と同じ形をしています。',
		inferenceConfig: 'この回答の設定です。',
		toolConfig: 'モデルに使わせるツールの一覧です。Converse と同じ形をしています。',
		reasoningConfig: '答える前に思考させるかどうかと、その程度です（Nova 2）。',
	},
	NovaInferenceConfig: {
		maxTokens: '回答に使えるトークン数の上限です。使い切ると文の途中でも止まり、stopReason は max_tokens になります。',
		max_new_tokens: 'maxTokens の古い名前です。',
		temperature: '次のトークンを選ぶときの、偶然の度合いです。',
		topP: '確率の高いトークンから順に、合計がこの割合になるまでを候補とします。',
		topK: '確率の高い順に、この個数までを候補とします。',
		stopSequences: 'モデルがこの文字列のどれかを書いたところで、回答を終わらせます。',
	},
	NovaReasoningConfig: {
		type: '思考させるかどうかです。',
		maxReasoningEffort: 'どれだけ思考してよいかです。high のときは maxTokens を指定できません。',
	},
	NovaResponse: {
		output: 'モデルが書いた回答です。',
		stopReason: 'モデルが書くのをやめた理由です。max_tokens なら途中で切れています。',
		usage: 'この呼び出しで使ったトークンの数です。料金はこれで決まります。',
	},
	NovaUsage: {
		inputTokens: 'モデルが読んだトークンの数です。',
		outputTokens: 'モデルが書いたトークンの数です。',
		totalTokens: 'その合計です。',
		cacheReadInputTokenCount: 'プロンプトキャッシュから読んだトークンの数です。',
		cacheWriteInputTokenCount: 'プロンプトキャッシュに書き込んだトークンの数です。',
	},
	NovaChunk: {
		messageStart: '回答が始まります。',
		contentBlockStart: 'ツールの使用などのブロックが始まります。',
		contentBlockDelta: 'ブロックの続きです。',
		contentBlockStop: 'ブロックの終わりです。Nova は一片ごとにこれを送り、番号を進めます。',
		messageStop: '回答の終わりです。',
		metadata: '使用量と計測値です。最後に届きます。',
	},
	NovaMetadata: {
		metrics: '計測値のための場所です。知られている回答では、いつも空です。',
		trace: 'ガードレールが見つけたもののための場所です。知られている回答では、いつも空です。',
	},
};

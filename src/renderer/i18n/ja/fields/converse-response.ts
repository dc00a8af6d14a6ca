import type { converseResponseTexts as english } from '../../en/fields/converse-response.ts';
import type { Translation } from '../../translation.ts';

export const converseResponseTexts: Translation<typeof english> = {
	ConverseResponse: {
		output: 'モデルが書いた回答です。',
		stopReason:
			'モデルが書くのをやめた理由です。max_tokens なら回答は途中で切れています。エラーにはならないので、ここを見ないと気づけません。',
		usage: 'この呼び出しで使ったトークンの数です。料金はこれで決まります。',
		metrics: 'この呼び出しについての計測値です。',
		additionalModelResponseFields:
			'Converse に対応する項目がない、モデル独自の応答です。リクエストで頼んだものと、モデルが自分で付けるものがあります。',
		trace: 'ガードレールが見つけたものや、プロンプトルーターが選んだモデルです。頼んだときに付きます。',
		performanceConfig: '実際に使われた速度の設定です。',
		serviceTier: '実際に処理したサービス階層です。',
	},
	ConverseOutput: {
		message: 'メッセージの形をした回答です。messages に加えれば、そのまま次のリクエストの一部になります。',
	},
	TokenUsage: {
		inputTokens:
			'モデルが読んだトークンの数です。全メッセージ、システムプロンプト、ツール定義を含みます。プロンプトキャッシュの分は含みません。',
		outputTokens: 'モデルが書いたトークンの数です。思考の分も含みます。',
		totalTokens: '全部の合計です。プロンプトキャッシュを使ったときは、その分も含まれます。',
		cacheReadInputTokens: 'プロンプトキャッシュから読んだトークンの数です。普通の入力よりずっと安くなります。',
		cacheWriteInputTokens:
			'プロンプトキャッシュに書き込んだトークンの数です。この一回だけ、料金が高くなることがあります。',
		cacheDetails: 'キャッシュに書き込んだトークンを、保持時間ごとに分けたものです。',
		cacheReadInputTokenCount:
			'cacheReadInputTokens と同じ数の、別名です。サービスは送ってきますが、AWS のドキュメントにはなく、SDK は読み捨てます。',
		cacheWriteInputTokenCount:
			'cacheWriteInputTokens と同じ数の、別名です。サービスは送ってきますが、AWS のドキュメントにはなく、SDK は読み捨てます。',
		serverToolUsage:
			'モデルの提供元の側で動くツールの使用量です。使わなければ空です。AWS のドキュメントにはなく、SDK は読み捨てます。',
	},
	CacheDetail: {
		ttl: 'これらのトークンをキャッシュに残す時間です。',
		inputTokens: 'この保持時間でキャッシュに書き込んだトークンの数です。',
	},
	ConverseMetrics: {
		latencyMs: 'AWS の側でかかった時間です。待ち時間との差は、ネットワークと自分のプログラムで過ぎた分です。',
	},
	ConverseTrace: {
		guardrail: 'ガードレールが調べたことと、見つけたものです。',
		promptRouter: 'プロンプトルーターの判断です。',
	},
	PromptRouterTrace: {
		invokedModelId: 'ルーターがこの呼び出しのために選んだモデルです。',
	},
};

import type { otherMakersTexts as english } from '../../en/fields/other-makers.ts';
import type { Translation } from '../../translation.ts';

export const otherMakersTexts: Translation<typeof english> = {
	LlamaRequest: {
		prompt:
			'会話全体を 1 つのテキストにしたものです。発言ごとに、特殊トークンで囲んだ役割の見出しを付けます。最後を assistant の見出しで終えると、モデルがその続きを書きます。',
		max_gen_len: '回答に使えるトークン数の上限です。使い切ると、文の途中でも止まります。',
		temperature: '次のトークンを選ぶときの、偶然の度合いです。',
		top_p: '確率の高いトークンから順に、合計がこの割合になるまでを候補とします。',
		images: '画像を読めるモデル（Llama 3.2 以降）に渡す画像です。',
	},
	LlamaResponse: {
		generation: 'モデルが書いたテキストです。',
		prompt_token_count: 'モデルが読んだトークンの数です。',
		generation_token_count: 'モデルが書いたトークンの数です。',
		stop_reason: 'モデルが書くのをやめた理由です。length なら途中で切れています。',
	},
	LlamaChunk: {
		generation: 'モデルが書くテキストの続きです。',
		prompt_token_count: 'モデルが読んだトークンの数です。最初の一片だけに入り、ほかでは null です。',
		generation_token_count: 'モデルがここまでに書いたトークンの数です。',
		stop_reason: '最後の一片までは null で、最後にやめた理由が入ります。',
	},
	MistralTextRequest: {
		prompt:
			'会話全体を 1 つのテキストにしたものです。<s> で始め、質問は [INST] と [/INST] で囲み、回答の終わりに </s> を置きます。',
		max_tokens: '回答に使えるトークン数の上限です。使い切ると、文の途中でも止まります。',
		stop: 'モデルがこの文字列のどれかを書いたところで、回答を終わらせます。',
		temperature: '次のトークンを選ぶときの、偶然の度合いです。',
		top_p: '確率の高いトークンから順に、合計がこの割合になるまでを候補とします。',
		top_k: '確率の高い順に、この個数までを候補とします。',
	},
	MistralTextResponse: {
		outputs: '回答です。並びですが、中身は 1 つです。',
	},
	MistralTextOutput: {
		text: 'モデルが書いたテキストです。ふつう空白で始まります。[/INST] の後ろの空白です。',
		stop_reason: 'モデルが書くのをやめた理由です。length なら途中で切れています。',
	},
	MistralTextChunk: {
		outputs: '回答の続きです。並びですが、中身は 1 つです。',
	},
	MistralTextPiece: {
		text: 'モデルが書くテキストの続きです。',
		stop_reason: '最後の一片までは null で、最後にやめた理由が入ります。',
	},
	CohereCommandRequest: {
		message: 'ユーザーの今回の発言です。',
		chat_history: 'それより前の会話を、古い順に並べたものです。',
		preamble: '会話全体にかかる指示です。Cohere でのシステムプロンプトの呼び名です。',
		max_tokens: '回答に使えるトークン数の上限です。使い切ると、文の途中でも止まります。',
		temperature: '次のトークンを選ぶときの、偶然の度合いです。',
		p: '確率の高いトークンから順に、合計がこの割合になるまでを候補とします。ほかでは top p と呼ばれます。',
		k: '確率の高い順に、この個数までを候補とします。ほかでは top k と呼ばれます。',
		stop_sequences: 'モデルがこの文字列のどれかを書いたところで、回答を終わらせます。',
		frequency_penalty: 'すでに何度も出たトークンほど、選ばれにくくします。',
		presence_penalty: 'すでに出たトークンを、回数によらず選ばれにくくします。',
		seed: '回答をできるだけ再現するための数です。',
		documents: 'モデルが参照し、引用できる文書です。',
		search_queries_only: '回答の代わりに、役立つ検索語だけを受け取るかどうかです。',
		prompt_truncation: '全体が長すぎるときに、一部を省くかどうかです。',
		return_prompt: 'これらから組み立てられたプロンプトも受け取るかどうかです。',
		raw_prompting: 'message に手を加えず、そのままモデルに渡すかどうかです。',
		tools: 'モデルに使わせるツールの一覧です。',
		tool_results: 'ツールの実行結果です。',
	},
	CohereCommandMessage: {
		role: 'だれの発言かです。',
		message: '発言の内容です。',
	},
	CohereCommandResponse: {
		response_id: 'このレスポンスの ID です。',
		generation_id: 'この回答の ID です。',
		text: 'モデルが書いたテキストです。',
		chat_history: '今回の質問と回答を含む、会話の全体です。',
		finish_reason: 'モデルが書くのをやめた理由です。MAX_TOKENS なら途中で切れています。',
		citations: '回答のどの部分がどの文書に基づくかです。',
		documents: '引用された文書です。',
		search_queries: '回答に役立つ検索語です。',
		search_results: '検索で見つかったものです。',
		is_search_required: '回答に検索が必要かどうかです。',
		tool_calls: 'モデルが使いたいと求めているツールです。',
		meta: 'API のバージョンと課金の対象です。Cohere 自身の API で使われます。',
		prompt: 'リクエストから組み立てられたプロンプトです。求めたときだけ入ります。',
	},
	CohereCommandChunk: {
		event_type: 'この一片の種類です。',
		is_finished: 'これが最後の一片かどうかです。',
		text: 'モデルが書くテキストの続きです。',
		response: '最後の一片に、回答の全体がもう一度入ります。',
	},
	DeepSeekR1Request: {
		prompt:
			'会話全体を、ユーザーとアシスタントを示す特殊トークンでつないで 1 つのテキストにしたものです。<think> で終えると、モデルは思考から書き始めます。',
		max_tokens: '思考と回答を合わせて使えるトークン数の上限です。使い切ると、文の途中でも止まります。',
		temperature: '次のトークンを選ぶときの、偶然の度合いです。',
		top_p: '確率の高いトークンから順に、合計がこの割合になるまでを候補とします。',
		stop: 'モデルがこの文字列のどれかを書いたところで、回答を終わらせます。',
	},
	DeepSeekR1Response: {
		choices: '回答です。並びですが、中身は 1 つです。',
	},
	DeepSeekR1Choice: {
		text: 'モデルが書いたテキストです。</think> までが思考で、その後が回答です。',
		index: '何番目の回答かです。回答は 1 つなので 0 です。',
		stop_reason: 'モデルが書くのをやめた理由です。length なら途中で切れています。',
	},
	DeepSeekR1Chunk: {
		choices: '回答の続きです。並びですが、中身は 1 つです。',
	},
	DeepSeekR1Piece: {
		text: 'モデルが書くテキストの続きです。</think> までは思考です。',
		index: 'どの回答の一片かです。回答は 1 つなので 0 です。',
		stop_reason: '最後の一片までは null で、最後にやめた理由が入ります。',
	},
	JambaRequest: {
		messages: 'これまでの会話を、古い順に並べたものです。システムプロンプトは先頭に置きます。',
		max_tokens: '回答に使えるトークン数の上限です。使い切ると、文の途中でも止まります。',
		temperature: '次のトークンを選ぶときの、偶然の度合いです。',
		top_p: '確率の高いトークンから順に、合計がこの割合になるまでを候補とします。',
		stop: 'モデルがこの文字列のどれかを書いたところで、回答を終わらせます。',
		n: '回答をいくつ書かせるかです。このアプリは最初の 1 つを表示します。',
		frequency_penalty: 'すでに何度も出たトークンほど、選ばれにくくします。',
		presence_penalty: 'すでに出たトークンを、回数によらず選ばれにくくします。',
	},
	JambaMessage: {
		role: 'だれの発言かです。',
		content: '発言の内容です。ストリームではその続きです。',
	},
	JambaResponse: {
		id: 'この回答の ID です。',
		choices: '求めた数だけの回答です。',
		usage: 'この呼び出しで使ったトークンの数です。料金はこれで決まります。',
		model: '回答したモデルの、提供元での名前です。',
		meta: '提供元のサービスが伝える、リクエストについての情報です。',
	},
	JambaChoice: {
		index: '何番目の回答かです。0 から数えます。',
		message: 'モデルが書いた回答です。',
		finish_reason: 'モデルが書くのをやめた理由です。length なら途中で切れています。まだ書いている途中は null です。',
	},
	JambaUsage: {
		prompt_tokens: 'モデルが読んだトークンの数です。',
		completion_tokens: 'モデルが書いたトークンの数です。',
		total_tokens: 'その合計です。',
	},
	JambaChunk: {
		choices: 'それぞれの回答の続きです。',
	},
	JambaPiece: {
		delta: '新しく届いた部分です。最初に役割が、続いてテキストが届きます。',
	},
};

import type { jurassicTexts as english } from '../../en/fields/jurassic.ts';
import type { Translation } from '../../translation.ts';

export const jurassicTexts: Translation<typeof english> = {
	JurassicRequest: {
		prompt: 'モデルが続きを書くテキストです。指示や会話も、すべてここに書きます。',
		maxTokens: '回答に使えるトークン数の上限です。使い切ると、文の途中でも止まります。',
		temperature: '次のトークンを選ぶときの、偶然の度合いです。',
		topP: '確率の高いトークンから順に、合計がこの割合になるまでを候補とします。',
		stopSequences: 'モデルがこの文字列のどれかを書いたところで、回答を終わらせます。',
		presencePenalty: 'プロンプトか回答にすでに出たトークンを、回数によらず選ばれにくくします。',
		countPenalty: 'プロンプトか回答に何度も出たトークンほど、選ばれにくくします。',
		frequencyPenalty: 'ここまでのテキストに占める割合の高いトークンほど、選ばれにくくします。',
	},
	JurassicPenalty: {
		scale: 'ペナルティの強さです。0 なら、ペナルティはありません。',
		applyToWhitespaces: '空白と改行も対象にするかどうかです。',
		applyToPunctuations: '句読点も対象にするかどうかです。',
		applyToNumbers: '数字も対象にするかどうかです。',
		applyToStopwords: 'ごくありふれた語も対象にするかどうかです。',
		applyToEmojis:
			'絵文字の扱いです。名前からは true で対象になりそうですが、AWS のページには true で対象外とあります。',
	},
	JurassicResponse: {
		id: 'この回答の ID です。Bedrock では数値です。',
		prompt: '送ったプロンプトと、そのトークンです。',
		completions: '回答です。並びですが、中身は 1 つです。',
	},
	JurassicCompletion: {
		data: 'モデルが書いたテキストと、そのトークンです。',
		finishReason: 'モデルが書くのをやめた理由です。',
	},
	JurassicFinishReason: {
		reason: 'モデルが書くのをやめた理由です。length なら途中で切れています。',
		length: 'length のとき、そのトークン数です。',
		sequence: 'stop のとき、モデルが書いた停止シーケンスです。',
	},
	JurassicText: {
		text: 'テキストそのものです。回答はふつう改行で始まります。',
		tokens: 'テキストのトークンを、順に並べたものです。',
	},
	JurassicToken: {
		generatedToken: 'ここにあるトークンです。',
		topTokens: '求めた場合に、ほかの有力な候補が入ります。知られている回答では、いつも null です。',
		textRange: 'テキストのどの部分かです。',
	},
	JurassicGeneratedToken: {
		token: 'モデルが扱うままのトークンです。▁ は空白を表し、数語で 1 つのこともあります。',
		logprob: '確率の対数です。',
		raw_logprob: '補正前の、確率の対数です。何による補正かは、AWS のページに説明がありません。',
	},
	JurassicTextRange: {
		start: '始まりの位置です。文字を 0 から数えます。',
		end: '終わりの位置です。最後の文字の次を指します。',
	},
};

import type { converseRequestTexts as english } from '../../en/fields/converse-request.ts';
import type { Translation } from '../../translation.ts';

export const converseRequestTexts: Translation<typeof english> = {
	ConverseRequest: {
		inferenceConfig: 'どのモデルにも通じる、この回答の設定です。長さ、自由さ、止める場所を決めます。',
		additionalModelRequestFields:
			'そのモデルだけが知っている設定を、モデル自身の書き方で渡します。Bedrock は中身に手を加えず、そのままモデルに届けます。',
	},
	InferenceConfiguration: {
		maxTokens:
			'回答に使えるトークン数の上限です。使い切ると、文の途中でも stopReason が max_tokens になって止まります。',
		temperature:
			'次のトークンを選ぶときの、偶然の度合いです。低いと最も確からしい言葉が選ばれて毎回ほぼ同じに、高いと変化に富んだ回答になります。',
	},
};

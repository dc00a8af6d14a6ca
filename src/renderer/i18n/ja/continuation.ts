import type { continuation as english } from '../en/continuation.ts';
import type { Translation } from '../translation.ts';

export const continuation: Translation<typeof english> = {
	cut: 'max tokens の上限で打ち切られました。',
	hint_other: '続けると、次の呼び出しでここから最大 {{number}} トークンまで書き足します。',
	limitReached: '設定の上限まで自動で続けました。',
	continue: '続ける',
	larger: '上限を上げる',
	byItself: '自動で続ける設定…',
	here: 'ここから続ける',
	anew: '最初からやり直す',
	waiting: '続きを待っています',
	continuing: '続きを回答中',
	begins: '回答の続きが始まりました。',
	wasCut: '回答は上限で打ち切られました。続きを受け取れます。',
	step: '呼び出し {{number}}/{{count}}（回答の続き）',
	settings: {
		title: '途中で打ち切られた回答',
		mode: 'max tokens を使い切ったとき',
		off: 'そのまま',
		ask: '続けるか尋ねる',
		automatic: '自動で続ける',
		about:
			'続きの呼び出しでは、会話とそれまでの回答をもう一度送り、届いた文を同じ回答に書き足します。回答の途中から書き始められないモデルには、続きを書くよう言葉で頼みます。',
		calls: '続きの呼び出し',
		callsHint: '1 つの回答での最大回数',
		outputTokens: '出力トークン',
		outputTokensHint: '1 つの回答の呼び出しの合計。超えるおそれのある呼び出しはしません',
		automaticOnly: '自動で続けるときだけ使います',
	},
};

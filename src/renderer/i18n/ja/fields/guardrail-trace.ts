import type { guardrailTraceTexts as english } from '../../en/fields/guardrail-trace.ts';
import type { Translation } from '../../translation.ts';

export const guardrailTraceTexts: Translation<typeof english> = {
	GuardrailTraceAssessment: {
		modelOutput: 'ガードレールが差し替える前に、モデルが書いていたテキストです。',
		inputAssessment: '入力から見つかったものです。ガードレールの ID ごとに並びます。',
		outputAssessments: '出力から見つかったものです。ガードレールの ID ごとに並びます。',
		actionReason: 'ガードレールがそう動いた理由の説明です。',
	},
	GuardrailAssessment: {
		topicPolicy: '禁止トピックに触れたかどうかです。',
		contentPolicy: '有害な内容が見つかったかどうかです。憎悪、侮辱、暴力、プロンプト攻撃などがあります。',
		wordPolicy: '禁止語が見つかったかどうかです。',
		sensitiveInformationPolicy: '個人情報などの機密が見つかったかどうかです。',
		contextualGroundingPolicy: '回答が根拠に基づいているか、質問に合っているかです。',
		automatedReasoningPolicy: '述べられたことが、自動推論ポリシーの規則から証明できるかどうかです。',
		invocationMetrics: 'ガードレールにかかった時間と、検査した量です。',
		appliedGuardrailDetails: 'どのガードレールが、誰の指定で働いたかです。',
	},
	GuardrailTopicPolicyAssessment: {
		topics: '見分けられたトピックの一覧です。',
	},
	GuardrailTopic: {
		name: 'ガードレールで付けたトピックの名前です。',
		type: 'トピックの扱いです。拒否する、という意味です。',
		action: 'ガードレールがどうしたかです。NONE は、知らせただけという意味です。',
		detected: 'ガードレールが禁じるものが見つかったかどうかです。',
	},
	GuardrailContentPolicyAssessment: {
		filters: '反応したフィルターの一覧です。',
	},
	GuardrailContentFilter: {
		type: '有害さの種類です。',
		confidence: 'フィルターがどれだけ確信しているかです。',
		filterStrength: 'フィルターをどれだけ厳しく設定してあるかです。',
	},
	GuardrailWordPolicyAssessment: {
		customWords: '自分で登録した語です。',
		managedWordLists: 'AWS が用意したリストの語です。',
	},
	GuardrailCustomWord: {
		match: '見つかった語です。',
	},
	GuardrailManagedWord: {
		type: 'AWS のどのリストかです。',
	},
	GuardrailSensitiveInformationPolicyAssessment: {
		piiEntities: 'AWS が知っている種類の個人情報です。名前、住所、番号などがあります。',
		regexes: '自分で決めた正規表現に一致した文字列です。',
	},
	GuardrailPiiEntityFilter: {
		match: '見つかった文字列です。これ自体が個人情報なので、見せる相手に気をつけましょう。',
		type: 'EMAIL や NAME などの、情報の種類です。',
		action: 'ガードレールがどうしたかです。ANONYMIZED は、情報を種類の名前に置き換えたという意味です。',
	},
	GuardrailRegexFilter: {
		name: 'ガードレールで付けた正規表現の名前です。',
		match: '一致した文字列です。',
		regex: '正規表現です。',
		action: 'ガードレールがどうしたかです。ANONYMIZED は、文字列を正規表現の名前に置き換えたという意味です。',
	},
	GuardrailContextualGroundingPolicyAssessment: {
		filters: '根拠との一致と、質問との関連という、2 つの尺度です。',
	},
	GuardrailContextualGroundingFilter: {
		type: 'GROUNDING は根拠に基づいているか、RELEVANCE は質問に答えているかを表します。',
		threshold: 'ガードレールが求める点数です。',
		score: '回答の点数です。threshold より低いと、見つかったことになります。',
	},
	GuardrailAutomatedReasoningPolicyAssessment: {
		findings: '論理による検査の結果です。それぞれのメンバーは 1 つだけで、それが結論を表します。',
	},
	GuardrailAutomatedReasoningFinding: {
		valid: '主張は規則から導けます。',
		invalid: '主張は規則に反しています。',
		satisfiable: '述べられていないこと次第で、主張は正しくも誤りにもなります。',
		impossible: '前提や規則どうしが矛盾していて、何も結論できません。',
		translationAmbiguous: 'テキストが何通りにも読めます。',
		tooComplex: 'テキストが長すぎるか込み入りすぎていて、検査できません。',
		noTranslations: 'テキストの中に、ポリシーの論理に置き換えられるものがありません。',
	},
	AutomatedReasoningDetails: {
		translation: 'テキストを論理としてどう読んだかです。',
		claimsTrueScenario: '主張が正しくなる場合の例です。',
		claimsFalseScenario: '主張が誤りになる場合の例です。',
		supportingRules: '主張の裏付けとなる規則です。',
		contradictingRules: '主張や前提が反している規則です。',
		logicWarning: '規則を見るまでもなくおかしい点です。いつでも正しい主張などがあります。',
		options: 'テキストの読み方の候補です。',
		differenceScenarios: '読み方の違いを示す例です。',
	},
	GuardrailAutomatedReasoningTranslation: {
		premises: '前提とされたことです。',
		claims: 'そこから導けるとされたことです。',
		untranslatedPremises: '前提のうち、論理に置き換えられなかった部分です。',
		untranslatedClaims: '主張のうち、論理に置き換えられなかった部分です。',
		confidence: 'この読み方がどれだけ確かかです。',
	},
	GuardrailAutomatedReasoningTranslationOption: {
		translations: '読み方の 1 つです。',
	},
	GuardrailAutomatedReasoningStatement: {
		logic: '論理式で書いた文です。',
		naturalLanguage: '普通の言葉で書いた文です。',
	},
	GuardrailAutomatedReasoningInputTextReference: {
		text: '元のテキストの中の、その部分です。',
	},
	GuardrailAutomatedReasoningScenario: {
		statements: 'この例で成り立っていることです。',
	},
	GuardrailAutomatedReasoningRule: {
		identifier: 'ポリシーの中での規則の ID です。',
		policyVersionArn: 'その規則があるポリシーのバージョンの ARN です。',
	},
	GuardrailAutomatedReasoningLogicWarning: {
		type: '何がおかしいかです。',
		premises: '関係する前提です。',
		claims: '関係する主張です。',
	},
	GuardrailInvocationMetrics: {
		guardrailProcessingLatency: 'ガードレールの処理にかかった時間です。',
		usage: 'ポリシーごとの検査の量です。ガードレールの料金はこれで決まります。',
		guardrailCoverage: '内容のうち、どれだけを検査したかです。',
	},
	GuardrailUsage: {
		topicPolicyUnits: '禁止トピックが検査した量です。',
		contentPolicyUnits: 'コンテンツフィルターが検査した量です。',
		wordPolicyUnits: 'ワードフィルターが検査した量です。',
		sensitiveInformationPolicyUnits: '機密情報フィルターが検査した量です。',
		sensitiveInformationPolicyFreeUnits: 'そのうち、料金のかからない分です。',
		contextualGroundingPolicyUnits: 'グラウンディングの検査の量です。',
		contentPolicyImageUnits: 'コンテンツフィルターが検査した画像の数です。',
		automatedReasoningPolicyUnits: '自動推論が検査した量です。',
		automatedReasoningPolicies: '使われた自動推論ポリシーの数です。',
	},
	GuardrailCoverage: {
		textCharacters: '検査したテキストの量を、文字で数えたものです。',
		images: '検査した画像の数です。',
	},
	GuardrailTextCharactersCoverage: {
		guarded: '検査した文字数です。',
		total: '全体の文字数です。',
	},
	GuardrailImageCoverage: {
		guarded: '検査した画像の数です。',
		total: '全体の画像の数です。',
	},
	AppliedGuardrailDetails: {
		guardrailId: 'ガードレールの ID です。',
		guardrailVersion: 'ガードレールのバージョンです。',
		guardrailArn: 'ガードレールの ARN です。',
		guardrailOrigin: '誰の指定かです。リクエスト、アカウント、組織のどれかになります。',
		guardrailOwnership: '自分のアカウントのものか、ほかのアカウントのものかです。',
	},
};

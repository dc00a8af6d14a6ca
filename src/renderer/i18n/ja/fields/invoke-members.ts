import type { invokeMembersTexts as english } from '../../en/fields/invoke-members.ts';
import type { Translation } from '../../translation.ts';

export const invokeMembersTexts: Translation<typeof english> = {
	InvokeMembers: {
		invocationMetrics: 'Bedrock がモデルの最後の一片に付け足す、AWS が数えたトークン数と時間です。',
		guardrailConfig:
			'この呼び出しでのガードレールの設定です。検査する部分を示すタグなどを書きます。Bedrock が取り除いてからモデルに渡します。',
		guardrailAction: 'ガードレールが介入したかどうかです。',
		trace: 'ガードレールが見つけたものです。トレースを頼んだときに付きます。',
	},
};

/** What Bedrock itself puts beside the members of a native body. */
export const invokeMembersTexts = {
	InvokeMembers: {
		invocationMetrics: 'What Bedrock adds to the model’s last piece: tokens and times as AWS counted them.',
		guardrailConfig:
			'Settings of the guardrail for this call, such as which tags mark the text to check. Bedrock takes them out before the model sees the body.',
		guardrailAction: 'Whether the guardrail stepped in.',
		trace: 'What the guardrail found, where the trace was asked for.',
	},
} as const;

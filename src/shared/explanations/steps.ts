/** What a step of an explanation can do at a press. Words: i18n `failure.action.*`. */
export type FailureAction =
	| 'inspect'
	| 'continue'
	| 'connection'
	| 'apiKey'
	| 'region'
	| 'model'
	| 'practice'
	| 'parameters'
	| 'newConversation'
	| 'profileId'
	| 'converse'
	| 'noStreaming'
	| 'lowerMaxTokens'
	| 'leaveOut'
	| 'noTopP'
	| 'noSystem'
	| 'policy'
	| 'signIn'
	| 'command'
	| 'link'
	| 'console'
	| 'quotas'
	| 'billing'
	| 'support'
	| 'calls'
	| 'network';

/** Every step that an explanation may advise, with what it can do here. Words: i18n `failure.step.*`. */
export const stepActions = {
	// The same call again, in another way.
	'try-again': null,
	'continue-here': 'continue',
	'try-later': null,
	'then-try-again': null,
	'wait-minute': null,
	'wait-minutes': null,
	'wait-minutes-first': null,
	'wait-day': null,
	practice: 'practice',
	'practice-retired': 'practice',
	'practice-offline': 'practice',
	'other-connection': 'connection',
	'other-connection-or-model': 'connection',
	'other-model': 'model',
	'other-region': 'region',
	'use-profile-id': 'profileId',
	'choose-profile': 'model',
	'use-converse': 'converse',
	'use-no-streaming': 'noStreaming',
	'lower-max-tokens-to': 'lowerMaxTokens',
	'lower-max-tokens': 'parameters',
	'leave-out-field': 'leaveOut',
	'leave-out-top-p': 'noTopP',
	'leave-out-system': 'noSystem',
	'change-parameters': 'parameters',
	'ask-for-less': 'parameters',

	// Permissions.
	'give-policy': 'policy',
	'give-policy-set': 'policy',
	'boundary-policy': 'policy',
	'session-policy': 'policy',
	'endpoint-policy': 'policy',
	'find-deny': null,
	'find-boundary': null,
	'find-session': null,
	'find-endpoint': null,
	'ask-organization': null,
	'ask-model-owner': null,
	'allow-assume-role': null,
	'check-role-source': null,
	'allowed-route': 'model',
	'past-endpoint': 'parameters',

	// The account.
	'open-model': 'console',
	'fill-form': 'console',
	'ask-marketplace': null,
	'add-payment': 'billing',
	'amazon-model': 'model',
	'see-countries': 'link',
	'other-maker': 'model',
	'ask-support': 'support',
	'see-quotas': 'quotas',
	'raise-quota': 'quotas',

	// The model, the conversation and the body.
	'choose-model': 'model',
	'choose-offered': 'model',
	'larger-model': 'model',
	'model-with-system': 'model',
	'model-with-tools': 'model',
	'model-with-prefill': 'model',
	'shorter-text': null,
	'new-conversation': 'newConversation',
	'see-messages': 'inspect',
	'see-request': 'inspect',
	'see-both': 'inspect',
	'end-with-user': null,
	'check-guardrail': null,

	// Credentials.
	'sign-in': 'signIn',
	'sign-in-command': 'command',
	renew: 'command',
	'renew-instead': null,
	'check-key': null,
	'check-secret': null,
	'check-changes': null,
	'check-api-key': 'apiKey',
	'new-api-key': 'apiKey',
	'key-region': 'region',
	'ask-assignment': null,
	'choose-connection': 'connection',
	'complete-profile': null,
	'fill-profile': null,
	'give-code': null,
	'next-code': null,
	'fix-process': null,
	'set-environment': null,
	'renew-web-token': null,
	'allow-login': null,
	'check-task-role': null,
	'check-container-variables': null,
	'set-clock': null,

	// The way there.
	'check-network': null,
	'check-region': 'region',
	'choose-region': 'region',
	'region-in-profile': null,
	'activate-region': null,
	'one-of-both': 'parameters',
	'plain-endpoint': 'parameters',
	'see-endpoint-sources': null,
	'check-endpoint': 'parameters',
	'raise-connect': 'calls',
	'raise-first-byte': 'calls',
	'raise-idle': 'calls',
	'raise-total': 'calls',
	'trust-authority': 'network',
	'check-bundle': 'network',
	'check-proxy': 'network',
	'ask-certificate': null,
	'see-how-far': 'inspect',
	'see-frame': 'inspect',
	'see-last-frames': 'inspect',
	'see-answer': 'inspect',
} as const satisfies Readonly<Record<string, FailureAction | null>>;

export type StepId = keyof typeof stepActions;

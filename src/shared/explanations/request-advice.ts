import { certain, likely, refused } from './give-advice.ts';

/** What to do about a request that is refused as it is (bedrock-facts.md, 2 and 3.2). */
export const requestAdvice = {
	validation: refused([certain('validation')], ['see-request', 'change-parameters', 'other-model']),

	// Room.
	'max-tokens-too-high': refused([certain('max-tokens-limit')], ['lower-max-tokens-to', 'larger-model']),
	'context-exceeded': refused([certain('context-exceeded')], ['lower-max-tokens', 'new-conversation', 'larger-model']),
	'input-too-long': refused([certain('input-too-long')], ['shorter-text', 'new-conversation', 'larger-model']),
	'prompt-too-long': refused([certain('prompt-too-long')], ['shorter-text', 'new-conversation', 'larger-model']),

	// What this model does not take.
	'one-sampling': refused([certain('one-sampling')], ['leave-out-top-p', 'change-parameters', 'other-model']),
	'parameter-deprecated': refused([certain('parameter-deprecated')], ['leave-out-field', 'other-model']),
	'field-not-supported': refused([certain('field-not-supported')], ['leave-out-field', 'see-request', 'other-model']),
	'no-system': refused([certain('no-system')], ['leave-out-system', 'model-with-system']),
	'no-tools': refused([certain('no-tools')], ['leave-out-tools', 'model-with-tools']),
	'no-tools-streaming': refused(
		[certain('no-tools-streaming')],
		['use-no-streaming', 'without-tools', 'model-with-tools'],
	),
	'no-streaming': refused([certain('no-streaming')], ['use-no-streaming', 'other-model']),
	'no-counting': refused([certain('no-counting')], ['other-model']),
	'forced-tool': refused([certain('forced-tool')], ['let-choose-tool', 'other-model']),
	'prefill-refused': refused([certain('prefill-refused')], ['end-with-user', 'model-with-prefill']),
	'thinking-temperature': refused([certain('thinking-temperature')], ['leave-out-field', 'without-thinking']),
	'thinking-budget': refused([certain('thinking-budget')], ['open-thinking', 'without-thinking']),
	'thinking-style': refused([certain('thinking-style')], ['think-adaptively', 'without-thinking', 'other-model']),
	'thinking-forced-tool': refused([certain('thinking-forced-tool')], ['let-choose-tool', 'without-thinking']),
	'effort-max-tokens': refused([certain('effort-max-tokens')], ['medium-effort', 'open-thinking', 'other-model']),

	// The rules of a conversation. The app keeps them itself: what breaks them shows in the request.
	'trailing-whitespace': refused([certain('trailing-whitespace')], ['see-messages']),
	'starts-with-user': refused([certain('starts-with-user')], ['see-messages', 'new-conversation']),
	'alternate-roles': refused([certain('alternate-roles')], ['see-messages', 'new-conversation']),
	'empty-content': refused([certain('empty-content')], ['see-messages', 'new-conversation']),
	'blank-text': refused([certain('blank-text')], ['see-messages', 'new-conversation']),
	'last-turn-user': refused([certain('last-turn-user')], ['end-with-user', 'see-messages', 'model-with-prefill']),
	'tool-config-missing': refused([certain('tool-config-missing')], ['open-tools', 'edit-body', 'new-conversation']),
	'tool-result-mixed': refused([certain('tool-result-mixed')], ['see-messages', 'other-model']),
	'reasoning-in-user': refused([certain('reasoning-in-user')], ['see-messages']),
	'tool-name': refused([certain('tool-name')], ['open-tools', 'edit-body']),

	// The body.
	'missing-key': refused(
		[certain('missing-key'), likely('other-family')],
		['edit-body', 'use-converse', 'see-request'],
	),
	'extra-key': refused(
		[
			certain('extra-key'),
			certain('key-elsewhere'),
			certain('key-inside'),
			certain('key-of-operation'),
			certain('key-of-address'),
			likely('other-family'),
		],
		['leave-out-field', 'edit-body', 'use-converse', 'see-request'],
	),
	'bad-value': refused([certain('bad-value')], ['open-field', 'edit-body', 'see-request']),
	'malformed-input': refused(
		[certain('malformed-input'), likely('other-family')],
		['edit-body', 'use-converse', 'see-request'],
	),
	'old-claude-prompt': refused([certain('old-claude-prompt')], ['edit-body', 'use-converse', 'see-request']),
	constraint: refused([certain('constraint')], ['open-field', 'edit-body', 'see-request']),
} as const;

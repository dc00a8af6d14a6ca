import type { Rule } from './rule.ts';

/** What an error's type says where its words say no more (bedrock-facts.md, 4), and the SDK's words for broken streams. */
export const serviceRules: readonly Rule[] = [
	{ code: 'tokens-per-day', type: /^Thrott/i, words: /tokens per day/i },
	{ code: 'throttled-tokens', type: /^Thrott/i, words: /too many tokens/i },
	{ code: 'quota', type: /^Thrott/i, words: /per day/i },
	{ code: 'too-many-connections', words: /too many connections/i },
	{ code: 'throttled', type: /^(Thrott|TooManyRequests)/i },
	{ code: 'quota', type: /^ServiceQuotaExceeded/i },
	{ code: 'access-denied', type: /^AccessDenied/i },
	{ code: 'model-timeout', type: /^ModelTimeout/i },
	{ code: 'model-error', type: /^(ModelError|ModelStreamError)/i },
	{ code: 'unavailable', type: /^(InternalServer|InternalFailure|ServiceUnavailable|ModelNotReady)/i },
	{ code: 'conflict', type: /^Conflict/i },
	{ code: 'region-disabled', type: /^RegionDisabled/i },
	{ code: 'validation', type: /^Validation/i },
	{ code: 'incomplete-stream', words: /truncated event message/i },
	{
		code: 'bad-stream',
		words: /checksum|event stream message overhead|unrecognized header type|unrecognizable event type/i,
	},
	{ code: 'timeout-connect', type: /^TimeoutError$/, words: /establish a connection/i },
	{ code: 'timeout-first-byte', type: /^NoResponse$/ },
	{ code: 'timeout-idle', type: /^StalledResponse$/ },
	{ code: 'timeout-total', type: /^TotalLimit$/ },
	{ code: 'connection-lost', type: /^TimeoutError$/ },
];

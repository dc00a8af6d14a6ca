import { certain, likely, passing, refused } from './give-advice.ts';

/** What to do where the service, the model, the stream or the way there failed (bedrock-facts.md, 1.8 and 4). */
export const serviceAdvice = {
	throttled: passing([certain('throttled'), likely('small-quota')], ['wait-minute', 'raise-quota', 'other-model']),
	'throttled-tokens': passing(
		[certain('throttled-tokens'), certain('tokens-reserved'), likely('small-quota')],
		['wait-minute', 'lower-max-tokens', 'raise-quota'],
	),
	'tokens-per-day': passing(
		[certain('tokens-per-day'), likely('small-quota')],
		['wait-day', 'raise-quota', 'other-model', 'other-connection'],
	),
	'too-many-connections': passing([certain('too-many-connections')], ['try-later', 'other-region', 'other-model']),
	quota: passing([certain('quota')], ['see-quotas', 'other-model', 'other-connection']),
	'model-timeout': passing([certain('model-timeout')], ['try-again', 'ask-for-less']),
	'model-error': passing([certain('model-error')], ['try-again', 'other-model']),
	unavailable: passing([certain('unavailable')], ['try-later', 'other-region', 'other-model']),

	'no-network': passing(
		[likely('no-network'), likely('wrong-address'), likely('firewall')],
		['check-network', 'check-region', 'check-endpoint', 'practice-offline'],
	),
	'region-not-found': refused(
		[certain('host-unknown'), likely('no-such-region'), likely('no-network')],
		['choose-region', 'check-network', 'practice-offline'],
	),
	'tls-not-trusted': refused(
		[certain('tls-not-trusted'), likely('tls-inspected')],
		['trust-authority', 'check-endpoint', 'practice-offline'],
	),
	'tls-expired': refused([certain('tls-expired'), likely('wrong-clock')], ['set-clock', 'ask-certificate']),
	'tls-wrong-name': refused(
		[certain('tls-wrong-name'), likely('endpoint-by-other-name')],
		['check-endpoint', 'ask-certificate'],
	),
	'ca-bundle': refused([certain('ca-bundle')], ['check-bundle', 'practice-offline']),
	'proxy-auth': refused([certain('proxy-auth')], ['check-proxy', 'practice-offline']),
	'proxy-refused': refused([certain('proxy-refused'), likely('not-on-its-list')], ['check-proxy', 'practice-offline']),
	'proxy-unreachable': passing([certain('proxy-unreachable')], ['check-proxy', 'check-network', 'practice-offline']),

	'proxy-no-tunnel': passing(
		[certain('proxy-no-tunnel'), likely('behind-proxy')],
		['try-again', 'check-proxy', 'practice-offline'],
	),
	'proxy-unusable': refused([certain('proxy-unusable')], ['check-proxy', 'practice-offline']),

	'connection-lost': passing([certain('connection-lost')], ['try-again', 'see-how-far']),
	'bad-stream': passing([certain('bad-stream')], ['see-frame', 'try-again']),
	'incomplete-stream': passing([certain('incomplete-stream')], ['try-again', 'see-last-frames']),
	'timeout-connect': passing(
		[certain('timeout-connect'), likely('firewall'), likely('wrong-address')],
		['check-network', 'check-region', 'check-endpoint', 'raise-connect', 'practice-offline'],
	),
	'timeout-first-byte': passing([certain('timeout-first-byte')], ['raise-first-byte', 'try-again', 'ask-for-less']),
	'timeout-idle': passing([certain('timeout-idle')], ['try-again', 'raise-idle', 'see-how-far']),
	'timeout-total': passing([certain('timeout-total')], ['raise-total', 'try-again', 'ask-for-less']),

	conflict: passing([certain('conflict')], ['try-later', 'see-both', 'other-model']),

	'no-region': refused([certain('no-region')], ['choose-region', 'region-in-profile']),
	'region-disabled': refused(
		[certain('region-disabled')],
		['activate-region', 'other-region', 'other-connection', 'practice'],
	),
	'endpoint-conflict': refused([certain('endpoint-conflict')], ['one-of-both', 'see-endpoint-sources', 'practice']),
	'endpoint-unsupported': refused(
		[certain('endpoint-unsupported')],
		['plain-endpoint', 'see-endpoint-sources', 'other-region', 'practice'],
	),
	'no-family': refused([certain('no-family')], ['use-converse', 'choose-model']),
	'web-page': passing(
		[certain('web-page'), likely('answered-on-the-way'), likely('wrong-address')],
		['see-answer', 'check-network', 'check-proxy', 'check-endpoint', 'practice-offline'],
	),
	'unreadable-answer': passing([certain('unreadable-answer')], ['see-answer', 'use-converse']),
	unknown: passing([certain('unknown')], ['see-both', 'try-again']),
} as const;

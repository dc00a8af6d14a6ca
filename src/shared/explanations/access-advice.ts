import { certain, likely, passing, refused } from './give-advice.ts';

/** What to do about a refusal by a policy, or about what the account lacks (bedrock-facts.md, 4). */
export const accessAdvice = {
	'access-denied': refused(
		[likely('no-allow'), likely('some-deny')],
		['give-policy', 'give-policy-set', 'other-connection-or-model', 'practice'],
	),
	'routed-region-denied': refused(
		[certain('routed-region'), likely('no-allow')],
		['give-policy', 'give-policy-set', 'allowed-route', 'practice'],
	),
	'iam-not-allowed': refused(
		[certain('iam-not-allowed')],
		['give-policy', 'give-policy-set', 'other-connection-or-model', 'practice'],
	),
	// No policy can lift an explicit deny: none is offered.
	'iam-denied': refused([certain('iam-denied')], ['find-deny', 'allowed-route', 'other-connection', 'practice']),
	'scp-not-allowed': refused(
		[certain('scp-not-allowed'), likely('scp-region')],
		['ask-organization', 'allowed-route', 'other-region', 'other-connection', 'practice'],
	),
	'scp-denied': refused(
		[certain('scp-denied'), likely('scp-region')],
		['ask-organization', 'allowed-route', 'other-region', 'other-connection', 'practice'],
	),
	'rcp-denied': refused([certain('rcp-denied')], ['ask-organization', 'other-connection', 'practice']),
	'boundary-not-allowed': refused(
		[certain('boundary-not-allowed')],
		['boundary-policy', 'other-connection', 'practice'],
	),
	'boundary-denied': refused([certain('boundary-denied')], ['find-boundary', 'other-connection', 'practice']),
	'session-not-allowed': refused([certain('session-not-allowed')], ['session-policy', 'other-connection', 'practice']),
	'session-denied': refused([certain('session-denied')], ['find-session', 'other-connection', 'practice']),
	'endpoint-not-allowed': refused([certain('endpoint-not-allowed')], ['endpoint-policy', 'past-endpoint', 'practice']),
	'endpoint-denied': refused([certain('endpoint-denied')], ['find-endpoint', 'past-endpoint', 'practice']),
	'resource-policy-denied': refused(
		[certain('resource-policy-denied')],
		['ask-model-owner', 'other-connection-or-model', 'practice'],
	),
	'new-account': refused(
		[likely('new-account'), likely('restricted-account')],
		['ask-support', 'other-region', 'other-connection', 'practice'],
	),
	'model-access': refused(
		[certain('model-access'), likely('never-opened'), likely('opened-elsewhere')],
		['open-model', 'other-region', 'other-model', 'practice'],
	),
	'marketplace-permissions': refused(
		[certain('marketplace-permissions')],
		['ask-marketplace', 'wait-minutes', 'amazon-model', 'practice'],
	),
	'marketplace-pending': passing(
		[certain('marketplace-pending')],
		['wait-minutes-first', 'open-model', 'amazon-model'],
	),
	'payment-instrument': refused(
		[certain('payment-instrument')],
		['add-payment', 'wait-minutes', 'amazon-model', 'practice'],
	),
	'use-case-form': refused([certain('use-case-form')], ['fill-form', 'wait-minutes', 'other-maker', 'practice']),
	'unsupported-country': refused(
		[certain('unsupported-country'), likely('seen-from')],
		['see-countries', 'other-maker', 'practice'],
	),
	'model-retired': refused([certain('model-retired')], ['choose-offered', 'practice-retired']),
	'model-legacy': refused([certain('model-legacy')], ['choose-offered', 'practice-retired']),
	'on-demand-not-supported': refused([certain('profile-only')], ['use-profile-id', 'choose-profile', 'other-model']),
	'model-not-found': refused(
		[certain('same-words'), likely('not-in-region'), likely('mistyped')],
		['choose-model', 'other-region'],
	),
	'model-id-form': refused([certain('model-id-form')], ['choose-model']),
	'guardrail-invalid': refused(
		[certain('guardrail-invalid')],
		['open-guardrail', 'check-guardrail', 'without-guardrail'],
	),
	'guardrail-missing': refused(
		[certain('guardrail-missing')],
		['open-guardrail', 'check-guardrail', 'other-region', 'without-guardrail'],
	),
	'guardrail-incomplete': refused([certain('guardrail-incomplete')], ['open-guardrail', 'without-guardrail']),
	'prompt-not-found': refused([certain('prompt-not-found')], ['check-prompt', 'other-region', 'choose-model']),
} as const;

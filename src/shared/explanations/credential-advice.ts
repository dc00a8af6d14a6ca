import { certain, likely, refused } from './give-advice.ts';

/** What to do where there are no credentials, or AWS does not take them (bedrock-facts.md, 4 and 5). */
export const credentialAdvice = {
	'sign-in': refused([certain('not-signed-in')], ['sign-in', 'sign-in-command', 'renew-instead', 'other-connection']),
	'sso-never': refused([certain('sso-never')], ['sign-in', 'sign-in-command', 'renew-instead', 'other-connection']),
	'sso-expired': refused([certain('sso-expired')], ['sign-in', 'sign-in-command', 'renew-instead', 'other-connection']),
	'sso-not-renewable': refused(
		[certain('sso-not-renewable')],
		['sign-in', 'sign-in-command', 'renew-instead', 'other-connection'],
	),
	'sso-no-access': refused(
		[certain('sso-no-access'), likely('assignment-gone')],
		['ask-assignment', 'other-connection', 'practice'],
	),
	'login-missing': refused(
		[certain('login-missing')],
		['sign-in', 'sign-in-command', 'renew-instead', 'other-connection'],
	),
	'login-expired': refused(
		[certain('login-expired')],
		['sign-in', 'sign-in-command', 'renew-instead', 'other-connection'],
	),
	'login-not-allowed': refused(
		[certain('login-not-allowed'), likely('login-permission')],
		['allow-login', 'then-try-again', 'other-connection', 'practice'],
	),
	'container-failed': refused(
		[certain('container-failed'), likely('no-task-role')],
		['check-task-role', 'then-try-again', 'other-connection', 'practice'],
	),
	'container-unusable': refused(
		[certain('container-unusable')],
		['check-container-variables', 'other-connection', 'practice'],
	),
	'expired-credentials': refused([certain('expired')], ['renew', 'then-try-again', 'other-connection']),
	'invalid-credentials': refused(
		[likely('wrong-key-id'), likely('no-session-token'), likely('deleted-key'), likely('region-not-enabled')],
		['check-key', 'other-region', 'other-connection', 'practice'],
	),
	'missing-token': refused([certain('missing-token'), likely('cut-on-the-way')], ['check-changes', 'see-request']),
	'no-credentials': refused([certain('no-credentials')], ['renew', 'other-connection', 'practice']),
	'profile-missing': refused(
		[certain('profile-nothing'), likely('profile-gone')],
		['choose-connection', 'complete-profile', 'practice'],
	),
	'profile-empty': refused([certain('profile-empty')], ['fill-profile', 'other-connection', 'practice']),
	'profile-incomplete': refused([certain('profile-incomplete')], ['fill-profile', 'other-connection', 'practice']),
	'environment-missing': refused([certain('environment-missing')], ['set-environment', 'other-connection', 'practice']),
	'process-failed': refused([certain('process-failed')], ['fix-process', 'then-try-again', 'other-connection']),
	'web-identity-failed': refused([certain('web-identity-failed')], ['renew-web-token', 'other-connection']),
	'assume-role-denied': refused(
		[certain('assume-role-denied'), likely('trust-policy')],
		['allow-assume-role', 'check-role-source', 'other-connection', 'practice'],
	),
	'mfa-needed': refused([certain('mfa-needed')], ['give-code', 'other-connection']),
	'mfa-declined': refused([certain('mfa-declined')], ['give-code', 'other-connection']),
	'mfa-refused': refused([certain('mfa-refused'), likely('used-code')], ['next-code', 'set-clock', 'other-connection']),
	'api-key-invalid': refused(
		[likely('key-region'), likely('key-ended'), likely('key-mangled')],
		['key-region', 'check-api-key', 'practice'],
	),
	'api-key-expired': refused([certain('api-key-expired')], ['new-api-key', 'other-connection']),
	'api-key-missing': refused([certain('api-key-missing')], ['new-api-key', 'other-connection']),
	'bad-signature': refused(
		[likely('wrong-secret'), likely('changed-on-the-way')],
		['check-secret', 'check-changes', 'other-connection'],
	),
	'signature-incomplete': refused([likely('cut-on-the-way')], ['check-changes', 'see-request']),
	'clock-skew': refused([certain('clock-skew')], ['set-clock']),
} as const;

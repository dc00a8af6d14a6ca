import type { Rule } from './rule.ts';

const PROVIDER = /^(Credentials|Token)ProviderError$/i;
const UNKNOWN_CLIENT = /^(UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId)/i;

/** Why there are no credentials, or why AWS does not take them (bedrock-facts.md, 4 and 5). */
export const credentialRules: readonly Rule[] = [
	// The SDK's own words, before any call.
	{
		code: 'sso-never',
		words: /SSO session token associated with profile=(?<profile>.+?) was not found or is invalid/i,
	},
	{ code: 'sso-not-renewable', words: /Value not present for '\w+' in SSO Token/i },
	{ code: 'sso-expired', words: /Token is expired\. To refresh this SSO session/i },
	{ code: 'sso-expired', words: /SSO session associated with this profile (?:has expired|is invalid|was not found)/i },
	{ code: 'sso-expired', words: /(?:Refreshing|refresh) .{0,20}SSO .{0,10}(?:token|session) failed/i },
	{ code: 'sso-expired', type: /^InvalidGrant/i },
	{
		code: 'sso-expired',
		type: /^Unauthorized/i,
		words: /session token (?:not found|is invalid)|not found or invalid/i,
	},
	{ code: 'sso-no-access', type: /^Forbidden/i, words: /no access/i },
	// In renewals these stand within "Failed to refresh token: …".
	{
		code: 'login-missing',
		type: PROVIDER,
		words: /failed to load (?:a )?token (?:from|for) |failed to generate dpop proof/i,
	},
	{
		code: 'login-expired',
		type: PROVIDER,
		words: /unable to refresh credentials because of a change in your password/i,
	},
	{
		code: 'login-not-allowed',
		type: PROVIDER,
		words: /unable to refresh credentials due to insufficient permissions|permission for the 'CreateOAuth2Token'/i,
	},
	{ code: 'login-expired', words: /failed to refresh token.*aws login/i },
	{ code: 'login-expired', words: /session has expired\. (?:Please )?re-?authenticate/i },
	{ code: 'profile-missing', type: PROVIDER, words: /^profile (?<profile>.+) (?:was not|could not be) found\b/i },
	{
		code: 'profile-incomplete',
		type: PROVIDER,
		words:
			/configured with invalid SSO credentials|conflicting SSO (?:region|start_url)|sso session '.*' could not be found|is missing required property|detected a cycle|unsupported credential source|token validation failed, missing/i,
	},
	{
		code: 'profile-missing',
		words: /could not (?:resolve credentials using|be found.*) profile:? \[(?<profile>.+?)\]/i,
	},
	// The app's own words: core/credentials/kinds/from-profile.ts.
	{ code: 'profile-empty', words: /profile (?<profile>.+) of the AWS config files has no credentials/i },
	{ code: 'mfa-needed', words: /requires multi-?factor authentication|requires MFA/i },
	{ code: 'mfa-declined', words: /no MFA code was given/i },
	{ code: 'mfa-refused', words: /MultiFactorAuthentication failed/i },
	{ code: 'environment-missing', words: /unable to find environment variable credentials/i },
	{ code: 'process-failed', type: PROVIDER, words: /command failed: (?<command>.+)/i },
	{
		code: 'process-failed',
		type: PROVIDER,
		words: /credential_process (?:did not|returned|returns)|invalid JSON output/i,
	},
	{
		code: 'container-failed',
		type: PROVIDER,
		words: /^server responded with status: \d+|^HTTP credential provider response not of the required format/i,
	},
	{
		code: 'container-unusable',
		type: PROVIDER,
		words:
			/^URL not accepted\.|^no HTTP credential provider host|valid container metadata service|^the container metadata credential provider cannot be used|^authorization token contains invalid/i,
	},
	{ code: 'assume-role-denied', words: /not authorized to perform:? sts:AssumeRole/i },
	{ code: 'web-identity-failed', type: /^(InvalidIdentityToken|IDPRejectedClaim|IDPCommunicationError)/i },
	{ code: 'web-identity-failed', words: /web ?identity (?:configuration|token)|AWS_WEB_IDENTITY_TOKEN_FILE/i },
	{
		code: 'web-identity-failed',
		type: /^ExpiredToken/i,
		words: /current date\/time .* must be before the expiration/i,
	},
	{ code: 'api-key-missing', words: /no (?:Bedrock )?API key (?:is|was) (?:kept|stored|given|set)/i },
	{ code: 'expired-credentials', type: PROVIDER, words: /expired|refresh this SSO session|re-?authenticate/i },
	{ code: 'no-credentials', type: PROVIDER },

	// AWS's answers.
	{ code: 'api-key-expired', words: /(?:bearer token|API key) (?:has |is )expired/i },
	{ code: 'api-key-invalid', words: /make sure your API key is valid/i },
	{ code: 'expired-credentials', type: /^ExpiredToken|^RequestExpired$/i },
	{ code: 'expired-credentials', type: UNKNOWN_CLIENT, words: /expired/i },
	{ code: 'invalid-credentials', type: UNKNOWN_CLIENT },
	{ code: 'missing-token', type: /^MissingAuthenticationToken/i },
	{ code: 'clock-skew', type: /^(RequestTimeTooSkewed|RequestInTheFuture)/i },
	{
		code: 'clock-skew',
		type: /Signature/i,
		words: /signature expired|signature not yet current|is now (?:earlier|later) than/i,
	},
	{ code: 'signature-incomplete', type: /^IncompleteSignature/i },
	{ code: 'bad-signature', type: /^(InvalidSignature|SignatureDoesNotMatch)/i },
];

/** What the SDK calls the error of a credential provider, for the app's own providers. */
export class CredentialsProviderError extends Error {
	override readonly name = 'CredentialsProviderError';
}

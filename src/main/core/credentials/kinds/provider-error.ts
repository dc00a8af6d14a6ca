/** What the SDK calls the error of a credential provider, for the app's own providers. */
export class CredentialsProviderError extends Error {
	override readonly name = 'CredentialsProviderError';
}

/** The error of a web identity token's file that can't be read, by a name of its own; any other error as it is. */
export function ofTokenFile(error: unknown, file: string | undefined): unknown {
	if (!file || !(error instanceof Error) || !('path' in error) || error.path !== file) return error;
	return new CredentialsProviderError(`The web identity token can't be read: ${error.message}`, { cause: error });
}

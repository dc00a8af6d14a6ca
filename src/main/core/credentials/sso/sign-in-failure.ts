import type { CallFailure } from '../../../../shared/model/failure.ts';
import type { SignInFailureType } from '../../../../shared/model/sign-in.ts';
import { failureOf } from '../../bedrock/failure.ts';

/** A sign-in ended without a token, and the app knows why. */
export class SignInError extends Error {
	override readonly name: SignInFailureType;

	constructor(type: SignInFailureType, message: string) {
		super(message);
		this.name = type;
	}
}

/** What ended a sign-in. AWS's OIDC service writes its words as OAuth does, where the SDK does not look for them. */
export function signInFailure(error: unknown): CallFailure {
	const failure = failureOf(error, 'credentials', null);
	if (error instanceof SignInError) return { ...failure, code: 'unknown', type: error.name };
	const words = oauthWords(error);
	return words === null ? failure : { ...failure, message: words };
}

function oauthWords(error: unknown): string | null {
	if (!(error instanceof Error)) return null;
	const { error_description: description, error: code } = error as { error_description?: unknown; error?: unknown };
	const words = [description, code].find((text) => typeof text === 'string' && text !== '');
	return typeof words === 'string' ? words : null;
}

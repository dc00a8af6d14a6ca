import type { ConnectionId } from '../../../../shared/model/connection.ts';
import type { SignInEvent } from '../../../../shared/model/sign-in.ts';
import { ownFailure } from '../../bedrock/failure.ts';

/** Signs a person in; the last event is `done` or `failed`. */
export type SignIn = (connection: ConnectionId, signal: AbortSignal) => AsyncGenerator<SignInEvent, void>;

export function createSignIn(): SignIn {
	return async function* signIn(connection) {
		yield { type: 'failed', failure: ownFailure('unknown', `${connection} can't be signed in to.`) };
	};
}

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ConnectionId } from '../../shared/model/connection.ts';

/** A sign-in that was asked for. */
export interface AskedSignIn {
	readonly connection: ConnectionId;
	/** What was waiting for it; runs once it has succeeded. */
	readonly then: (() => void) | null;
}

const signInStore = createStore<{ readonly asked: AskedSignIn | null }>()(() => ({ asked: null }));

/** Opens the sign-in for a connection. `then` runs once it has succeeded: a failed call is asked again. */
export function askSignIn(connection: ConnectionId, then: (() => void) | null = null): void {
	signInStore.setState({ asked: { connection, then } });
}

/** The sign-in that is open, and the way to close it. */
export function useSignIn(): readonly [AskedSignIn | null, () => void] {
	const asked = useStore(signInStore, (state) => state.asked);
	return [asked, () => signInStore.setState({ asked: null })];
}

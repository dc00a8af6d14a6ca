import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ConnectionId, SignInState } from '../../shared/model/connection.ts';
import type { CallFailure } from '../../shared/model/failure.ts';
import type { SignInEvent } from '../../shared/model/sign-in.ts';
import { client } from './client.ts';
import { onConnections, refreshConnections, signInOf } from './connections.ts';
import { focusComposer } from './conversations.ts';
import type { ProblemCode } from './errors.ts';
import { problemOf } from './errors.ts';

/** How far a sign-in has come. */
export type SignInStage =
	| { readonly type: 'starting' }
	| Exclude<SignInEvent, { type: 'done' | 'failed' }>
	/** The AWS CLI signs in; the app waits until it has. */
	| { readonly type: 'login' }
	| { readonly type: 'failed'; readonly failure: CallFailure }
	/** The app itself could not ask for it. */
	| { readonly type: 'broken'; readonly code: ProblemCode };

/** A sign-in that was asked for. */
export interface AskedSignIn {
	readonly connection: ConnectionId;
	/** What was waiting for it; runs once it has succeeded. */
	readonly then: (() => void) | null;
	/** How the sign-in stood when it was asked for; null where the connection is not known to rest on one. */
	readonly before: SignInState | null;
	/** A code is compared in a browser that may be on another computer. */
	readonly byCode: boolean;
	readonly stage: SignInStage;
}

const signInStore = createStore<{ readonly asked: AskedSignIn | null }>()(() => ({ asked: null }));

/** Whether a call goes on after the sign-in that was open last. */
let goesOn = false;

/** Gives up the call to the core, and what is listened to; null while none runs. */
let giveUp: (() => void) | null = null;

/** Opens the sign-in for a connection. `then` runs once it has succeeded: a failed call is asked again. */
export function askSignIn(connection: ConnectionId, then: (() => void) | null = null): void {
	begin(connection, then, false);
}

/** The sign-in that is open; null: none. */
export function useSignIn(): AskedSignIn | null {
	return useStore(signInStore, (state) => state.asked);
}

/** Gives the open sign-in up. */
export function closeSignIn(): void {
	giveUp?.();
	giveUp = null;
	signInStore.setState({ asked: null });
}

/** Begins the open sign-in again; `byCode`: with a code, for a browser that is on another computer. */
export function signInAgain(byCode: boolean): void {
	const { asked } = signInStore.getState();
	if (asked !== null) begin(asked.connection, asked.then, byCode);
}

/** The person says that the sign-in is done: what waited for it goes on, and shows whether it is. */
export function signedInElsewhere(): void {
	const { asked } = signInStore.getState();
	goesOn = asked !== null && asked.then !== null;
	closeSignIn();
	void refreshConnections();
	asked?.then?.();
}

/**
 * For `finalFocus`: the composer when a call goes on, for what was pressed for it goes away; else where it came from. A
 * dialog below keeps it.
 */
export function focusAfterSignIn(): boolean {
	if (!goesOn || document.querySelector('[role="dialog"]') !== null) return true;
	focusComposer();
	return false;
}

/** Calls back for every sign-in that has succeeded; gives back the unsubscribe. */
export function onSignedIn(listener: (state: SignedIn) => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

interface SignedIn {
	/** Milliseconds since the epoch; null: not known. */
	readonly expiresAt: number | null;
	readonly renewable: boolean;
}
const listeners = new Set<(state: SignedIn) => void>();

/** Whether somebody has signed in since; an expired token that a file still calls good is no sign-in. */
export function signedInSince(before: SignInState | null, now: SignInState | null): boolean {
	if (now?.state !== 'signed-in') return false;
	return before?.state !== 'signed-in' || before.expiresAt !== now.expiresAt;
}

function begin(connection: ConnectionId, then: (() => void) | null, byCode: boolean): void {
	giveUp?.();
	goesOn = false;
	const before = signInOf(connection);
	const login = before?.type === 'login';
	const stage: SignInStage = login ? { type: 'login' } : { type: 'starting' };
	signInStore.setState({ asked: { connection, then, before, byCode, stage } });
	const abort = new AbortController();
	// Whoever signs in with the AWS CLI in the meantime has signed in as well.
	const unsubscribe = onConnections(() => {
		const now = signInOf(connection);
		if (now !== null && signedInSince(before, now)) finish(now);
	});
	giveUp = () => {
		unsubscribe();
		abort.abort();
	};
	if (!login) void follow(connection, byCode, abort.signal);
}

async function follow(connection: ConnectionId, byCode: boolean, signal: AbortSignal): Promise<void> {
	const show = (stage: SignInStage) => {
		const { asked } = signInStore.getState();
		if (!signal.aborted && asked !== null) signInStore.setState({ asked: { ...asked, stage } });
	};
	try {
		const input = { connection, ...(byCode && { flow: 'device' as const }) };
		for await (const event of await client().connections.signIn(input, { signal })) {
			if (signal.aborted) return;
			if (event.type === 'done') {
				await refreshConnections();
				if (signal.aborted) return;
				finish({ expiresAt: event.expiresAt, renewable: signInOf(connection)?.renewable ?? false });
				return;
			}
			show(event);
			if (event.type === 'failed') return;
		}
		show({ type: 'broken', code: 'UNKNOWN' });
	} catch (error) {
		show({ type: 'broken', code: problemOf(error).code });
	}
}

function finish({ expiresAt, renewable }: SignedIn): void {
	const { asked } = signInStore.getState();
	goesOn = asked !== null && asked.then !== null;
	closeSignIn();
	for (const listener of listeners) listener({ expiresAt, renewable });
	asked?.then?.();
}

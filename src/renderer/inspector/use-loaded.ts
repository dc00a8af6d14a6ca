import { ORPCError } from '@orpc/client';
import { useCallback, useLayoutEffect, useState } from 'react';

/** Why something could not be read. */
export type LoadFailure = 'CORRUPT' | 'NOT_FOUND' | 'other';

/** Something that is read from the core. */
export type Loaded<Value> =
	| { readonly status: 'loading' }
	| { readonly status: 'ready'; readonly value: Value }
	| { readonly status: 'failed'; readonly failure: LoadFailure };

interface Held<Value> {
	readonly key: string;
	readonly round: number;
	readonly loaded: Loaded<Value>;
}

/**
 * Reads a value, and again whenever `subject` changes; meanwhile what was read for the same `key` stays. `load` must be
 * a stable function; a `subject` of null is not read. Gives the state and a way to try again.
 */
export function useLoaded<Subject, Value>(
	key: string,
	subject: Subject | null,
	load: (subject: Subject) => Promise<Value>,
): readonly [Loaded<Value>, () => void] {
	const [held, setHeld] = useState<Held<Value> | null>(null);
	const [round, setRound] = useState(0);
	// Asked for before the page is drawn: what is at hand is there a frame sooner.
	useLayoutEffect(() => {
		if (subject === null) return;
		let wanted = true;
		const settle = (loaded: Loaded<Value>): void => {
			if (wanted) setHeld({ key, round, loaded });
		};
		load(subject).then(
			(value) => settle({ status: 'ready', value }),
			(error: unknown) => settle({ status: 'failed', failure: loadFailure(error) }),
		);
		return () => {
			wanted = false;
		};
	}, [key, subject, load, round]);
	const again = useCallback(() => setRound((count) => count + 1), []);
	return [held?.key === key && held.round === round ? held.loaded : { status: 'loading' }, again];
}

/** The part of an error that the inspector has words for. */
export function loadFailure(error: unknown): LoadFailure {
	const code: unknown = error instanceof ORPCError ? error.code : null;
	return code === 'CORRUPT' || code === 'NOT_FOUND' ? code : 'other';
}

import { joinParts } from '../../../shared/answers/append-part.ts';
import { concatBytes } from '../bytes.ts';
import type { Arrivals, Change, Store } from '../storage/store.ts';
import { StoreError } from '../storage/store-error.ts';

/** How long changes are gathered before they are written, and how long a failed write rests; milliseconds. */
const GATHER_MS = 100;
const REST_MS = 2000;

/**
 * Changes of one turn on their way to the store. Nothing is dropped: what can't be written waits and is tried again, by
 * itself where that may help (a full disk), else only when `flush` is called (what the database refuses).
 */
export interface Journal {
	add(change: Change): void;
	/** Writes what waits, now. True when nothing waits any more. */
	flush(): Promise<boolean>;
	/** Why the last write failed; null when it did not. */
	problem(): StoreError | null;
	/** Ends the tries. Changes that still wait are given up. */
	close(): void;
}

/**
 * @param onSaving told why when a write has failed, once, and null when everything is written again.
 */
export function openJournal(store: Pick<Store, 'save'>, onSaving: (problem: StoreError | null) => void): Journal {
	let waiting: Change[] = [];
	let timer: NodeJS.Timeout | null = null;
	let writing: Promise<boolean> | null = null;
	let problem: StoreError | null = null;
	let closed = false;

	function schedule(): void {
		if (timer !== null || closed || (problem !== null && problem.code !== 'not-saved')) return;
		timer = setTimeout(flush, problem === null ? GATHER_MS : REST_MS);
	}

	function unschedule(): void {
		if (timer !== null) clearTimeout(timer);
		timer = null;
	}

	async function write(): Promise<boolean> {
		// A microtask later, so that `writing` is set before this can end.
		await null;
		try {
			while (waiting.length > 0) {
				const batch = waiting;
				waiting = [];
				try {
					await store.save(joinAppends(batch));
				} catch (error) {
					waiting = [...batch, ...waiting];
					const before = problem;
					problem = storeError(error);
					unschedule();
					schedule();
					if (before === null) onSaving(problem);
					return false;
				}
			}
			if (problem !== null) onSaving(null);
			problem = null;
			return true;
		} finally {
			// Not in a later microtask: whoever adds and flushes meanwhile must not be given this write's answer.
			writing = null;
		}
	}

	/** Never rejects. */
	function flush(): Promise<boolean> {
		unschedule();
		if (waiting.length > 0) writing ??= write();
		return writing ?? Promise.resolve(true);
	}

	return {
		add(change) {
			waiting.push(change);
			schedule();
		},
		problem: () => problem,
		flush,
		close() {
			closed = true;
			unschedule();
		},
	};
}

/** An error that is not the store's own is a defect, and would come again. */
function storeError(error: unknown): StoreError {
	return error instanceof StoreError ? error : new StoreError('refused', String(error), { cause: error });
}

/**
 * Makes one change of many of the same kind: a text, a body or an exchange is written once a batch, at the place of
 * its first change, which comes after whatever it belongs to.
 */
function joinAppends(changes: readonly Change[]): Change[] {
	const joined: Change[] = [];
	const places = new Map<string, number>();
	const bodies = new Map<string, { readonly chunks: Uint8Array[]; readonly arrivals: Arrivals[number][] }>();
	for (const change of changes) {
		const key = joinKey(change);
		const place = key === null ? undefined : places.get(key);
		const before = place === undefined ? undefined : joined[place];
		if (key === null || place === undefined || before === undefined) {
			if (key !== null) places.set(key, joined.length);
			if (change.type === 'response-bytes') {
				bodies.set(change.attemptId, { chunks: [change.bytes], arrivals: [...change.arrivals] });
			}
			joined.push(change);
		} else if (change.type === 'answer-part' && before.type === 'answer-part') {
			const part = joinParts(before.part, change.part);
			if (part === null) {
				places.set(key, joined.length);
				joined.push(change);
			} else joined[place] = { ...before, part };
		} else if (change.type === 'response-bytes' && before.type === 'response-bytes') {
			const body = bodies.get(change.attemptId);
			body?.chunks.push(change.bytes);
			body?.arrivals.push(...change.arrivals);
		} else {
			joined[place] = change;
		}
	}
	return joined.map((change) => {
		const body = change.type === 'response-bytes' ? bodies.get(change.attemptId) : undefined;
		if (change.type !== 'response-bytes' || body === undefined) return change;
		return { ...change, bytes: concatBytes(body.chunks), arrivals: body.arrivals };
	});
}

function joinKey(change: Change): string | null {
	if (change.type === 'answer-part') return `answer ${change.messageId}`;
	if (change.type === 'response-bytes') return `bytes ${change.attemptId}`;
	if (change.type === 'exchange') return `exchange ${change.exchange.id}`;
	return null;
}

import { concatBytes } from '../bytes.ts';
import type { Arrivals, Change, Store } from '../storage/store.ts';

/** How long changes are gathered before they are written, and how long a failed write rests; milliseconds. */
const GATHER_MS = 100;
const REST_MS = 2000;

/** Changes of one turn on their way to the store. Nothing is dropped: what can't be written waits and is tried again. */
export interface Journal {
	add(change: Change): void;
	/** Writes what waits, now. True when nothing waits any more. */
	flush(): Promise<boolean>;
	/** Ends the tries. Changes that still wait are given up. */
	close(): void;
}

/**
 * @param onSaving told `true` when a write has failed and `false` when everything is written again.
 */
export function openJournal(store: Pick<Store, 'save'>, onSaving: (failed: boolean) => void): Journal {
	let waiting: Change[] = [];
	let timer: NodeJS.Timeout | null = null;
	let writing: Promise<boolean> | null = null;
	let failed = false;
	let closed = false;

	function schedule(delay: number): void {
		if (timer !== null || closed) return;
		timer = setTimeout(() => {
			timer = null;
			void flush();
		}, delay);
	}

	async function write(): Promise<boolean> {
		if (timer !== null) clearTimeout(timer);
		timer = null;
		while (waiting.length > 0) {
			const batch = waiting;
			waiting = [];
			try {
				await store.save(joinAppends(batch));
			} catch {
				waiting = [...batch, ...waiting];
				schedule(REST_MS);
				if (!failed) onSaving(true);
				failed = true;
				return false;
			}
		}
		if (failed) onSaving(false);
		failed = false;
		return true;
	}

	function flush(): Promise<boolean> {
		writing ??= write().finally(() => {
			writing = null;
		});
		return writing;
	}

	return {
		add(change) {
			waiting.push(change);
			schedule(failed ? REST_MS : GATHER_MS);
		},
		flush,
		close() {
			closed = true;
			if (timer !== null) clearTimeout(timer);
			timer = null;
		},
	};
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
		} else if (change.type === 'answer-text' && before.type === 'answer-text') {
			joined[place] = { ...before, text: before.text + change.text };
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
	if (change.type === 'answer-text') return `text ${change.messageId}`;
	if (change.type === 'response-bytes') return `bytes ${change.attemptId}`;
	if (change.type === 'exchange') return `exchange ${change.exchange.id}`;
	return null;
}

import type { StorageSettings } from '../../../shared/model/app-settings.ts';
import type { Clock, Log } from '../ports.ts';
import type { Retention } from './forget.ts';
import { wordsOf } from './sqlite-error.ts';
import type { Store } from './store.ts';

/** How long it waits for more before it looks, and between two steps; milliseconds. */
const GATHER_MS = 200;
const REST_MS = 10;
const DAY_MS = 86_400_000;
const MEGABYTE = 1_000_000;

/** Keeps what is captured within its limits and the file small, a little at a time, while the app is used. */
export interface Housekeeping {
	/** There may be something to do. Returns at once. */
	wake(): void;
	/** Ends after the step at hand. */
	close(): Promise<void>;
}

/** How long bodies are kept, as of now. */
export function retentionOf(settings: StorageSettings, now: number): Retention {
	return {
		before: settings.keepDays === null ? null : now - settings.keepDays * DAY_MS,
		maxBytes: settings.maxMegabytes === null ? null : settings.maxMegabytes * MEGABYTE,
	};
}

/** @param forgot told the conversations of which bodies were erased, after each time that something was done. */
export function createHousekeeping(options: {
	readonly store: Pick<Store, 'readOnly' | 'retain' | 'tidy'>;
	readonly settings: () => StorageSettings;
	readonly clock: Clock;
	readonly log: Log;
	readonly forgot: (conversationIds: ReadonlySet<string>) => void;
}): Housekeeping {
	const { store, clock, log } = options;
	let timer: NodeJS.Timeout | null = null;
	let step: Promise<void> = Promise.resolve();
	let closed = store.readOnly;
	let forgotten = new Set<string>();

	function schedule(delay: number): void {
		if (closed || timer !== null) return;
		timer = setTimeout(() => {
			timer = null;
			step = take();
		}, delay);
		// It must not keep a process alive that has nothing else to do.
		timer.unref();
	}

	async function take(): Promise<void> {
		try {
			const now = clock.now();
			const erased = await store.retain(retentionOf(options.settings(), now), now);
			for (const id of erased) forgotten.add(id);
			if (erased.length > 0 || (await store.tidy())) {
				schedule(REST_MS);
				return;
			}
		} catch (error) {
			// A full disk, a lock: the next time that it is woken may be better.
			log.warn(`The database could not be tidied up: ${wordsOf(error)}`);
		}
		if (forgotten.size === 0) return;
		const told = forgotten;
		forgotten = new Set();
		options.forgot(told);
	}

	return {
		wake: () => schedule(GATHER_MS),
		async close() {
			closed = true;
			if (timer !== null) clearTimeout(timer);
			await step;
		},
	};
}

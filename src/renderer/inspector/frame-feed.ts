import type { Frame, FramePage } from '../../shared/model/exchange.ts';
import type { LoadFailure } from './use-loaded.ts';
import { loadFailure } from './use-loaded.ts';

/** What is held of a response's frames. `total` may be more than are held. */
export interface Frames {
	readonly frames: readonly Frame[];
	readonly total: number;
	/** Bytes after the last whole frame. */
	readonly trailingBytes: number;
	/** False until the first page is there. */
	readonly known: boolean;
	readonly failure: LoadFailure | null;
}

/** Before anything was read. */
export const noFrames: Frames = { frames: [], total: 0, trailingBytes: 0, known: false, failure: null };

/** The frames of one response, read page by page, also while they arrive. */
export interface FrameFeed {
	readonly frames: () => Frames;
	/** Tells of every change; gives the unsubscribe. While nobody listens, nothing more is read. */
	subscribe(listener: () => void): () => void;
	/** Reads what is new, until `upTo` frames are held. While it reads, a further call is done after it. */
	pull(upTo: number): void;
}

/** Frames in a page: some 2 MB of JSON at most for a chat's deltas. */
export const PAGE = 2000;

/**
 * Makes a feed. `read` gets a page after a frame's index; `pause` resolves when a feed that was asked again while it
 * read may go on, so that a fast stream is not asked for frame by frame.
 */
export function createFrameFeed(
	read: (after: number, limit: number) => Promise<FramePage>,
	pause: () => Promise<void>,
): FrameFeed {
	let held = noFrames;
	let wanted = 0;
	let reading = false;
	let again = false;
	const listeners = new Set<() => void>();

	const set = (next: Frames): void => {
		held = next;
		for (const listener of listeners) listener();
	};

	const readRest = async (): Promise<void> => {
		do {
			const { frames } = held;
			const limit = Math.max(1, Math.min(PAGE, wanted - frames.length));
			const page = await read(frames.at(-1)?.index ?? 0, limit);
			if (listeners.size === 0) return;
			const { total, trailingBytes } = page;
			set({ frames: [...frames, ...page.frames], total, trailingBytes, known: true, failure: null });
			if (page.frames.length === 0) return;
		} while (held.frames.length < Math.min(held.total, wanted));
	};

	const run = async (): Promise<void> => {
		reading = true;
		try {
			do {
				again = false;
				await readRest();
				if (again) await pause();
			} while (again);
		} catch (error) {
			set({ ...held, failure: loadFailure(error) });
		} finally {
			reading = false;
		}
	};

	return {
		frames: () => held,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		pull(upTo) {
			wanted = Math.max(wanted, upTo);
			if (reading) again = true;
			else void run();
		},
	};
}

import type { Frame, FramePage } from '../../../shared/model/exchange.ts';
import type { LoadFailure } from '../use-loaded.ts';
import { loadFailure } from '../use-loaded.ts';

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
	/** Reads what is new, until `upTo` frames are held. Asked again while it reads or pauses, it does so once more after. */
	pull(upTo: number): void;
}

/** Frames in a page: some 2 MB of JSON at most for a chat's deltas. */
export const PAGE = 2000;

/** Whether a response that has ended did so inside a frame; not before all of its frames are held. `size`: its bytes. */
export function cutInsideFrame({ frames, trailingBytes }: Frames, size: number): boolean {
	const last = frames.at(-1);
	const whole = last === undefined ? 0 : last.offset + last.length;
	return trailingBytes > 0 && whole + trailingBytes === size;
}

/**
 * Makes a feed. `read` gets a page after a frame's index; `pause` resolves when a feed that has read may read again, so
 * that a fast stream is not asked for frame by frame: every reading costs the core a walk over the whole body.
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
			const enough = frames.length >= wanted;
			// Where enough are held, only the total is asked for: no page is without a frame, but one after the end is empty.
			const page = enough
				? { ...(await read(held.total, 1)), frames: [] }
				: await read(frames.at(-1)?.index ?? 0, Math.min(PAGE, wanted - frames.length));
			if (listeners.size === 0) return;
			const { total, trailingBytes } = page;
			const news = page.frames.length > 0 || total !== held.total || trailingBytes !== held.trailingBytes;
			if (news || !held.known || held.failure !== null) {
				const next = page.frames.length > 0 ? [...frames, ...page.frames] : frames;
				set({ frames: next, total, trailingBytes, known: true, failure: null });
			}
			if (page.frames.length === 0) return;
		} while (held.frames.length < Math.min(held.total, wanted));
	};

	const run = async (): Promise<void> => {
		reading = true;
		do {
			again = false;
			await readRest().catch((error: unknown) => set({ ...held, failure: loadFailure(error) }));
			await pause();
		} while (again && listeners.size > 0);
		reading = false;
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

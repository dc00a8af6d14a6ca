import type { FramePulse } from '../../../shared/model/exchange.ts';

/** When the frames of one response were there, read on while they arrive. */
export interface PulseFeed {
	readonly pulse: () => FramePulse;
	/** Tells of every change; gives the unsubscribe. While nobody listens, nothing more is read. */
	subscribe(listener: () => void): () => void;
	/** Reads what is new. Asked again while it reads or pauses, it does so once more after. */
	pull(): void;
}

/**
 * Makes a feed. `read` gets what follows a frame's index; `pause` resolves when a feed that has read may read again: every
 * reading costs the core a walk over the whole body. A reading that fails changes nothing: the frames themselves say why.
 */
export function createPulseFeed(read: (after: number) => Promise<FramePulse>, pause: () => Promise<void>): PulseFeed {
	let held: FramePulse = [];
	let reading = false;
	let again = false;
	const listeners = new Set<() => void>();

	const run = async (): Promise<void> => {
		reading = true;
		do {
			again = false;
			const more = await read(held.length).catch((): FramePulse => []);
			if (more.length > 0) {
				held = [...held, ...more];
				for (const listener of listeners) listener();
			}
			await pause();
		} while (again && listeners.size > 0);
		reading = false;
	};

	return {
		pulse: () => held,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		pull() {
			if (reading) again = true;
			else void run();
		},
	};
}

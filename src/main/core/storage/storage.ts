import type { Captured, StorageUse } from '../../../shared/model/storage.ts';
import type { Clock } from '../ports.ts';
import type { Store } from './store.ts';

/** What a window may see of the database's size, and do about it. */
export interface Storage {
	use(): Promise<StorageUse>;
	captured(conversationId: string): Promise<Captured>;
	/** Erases what is captured of a conversation, but for a running turn, and gives what is left. */
	forget(conversationId: string): Promise<Captured>;
	freeSpace(): Promise<StorageUse>;
}

export function createStorage(options: {
	readonly store: Pick<Store, 'use' | 'captured' | 'forget' | 'freeSpace'>;
	readonly clock: Clock;
	/** What is kept of a conversation has changed. */
	readonly changed: (conversationId: string) => void;
}): Storage {
	const { store } = options;
	return {
		use: () => store.use(),
		captured: (id) => store.captured(id),
		async forget(id) {
			await store.forget(id, options.clock.now());
			options.changed(id);
			return store.captured(id);
		},
		async freeSpace() {
			await store.freeSpace();
			return store.use();
		},
	};
}

/** Work that must not overlap with other work for the same thing. */
export interface OneAtATime {
	/** Does the work once all that was begun for the same id before is over; gives what the work gives, or rejects as it does. */
	alone<T>(id: string, work: () => Promise<T>): Promise<T>;
	/** When no work is being done or waited for. */
	idle(): Promise<void>;
}

export function oneAtATime(): OneAtATime {
	/** When the work for an id is over. */
	const busy = new Map<string, Promise<void>>();
	return {
		async alone(id, work) {
			for (let before = busy.get(id); before !== undefined; before = busy.get(id)) await before;
			const { promise, resolve } = Promise.withResolvers<void>();
			busy.set(id, promise);
			try {
				return await work();
			} finally {
				busy.delete(id);
				resolve();
			}
		},
		async idle() {
			while (busy.size > 0) await Promise.all(busy.values());
		},
	};
}

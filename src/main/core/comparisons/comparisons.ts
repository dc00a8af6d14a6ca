import type { Conversation } from '../../../shared/model/conversation.ts';
import type { RequestSettingsPatch } from '../../../shared/model/settings.ts';
import type { Conversations } from '../conversations/conversations.ts';

/** What is done with all the conversations of a comparison at once. False: it has none (any more). */
export interface Comparisons {
	/** New conversations, a column each. Rejects with a `StoreError`, and leaves none of them, when one can't be saved. */
	create(columns: readonly RequestSettingsPatch[]): Promise<Conversation[]>;
	rename(id: string, title: string): Promise<boolean>;
	/** Running turns are stopped. */
	remove(id: string): Promise<boolean>;
	/** Brings back what the last `remove` took out; a column that had been taken out before stays out. */
	restore(id: string): Promise<boolean>;
}

export function createComparisons(options: {
	readonly conversations: Pick<Conversations, 'list' | 'create' | 'rename' | 'remove' | 'restore'>;
	readonly newId: () => string;
}): Comparisons {
	const { conversations, newId } = options;
	/** Conversations by the comparison that was taken out with them. */
	const removed = new Map<string, readonly string[]>();

	async function idsOf(comparison: string): Promise<readonly string[]> {
		const list = await conversations.list();
		return list.filter((one) => one.comparison?.id === comparison).map(({ id }) => id);
	}

	return {
		async create(columns) {
			const id = newId();
			const made: Conversation[] = [];
			try {
				for (const [position, settings] of columns.entries()) {
					made.push(await conversations.create(settings, { id, position }));
				}
			} catch (error) {
				await Promise.allSettled(made.map((one) => conversations.remove(one.id)));
				throw error;
			}
			return made;
		},
		async rename(id, title) {
			const renamed = await Promise.all((await idsOf(id)).map((one) => conversations.rename(one, title)));
			return renamed.some((summary) => summary !== null);
		},
		async remove(id) {
			const ids = await idsOf(id);
			if (ids.length === 0) return false;
			removed.set(id, ids);
			await Promise.all(ids.map((one) => conversations.remove(one)));
			return true;
		},
		async restore(id) {
			const restored = await Promise.all((removed.get(id) ?? []).map((one) => conversations.restore(one)));
			removed.delete(id);
			return restored.some((summary) => summary !== null);
		},
	};
}

import type { ConversationSummary } from '../../shared/model/conversation.ts';

/** A line of the list: a conversation, or all columns of a comparison. */
export interface ListItem extends ConversationSummary {
	/** In their order; a conversation is its own only one. */
	readonly columns: readonly ConversationSummary[];
}

/** The lines of a list of conversations: a comparison stands where the newest of its columns does. */
export function listItems(list: readonly ConversationSummary[]): readonly ListItem[] {
	const items = new Map<string, ConversationSummary[]>();
	for (const one of list) {
		const key = one.comparison?.id ?? one.id;
		const columns = items.get(key);
		if (columns === undefined) items.set(key, [one]);
		else columns.push(one);
	}
	return [...items.values()].flatMap((members) => {
		const columns = members.toSorted((left, right) => place(left) - place(right));
		const [first] = columns;
		if (first === undefined) return [];
		const title = columns.find((one) => one.title !== '')?.title ?? '';
		return [{ ...first, title, updatedAt: Math.max(...columns.map(({ updatedAt }) => updatedAt)), columns }];
	});
}

function place({ comparison }: ConversationSummary): number {
	return comparison?.position ?? 0;
}

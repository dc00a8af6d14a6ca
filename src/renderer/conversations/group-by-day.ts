import type { ConversationSummary } from '../../shared/model/conversation.ts';

/** Where in the list a conversation stands: a word for the near past, else a month as `2026-11`. */
export type DayGroup = 'today' | 'yesterday' | 'week' | 'month' | `${number}-${number}`;

export interface Group<Item> {
	readonly group: DayGroup;
	readonly items: readonly Item[];
}

/** Groups conversations by their last day, in their own order. Days are the machine's calendar days, not 24 hours. */
export function groupByDay<Item extends Pick<ConversationSummary, 'updatedAt'>>(
	list: readonly Item[],
	now: Date,
): readonly Group<Item>[] {
	const groups = new Map<DayGroup, Item[]>();
	for (const item of list) {
		const group = groupOf(new Date(item.updatedAt), now);
		const items = groups.get(group);
		if (items === undefined) groups.set(group, [item]);
		else items.push(item);
	}
	return [...groups].map(([group, items]) => ({ group, items }));
}

function groupOf(day: Date, now: Date): DayGroup {
	const days = Math.round((startOfDay(now) - startOfDay(day)) / 86_400_000);
	if (days <= 0) return 'today';
	if (days === 1) return 'yesterday';
	if (days < 7) return 'week';
	if (days < 30) return 'month';
	return `${day.getFullYear()}-${day.getMonth() + 1}`;
}

function startOfDay(date: Date): number {
	return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** The conversations whose title holds every word of the search, whatever their case or width. */
export function filterByTitle<Item extends Pick<ConversationSummary, 'title'>>(
	list: readonly Item[],
	search: string,
): readonly Item[] {
	const words = fold(search)
		.split(/\s+/)
		.filter((word) => word !== '');
	return words.length === 0 ? list : list.filter(({ title }) => words.every((word) => fold(title).includes(word)));
}

function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}

import { expect, test } from 'vitest';
import { filterByTitle } from '../../../../src/renderer/conversations/group-by-day.ts';
import { listItems } from '../../../../src/renderer/conversations/list-items.ts';
import type { ConversationSummary } from '../../../../src/shared/model/conversation.ts';

function one(id: string, title: string, updatedAt: number, position?: number): ConversationSummary {
	return {
		id,
		title,
		modelId: 'm',
		operation: 'Converse',
		createdAt: 0,
		updatedAt,
		running: false,
		...(position === undefined ? {} : { comparison: { id: 'compared', position } }),
	};
}

test('a comparison is one line, where the newest of its columns stands', () => {
	const list = [
		one('new', 'Newest', 9),
		one('c2', 'カエル', 8, 2),
		one('talk', 'A talk', 7),
		one('c0', '', 6, 0),
		one('c1', 'カエル', 5, 1),
	];
	const items = listItems(list);
	expect(
		items.map(({ id, title, updatedAt, columns }) => [id, title, updatedAt, columns.map((column) => column.id)]),
	).toEqual([
		['new', 'Newest', 9, ['new']],
		['c0', 'カエル', 8, ['c0', 'c1', 'c2']],
		['talk', 'A talk', 7, ['talk']],
	]);
	expect(filterByTitle(items, 'ｶｴﾙ').map(({ id }) => id)).toEqual(['c0']);
});

import { expect, test } from 'vitest';
import { filterByTitle, groupByDay } from '../../../../src/renderer/conversations/group-by-day.ts';
import type { ConversationSummary } from '../../../../src/shared/model/conversation.ts';

const now = new Date(2026, 10, 21, 0, 30);

function at(id: string, date: Date): ConversationSummary {
	return {
		id,
		title: id,
		modelId: 'm',
		operation: 'Converse',
		createdAt: 0,
		updatedAt: date.getTime(),
		running: false,
	};
}

test('groups by calendar days, in the order of the list', () => {
	const list = [
		at('now', now),
		at('an hour ago', new Date(2026, 10, 20, 23, 30)),
		at('yesterday morning', new Date(2026, 10, 20, 0, 0)),
		at('monday', new Date(2026, 10, 16)),
		at('october', new Date(2026, 9, 30)),
		at('last year', new Date(2025, 10, 21)),
	];
	expect(groupByDay(list, now).map(({ group, items }) => [group, items.map(({ id }) => id)])).toEqual([
		['today', ['now']],
		['yesterday', ['an hour ago', 'yesterday morning']],
		['week', ['monday']],
		['month', ['october']],
		['2025-11', ['last year']],
	]);
});

test('a clock that was set back does not hide anything', () => {
	expect(groupByDay([at('tomorrow', new Date(2026, 10, 23))], now)[0]?.group).toBe('today');
});

test('a search looks at titles, whatever their case or width', () => {
	const list = ['カエルの俳句', 'AWS Ｌａｍｂｄａ とは', 'Why was I throttled?'].map((title) => at(title, now));
	const found = (search: string) => filterByTitle(list, search).map(({ title }) => title);
	expect(found('lambda')).toEqual(['AWS Ｌａｍｂｄａ とは']);
	expect(found('ｶｴﾙ')).toEqual(['カエルの俳句']);
	expect(found('throttled why')).toEqual(['Why was I throttled?']);
	expect(found('  ')).toHaveLength(3);
	expect(found('nothing')).toEqual([]);
});

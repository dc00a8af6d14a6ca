import { expect, test } from 'vitest';
import { roundsOf } from '../../../../src/renderer/comparison/rounds-of.ts';
import type { ContentBlock } from '../../../../src/shared/model/content.ts';
import type { Turn } from '../../../../src/shared/model/conversation.ts';

function asked(id: string, at: number, text: string, files: readonly ContentBlock[] = []): Turn {
	return {
		id,
		conversationId: id.slice(0, 1),
		question: {
			id: `question of ${id}`,
			conversationId: id.slice(0, 1),
			parentId: null,
			role: 'user',
			content: [{ type: 'text', text }, ...files],
			createdAt: at,
		},
		answer: null,
		state: 'complete',
		failure: null,
		exchanges: [],
		startedAt: at,
		endedAt: at,
		unsaved: false,
	};
}

function file(sha256: string): ContentBlock {
	return { type: 'attachment', kind: 'image', format: 'png', name: 'a.png', size: 1, sha256 };
}

function ids(columns: readonly (readonly Turn[])[]) {
	return roundsOf(columns).map(({ cells }) => cells.map((turn) => turn?.id ?? null));
}

test('what was asked in all columns stands side by side, also when it was asked twice', () => {
	expect(
		ids([
			[asked('a1', 1, 'What?'), asked('a2', 11, 'What?'), asked('a3', 21, 'Why?')],
			[asked('b1', 2, 'What?'), asked('b2', 10, 'What?'), asked('b3', 20, 'Why?')],
		]),
	).toEqual([
		['a1', 'b1'],
		['a2', 'b2'],
		['a3', 'b3'],
	]);
});

test('a column that was added later lacks what was asked before, until it is asked there', () => {
	const first = [asked('a1', 1, 'What?'), asked('a2', 10, 'Why?')];
	expect(ids([first, [asked('b1', 11, 'Why?')], []])).toEqual([
		['a1', null, null],
		['a2', 'b1', null],
	]);
	expect(ids([first, [asked('b1', 99, 'What?')]])).toEqual([
		['a1', 'b1'],
		['a2', null],
	]);
});

test('what was sent in one column alone has a row of its own, and the order of each column stays', () => {
	expect(
		ids([
			[asked('a1', 1, 'What?'), asked('a2', 5, 'Edited'), asked('a3', 10, 'Why?')],
			[asked('b1', 1, 'What?'), asked('b2', 11, 'Why?'), asked('b3', 20, 'Edited')],
		]),
	).toEqual([
		['a1', 'b1'],
		['a2', null],
		['a3', 'b2'],
		[null, 'b3'],
	]);
});

test('the same words with another file are another question', () => {
	const columns = [[asked('a1', 1, 'What?', [file('1')])], [asked('b1', 2, 'What?', [file('2')])]];
	expect(ids(columns)).toEqual([
		['a1', null],
		[null, 'b1'],
	]);
	expect(ids([[asked('a1', 1, 'What?', [file('1')])], [asked('b1', 2, 'What?', [file('1')])]])).toEqual([['a1', 'b1']]);
});

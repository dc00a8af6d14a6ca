import { expect, test } from 'vitest';
import { freeName, moved, newTool } from '../../../../../src/renderer/settings/request/tool-list.ts';
import { nameProblem } from '../../../../../src/shared/requests/tool-names.ts';

const tool = (name: string) => ({ ...newTool([]), name });

test('a new name is free', () => {
	const tools = [tool('look'), tool('look_2')];
	expect(freeName(tools, 'find')).toBe('find');
	expect(freeName(tools, 'look')).toBe('look_3');
	expect(freeName(tools, 'look_2')).toBe('look_3');
});

test('a tool is moved', () => {
	const tools = [tool('a'), tool('b'), tool('c')];
	expect(moved(tools, 0, 1).map(({ name }) => name)).toEqual(['b', 'a', 'c']);
	expect(moved(tools, 2, 0).map(({ name }) => name)).toEqual(['c', 'a', 'b']);
});

test('names that AWS refuses', () => {
	expect(nameProblem([tool('get_weather-2')], 0)).toBeNull();
	expect(nameProblem([tool('x'.repeat(64))], 0)).toBeNull();
	expect(nameProblem([tool('x'.repeat(65))], 0)).toBe('form');
	expect(nameProblem([tool('天気')], 0)).toBe('form');
	expect(nameProblem([tool('a.b')], 0)).toBe('form');
	expect(nameProblem([tool('a'), tool('a')], 1)).toBe('twice');
});

test('what a new tool begins with is JSON', () => {
	expect(JSON.parse(newTool([]).inputSchema)).toMatchObject({ type: 'object', required: ['city'] });
});

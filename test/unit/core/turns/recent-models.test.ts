import { expect, test } from 'vitest';
import { withRecent } from '../../../../src/main/core/turns/recent-models.ts';
import { RECENT_MODELS } from '../../../../src/shared/model/app-settings.ts';

test('the model of the last call comes first, and is there once', () => {
	expect(withRecent([], 'a')).toEqual(['a']);
	expect(withRecent(['a', 'b', 'c'], 'c')).toEqual(['c', 'a', 'b']);
});

test('the oldest are let go', () => {
	const full = Array.from({ length: RECENT_MODELS }, (_, index) => `m${index}`);
	expect(withRecent(full, 'new')).toEqual(['new', ...full.slice(0, -1)]);
});

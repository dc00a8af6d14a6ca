import { expect, test } from 'vitest';
import { callsModel, isFavourite, toggleId, toggleModel } from '../../../../src/renderer/models/favourites.ts';
import type { CallId } from '../../../../src/shared/model/model-entry.ts';

const own = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc';
const way = (id: string): CallId => ({ id, type: 'system', prefix: null, name: null, regions: null, price: null });
const haiku = { id: 'anthropic.haiku', callId: 'us.anthropic.haiku', callIds: [way('us.anthropic.haiku'), way(own)] };

test('a model is a favourite under whichever id', () => {
	expect(isFavourite([], haiku)).toBe(false);
	expect(isFavourite(['anthropic.other'], haiku)).toBe(false);
	for (const id of ['us.anthropic.haiku', 'eu.anthropic.haiku', 'anthropic.haiku', own]) {
		expect(callsModel(id, haiku), id).toBe(true);
		expect(isFavourite(['x', id], haiku), id).toBe(true);
	}
});

test('the star of a model adds the id to use first, and takes every one out', () => {
	expect(toggleModel(['x'], haiku)).toEqual(['x', 'us.anthropic.haiku']);
	expect(toggleModel(['eu.anthropic.haiku', 'x', own], haiku)).toEqual(['x']);
});

test('the star of an id is for this id alone', () => {
	expect(toggleId(['us.anthropic.haiku'], own)).toEqual(['us.anthropic.haiku', own]);
	expect(toggleId(['us.anthropic.haiku', own], own)).toEqual(['us.anthropic.haiku']);
});

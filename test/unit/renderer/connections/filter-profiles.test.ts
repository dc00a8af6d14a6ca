import { expect, test } from 'vitest';
import { filterProfiles } from '../../../../src/renderer/connections/filter-profiles.ts';
import type { Connection } from '../../../../src/shared/model/connection.ts';
import { profileConnection } from '../../../../src/shared/model/connection.ts';

const profile = (name: string): Connection => ({
	id: profileConnection(name),
	name,
	kind: 'static',
	region: null,
	regionFrom: null,
	mfa: false,
	signIn: null,
	expiresAt: null,
});
const names = (rows: readonly Connection[]) => rows.map(({ name }) => name);
const many = Array.from({ length: 3000 }, (_, index) => profile(`team-${index}`));

test('nothing typed: all, in their order', () => {
	const { rows, more } = filterProfiles(['b', 'a', 'c'].map(profile), '', 'practice');
	expect([names(rows), more]).toEqual([['b', 'a', 'c'], 0]);
});

test('every word must be in the name, whatever its case and width', () => {
	const profiles = ['Prod-Tokyo', 'dev-tokyo', 'prod-osaka'].map(profile);
	expect(names(filterProfiles(profiles, ' TOKYO　ｐｒｏｄ ', 'practice').rows)).toEqual(['Prod-Tokyo']);
	expect(filterProfiles(profiles, 'kyoto', 'practice')).toEqual({ rows: [], more: 0 });
});

test('of thousands 100 are drawn, and the others counted', () => {
	const { rows, more } = filterProfiles(many, '', 'practice');
	expect([names(rows).at(0), names(rows).at(-1), more]).toEqual(['team-0', 'team-99', 2900]);
});

test('the chosen one is drawn, first where its own place is too far down', () => {
	const far = filterProfiles(many, '', 'profile:team-2500');
	expect([names(far.rows).slice(0, 2), names(far.rows).at(-1), far.rows.length, far.more]).toEqual([
		['team-2500', 'team-0'],
		'team-98',
		100,
		2900,
	]);
	expect(names(filterProfiles(many, '', 'profile:team-50').rows)[50]).toBe('team-50');
	expect(names(filterProfiles(many, 'team-29', 'profile:team-2500').rows)).not.toContain('team-2500');
});

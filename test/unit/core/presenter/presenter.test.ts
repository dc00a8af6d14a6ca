import { expect, test } from 'vitest';
import { createPresenter } from '../../../../src/main/core/presenter/presenter.ts';

test('what could not be learnt about the machine is asked for again: nothing is shown before', async () => {
	let asked = 0;
	const presenter = createPresenter({
		isOn: () => true,
		known: async () => {
			asked += 1;
			if (asked === 1) throw new Error('EMFILE');
			return { profiles: ['quarry-data'], people: [], hosts: [] };
		},
		drafts: 'app.shown',
	});
	await expect(presenter.masker()).rejects.toThrow('EMFILE');
	expect((await presenter.masker())?.mask('as quarry-data')).toBe('as ••••1');
	await presenter.masker();
	expect(asked).toBe(2);
});

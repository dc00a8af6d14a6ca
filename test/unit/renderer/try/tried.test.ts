import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { appStore, NEW } from '../../../../src/renderer/state/app-store.ts';
import { setDraft } from '../../../../src/renderer/state/conversations.ts';
import { tryOut, undoTry } from '../../../../src/renderer/try/tried.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { stubBareWindow } from '../../../helpers/bare-window.ts';

const empty = appStore.getState();
beforeAll(() => {
	stubBareWindow();
});
beforeEach(() => appStore.setState(empty, true));
afterAll(() => vi.unstubAllGlobals());

const short = { text: 'Long!', settings: { ...defaultRequestSettings, maxTokens: 20 }, files: [], result: null };
const warm = { text: 'Warm?', settings: { ...defaultRequestSettings, temperature: 0.5 }, files: [], result: null };
const standing = () => ({ draft: appStore.getState().drafts[NEW], fresh: appStore.getState().fresh });

test('the way back leads over several tries to what a person had themselves', async () => {
	setDraft(null, 'mine');
	await tryOut('cut', short);
	await tryOut('bothSampling', warm);
	expect(standing()).toEqual({ draft: 'Warm?', fresh: warm.settings });
	await undoTry();
	expect(standing()).toEqual({ draft: 'mine', fresh: empty.fresh });
});

test('what a person has made of the words of a try comes back after another one', async () => {
	setDraft(null, 'mine');
	await tryOut('cut', short);
	setDraft(null, 'Long, and my own words');
	await tryOut('bothSampling', warm);
	await undoTry();
	expect(standing()).toEqual({ draft: 'Long, and my own words', fresh: short.settings });
});

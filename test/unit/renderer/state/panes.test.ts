import { expect, test } from 'vitest';
import { fitPanes } from '../../../../src/renderer/state/panes.ts';
import { defaultAppSettings } from '../../../../src/shared/model/app-settings.ts';

const { layout } = defaultAppSettings;

test('in a wide window the panes have the widths that were chosen', () => {
	const panes = fitPanes(layout, 1600);
	expect(panes.conversations.width).toBe(252);
	expect(panes.inspector).toEqual({ width: 460, min: 320, max: 1600 - 252 - 440 });
	expect(panes.overlay).toBe(false);
});

test('the inspector gives way before the chat does', () => {
	expect(fitPanes(layout, 1060).inspector.width).toBe(1060 - 252 - 440);
	expect(fitPanes(layout, 1060).overlay).toBe(false);
});

test('at 900 pixels the inspector lies over the chat, and goes beside it when the list is closed', () => {
	expect(fitPanes(layout, 900).overlay).toBe(true);
	expect(fitPanes(layout, 900).conversations.width).toBe(216);
	const closed = fitPanes({ ...layout, conversationsOpen: false }, 900);
	expect(closed.overlay).toBe(false);
	expect(closed.inspector.width).toBe(460);
});

test('an overlay leaves something of the chat in view', () => {
	expect(fitPanes({ ...layout, inspectorWidth: 2000 }, 700).inspector.width).toBe(580);
});

test('the inspector gives way until all columns of a comparison are in view', () => {
	expect(fitPanes(layout, 1360, 2).inspector.width).toBe(460);
	expect(fitPanes(layout, 1360, 3)).toMatchObject({ overlay: false, inspector: { width: 1360 - 252 - 3 * 248 } });
	expect(fitPanes(layout, 1600, 4)).toMatchObject({ overlay: false, inspector: { width: 1600 - 252 - 4 * 248 } });
});

test('where not all columns fit beside the inspector, two are left in view', () => {
	const panes = fitPanes({ ...layout, inspectorWidth: 2000 }, 1360, 4);
	expect(panes).toMatchObject({ overlay: false, inspector: { width: 1360 - 252 - 2 * 248 } });
	expect(fitPanes(layout, 1360, 4).inspector.width).toBe(460);
	expect(fitPanes(layout, 900, 3).overlay).toBe(true);
});

test('columns are crowded where they have room for all of them, but not beside the inspector', () => {
	const four = 4 * 248;
	const crowded = [252 + four - 1, 252 + four, 252 + four + 319, 252 + four + 320].map(
		(window) => fitPanes(layout, window, 4).crowded,
	);
	expect(crowded).toEqual([false, true, true, false]);
	expect(fitPanes(layout, 900).crowded).toBe(false);
});

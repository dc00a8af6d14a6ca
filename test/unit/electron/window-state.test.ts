import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBounds, writeBounds } from '../../../src/main/electron/window-state.ts';

const screens = [
	{ x: 0, y: 0, width: 1920, height: 1080 },
	{ x: 1920, y: -200, width: 1280, height: 1024 },
];
const usual = { width: 1440, height: 900 };
let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'outcrop-window-'));
	file = join(folder, 'window.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
	{ x: 10, y: 20, width: 1000, height: 700 },
	{ x: 2000, y: -150, width: 1000, height: 700 },
	{ x: -800, y: 0, width: 1000, height: 700 },
])('%j stands there again', (bounds) => {
	writeBounds(file, bounds);
	expect(readBounds(file, screens)).toEqual(bounds);
});

test.each([
	{ x: 3300, y: 0, width: 1000, height: 700 },
	{ x: -950, y: 0, width: 1000, height: 700 },
	{ x: 0, y: -30, width: 1000, height: 700 },
	{ x: 0, y: 1070, width: 1000, height: 700 },
])('%j can not be taken hold of any more', (bounds) => {
	writeBounds(file, bounds);
	expect(readBounds(file, screens)).toEqual(usual);
});

test.each(['', '{', '[]', '{"x":0,"y":0,"width":0,"height":700}', '{"x":"0"}'])('%j is not a place', (text) => {
	writeFileSync(file, text);
	expect(readBounds(file, screens)).toEqual(usual);
});

test('at first a window has its usual size; a place that can not be kept is not kept', () => {
	const nowhere = join(folder, 'missing', 'window.json');
	writeBounds(nowhere, { x: 1, y: 1, width: 1000, height: 700 });
	expect(readBounds(nowhere, screens)).toEqual(usual);
});

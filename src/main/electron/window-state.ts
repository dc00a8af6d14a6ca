import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';
import type { WindowBounds } from './window-options.ts';

const saved = z.object({
	x: z.number().int(),
	y: z.number().int(),
	width: z.number().int().min(1),
	height: z.number().int().min(1),
});

/** The first window's size, in CSS pixels. */
const usual: WindowBounds = { width: 1440, height: 900 };

/** Where the window stood when it was closed last, if that place is still on a screen. */
export function readBounds(file: string, workAreas: readonly Rectangle[]): WindowBounds {
	try {
		const bounds = saved.parse(JSON.parse(readFileSync(file, 'utf8')));
		return workAreas.some((area) => showsTitleBar(area, bounds)) ? bounds : usual;
	} catch {
		// There is none yet, or it is broken: nothing is lost with it.
		return usual;
	}
}

/** Keeps the place of a window that is being closed. Failing to is no reason not to close. */
export function writeBounds(file: string, bounds: Rectangle): void {
	try {
		writeFileSync(file, JSON.stringify(bounds));
	} catch {
		// The next window opens at the usual size.
	}
}

/** Enough of the upper edge must be on the screen to take hold of. */
function showsTitleBar(area: Rectangle, bounds: Rectangle): boolean {
	const right = Math.min(area.x + area.width, bounds.x + bounds.width);
	const visible = right - Math.max(area.x, bounds.x);
	return visible >= 100 && bounds.y >= area.y && bounds.y < area.y + area.height - 30;
}

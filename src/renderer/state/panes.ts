import { useSyncExternalStore } from 'react';
import type { Layout } from '../../shared/model/app-settings.ts';

import { pixelScale } from '../presenter/presenter-look.ts';

/** The narrowest chat that is still pleasant to read, CSS pixels. */
const CHAT_MIN = 440;
/** The narrowest column of a comparison, with its share of a scrollbar (comparison.module.css). */
const COLUMN_MIN = 248;
const CONVERSATIONS_MIN = 180;
const INSPECTOR_MIN = 320;

/** Where the panes stand in a window of some width. */
export interface Panes {
	readonly conversations: { readonly width: number; readonly min: number; readonly max: number };
	readonly inspector: { readonly width: number; readonly min: number; readonly max: number };
	/** True when there is no room beside the chat: the inspector then lies over it. */
	readonly overlay: boolean;
	/** True when all columns of a comparison have room, but not beside the inspector. */
	readonly crowded: boolean;
}

/**
 * Fits the panes into a window. The chat keeps a readable width: first the inspector gives way, then it lies over the
 * chat; widths that were chosen are kept for a wider window.
 * @param columns of a comparison, which are all to be in view, and where that can't be, two of them; 0: there is none
 */
export function fitPanes(layout: Layout, window: number, columns = 0): Panes {
	const conversationsMax = Math.max(CONVERSATIONS_MIN, Math.min(400, window - CHAT_MIN));
	const narrow = window < 1000 ? 216 : layout.conversationsWidth;
	const conversations = clamp(Math.min(layout.conversationsWidth, narrow), CONVERSATIONS_MIN, conversationsMax);
	const beside = window - (layout.conversationsOpen ? conversations : 0);
	const all = columns * COLUMN_MIN;
	const few = Math.min(all, 2 * COLUMN_MIN);
	const room = beside - Math.max(CHAT_MIN, beside - all < INSPECTOR_MIN ? few : all);
	const overlay = room < INSPECTOR_MIN;
	const inspectorMax = overlay ? Math.max(INSPECTOR_MIN, Math.min(640, window - 120)) : room;
	const inspector = clamp(layout.inspectorWidth, INSPECTOR_MIN, inspectorMax);
	return {
		conversations: { width: conversations, min: CONVERSATIONS_MIN, max: conversationsMax },
		inspector: { width: inspector, min: INSPECTOR_MIN, max: inspectorMax },
		overlay,
		crowded: all > 0 && beside >= all && beside - all < INSPECTOR_MIN,
	};
}

function clamp(value: number, min: number, max: number): number {
	return Math.min(max, Math.max(min, value));
}

function onResize(listener: () => void): () => void {
	window.addEventListener('resize', listener);
	return () => window.removeEventListener('resize', listener);
}

/** The window's inner width, CSS pixels. */
export function useWindowWidth(): number {
	return useSyncExternalStore(onResize, () => window.innerWidth / pixelScale());
}

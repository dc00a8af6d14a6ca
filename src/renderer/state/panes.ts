import { useSyncExternalStore } from 'react';
import type { Layout } from '../../shared/model/app-settings.ts';

import { pixelScale } from '../presenter/presenter-look.ts';

/** The narrowest chat that is still pleasant to read, CSS pixels. */
const CHAT_MIN = 440;
const CONVERSATIONS_MIN = 180;
const INSPECTOR_MIN = 320;

/** Where the panes stand in a window of some width. */
export interface Panes {
	readonly conversations: { readonly width: number; readonly min: number; readonly max: number };
	readonly inspector: { readonly width: number; readonly min: number; readonly max: number };
	/** True when there is no room beside the chat: the inspector then lies over it. */
	readonly overlay: boolean;
}

/**
 * Fits the panes into a window. The chat keeps a readable width: first the inspector gives way, then it lies over the
 * chat; widths that were chosen are kept for a wider window.
 */
export function fitPanes(layout: Layout, window: number): Panes {
	const conversationsMax = Math.max(CONVERSATIONS_MIN, Math.min(400, window - CHAT_MIN));
	const narrow = window < 1000 ? 216 : layout.conversationsWidth;
	const conversations = clamp(Math.min(layout.conversationsWidth, narrow), CONVERSATIONS_MIN, conversationsMax);
	const room = window - (layout.conversationsOpen ? conversations : 0) - CHAT_MIN;
	const overlay = room < INSPECTOR_MIN;
	const inspectorMax = overlay ? Math.max(INSPECTOR_MIN, Math.min(640, window - 120)) : room;
	const inspector = clamp(layout.inspectorWidth, INSPECTOR_MIN, inspectorMax);
	return {
		conversations: { width: conversations, min: CONVERSATIONS_MIN, max: conversationsMax },
		inspector: { width: inspector, min: INSPECTOR_MIN, max: inspectorMax },
		overlay,
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

/** Where the keyboard stands in the table of frames. Indexes count from 0. */
export interface FrameCursor {
	readonly active: number;
	readonly count: number;
	/** Rows that fit into the view. */
	readonly page: number;
	/** Whether the active row is open. */
	readonly open: boolean;
}

/** What a key does: move to a row, or open or close the active one. null: nothing. (ARIA practices: treegrid.) */
export function frameKey(key: string, cursor: FrameCursor): number | 'toggle' | null {
	const { active, count, page, open } = cursor;
	const to = (index: number): number => Math.min(Math.max(index, 0), count - 1);
	switch (key) {
		case 'ArrowDown':
			return to(active + 1);
		case 'ArrowUp':
			return to(active - 1);
		case 'PageDown':
			return to(active + page);
		case 'PageUp':
			return to(active - page);
		case 'Home':
			return to(0);
		case 'End':
			return to(count - 1);
		case 'Enter':
		case ' ':
			return 'toggle';
		case 'ArrowRight':
			return open ? null : 'toggle';
		case 'ArrowLeft':
			return open ? 'toggle' : null;
		default:
			return null;
	}
}

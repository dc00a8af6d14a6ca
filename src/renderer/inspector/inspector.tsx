import type { Turn } from '../../shared/model/conversation.ts';

/** The right pane: what went over the wire for the selected answer. */
export function Inspector(_: { readonly turn: Turn | null }) {
	return null;
}

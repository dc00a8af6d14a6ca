import type { ChatMessage } from '../call.ts';
import type { Seam } from './seam.ts';

/** How a further call goes on with an answer: what it sends, and how its text is joined. */
export interface Continuation {
	readonly messages: readonly ChatMessage[];
	/** null: its text is a new one. */
	readonly seam: Seam | null;
}

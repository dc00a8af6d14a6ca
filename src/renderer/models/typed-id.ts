import type { ModelEntry } from '../../shared/model/model-entry.ts';
import { isTooLong, isWholeId } from '../connections/model-groups.ts';
import { canChat } from './can-chat.ts';

/** An id that can be used as it was typed. `whole`: it is one for sure, and Enter takes it. */
export interface TypedId {
	readonly id: string;
	readonly whole: boolean;
}

/** The id in a search, or null: what is no id, and what a model to talk to that is listed is called by. */
export function typedId(query: string, models: readonly ModelEntry[]): TypedId | null {
	const id = query.trim();
	if (isTooLong(id) || !/^\S{3,}$/.test(id) || !/[.:]/.test(id)) return null;
	if (models.some((model) => model.callId === id && canChat(model))) return null;
	return { id, whole: isWholeId(id) };
}

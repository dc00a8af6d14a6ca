import type { Conversation, Turn } from '../../shared/model/conversation.ts';
import type { AppState, Selection } from './app-store.ts';
import { appStore, useApp } from './app-store.ts';

/** What is selected, and the way to select something else. For the chat and the inspector. */
export function useSelection(): readonly [Selection | null, (selection: Selection | null) => void] {
	return [useApp((state) => state.selection), select];
}

/** Selects an answer (and one exchange of it) for the inspector. */
export function select(selection: Selection | null): void {
	appStore.setState({ selection });
}

/** The selected turn of the open conversation; null when nothing is selected. */
export function selectedTurn(state: AppState): Turn | null {
	if (state.openId === null || state.selection === null) return null;
	const { turnId } = state.selection;
	return state.loaded[state.openId]?.turns.find((turn) => turn.id === turnId) ?? null;
}

/** The last answer of a conversation, all of it; null: it has none. */
export function lastAnswer(conversation: Conversation | undefined): Selection | null {
	const last = conversation?.turns.at(-1);
	return last === undefined ? null : { turnId: last.id, exchangeId: null };
}

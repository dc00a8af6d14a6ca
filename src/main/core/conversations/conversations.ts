import type { Conversation, ConversationSummary } from '../../../shared/model/conversation.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../../shared/model/settings.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../storage/store.ts';
import type { Turns } from '../turns/turns.ts';

/** The saved conversations. What is not there (any more) is null. */
export interface Conversations {
	list(): Promise<ConversationSummary[]>;
	get(id: string): Promise<Conversation | null>;
	create(settings: RequestSettingsPatch): Promise<Conversation>;
	rename(id: string, title: string): Promise<ConversationSummary | null>;
	remove(id: string): Promise<boolean>;
	restore(id: string): Promise<ConversationSummary | null>;
	updateSettings(id: string, patch: RequestSettingsPatch): Promise<Conversation | null>;
}

export function createConversations(options: {
	readonly store: Store;
	readonly turns: Pick<Turns, 'live' | 'stopIn'>;
	readonly clock: Clock;
	readonly newId: () => string;
	readonly defaults: () => RequestSettings;
	/** A conversation's place in the list, its title or its settings have changed. */
	readonly changed: (id: string) => void;
}): Conversations {
	const { store, turns, changed } = options;

	/** A turn that runs, or waits to be saved, is ahead of the store. */
	async function get(id: string): Promise<Conversation | null> {
		const stored = await store.conversation(id);
		if (stored === null) return null;
		return { ...stored, turns: stored.turns.map((turn) => turns.live(turn.id)?.turn() ?? turn) };
	}

	async function summary(id: string): Promise<ConversationSummary | null> {
		return (await store.listConversations()).find((conversation) => conversation.id === id) ?? null;
	}

	return {
		list: () => store.listConversations(),
		get,
		async create(patch) {
			const at = options.clock.now();
			const id = options.newId();
			const settings = applyPatch(options.defaults(), patch);
			await store.createConversation({ id, title: '', settings, at });
			changed(id);
			return { id, title: '', settings, createdAt: at, updatedAt: at, turns: [] };
		},
		async rename(id, title) {
			if ((await store.conversation(id)) === null) return null;
			await store.setTitle(id, title);
			changed(id);
			return summary(id);
		},
		async remove(id) {
			if ((await store.conversation(id)) === null) return false;
			await turns.stopIn(id);
			await store.deleteConversation(id, options.clock.now());
			changed(id);
			return true;
		},
		async restore(id) {
			await store.restoreConversation(id);
			changed(id);
			return summary(id);
		},
		async updateSettings(id, patch) {
			const conversation = await get(id);
			if (conversation === null) return null;
			const settings = applyPatch(conversation.settings, patch);
			await store.setSettings(id, settings);
			changed(id);
			return { ...conversation, settings };
		},
	};
}

/** Settings with a change; a key that is there but undefined changes nothing. */
export function applyPatch(settings: RequestSettings, patch: RequestSettingsPatch): RequestSettings {
	const given = Object.entries(patch).filter(([, value]) => value !== undefined);
	return { ...settings, ...(Object.fromEntries(given) as Partial<RequestSettings>) };
}

import type { ComparisonPlace, Conversation, ConversationSummary, Turn } from '../../../shared/model/conversation.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../../shared/model/settings.ts';
import { withPatch } from '../../../shared/model/settings.ts';
import type { Clock } from '../ports.ts';
import type { Store, StoredSummary } from '../storage/store.ts';
import type { Turns } from '../turns/turns.ts';

/** The saved conversations. What is not there (any more) is null. */
export interface Conversations {
	list(): Promise<ConversationSummary[]>;
	get(id: string): Promise<Conversation | null>;
	/** `comparison`: it is a column of one. */
	create(settings: RequestSettingsPatch, comparison?: ComparisonPlace): Promise<Conversation>;
	rename(id: string, title: string): Promise<ConversationSummary | null>;
	remove(id: string): Promise<boolean>;
	restore(id: string): Promise<ConversationSummary | null>;
	updateSettings(id: string, patch: RequestSettingsPatch): Promise<Conversation | null>;
}

export function createConversations(options: {
	readonly store: Store;
	readonly turns: Pick<Turns, 'live' | 'liveIn' | 'whileStopped'>;
	readonly clock: Clock;
	readonly newId: () => string;
	readonly defaults: () => RequestSettings;
	/** A conversation's place in the list, its title or its settings have changed. */
	readonly changed: (id: string) => void;
}): Conversations {
	const { store, turns, changed } = options;

	/** A turn that runs, or waits to be saved, is ahead of the store; so is one that ends while the store is read. */
	async function get(id: string): Promise<Conversation | null> {
		const before = turns.liveIn(id);
		const stored = await store.conversation(id);
		if (stored === null) return null;
		const ahead = (turn: Turn) => turns.live(turn.id) ?? before.get(turn.id);
		return { ...stored, turns: stored.turns.map((turn) => ahead(turn)?.turn() ?? turn) };
	}

	function withRunning(stored: StoredSummary): ConversationSummary {
		return { ...stored, running: [...turns.liveIn(stored.id).values()].some((turn) => turn.isRunning()) };
	}

	async function summary(id: string): Promise<ConversationSummary | null> {
		const stored = await store.conversationSummary(id);
		return stored === null ? null : withRunning(stored);
	}

	return {
		list: async () => (await store.listConversations()).map(withRunning),
		get,
		async create(patch, comparison) {
			const at = options.clock.now();
			const id = options.newId();
			const settings = withPatch(options.defaults(), patch);
			const place = comparison === undefined ? {} : { comparison };
			await store.createConversation({ id, title: '', settings, at, ...place });
			changed(id);
			return { id, title: '', settings, createdAt: at, updatedAt: at, turns: [], ...place };
		},
		async rename(id, title) {
			if (!(await store.setTitle(id, title))) return null;
			changed(id);
			return summary(id);
		},
		async remove(id) {
			const removed = await turns.whileStopped(id, () => store.deleteConversation(id, options.clock.now()));
			if (removed) changed(id);
			return removed;
		},
		async restore(id) {
			if (!(await store.restoreConversation(id))) return null;
			changed(id);
			return summary(id);
		},
		async updateSettings(id, patch) {
			if (!(await store.changeSettings(id, patch))) return null;
			changed(id);
			return get(id);
		},
	};
}

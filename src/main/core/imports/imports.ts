import type { Conversation, Turn } from '../../../shared/model/conversation.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import type { ImportedFrom } from '../../../shared/model/files.ts';
import { importedFrom } from '../../../shared/model/files.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import { defaultRequestSettings, region } from '../../../shared/model/settings.ts';
import type { RecordedAttachments } from '../export/recorded-attachments.ts';
import type { RecordedAttempt, Recording } from '../export/recording.ts';
import type { Store, StoredSummary } from '../storage/store.ts';
import { StoreError } from '../storage/store-error.ts';

/** The conversations that were read from files. They live in memory, until they are closed or the app ends. */
export interface Imports {
	/** Adds a recording, as the newest one; gives the id of its conversation. */
	add(recording: Recording, from: ImportedFrom, openedAt: number): string;
	/** False where there is none with this id. */
	close(conversationId: string): boolean;
	/** The newest first. */
	list(): StoredSummary[];
	conversation(id: string): Conversation | null;
	turn(id: string): Turn | null;
	exchange(id: string): Exchange | null;
	attempt(id: string): RecordedAttempt | null;
	/** The bytes of a file of one of its questions. */
	attachment(conversationId: string, sha256: string): Uint8Array | null;
}

/** What every id of an imported thing begins with. */
const PREFIX = 'imported:';

/** Whether an id is that of something imported. */
export function isImported(id: string): boolean {
	return id.startsWith(PREFIX);
}

/** An id for something imported. */
export function importedId(newId: () => string): string {
	return PREFIX + newId();
}

interface Held {
	readonly conversation: Conversation;
	readonly from: ImportedFrom;
	readonly attachments: RecordedAttachments;
	/** By their ids. */
	readonly turns: ReadonlyMap<string, Turn>;
	readonly exchanges: ReadonlyMap<string, Exchange>;
	readonly attempts: ReadonlyMap<string, RecordedAttempt>;
}

export function createImports(newId: () => string): Imports {
	const held = new Map<string, Held>();

	/** By its id: a file may hold thousands of calls, each of which is asked for by itself. */
	function find<T>(among: (one: Held) => ReadonlyMap<string, T>, id: string): T | null {
		for (const one of held.values()) {
			const found = among(one).get(id);
			if (found !== undefined) return found;
		}
		return null;
	}

	return {
		add(recording, from, openedAt) {
			const id = recording.turns[0]?.turn.conversationId ?? importedId(newId);
			const turns = recording.turns.map(({ turn }) => turn);
			const conversation: Conversation = {
				id,
				title: recording.title,
				settings: settingsOf(turns),
				createdAt: turns[0]?.startedAt ?? openedAt,
				updatedAt: openedAt,
				turns,
				imported: importedFrom.parse(from),
			};
			held.set(id, { ...indexOf(recording), conversation, from, attachments: recording.attachments ?? new Map() });
			return id;
		},
		close: (id) => held.delete(id),
		list: () => [...held.values()].map(summaryOf).toReversed(),
		conversation: (id) => held.get(id)?.conversation ?? null,
		turn: (id) => find(({ turns }) => turns, id),
		exchange: (id) => find(({ exchanges }) => exchanges, id),
		attempt: (id) => find(({ attempts }) => attempts, id),
		attachment: (conversationId, sha256) => held.get(conversationId)?.attachments.get(sha256) ?? null,
	};
}

function indexOf({ turns }: Recording): Pick<Held, 'turns' | 'exchanges' | 'attempts'> {
	const exchanges = turns.flatMap((turn) => turn.exchanges);
	return {
		turns: new Map(turns.map(({ turn }) => [turn.id, turn])),
		exchanges: new Map(
			exchanges.map(({ summary, attempts }) => [
				summary.id,
				{ ...summary, attempts: attempts.map(({ attempt }) => attempt) },
			]),
		),
		attempts: new Map(exchanges.flatMap(({ attempts }) => attempts).map((one) => [one.attempt.id, one])),
	};
}

function summaryOf({ conversation, from }: Held): StoredSummary {
	const { id, title, settings, createdAt, updatedAt } = conversation;
	return { id, title, modelId: settings.modelId, operation: settings.operation, createdAt, updatedAt, imported: from };
}

/** The settings of the last call, as far as it tells them. */
function settingsOf(turns: readonly Turn[]): RequestSettings {
	const last = turns.flatMap(({ exchanges }) => exchanges).at(-1);
	if (last === undefined) return defaultRequestSettings;
	return {
		...defaultRequestSettings,
		connection: last.connection,
		region: region.safeParse(last.region).data ?? null,
		modelId: last.modelId.trim().slice(0, 2048) || 'unknown',
		operation: last.operation,
	};
}

/** A store through which what was imported is read like what is kept, listed first. Nothing imported can be changed. */
export function withImports(store: Store, imports: Imports): Store {
	return {
		...store,
		async listConversations() {
			return [...imports.list(), ...(await store.listConversations())];
		},
		conversation: async (id) => (isImported(id) ? imports.conversation(id) : store.conversation(id)),
		conversationSummary: async (id) =>
			isImported(id) ? (imports.list().find((one) => one.id === id) ?? null) : store.conversationSummary(id),
		deleteConversation: async (id, at) => (isImported(id) ? imports.close(id) : store.deleteConversation(id, at)),
		turn: async (id) => (isImported(id) ? imports.turn(id) : store.turn(id)),
		exchange: async (id) => (isImported(id) ? imports.exchange(id) : store.exchange(id)),
		async body(attemptId, side) {
			if (!isImported(attemptId)) return store.body(attemptId, side);
			const found = imports.attempt(attemptId);
			if (found === null || (side === 'response' && found.attempt.response === null)) return null;
			const bytes = found[side];
			if (bytes === null) throw new StoreError('forgotten', `The file does not hold the ${side} body of ${attemptId}.`);
			return bytes;
		},
		attachment: async (conversationId, sha256) =>
			isImported(conversationId)
				? imports.attachment(conversationId, sha256)
				: store.attachment(conversationId, sha256),
		arrivals: async (attemptId) =>
			isImported(attemptId) ? (imports.attempt(attemptId)?.arrivals ?? null) : store.arrivals(attemptId),
	};
}

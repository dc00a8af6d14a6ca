import type { AnswerPart } from '../../../shared/model/content.ts';
import type {
	ComparisonPlace,
	Conversation,
	ConversationSummary,
	Message,
	Turn,
} from '../../../shared/model/conversation.ts';
import type { Attempt, Exchange, ExchangeSummary } from '../../../shared/model/exchange.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../../shared/model/settings.ts';
import type { Captured, StorageUse } from '../../../shared/model/storage.ts';
import type { Retention } from './forget.ts';

/**
 * Everything that the app keeps. Asynchronous, because at size its work leaves the main thread. Methods reject with a
 * `StoreError` (see `store-error.ts`); a change that rejects has changed nothing.
 */
export interface Store {
	/** True when the database is from a newer version: every change rejects. */
	readonly readOnly: boolean;

	/** Newest first (`updatedAt`, then creation), without the deleted ones. */
	listConversations(): Promise<StoredSummary[]>;
	/** With its turns in the order of the talk; null when there is none or it is deleted. */
	conversation(id: string): Promise<Conversation | null>;
	createConversation(created: {
		readonly id: string;
		readonly title: string;
		readonly settings: RequestSettings;
		readonly at: number;
		/** Where it is a column of a comparison. */
		readonly comparison?: ComparisonPlace | undefined;
	}): Promise<void>;
	/** As the list shows it; null when there is none or it is deleted. */
	conversationSummary(id: string): Promise<StoredSummary | null>;
	/** False when there is none or it is deleted; the same goes for the changes below. */
	setTitle(id: string, title: string): Promise<boolean>;
	/** Changes what the patch names, in one step. */
	changeSettings(id: string, patch: RequestSettingsPatch): Promise<boolean>;
	/** Hides a conversation; it is erased when the store is opened next. */
	deleteConversation(id: string, at: number): Promise<boolean>;
	/** False when there is none. */
	restoreConversation(id: string): Promise<boolean>;

	/** A turn with its question, answer and exchanges; null when there is none. */
	turn(id: string): Promise<Turn | null>;
	/** Applies all changes in one transaction, in their order. */
	save(changes: readonly Change[]): Promise<void>;

	exchange(id: string): Promise<Exchange | null>;
	/**
	 * All bytes kept of a body; rejects with `corrupt` when they do not fit their hash, with `forgotten` when they were
	 * erased on purpose. null: no such attempt or side.
	 */
	body(attemptId: string, side: 'request' | 'response'): Promise<Uint8Array | null>;
	/** When the bytes of a response were there. null: no such attempt. */
	arrivals(attemptId: string): Promise<Arrivals | null>;

	/**
	 * The bytes of a file that goes with a message of a conversation; null when there is none, or the conversation is
	 * deleted. Rejects with `corrupt` when they do not fit their hash.
	 */
	attachment(conversationId: string, sha256: string): Promise<Uint8Array | null>;

	/** What the database takes on the disk. */
	use(): Promise<StorageUse>;
	/** What is captured of one conversation. */
	captured(conversationId: string): Promise<Captured>;
	/** Erases the bodies of a conversation for good, but for those of a running turn. `at`: what is told as the time. */
	forget(conversationId: string, at: number): Promise<void>;
	/** Erases some of what is to be kept no longer. Gives the conversations of which it was; none: all is as it should be. */
	retain(retention: Retention, at: number): Promise<readonly string[]>;
	/** A small step towards a smaller file. False when there is none left. */
	tidy(): Promise<boolean>;
	/** Gives all that is empty of the file back to the disk: it is written anew, which may take seconds. */
	freeSpace(): Promise<void>;

	close(): Promise<void>;
}

/** A conversation in the list, as far as the store knows it: what runs is known to the turns. */
export type StoredSummary = Omit<ConversationSummary, 'running'>;

/**
 * Pairs of (bytes of the body received so far, milliseconds since the attempt's start), in order, one for each piece
 * that came out of the socket.
 */
export type Arrivals = ReadonlyArray<readonly [end: number, atMs: number]>;

/** A step in the life of a turn, to be kept. Upserts replace what has the same id. */
export type Change =
	/**
	 * A new turn with its question. Also moves its conversation to the top of the list, and gives it the title where it
	 * has none yet.
	 */
	| {
			readonly type: 'turn-begun';
			readonly turnId: string;
			readonly question: Message;
			readonly title: string;
			readonly at: number;
	  }
	/** A file that goes with messages of a conversation; one that is there already stays. Kept until the conversation goes. */
	| {
			readonly type: 'attachment';
			readonly conversationId: string;
			/** Hex, of the bytes. */
			readonly sha256: string;
			readonly bytes: Uint8Array;
	  }
	/** State, failure and end of a turn (all others of its fields are ignored). */
	| { readonly type: 'turn'; readonly turn: Pick<Turn, 'id' | 'state' | 'failure' | 'endedAt'> }
	/** Begins an answer: an assistant message with no text yet, which becomes the turn's answer. */
	| { readonly type: 'answer-begun'; readonly turnId: string; readonly message: Message }
	/** The turn has no answer (any more); what an earlier exchange left stays in the tree. */
	| { readonly type: 'answer-cleared'; readonly turnId: string }
	/** Something to append to an answer. */
	| { readonly type: 'answer-part'; readonly messageId: string; readonly part: AnswerPart }
	| { readonly type: 'exchange'; readonly exchange: ExchangeSummary }
	/** A new attempt, or its response, end or error. `requestBody` comes once, with the first. */
	| { readonly type: 'attempt'; readonly attempt: Attempt; readonly requestBody: Uint8Array | null }
	/** Bytes to append to an attempt's response body, and when they came. */
	| {
			readonly type: 'response-bytes';
			readonly attemptId: string;
			readonly bytes: Uint8Array;
			readonly arrivals: Arrivals;
	  };

import { assertNever } from '../../../shared/assert-never.ts';
import { insertAttachment, readAttachment } from './attachments.ts';
import { arrivalsOf, readBody } from './bodies.ts';
import {
	eraseDeleted,
	hideConversation,
	insertConversation,
	listConversations,
	patchSettings,
	readConversationHead,
	readConversationSummary,
	showConversation,
	updateTitle,
} from './conversations.ts';
import type { Database } from './database.ts';
import { interruptExchanges, readExchange, upsertAttempt, upsertExchange } from './exchanges.ts';
import { forgetConversation, retain } from './forget.ts';
import { foldAllChunks, insertChunk } from './messages.ts';
import { upsertRequestBody } from './request-bodies.ts';
import { foldSegments, insertSegment } from './response-bodies.ts';
import { notWritten, unreadable } from './sqlite-error.ts';
import type { Change, Store } from './store.ts';
import { StoreError } from './store-error.ts';
import { createTidying } from './tidy.ts';
import { beginTurn, interruptTurns, readTurns, setAnswer, updateTurn } from './turns.ts';
import { capturedOf, readUse } from './use.ts';

/**
 * A store over an open database of the newest version (or a newer one, `readOnly`). What an earlier run of the app left
 * behind is cleared up at once; when that can't be saved (a full disk), it is done with the first change that can. What
 * is broken in it is left as it is, and does not keep the rest from being saved.
 */
export function createStore(database: Database, options: { readonly readOnly: boolean }): Store {
	let recovered = options.readOnly;
	const tidying = createTidying(database);

	function recover(): void {
		if (recovered) return;
		eraseDeleted(database);
		interruptTurns(database);
		interruptExchanges(database);
		foldAllChunks(database);
	}

	/** Not in a transaction: for what SQLite does in one of its own. */
	async function alter<T>(work: () => T): Promise<T> {
		if (options.readOnly) throw new StoreError('read-only', 'The database is from a newer version of the app.');
		try {
			return work();
		} catch (error) {
			throw notWritten(error);
		}
	}

	function write<T>(work: () => T): Promise<T> {
		return alter(() => {
			const result = database.transaction(() => {
				recover();
				return work();
			});
			recovered = true;
			return result;
		});
	}

	async function read<T>(work: () => T): Promise<T> {
		try {
			return work();
		} catch (error) {
			throw unreadable(error);
		}
	}

	if (!recovered) {
		try {
			database.transaction(recover);
			recovered = true;
		} catch {
			// Said with the first change that fails for the same reason.
		}
	}

	return {
		readOnly: options.readOnly,
		listConversations: () => read(() => listConversations(database)),
		conversation: (id) =>
			read(() => {
				const head = readConversationHead(database, id);
				return head === null ? null : { ...head, turns: readTurns(database, 't.conversation_id = ?', id) };
			}),
		createConversation: (created) => write(() => insertConversation(database, created)),
		conversationSummary: (id) => read(() => readConversationSummary(database, id)),
		setTitle: (id, title) => write(() => updateTitle(database, id, title)),
		changeSettings: (id, patch) => write(() => patchSettings(database, id, patch)),
		deleteConversation: (id, at) => write(() => hideConversation(database, id, at)),
		restoreConversation: (id) => write(() => showConversation(database, id)),
		turn: (id) => read(() => readTurns(database, 't.id = ?', id)[0] ?? null),
		save: (changes) =>
			write(() => {
				for (const change of changes) apply(database, change);
				for (const id of endedIn(changes)) foldSegments(database, id);
			}),
		exchange: (id) => read(() => readExchange(database, id)),
		body: (attemptId, side) => read(() => readBody(database, attemptId, side)),
		arrivals: (attemptId) => read(() => arrivalsOf(database, attemptId)),
		attachment: (conversationId, sha256) => read(() => readAttachment(database, conversationId, sha256)),
		use: () => read(() => readUse(database)),
		captured: (conversationId) => read(() => capturedOf(database, conversationId)),
		forget: (conversationId, at) => write(() => forgetConversation(database, conversationId, at)),
		retain: (retention, at) => write(() => retain(database, retention, at)),
		tidy: async () => (await write(tidying.pack)) || (await alter(tidying.free)),
		freeSpace: () => alter(tidying.rewrite),
		close: async () => database.close(),
	};
}

/** The attempts of which all bytes are there. */
function endedIn(changes: readonly Change[]): ReadonlySet<string> {
	const ended = changes.flatMap((change) =>
		change.type === 'attempt' && (change.attempt.response?.body.sha256 ?? null) !== null ? [change.attempt.id] : [],
	);
	return new Set(ended);
}

function apply(database: Database, change: Change): void {
	switch (change.type) {
		case 'turn-begun':
			beginTurn(database, change);
			break;
		case 'attachment':
			insertAttachment(database, change);
			break;
		case 'turn':
			updateTurn(database, change.turn);
			break;
		case 'answer-begun':
			setAnswer(database, change.turnId, change.message);
			break;
		case 'answer-cleared':
			setAnswer(database, change.turnId, null);
			break;
		case 'answer-part':
			insertChunk(database, change.messageId, change.part);
			break;
		case 'exchange':
			upsertExchange(database, change.exchange);
			break;
		case 'attempt':
			upsertAttempt(database, change.attempt);
			if (change.requestBody !== null) upsertRequestBody(database, change.attempt.id, change.requestBody);
			break;
		case 'response-bytes':
			insertSegment(database, change.attemptId, change.bytes, change.arrivals);
			break;
		default:
			assertNever(change);
	}
}

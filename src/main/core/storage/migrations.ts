import type { Database } from './database.ts';

/** "Outc" in ASCII: tells an Outcrop database from any other SQLite file (`PRAGMA application_id`). */
export const APPLICATION_ID = 0x4f757463;

/**
 * Every version of the schema as the step from the one before it. A step that has been released is never changed.
 *
 * Texts that people, models or services wrote are kept as JSON: a SQLite text can't hold a lone surrogate (it comes
 * back as U+FFFD), and its own functions stop at a NUL. JSON escapes both. A streamed answer may well be cut inside a
 * surrogate pair. `sequence` is the rowid: the order in which things came.
 */
export const migrations: readonly string[] = [
	`
	CREATE TABLE conversations (
		sequence INTEGER PRIMARY KEY,
		id TEXT NOT NULL UNIQUE,
		title TEXT NOT NULL, -- JSON string
		settings TEXT NOT NULL, -- JSON: RequestSettings
		model_id TEXT NOT NULL, -- of the settings, for the list
		operation TEXT NOT NULL, -- of the settings, for the list
		created_at REAL NOT NULL,
		updated_at REAL NOT NULL,
		deleted_at REAL
	) STRICT;
	CREATE INDEX conversations_by_time ON conversations (updated_at) WHERE deleted_at IS NULL;
	CREATE INDEX conversations_deleted ON conversations (deleted_at) WHERE deleted_at IS NOT NULL;

	CREATE TABLE messages (
		id TEXT PRIMARY KEY,
		conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
		parent_id TEXT REFERENCES messages (id),
		role TEXT NOT NULL,
		content TEXT NOT NULL, -- JSON: content blocks
		created_at REAL NOT NULL
	) STRICT;
	CREATE INDEX messages_of_conversation ON messages (conversation_id);
	CREATE INDEX messages_of_parent ON messages (parent_id);

	-- Text of an answer that is still arriving; it moves into the message at the turn's end.
	CREATE TABLE answer_chunks (
		sequence INTEGER PRIMARY KEY,
		message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
		text TEXT NOT NULL -- JSON string
	) STRICT;
	CREATE INDEX answer_chunks_of_message ON answer_chunks (message_id);

	CREATE TABLE turns (
		sequence INTEGER PRIMARY KEY,
		id TEXT NOT NULL UNIQUE,
		conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
		question_id TEXT NOT NULL REFERENCES messages (id),
		answer_id TEXT REFERENCES messages (id),
		state TEXT NOT NULL,
		failure TEXT, -- JSON: CallFailure
		started_at REAL NOT NULL,
		ended_at REAL
	) STRICT;
	CREATE INDEX turns_of_conversation ON turns (conversation_id);
	CREATE INDEX turns_of_question ON turns (question_id);
	CREATE INDEX turns_of_answer ON turns (answer_id);
	CREATE INDEX turns_running ON turns (state) WHERE state = 'running';

	CREATE TABLE exchanges (
		id TEXT PRIMARY KEY,
		turn_id TEXT NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
		position INTEGER NOT NULL,
		state TEXT NOT NULL,
		detail TEXT NOT NULL -- JSON: the rest of ExchangeSummary
	) STRICT;
	CREATE INDEX exchanges_of_turn ON exchanges (turn_id, position);
	CREATE INDEX exchanges_running ON exchanges (state) WHERE state = 'running';

	CREATE TABLE attempts (
		id TEXT PRIMARY KEY,
		exchange_id TEXT NOT NULL REFERENCES exchanges (id) ON DELETE CASCADE,
		position INTEGER NOT NULL,
		detail TEXT NOT NULL, -- JSON: the rest of Attempt
		request_size INTEGER NOT NULL,
		request_sha256 TEXT,
		response_size INTEGER, -- NULL: no response
		response_sha256 TEXT -- NULL: no response, or not all of it is there
	) STRICT;
	CREATE INDEX attempts_of_exchange ON attempts (exchange_id, position);

	CREATE TABLE request_bodies (
		attempt_id TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
		bytes BLOB NOT NULL
	) STRICT;

	CREATE TABLE response_segments (
		sequence INTEGER PRIMARY KEY,
		attempt_id TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
		bytes BLOB NOT NULL,
		arrivals TEXT NOT NULL -- JSON: Arrivals
	) STRICT;
	CREATE INDEX response_segments_of_attempt ON response_segments (attempt_id);
	`,
	// Nothing is rewritten here, however large the file: what version 1 kept is read as it lies, and packed later
	// (tidy.ts).
	`
	-- A request body is what it shares with an earlier one of its conversation, and its own bytes.
	ALTER TABLE request_bodies ADD COLUMN form INTEGER NOT NULL DEFAULT 0; -- how the bytes lie: pack.ts
	ALTER TABLE request_bodies ADD COLUMN base_id TEXT REFERENCES request_bodies (attempt_id);
	ALTER TABLE request_bodies ADD COLUMN shared TEXT; -- JSON: SharedPart[]; NULL: it stands for itself
	CREATE INDEX request_bodies_on_base ON request_bodies (base_id) WHERE base_id IS NOT NULL;
	CREATE INDEX request_bodies_unpacked ON request_bodies (form) WHERE form = 0;

	-- The segments of a response that has ended, as one.
	CREATE TABLE response_bodies (
		attempt_id TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
		form INTEGER NOT NULL,
		bytes BLOB NOT NULL,
		arrivals BLOB NOT NULL -- arrivals.ts
	) STRICT;

	ALTER TABLE attempts ADD COLUMN forgotten_at REAL; -- when its bodies were erased; NULL: they are kept
	ALTER TABLE attempts ADD COLUMN forgotten_by TEXT;
	`,
	`
	-- The files that go with the messages of a conversation. They are part of the talk: sent again with every turn.
	CREATE TABLE attachments (
		conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
		sha256 TEXT NOT NULL, -- of the bytes, in hex
		bytes BLOB NOT NULL,
		PRIMARY KEY (conversation_id, sha256)
	) STRICT;

	ALTER TABLE conversations ADD COLUMN comparison TEXT; -- JSON: ComparisonPlace; NULL: it stands for itself
	`,
];

/** The version that this app writes. */
export const VERSION: number = migrations.length;

/** Takes a database from a version to the newest one, each step in its own transaction. Throws SQLite's error. */
export function migrate(database: Database, from: number, steps: readonly string[] = migrations): void {
	for (const [index, step] of steps.entries()) {
		if (index < from) continue;
		database.transaction(() => {
			database.exec(step);
			database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${index + 1}`);
		});
	}
}

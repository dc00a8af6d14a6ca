-- A database of version 3 with an answer that was cut off while it streamed.
PRAGMA application_id = 1333097571;
PRAGMA user_version = 3;

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

-- The files that go with the messages of a conversation. They are part of the talk: sent again with every turn.
CREATE TABLE attachments (
	conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
	sha256 TEXT NOT NULL, -- of the bytes, in hex
	bytes BLOB NOT NULL,
	PRIMARY KEY (conversation_id, sha256)
) STRICT;

ALTER TABLE conversations ADD COLUMN comparison TEXT; -- JSON: ComparisonPlace; NULL: it stands for itself

INSERT INTO conversations VALUES (1, 'c1', '"題名"', '{"connection":"practice","region":null,"endpointUrl":null,"modelId":"us.anthropic.claude-haiku-4-5-20251001-v1:0","operation":"ConverseStream","system":"","maxTokens":1024,"temperature":null,"topP":null,"stopSequences":[]}', 'us.anthropic.claude-haiku-4-5-20251001-v1:0', 'ConverseStream', 500.0, 1000.5, NULL, NULL);
INSERT INTO messages VALUES ('m1', 'c1', NULL, 'user', '[{"type":"text","text":"Why?"}]', 1000.5);
INSERT INTO messages VALUES ('m2', 'c1', 'm1', 'assistant', '[]', 1001.0);
INSERT INTO answer_chunks VALUES (1, 'm2', '"Beca"'), (2, 'm2', '"use."');
INSERT INTO turns VALUES (1, 't1', 'c1', 'm1', 'm2', 'running', NULL, 1000.5, NULL);
INSERT INTO exchanges VALUES ('e1', 't1', 1, 'running', '{"operation":"ConverseStream","modelId":"us.anthropic.claude-haiku-4-5-20251001-v1:0","family":null,"connection":"practice","region":"us-east-1","endpoint":"http://127.0.0.1:8787","startedAt":1001,"firstByteMs":null,"firstTokenMs":null,"totalMs":null,"usage":null,"stopReason":null,"requestId":null,"status":null,"attemptCount":1,"failure":null}');
INSERT INTO attempts VALUES ('a1', 'e1', 1, '{"startedMs":0.5,"endedMs":null,"error":null,"request":{"method":"POST","url":"http://127.0.0.1:8787/model/x/converse-stream","headers":[["Content-Type","application/json"]]},"response":{"status":200,"headers":[],"headersMs":10,"firstByteMs":12,"kind":"event-stream"}}', 2, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a', 0, NULL, NULL, NULL);
INSERT INTO request_bodies VALUES ('a1', x'7b7d', 1, NULL, NULL);
INSERT INTO response_segments VALUES (1, 'a1', x'0001ff', '[[3,12]]');
INSERT INTO conversations VALUES (2, 'c2', '"Side by side"', (SELECT settings FROM conversations), 'm', 'Converse', 400.0, 400.0, NULL, '{"id":"p1","position":1}');
INSERT INTO messages VALUES ('m3', 'c2', NULL, 'user', '[{"type":"attachment","kind":"image","format":"png","name":"図.png","size":3,"sha256":"ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc"},{"type":"text","text":"What is this?"}]', 400.0);
INSERT INTO turns VALUES (2, 't2', 'c2', 'm3', NULL, 'stopped', NULL, 400.0, 401.0);
INSERT INTO attachments VALUES ('c2', 'ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc', x'000102');

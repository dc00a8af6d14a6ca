import type { Conversation, Turn } from '../../../shared/model/conversation.ts';
import type { Attempt, ExchangeSummary } from '../../../shared/model/exchange.ts';
import type { ExportScope } from '../../../shared/model/files.ts';
import type { ExchangeReader } from '../exchanges/exchange-reader.ts';
import type { Arrivals, Store } from '../storage/store.ts';
import { StoreError } from '../storage/store-error.ts';
import type { RecordedAttachments } from './recorded-attachments.ts';
import { attachmentsOf } from './recorded-attachments.ts';

/** Turns with all bytes of their exchanges: what every file is written from, and read to. */
export interface Recording {
	/** Of the conversation. */
	readonly title: string;
	/** Private values are masked, and bodies are no longer those that went over the wire. */
	readonly masked: boolean;
	readonly turns: readonly RecordedTurn[];
	/** The files of its questions, as far as they are kept. */
	readonly attachments?: RecordedAttachments;
}

export interface RecordedTurn {
	readonly turn: Turn;
	readonly exchanges: readonly RecordedExchange[];
}

export interface RecordedExchange {
	readonly summary: ExchangeSummary;
	readonly attempts: readonly RecordedAttempt[];
}

/** Bodies are null where there is none, or where it is not kept (any more). */
export interface RecordedAttempt {
	readonly attempt: Attempt;
	readonly request: Uint8Array | null;
	readonly response: Uint8Array | null;
	readonly arrivals: Arrivals;
}

/** What a recording is made of. */
export interface RecordingSource {
	readonly conversation: (id: string) => Promise<Conversation | null>;
	readonly exchanges: Pick<ExchangeReader, 'exchange' | 'body'>;
	readonly arrivals: Store['arrivals'];
	readonly attachment: Store['attachment'];
}

/** Reads what is to be exported; null where it is not there (any more). What still runs is recorded as it stands. */
export async function record(source: RecordingSource, scope: ExportScope): Promise<Recording | null> {
	const conversation = await source.conversation(scope.conversationId);
	if (conversation === null) return null;
	const { turnId, exchangeId } = scope;
	const chosen = conversation.turns.filter(({ id }) => turnId === null || id === turnId);
	const turns = await Promise.all(chosen.map((turn) => recordTurn(source, turn, exchangeId)));
	const found = turns.length > 0 && (exchangeId === null || turns.some(({ exchanges }) => exchanges.length > 0));
	if (!found) return null;
	return {
		title: conversation.title,
		masked: false,
		turns,
		attachments: await recordAttachments(source, conversation.id, chosen),
	};
}

async function recordAttachments(
	{ attachment }: RecordingSource,
	conversationId: string,
	turns: readonly Turn[],
): Promise<RecordedAttachments> {
	const found = new Map<string, Uint8Array>();
	for (const { sha256 } of attachmentsOf(turns)) {
		const bytes = await attachment(conversationId, sha256);
		if (bytes !== null) found.set(sha256, bytes);
	}
	return found;
}

async function recordTurn(source: RecordingSource, turn: Turn, exchangeId: string | null): Promise<RecordedTurn> {
	const chosen = turn.exchanges.filter(({ id }) => exchangeId === null || id === exchangeId);
	const exchanges = await Promise.all(chosen.map((summary) => recordExchange(source, summary)));
	const state = ended(turn.state);
	return { turn: { ...turn, state, exchanges: exchanges.map(({ summary }) => summary) }, exchanges };
}

async function recordExchange(source: RecordingSource, summary: ExchangeSummary): Promise<RecordedExchange> {
	const { attempts = [] } = (await source.exchanges.exchange(summary.id)) ?? {};
	return {
		summary: { ...summary, state: ended(summary.state) },
		attempts: await Promise.all(attempts.map((attempt) => recordAttempt(source, attempt))),
	};
}

async function recordAttempt({ exchanges, arrivals }: RecordingSource, attempt: Attempt): Promise<RecordedAttempt> {
	const { id, response } = attempt;
	const request = await kept(exchanges.body(id, 'request'));
	const bytes = response === null ? null : await kept(exchanges.body(id, 'response'));
	return {
		attempt: response === null || bytes === null ? attempt : { ...attempt, response: withSize(response, bytes) },
		request,
		response: bytes,
		arrivals: (await arrivals(id)) ?? [],
	};
}

/** What still arrives may have grown since the attempt was read. */
function withSize(response: NonNullable<Attempt['response']>, { byteLength: size }: Uint8Array) {
	return response.body.sha256 === null ? { ...response, body: { ...response.body, size } } : response;
}

/** What was forgotten on purpose is no reason to export nothing of the rest. */
async function kept(body: Promise<Uint8Array | null>): Promise<Uint8Array | null> {
	return body.catch((error: unknown) => {
		if (error instanceof StoreError && error.code === 'forgotten') return null;
		throw error;
	});
}

/** In a file nothing runs on. */
export function ended(state: Turn['state']): Turn['state'] {
	return state === 'running' ? 'interrupted' : state;
}

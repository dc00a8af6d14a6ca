import type { Message, Turn } from '../../../shared/model/conversation.ts';
import type { RetryWait } from '../../../shared/model/failure.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { Call, CallBedrock, CallEnd, ChatMessage } from '../bedrock/call.ts';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../storage/store.ts';
import type { StoreError } from '../storage/store-error.ts';
import { openJournal } from './journal.ts';
import type { LiveExchange } from './live-exchange.ts';
import { startExchange } from './live-exchange.ts';
import type { TurnEvents } from './turn-log.ts';
import { openTurnLog } from './turn-log.ts';

/** A turn that is being answered, or that has ended and could not be saved yet. */
export interface LiveTurn {
	readonly conversationId: string;
	isRunning(): boolean;
	/** The turn as it stands. */
	turn(): Turn;
	watch(after: number, signal?: AbortSignal): TurnEvents;
	/**
	 * Keeps what has arrived and ends; the first call counts. `interrupted`: because the app closes, not because the user
	 * said so.
	 */
	stop(as: 'stopped' | 'interrupted'): void;
	/** When the answer has ended (saved or not). Never rejects. */
	readonly ended: Promise<void>;
	/** When nothing waits to be saved any more, or the turn was given up. Never rejects. */
	readonly saved: Promise<void>;
	/** Saves what waits, now. Gives why not everything could be; null when everything is kept. */
	save(): Promise<StoreError | null>;
	/** Ends the tries to save; what is not kept by now is lost. */
	giveUp(): void;
	/** The exchange that runs (or ran last), for reading what the store may not hold yet. */
	exchange(): LiveExchange;
}

/** Everything a turn needs to run one call. */
export interface LiveTurnOptions {
	/** The turn with its question, already in the store. */
	readonly turn: Turn;
	readonly settings: RequestSettings;
	readonly messages: readonly ChatMessage[];
	readonly call: CallBedrock;
	readonly store: Store;
	readonly clock: Clock;
	readonly log: Log;
	readonly newId: () => string;
}

/** Starts to answer: one exchange, whose text becomes the turn's answer. */
export function startTurn(options: LiveTurnOptions): LiveTurn {
	const { clock, newId } = options;
	const controller = new AbortController();
	let endAs: 'stopped' | 'interrupted' = 'stopped';
	let turn: Turn = { ...options.turn, state: 'running', failure: null, answer: null, endedAt: null, unsaved: false };
	let text: string[] = [];
	const saved = Promise.withResolvers<void>();

	const log = openTurnLog(currentTurn, turn.exchanges.length + 1);
	const journal = openJournal(options.store, (problem) => {
		const unsaved = problem !== null;
		if (unsaved) options.log.error('An answer could not be saved', problem);
		turn = { ...turn, unsaved };
		log.saving(unsaved);
		if (!unsaved && turn.state !== 'running') saved.resolve();
	});

	function currentTurn(): Turn {
		const { answer } = turn;
		const exchanges = turn.exchanges.map((one) => (one.id === exchange.summary().id ? exchange.summary() : one));
		if (answer === null) return { ...turn, exchanges };
		const joined = text.join('');
		text = [joined];
		return { ...turn, exchanges, answer: { ...answer, content: [{ type: 'text', text: joined }] } };
	}

	const startedAt = clock.now();
	const exchange = startExchange({
		summary: {
			id: newId(),
			turnId: turn.id,
			index: turn.exchanges.length + 1,
			continues: false,
			operation: options.settings.operation,
			modelId: options.settings.modelId,
			family: null,
			connection: options.settings.connection,
			region: '',
			endpoint: '',
			state: 'running',
			startedAt,
			credentials: null,
			firstByteMs: null,
			firstTokenMs: null,
			totalMs: null,
			usage: null,
			stopReason: null,
			requestId: null,
			status: null,
			attemptCount: 0,
			failure: null,
		},
		startedAt: clock.monotonic(),
		monotonic: () => clock.monotonic(),
		newId,
		save: (change) => journal.add(change),
		changed: () => log.exchange(exchange.summary()),
	});
	if (options.turn.answer !== null) journal.add({ type: 'answer-cleared', turnId: turn.id });
	journal.add({ type: 'turn', turn });
	turn = { ...turn, exchanges: [...turn.exchanges, exchange.summary()] };

	function appendText(more: string): void {
		if (more === '') return;
		if (turn.answer === null) {
			const answer: Message = {
				id: newId(),
				conversationId: turn.conversationId,
				parentId: turn.question.id,
				role: 'assistant',
				content: [],
				createdAt: clock.now(),
			};
			turn = { ...turn, answer };
			journal.add({ type: 'answer-begun', turnId: turn.id, message: answer });
			exchange.firstText();
		}
		const answer = turn.answer;
		if (answer === null) return;
		text.push(more);
		journal.add({ type: 'answer-text', messageId: answer.id, text: more });
		log.text(more);
	}

	function retrying(wait: RetryWait): void {
		log.retrying(wait, clock.now() + wait.delayMs);
	}

	async function run(): Promise<void> {
		const call: Call = { settings: options.settings, messages: options.messages };
		let end: CallEnd;
		try {
			end = await options.call(call, { ...exchange.sink, text: appendText, retrying }, controller.signal);
		} catch (error) {
			// The caller promises not to reject; a defect there must still end the turn and be seen.
			options.log.error('A call ended in an unexpected error', error);
			end = { state: turn.answer === null ? 'failed' : 'incomplete', failure: unexpected(error) };
		}
		const state = end.state === 'stopped' ? endAs : end.state;
		exchange.end({ state, failure: end.failure });
		turn = { ...currentTurn(), state, failure: end.failure, endedAt: clock.now() };
		journal.add({ type: 'turn', turn });
		const allSaved = await journal.flush();
		log.ended(currentTurn());
		if (allSaved) saved.resolve();
	}

	return {
		conversationId: turn.conversationId,
		isRunning: () => turn.state === 'running',
		turn: currentTurn,
		watch: log.watch,
		stop(as) {
			if (controller.signal.aborted) return;
			endAs = as;
			controller.abort();
		},
		ended: run(),
		saved: saved.promise,
		async save() {
			return (await journal.flush()) ? null : journal.problem();
		},
		giveUp() {
			journal.close();
			saved.resolve();
		},
		exchange: () => exchange,
	};
}

function unexpected(error: unknown): CallEnd['failure'] {
	const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
	return { code: 'unknown', type: name, message, status: null, requestId: null, systemCode: null };
}

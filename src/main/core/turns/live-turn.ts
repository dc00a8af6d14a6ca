import { cutWithin, goesOnFrom } from '../../../shared/answers/can-continue.ts';
import type { ContinuationSettings } from '../../../shared/model/app-settings.ts';
import type { AnswerPart } from '../../../shared/model/content.ts';
import type { Message, Turn } from '../../../shared/model/conversation.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import type { RetryWait } from '../../../shared/model/failure.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { CallBedrock, CallEnd, ChatMessage, OtherPart } from '../bedrock/call.ts';
import { takesThoughts } from '../bedrock/continuation/answer-messages.ts';
import { continuationOf } from '../bedrock/continuation/continuation-of.ts';
import { embeddingRest, embeds, textsToEmbed } from '../bedrock/embedding-question.ts';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../storage/store.ts';
import type { StoreError } from '../storage/store-error.ts';
import { ownResults } from '../tools/own-results.ts';
import { goesOnByItself } from './goes-on.ts';
import { growAnswer } from './growing-answer.ts';
import { openJournal } from './journal.ts';
import type { LiveExchange } from './live-exchange.ts';
import { startExchange } from './live-exchange.ts';
import { newExchange } from './new-exchange.ts';
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
	/** The exchanges of this run that the store may not hold yet as they stand, in their order. */
	exchanges(): readonly LiveExchange[];
}

/** Everything a turn needs to run its calls. */
export interface LiveTurnOptions {
	/** The turn with its question, already in the store. */
	readonly turn: Turn;
	readonly settings: RequestSettings;
	/** The talk up to the turn's question. */
	readonly messages: readonly ChatMessage[];
	/** What the first call sends in place of settings and messages; null: nothing. What follows it goes by them. */
	readonly body: Uint8Array | null;
	/** The first call goes on with the turn's answer; else it begins anew, and what there was of an answer goes. */
	readonly continues: boolean;
	readonly continuation: ContinuationSettings;
	readonly call: CallBedrock;
	readonly store: Store;
	readonly clock: Clock;
	readonly log: Log;
	readonly newId: () => string;
}

/** Starts to answer: one exchange, or one after the other where a cut answer is gone on with. Their text is the answer. */
export function startTurn(options: LiveTurnOptions): LiveTurn {
	const { clock, newId, settings } = options;
	const controller = new AbortController();
	let endAs: 'stopped' | 'interrupted' = 'stopped';
	const kept = options.continues ? soundAnswer(options.turn, newId) : null;
	/** Without its answer and exchanges, which grow by themselves: `currentTurn` has all. */
	let turn: Turn = { ...options.turn, state: 'running', failure: null, endedAt: null, unsaved: false };
	/** The exchanges of this run: those that are saved, and after them those that may not be. */
	const over: ExchangeSummary[] = [];
	const made: LiveExchange[] = [];
	const saved = Promise.withResolvers<void>();

	const log = openTurnLog(currentTurn, turn.exchanges.length + 1);
	const journal = openJournal(options.store, (problem) => {
		const unsaved = problem !== null;
		if (unsaved) options.log.error('An answer could not be saved', problem);
		turn = { ...turn, unsaved };
		log.saving(unsaved);
		if (!unsaved && turn.state !== 'running') saved.resolve();
	});

	const answer = growAnswer({
		turn: options.turn,
		begun: kept,
		newId,
		now: () => clock.now(),
		save: (change) => journal.add(change),
	});

	/** An edited body begins an answer; nobody wrote one to go on with it. */
	function bodyOf(continues: boolean): Uint8Array | null {
		return continues ? null : options.body;
	}

	/** Whether texts are left after a call that brought vectors. */
	function hasMoreToEmbed(lengthBefore: number): boolean {
		const rest = embeddingRest(options.messages, answer.content());
		return answer.length() > lengthBefore && textsToEmbed(rest).length > 0;
	}

	function ofThisRun(): readonly ExchangeSummary[] {
		return [...over, ...made.map((one) => one.summary())];
	}

	/** Lets go of the exchanges that have ended once they are saved: with large files, each holds many MB. */
	async function letGo(ended: readonly LiveExchange[]): Promise<void> {
		if (!(await journal.flush())) return;
		for (const one of ended) {
			if (made[0] !== one) continue;
			made.shift();
			over.push(one.summary());
		}
	}

	function currentTurn(): Turn {
		return { ...turn, answer: answer.message(), exchanges: [...options.turn.exchanges, ...ofThisRun()] };
	}

	/** Whether the thoughts of the answer so far may go back. */
	function goBack(): boolean {
		return takesThoughts(currentTurn().exchanges, settings);
	}

	function beginExchange(continues: boolean): LiveExchange {
		const exchange: LiveExchange = startExchange({
			summary: newExchange(currentTurn(), settings, {
				id: newId(),
				continues,
				edited: bodyOf(continues) !== null,
				at: clock.now(),
			}),
			startedAt: clock.monotonic(),
			monotonic: () => clock.monotonic(),
			newId,
			save: (change) => journal.add(change),
			changed: () => log.exchange(exchange.summary()),
		});
		made.push(exchange);
		return exchange;
	}

	if (options.turn.answer !== null && kept === null) journal.add({ type: 'answer-cleared', turnId: turn.id });
	if (kept !== null && kept !== options.turn.answer) {
		journal.add({ type: 'answer-begun', turnId: turn.id, message: kept });
	}
	journal.add({ type: 'turn', turn });
	const first = beginExchange(options.continues);

	function append(part: AnswerPart): void {
		if (part.type === 'text' && part.text === '') return;
		answer.append(part);
		log.part(part);
	}

	function retrying(wait: RetryWait): void {
		log.retrying(wait, clock.now() + wait.delayMs);
	}

	/** One call, and its text put where it belongs. */
	async function runExchange(exchange: LiveExchange): Promise<CallEnd> {
		const on = exchange.summary().continues
			? continuationOf(options.messages, answer.content(), settings, goBack())
			: { messages: options.messages, seam: null };
		let hasText = false;
		let textCame = false;
		let end: CallEnd;
		const sink = {
			...exchange.sink,
			retrying,
			text(more: string) {
				if (more === '') return;
				hasText = true;
				textCame = true;
				exchange.firstText();
				append({ type: 'text', text: on.seam === null ? more : on.seam.add(more) });
			},
			part(part: OtherPart) {
				// What is held back of a text comes before what follows it; thoughts before any text leave the seam open.
				if (textCame) append({ type: 'text', text: on.seam?.end() ?? '' });
				hasText = true;
				exchange.firstText();
				append(part);
			},
		};
		try {
			end = await options.call(
				{ settings, messages: on.messages, body: bodyOf(exchange.summary().continues) },
				sink,
				controller.signal,
			);
		} catch (error) {
			// The caller promises not to reject; a defect there must still end the turn and be seen.
			options.log.error('A call ended in an unexpected error', error);
			end = { state: hasText ? 'incomplete' : 'failed', failure: unexpected(error) };
		}
		append({ type: 'text', text: on.seam?.end() ?? '' });
		const state = end.state === 'stopped' ? endAs : end.state;
		exchange.end({ state, failure: end.failure });
		return end;
	}

	/** The call that follows one without a person, if any: with the results of the app's own tools, or with more text. */
	function nextExchange(rounds: number, lengthBefore: number): LiveExchange | null {
		const results =
			rounds < (settings.toolRounds ?? 0) ? ownResults({ ...currentTurn(), state: 'complete' }, settings, clock) : [];
		for (const result of results) append(result);
		if (results.length > 0) return beginExchange(true);
		if (embeds(settings)) return hasMoreToEmbed(lengthBefore) ? beginExchange(true) : null;
		// A call that added nothing is not followed by the same one again, nor one that was cut before or after its words.
		if (answer.length() === lengthBefore || cutWithin({ ...currentTurn(), state: 'complete' }) !== 'text') return null;
		return goesOnByItself(ofThisRun(), options.continuation, settings.maxTokens) ? beginExchange(true) : null;
	}

	/** All calls, one after the other; gives how the last one ended. */
	async function runAll(): Promise<CallEnd> {
		let rounds = 0;
		let length = answer.length();
		let end = await runExchange(first);
		// What comes after a body that a person wrote is asked for, too: it would be made of the settings.
		while (end.state === 'complete' && !controller.signal.aborted && options.body === null) {
			const next = nextExchange(rounds, length);
			if (next === null) break;
			if (next.summary().answersTools) rounds += 1;
			length = answer.length();
			log.exchange(next.summary());
			void letGo(made.filter((one) => one !== next));
			end = await runExchange(next);
		}
		return end;
	}

	/** The end of a turn after a defect: a call that was begun by then ends with it. */
	function broken(error: unknown): CallEnd {
		options.log.error('A turn ended in an unexpected error', error);
		const end = { state: 'failed', failure: unexpected(error) } as const;
		for (const one of made) if (one.summary().state === 'running') one.end(end);
		return end;
	}

	async function run(): Promise<void> {
		const end = await runAll().catch(broken);
		const state = end.state === 'stopped' ? endAs : end.state;
		turn = {
			...currentTurn(),
			// What earlier calls brought stays, and is not all.
			state: state === 'failed' && answer.message() !== null ? 'incomplete' : state,
			failure: end.failure,
			endedAt: clock.now(),
		};
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
		exchanges: () => made,
	};
}

/** The answer as it can be gone on with. What was cut in the middle of something else than text is left behind. */
function soundAnswer(turn: Turn, newId: () => string): Message | null {
	const { answer } = turn;
	if (answer === null) return null;
	const content = goesOnFrom(turn);
	return content.length === answer.content.length ? answer : { ...answer, id: newId(), content: [...content] };
}

function unexpected(error: unknown): CallEnd['failure'] {
	const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
	return { code: 'unknown', type: name, message, status: null, requestId: null, systemCode: null };
}

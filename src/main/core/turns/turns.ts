import { canContinue, canRetry } from '../../../shared/answers/can-continue.ts';
import type { ContinuationSettings } from '../../../shared/model/app-settings.ts';
import type { Attached } from '../../../shared/model/attached-file.ts';
import type { EditedBody } from '../../../shared/model/body-preview.ts';
import type { Conversation, Message, Turn } from '../../../shared/model/conversation.ts';
import type { Operation } from '../../../shared/model/operation.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import { askWith } from '../attachments/ask-with.ts';
import type { Call, CallBedrock, ChatMessage } from '../bedrock/call.ts';
import { embeddingCalls, MOST_EMBEDDING_CALLS } from '../bedrock/embedding-question.ts';
import { besideOf } from '../bedrock/sent-beside.ts';
import { titleFrom } from '../conversations/title.ts';
import { readQuestion } from '../imports/read-question.ts';
import type { Clock, Log } from '../ports.ts';
import type { Change, Store } from '../storage/store.ts';
import { StoreError } from '../storage/store-error.ts';
import { ownResult } from '../tools/own-results.ts';
import type { ToolAnswer } from '../tools/tool-answer.ts';
import { bytesOf, createEditedBodies, settingsFor } from './edited-bodies.ts';
import { loadAttachments, messagesFor } from './history.ts';
import type { LiveExchange } from './live-exchange.ts';
import type { LiveTurn } from './live-turn.ts';
import { startTurn } from './live-turn.ts';
import { newQuestion, newTurn } from './new-turn.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { GivenResult } from './results-for.ts';
import { withResults } from './results-for.ts';
import type { TurnEvents } from './turn-log.ts';
import type { TurnStarted } from './turn-started.ts';

/** The hub of all turns: it runs them, in main, whether a window looks on or not. */
export interface Turns {
	/** Saves the question and starts to answer. Rejects with a `StoreError` when the question can't be saved. */
	start(
		conversationId: string,
		text: string,
		body?: EditedBody | null,
		files?: readonly Attached[],
	): Promise<TurnStarted>;
	/**
	 * The call that would be made for a text if it were sent now; `conversationId` null: in a new conversation; `operation`:
	 * in place of the settings'. null: no such conversation.
	 */
	draft(
		conversationId: string | null,
		text: string,
		settings: RequestSettings | null,
		files?: readonly Attached[],
		operation?: Operation | null,
	): Promise<Call | null>;
	/**
	 * Asks again: a new exchange in the last turn of its conversation, where that has no whole answer. A body that a person
	 * wrote is sent again as it was.
	 */
	retry(turnId: string): Promise<TurnStarted>;
	/** Goes on with an answer that is not whole: a new exchange in the last turn of its conversation, added to its text. */
	continue(turnId: string): Promise<TurnStarted>;
	/**
	 * Gives the last turn of a conversation the results of all the tools that it waits for, and goes on with it. Rejects with
	 * a `StoreError` when they can't be saved.
	 */
	answerTools(turnId: string, results: readonly GivenResult[]): Promise<TurnStarted>;
	/** What one of the app's own tools says to a use that a turn waits for, given to nobody. Null: none of them is asked. */
	ownResult(turnId: string, toolUseId: string): Promise<ToolAnswer | null>;
	stop(turnId: string): void;
	/** Null when there is no such turn. */
	watch(turnId: string, after: number, signal?: AbortSignal): Promise<TurnEvents | null>;
	/** A turn that the store does not hold as it stands. */
	live(turnId: string): LiveTurn | null;
	/** The exchange that fits, where it is more than the store holds. */
	liveExchange(match: (exchange: LiveExchange) => boolean): LiveExchange | null;
	/** The turns of a conversation that the store does not hold as they stand, by their id. */
	liveIn(conversationId: string): ReadonlyMap<string, LiveTurn>;
	/** Ends the running turn of a conversation, then does the work; no turn begins in it before that is done. */
	whileStopped<T>(conversationId: string, work: () => Promise<T>): Promise<T>;
	/** Ends all turns as interrupted and saves what can be saved. */
	close(): Promise<void>;
}

export function createTurns(options: {
	readonly store: Store;
	readonly call: CallBedrock;
	readonly clock: Clock;
	readonly log: Log;
	readonly newId: () => string;
	/** Read when a turn begins. */
	readonly continuation: () => ContinuationSettings;
	/** A turn begins with this model. */
	readonly began: (modelId: string) => void;
	/** A conversation's title, order or turns have changed. */
	readonly changed: (conversationId: string) => void;
}): Turns {
	const { store, clock, newId } = options;
	const live = new Map<string, LiveTurn>();
	/** By conversation: turns that are about to begin there, and what is done while none may. */
	const starts = oneAtATime();
	const edited = createEditedBodies(store);
	let closing = false;

	function liveIn(conversationId: string): Map<string, LiveTurn> {
		return new Map([...live].filter(([, one]) => one.conversationId === conversationId));
	}

	function runningIn(conversationId: string): LiveTurn | null {
		return [...liveIn(conversationId).values()].find((one) => one.isRunning()) ?? null;
	}

	function run(
		turn: Turn,
		conversation: Conversation,
		messages: readonly ChatMessage[],
		continues = false,
		body: EditedBody | null = null,
	): Turn {
		const settings = settingsFor(conversation.settings, body);
		const started = startTurn({
			...options,
			turn,
			settings,
			messages,
			body: body === null ? null : bytesOf(body),
			continues,
			continuation: options.continuation(),
		});
		live.set(turn.id, started);
		options.began(settings.modelId);
		edited.keep(turn.id, body && { ...body, beside: besideOf(settings) });
		options.changed(conversation.id);
		let hasEnded = false;
		void started.saved.then(() => {
			if (live.get(turn.id) === started) live.delete(turn.id);
			// As a rule it is saved when it ends, and windows are told once.
			if (hasEnded) options.changed(conversation.id);
		});
		void started.ended.then(() => {
			hasEnded = true;
			options.changed(conversation.id);
		});
		return started.turn();
	}

	/** The talk up to a question; a body that a person wrote needs none. `changes`: what is about to be saved with it. */
	function talkUpTo(
		question: Message,
		earlier: readonly Turn[],
		settings: RequestSettings,
		changes: readonly Change[] = [],
	): Promise<readonly ChatMessage[]> {
		return messagesFor({ question }, earlier, settings, loadAttachments(store, question.conversationId, changes));
	}

	/** Begins a turn where none runs. What an earlier one could not save must be kept before; rejects when it can't be. */
	function begin(conversationId: string, work: () => Promise<TurnStarted>): Promise<TurnStarted> {
		return starts.alone(conversationId, async () => {
			if (closing) throw new StoreError('not-saved', 'Outcrop is being closed.');
			if (store.readOnly) throw new StoreError('read-only', 'What is asked can’t be saved.');
			const running = runningIn(conversationId);
			if (running !== null) return { refused: { code: 'turn-running', turnId: running.turn().id } };
			for (const one of liveIn(conversationId).values()) {
				const problem = await one.save();
				if (problem === null) continue;
				throw new StoreError(problem.code, `The answer before this one could not be saved: ${problem.message}`);
			}
			return work();
		});
	}

	/** Begins work in a turn that is the last one of its conversation. `turn` null: it is not. */
	async function beginIn(
		turnId: string,
		work: (turn: Turn | null, conversation: Conversation) => Promise<TurnStarted>,
	): Promise<TurnStarted> {
		const found = live.get(turnId)?.turn() ?? (await store.turn(turnId));
		if (found === null) return { refused: { code: 'turn-not-found' } };
		return begin(found.conversationId, async () => {
			const conversation = await store.conversation(found.conversationId);
			if (conversation === null) return { refused: { code: 'conversation-not-found' } };
			const last = conversation.turns.at(-1);
			return work(last?.id === turnId ? last : null, conversation);
		});
	}

	/** Calls once more in the last turn: anew, or on from where its answer ended. */
	function again(turnId: string, continues: boolean): Promise<TurnStarted> {
		return beginIn(turnId, async (turn, conversation) => {
			const fits = turn !== null && (continues ? canContinue(turn) : canRetry(turn));
			if (!fits) return { refused: { code: 'not-retryable' } };
			const body = continues ? null : await edited.of(turn);
			if (body === 'lost') return { refused: { code: 'body-lost' } };
			const earlier = conversation.turns.slice(0, -1);
			const messages = body === null ? await talkUpTo(turn.question, earlier, conversation.settings) : [];
			return { turn: run(turn, conversation, messages, continues, body) };
		});
	}

	return {
		start(conversationId, text, body = null, files = []) {
			return begin(conversationId, async () => {
				const conversation = await store.conversation(conversationId);
				if (conversation === null) return { refused: { code: 'conversation-not-found' } };
				const last = conversation.turns.at(-1);
				const at = clock.now();
				// What was really asked stands in the body; where it does not tell, what stood in the composer.
				const asked = (body === null ? '' : readQuestion(bytesOf(body))) || text;
				const { content, changes, subject } = askWith(conversationId, asked, files);
				const question = newQuestion(content, conversationId, last ?? null, { id: newId(), at });
				const turn = newTurn(question, newId());
				const title = titleFrom(subject);
				const { settings, turns: earlier } = conversation;
				const messages = body === null ? await talkUpTo(question, earlier, settings, changes) : [];
				const calls = body === null ? embeddingCalls(settings, messages) : 0;
				if (calls > MOST_EMBEDDING_CALLS) {
					return { refused: { code: 'too-many-texts', calls, most: MOST_EMBEDDING_CALLS } };
				}
				await store.save([...changes, { type: 'turn-begun', turnId: turn.id, question, title, at }]);
				return { turn: run(turn, conversation, messages, false, body) };
			});
		},

		async draft(conversationId, text, fresh, files = [], operation = null) {
			const conversation = conversationId === null ? null : await store.conversation(conversationId);
			const kept = conversation?.settings ?? fresh;
			const settings = kept === null || operation === null ? kept : { ...kept, operation };
			if (settings === null || (conversationId !== null && conversation === null)) return null;
			const id = conversation?.id ?? '';
			const { content, changes } = askWith(id, text, files);
			const question = newQuestion(content, id, null, { id: '', at: clock.now() });
			return { settings, messages: await talkUpTo(question, conversation?.turns ?? [], settings, changes), body: null };
		},

		retry: (turnId) => again(turnId, false),

		continue: (turnId) => again(turnId, true),

		answerTools(turnId, results) {
			return beginIn(turnId, async (turn, conversation) => {
				const given = turn === null ? 'not-waiting' : withResults(turn, results);
				if (typeof given === 'string') return { refused: { code: 'results-not-taken', reason: given } };
				const messages = await talkUpTo(given.turn.question, conversation.turns.slice(0, -1), conversation.settings);
				await store.save(given.changes);
				return { turn: run(given.turn, conversation, messages, true) };
			});
		},

		async ownResult(turnId, toolUseId) {
			const turn = await store.turn(turnId);
			const conversation = turn === null ? null : await store.conversation(turn.conversationId);
			return turn === null || conversation === null ? null : ownResult(turn, toolUseId, conversation.settings, clock);
		},

		stop(turnId) {
			live.get(turnId)?.stop('stopped');
		},

		async watch(turnId, after, signal) {
			const running = live.get(turnId);
			if (running !== undefined) return running.watch(after, signal);
			const turn = await store.turn(turnId);
			return turn === null ? null : justEnded(turn);
		},

		live: (turnId) => live.get(turnId) ?? null,

		liveExchange(match) {
			const exchanges = [...live.values()].flatMap((one) => one.exchanges());
			return exchanges.find(match) ?? null;
		},

		liveIn,

		whileStopped(conversationId, work) {
			return starts.alone(conversationId, async () => {
				const running = runningIn(conversationId);
				running?.stop('stopped');
				await running?.ended;
				return work();
			});
		},

		async close() {
			closing = true;
			await starts.idle();
			const all = [...live.values()];
			for (const one of all) one.stop('interrupted');
			await Promise.all(all.map((one) => one.ended));
			const problems = await Promise.all(all.map((one) => one.save()));
			for (const one of all) one.giveUp();
			const lost = problems.filter((problem) => problem !== null).length;
			if (lost > 0) options.log.error(`${lost} turns could not be saved before the end`);
		},
	};
}

async function* justEnded(turn: Turn): TurnEvents {
	yield { seq: 1, type: 'ended', turn };
}

import { joinParts } from '../../../shared/answers/append-part.ts';
import type { AnswerPart } from '../../../shared/model/content.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import type { RetryWait } from '../../../shared/model/failure.ts';
import type { TurnEvent } from '../../../shared/model/turn-event.ts';

/** How long text is gathered into one event: one display frame; milliseconds (design.md, 7). */
const TEXT_BATCH_MS = 16;

/** What a watcher is told, until the turn's end or until it leaves. */
export type TurnEvents = AsyncGenerator<TurnEvent, void, void>;

/** The events of a running turn, kept from its start so that any window can watch from where it left off. */
export interface TurnLog {
	part(part: AnswerPart): void;
	exchange(exchange: ExchangeSummary): void;
	/** A wait before the next attempt; `until`: milliseconds since the epoch. */
	retrying(retry: RetryWait, until: number): void;
	saving(unsaved: boolean): void;
	ended(turn: Turn): void;
	/** Events after `after`; 0, or a number that is not of this log, gives a snapshot first. */
	watch(after: number, signal?: AbortSignal): TurnEvents;
}

/** How many numbers each log of the same turn has for itself. */
const NUMBERS_PER_LOG = 2 ** 32;

/**
 * @param current the turn as it stands, with all text that has been told to the log.
 * @param life which log of this turn it is, from 1: a turn that is asked again has a new one, whose numbers a window
 * that saw the one before must not take for its own.
 */
export function openTurnLog(current: () => Turn, life: number): TurnLog {
	const base = (life - 1) * NUMBERS_PER_LOG;
	const events: TurnEvent[] = [];
	let isOver = false;
	const waiters = new Set<() => void>();
	let gathered: AnswerPart | null = null;
	/** What a new watcher is told after the snapshot, as long as nothing of the answer has come. */
	let lastRetry: { readonly retry: RetryWait; readonly until: number } | null = null;
	let timer: NodeJS.Timeout | null = null;

	/** Nothing follows the end: a watcher that has seen it has left. */
	function push(event: TurnEvent): void {
		if (isOver) return;
		isOver = event.type === 'ended';
		events.push(event);
		for (const wake of [...waiters]) wake();
	}

	function flushText(): void {
		if (timer !== null) clearTimeout(timer);
		timer = null;
		if (gathered === null) return;
		const part = gathered;
		gathered = null;
		if (part.type === 'text') push({ seq: nextSeq(), type: 'text', text: part.text });
		else push({ seq: nextSeq(), type: 'part', part });
	}

	function nextSeq(): number {
		return base + events.length + 1;
	}

	function nextEvent(signal: AbortSignal | undefined): Promise<void> {
		return new Promise((resolve) => {
			const wake = () => {
				waiters.delete(wake);
				signal?.removeEventListener('abort', wake);
				resolve();
			};
			waiters.add(wake);
			signal?.addEventListener('abort', wake);
		});
	}

	return {
		part(part) {
			lastRetry = null;
			const joined = gathered === null ? part : joinParts(gathered, part);
			if (joined === null) flushText();
			gathered = joined ?? part;
			timer ??= setTimeout(flushText, TEXT_BATCH_MS);
		},
		exchange(exchange) {
			flushText();
			push({ seq: nextSeq(), type: 'exchange', exchange });
		},
		retrying(retry, until) {
			flushText();
			lastRetry = { retry, until };
			push({ seq: nextSeq(), type: 'retrying', retry, until });
		},
		saving(unsaved) {
			flushText();
			push({ seq: nextSeq(), type: 'saving', unsaved });
		},
		ended(turn) {
			flushText();
			push({ seq: nextSeq(), type: 'ended', turn });
		},
		async *watch(after, signal) {
			/** How many events the watcher has. */
			let cursor = after - base;
			const isOurs = cursor > 0 && cursor <= events.length;
			if (isOver && (!isOurs || cursor === events.length)) {
				yield { seq: base + events.length, type: 'ended', turn: current() };
				return;
			}
			if (!isOurs) {
				flushText();
				cursor = events.length;
				const told = lastRetry;
				yield { seq: base + cursor, type: 'snapshot', turn: current() };
				if (told !== null) yield { seq: base + cursor, type: 'retrying', ...told };
			}
			while (signal?.aborted !== true) {
				const event = events[cursor];
				if (event === undefined) {
					await nextEvent(signal);
					continue;
				}
				cursor += 1;
				yield event;
				if (event.type === 'ended') return;
			}
		},
	};
}

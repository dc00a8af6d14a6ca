import type { Turn } from '../../../shared/model/conversation.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import type { TurnEvent } from '../../../shared/model/turn-event.ts';

/** How long text is gathered into one event: one display frame; milliseconds (design.md, 7). */
const TEXT_BATCH_MS = 16;

/** The events of a running turn, kept from its start so that any window can watch from where it left off. */
export interface TurnLog {
	text(text: string): void;
	exchange(exchange: ExchangeSummary): void;
	saving(unsaved: boolean): void;
	ended(turn: Turn): void;
	/** Events after `after`; 0, or a number from another life of the app, gives a snapshot first. */
	watch(after: number, signal?: AbortSignal): AsyncGenerator<TurnEvent, void, void>;
}

/** @param current the turn as it stands, with all text that has been told to the log. */
export function openTurnLog(current: () => Turn): TurnLog {
	const events: TurnEvent[] = [];
	const waiters = new Set<() => void>();
	let text = '';
	let timer: NodeJS.Timeout | null = null;

	function push(event: TurnEvent): void {
		events.push(event);
		for (const wake of [...waiters]) wake();
	}

	function flushText(): void {
		if (timer !== null) clearTimeout(timer);
		timer = null;
		if (text === '') return;
		const batch = text;
		text = '';
		push({ seq: events.length + 1, type: 'text', text: batch });
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
		text(more) {
			text += more;
			timer ??= setTimeout(flushText, TEXT_BATCH_MS);
		},
		exchange(exchange) {
			flushText();
			push({ seq: events.length + 1, type: 'exchange', exchange });
		},
		saving(unsaved) {
			flushText();
			push({ seq: events.length + 1, type: 'saving', unsaved });
		},
		ended(turn) {
			flushText();
			push({ seq: events.length + 1, type: 'ended', turn });
		},
		async *watch(after, signal) {
			let cursor = after;
			if (cursor === 0 || cursor > events.length) {
				flushText();
				cursor = events.length;
				const last = events.at(-1);
				if (last?.type === 'ended') {
					yield last;
					return;
				}
				yield { seq: cursor, type: 'snapshot', turn: current() };
			}
			while (signal?.aborted !== true) {
				const event = events[cursor];
				if (event === undefined) {
					await nextEvent(signal);
					continue;
				}
				cursor = event.seq;
				yield event;
				if (event.type === 'ended') return;
			}
		},
	};
}

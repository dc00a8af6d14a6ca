import type { Turn } from '../../shared/model/conversation.ts';
import type { TurnEvent } from '../../shared/model/turn-event.ts';
import { appStore } from './app-store.ts';
import { client } from './client.ts';
import { problemOf, reportProblem } from './errors.ts';
import { applyTurnEvents, retryingAfter, withTurn } from './turn-events.ts';

/** Puts a turn into its conversation. */
export function putTurn(turn: Turn): void {
	appStore.setState(({ loaded }) => {
		const conversation = loaded[turn.conversationId];
		return conversation === undefined ? {} : { loaded: { ...loaded, [conversation.id]: withTurn(conversation, turn) } };
	});
}

/** Watchers that wait for the connection to come back. */
const waiting = new Set<() => void>();

/** Lets every watcher that lost its connection go on from where it was. */
export function resumeWatching(): void {
	for (const resume of [...waiting]) resume();
	waiting.clear();
}

/**
 * Follows a running turn to its end, also while another conversation is open. Events are gathered and applied once a
 * frame. When the connection is lost, it goes on after the last event once it is back.
 */
export async function watchTurn(start: Turn): Promise<void> {
	const { id, conversationId } = start;
	if (appStore.getState().running[conversationId] === id) return;
	setRunning(conversationId, id);
	const apply = (events: readonly TurnEvent[]) => {
		setRetrying(id, events);
		const held = appStore.getState().loaded[conversationId]?.turns.find((turn) => turn.id === id);
		if (held !== undefined) putTurn(applyTurnEvents(held, events));
	};
	const gathered = gatherByFrame(apply);
	let after = 0;
	let ended = false;
	while (!ended) {
		try {
			for await (const event of await client().turns.watch({ turnId: id, after })) {
				after = event.seq;
				gathered.add(event);
				if (event.type === 'ended') ended = true;
			}
		} catch (error) {
			if (problemOf(error).code !== 'LINK') {
				reportProblem(error);
				break;
			}
		}
		if (!ended && !(await linkReturned())) break;
	}
	gathered.flush();
	setRunning(conversationId, null);
}

/** Waits until a lost connection is back. False when it was not lost: then the turn can't be watched. */
async function linkReturned(): Promise<boolean> {
	// The transport tells of a lost connection in the same task in which its streams end.
	await new Promise((resolve) => setTimeout(resolve, 0));
	if (appStore.getState().linked) return false;
	await new Promise<void>((resolve) => waiting.add(resolve));
	return true;
}

function setRunning(conversationId: string, turnId: string | null): void {
	appStore.setState(({ running }) => {
		const { [conversationId]: _, ...others } = running;
		return { running: turnId === null ? others : { ...others, [conversationId]: turnId } };
	});
}

/** Keeps what is told of failed attempts; a new object only where something changed. */
function setRetrying(turnId: string, events: readonly TurnEvent[]): void {
	const { [turnId]: held = null, ...others } = appStore.getState().retrying;
	const next = retryingAfter(held, events);
	if (next !== held) appStore.setState({ retrying: next === null ? others : { ...others, [turnId]: next } });
}

/** Hands on what was added since the last frame, once a frame; `flush` hands on at once. */
function gatherByFrame<Item>(hand: (items: readonly Item[]) => void): { add(item: Item): void; flush(): void } {
	let items: Item[] = [];
	let frame: number | null = null;
	const flush = () => {
		if (frame !== null) cancelAnimationFrame(frame);
		frame = null;
		if (items.length === 0) return;
		const now = items;
		items = [];
		hand(now);
	};
	return {
		add(item) {
			items.push(item);
			frame ??= requestAnimationFrame(flush);
		},
		flush,
	};
}

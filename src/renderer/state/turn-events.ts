import { appendPart } from '../../shared/answers/append-part.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { AnswerPart } from '../../shared/model/content.ts';
import type { Conversation, Turn } from '../../shared/model/conversation.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import type { TurnEvent } from '../../shared/model/turn-event.ts';

/** An attempt that failed, and when the next one begins; `until`: milliseconds since the epoch. */
export type Retrying = Pick<Extract<TurnEvent, { type: 'retrying' }>, 'retry' | 'until'>;

/** A turn after an event of it. */
export function applyTurnEvent(turn: Turn, event: TurnEvent): Turn {
	switch (event.type) {
		case 'snapshot':
		case 'ended':
			return event.turn;
		case 'text':
			return withPart(turn, { type: 'text', text: event.text });
		case 'part':
			return withPart(turn, event.part);
		case 'exchange':
			return { ...turn, exchanges: withExchange(turn.exchanges, event.exchange) };
		case 'retrying':
			return turn;
		case 'saving':
			return { ...turn, unsaved: event.unsaved };
		default:
			return assertNever(event);
	}
}

/** A turn after several events of it; texts in a row are joined before they are added. */
export function applyTurnEvents(turn: Turn, events: readonly TurnEvent[]): Turn {
	return events.reduce(applyTurnEvent, turn);
}

/** The last failed attempt after several events; null once words have come, or the end. */
export function retryingAfter(held: Retrying | null, events: readonly TurnEvent[]): Retrying | null {
	return events.reduce<Retrying | null>((now, event) => {
		if (event.type === 'retrying') return { retry: event.retry, until: event.until };
		return event.type === 'exchange' || event.type === 'saving' ? now : null;
	}, held);
}

function withPart(turn: Turn, part: AnswerPart): Turn {
	const answer = turn.answer ?? {
		id: `${turn.id}:answer`,
		conversationId: turn.conversationId,
		parentId: turn.question.id,
		role: 'assistant' as const,
		content: [],
		createdAt: turn.startedAt,
	};
	return { ...turn, answer: { ...answer, content: [...appendPart(answer.content, part)] } };
}

function withExchange(exchanges: readonly ExchangeSummary[], exchange: ExchangeSummary): ExchangeSummary[] {
	return exchanges.some(({ id }) => id === exchange.id)
		? exchanges.map((other) => (other.id === exchange.id ? exchange : other))
		: [...exchanges, exchange];
}

/** A conversation with one turn put in the place of the one with the same id, or at the end. */
export function withTurn(conversation: Conversation, turn: Turn): Conversation {
	const known = conversation.turns.some(({ id }) => id === turn.id);
	return {
		...conversation,
		turns: known
			? conversation.turns.map((other) => (other.id === turn.id ? turn : other))
			: [...conversation.turns, turn],
	};
}

/**
 * A conversation as read again. The turn that is being watched stays as the window has it: its events have told more
 * than what was read.
 */
export function mergeConversation(
	held: Conversation | undefined,
	read: Conversation,
	watchedTurnId: string | undefined,
): Conversation {
	const watched = held?.turns.find(({ id }) => id === watchedTurnId);
	return watched === undefined ? read : withTurn(read, watched);
}

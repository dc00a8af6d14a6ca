import { textOf } from '../../../shared/model/content.ts';
import type { Conversation, Turn } from '../../../shared/model/conversation.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';

/** A call of a conversation, as it is chosen for comparing. */
export interface CallChoice {
	readonly exchange: ExchangeSummary;
	/** The number of its turn in the conversation, from 1. */
	readonly turn: number;
	/** How many calls its turn has. */
	readonly calls: number;
	/** The first words of the question. */
	readonly question: string;
}

const WORDS = 60;

/** All calls of a conversation, in their order. */
export function callsOf({ turns }: Pick<Conversation, 'turns'>): readonly CallChoice[] {
	return turns.flatMap((turn, at) =>
		turn.exchanges.map((exchange) => ({
			exchange,
			turn: at + 1,
			calls: turn.exchanges.length,
			question: firstWords(turn),
		})),
	);
}

/** The call before another one in a conversation; null: it is the first. */
export function callBefore(calls: readonly CallChoice[], exchangeId: string): CallChoice | null {
	const at = calls.findIndex(({ exchange }) => exchange.id === exchangeId);
	return at < 1 ? null : (calls[at - 1] ?? null);
}

function firstWords({ question }: Turn): string {
	// Only the beginning: a question may have millions of characters.
	const line = textOf(question.content).trimStart().slice(0, 1000).trimEnd().replaceAll(/\s+/g, ' ');
	const characters = [...line.slice(0, (WORDS + 1) * 2)];
	return characters.length > WORDS ? `${characters.slice(0, WORDS).join('')}…` : line;
}

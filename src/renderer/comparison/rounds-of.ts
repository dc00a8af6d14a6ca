import type { Message, Turn } from '../../shared/model/conversation.ts';

/** A question, and what each column answered; null: the column was not asked. */
export interface Round {
	readonly key: string;
	readonly cells: readonly (Turn | null)[];
}

/**
 * Puts the turns of columns side by side: those that asked the same stand in one row. A column may lack some (it was added
 * later) or have some of its own (a body was sent in it alone); in each the order stays.
 */
export function roundsOf(columns: readonly (readonly Turn[])[]): readonly Round[] {
	const asked = columns
		.flatMap((turns, column) => turns.map((turn) => ({ turn, column })))
		.toSorted((left, right) => left.turn.question.createdAt - right.turn.question.createdAt);
	const rounds: { key: string; question: Message; cells: (Turn | null)[] }[] = [];
	const next = columns.map(() => 0);
	for (const { turn, column } of asked) {
		const from = next[column] ?? 0;
		const found = rounds.findIndex(({ question }, at) => at >= from && isSame(question, turn.question));
		const at = found < 0 ? rounds.length : found;
		const round = rounds[at] ?? { key: turn.id, question: turn.question, cells: columns.map(() => null) };
		if (found < 0) rounds.push(round);
		round.cells[column] = turn;
		next[column] = at + 1;
	}
	return rounds;
}

function isSame(one: Message, other: Message): boolean {
	return (
		one.content.length === other.content.length &&
		one.content.every((block, at) => {
			const beside = other.content[at];
			if (block.type === 'text') return beside?.type === 'text' && beside.text === block.text;
			if (block.type === 'attachment') return beside?.type === 'attachment' && beside.sha256 === block.sha256;
			if (block.type === 'search-result') return JSON.stringify(beside) === JSON.stringify(block);
			return false;
		})
	);
}

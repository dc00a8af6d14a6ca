import type { PromptTurn } from '../prompt.ts';

/** What a prompt of special tokens says. */
export interface ReadPrompt {
	readonly turns: readonly PromptTurn[];
	readonly system: string | null;
	/** Whether any of the family's tokens was found; else the whole prompt is one question. */
	readonly templated: boolean;
}

/** A prompt without any of the family's tokens: the model takes it as it comes, and so does practice. */
export function plainPrompt(prompt: string): ReadPrompt {
	return { turns: [turn('user', prompt.trim())], system: null, templated: false };
}

export function turn(role: PromptTurn['role'], text: string): PromptTurn {
	return { role, text, attachments: [] };
}

/** Without an answer that is only begun by its header: what comes last from the assistant is what it goes on with. */
export function withoutEmptyEnd(turns: readonly PromptTurn[]): readonly PromptTurn[] {
	const last = turns.at(-1);
	return last?.role === 'assistant' && last.text.trim() === '' ? turns.slice(0, -1) : turns;
}

import type { Prompt } from './prompt.ts';
import { partsOf } from './prompt.ts';
import type { PromptPart } from './prompt-parts.ts';

/** The newest text of the user's: where the last message is results of tools alone, the question that led to them. */
export function questionOf({ turns }: Pick<Prompt, 'turns'>): string {
	const last = turns.at(-1)?.text ?? '';
	if (last.trim() !== '' || !hasResults(turns.at(-1)?.parts)) return last;
	return turns.findLast((turn) => turn.role === 'user' && turn.text.trim() !== '')?.text ?? last;
}

/** The results of tools in the last message, and the names of the tools where their uses are there. */
export function resultsOf({ turns }: Pick<Prompt, 'turns'>): readonly {
	readonly name: string;
	readonly status: 'success' | 'error';
	readonly text: string;
}[] {
	const last = turns.at(-1);
	if (last === undefined) return [];
	const names = new Map(
		turns.flatMap(partsOf).flatMap((part) => (part.type === 'tool-use' ? [[part.id, part.name] as const] : [])),
	);
	return partsOf(last).flatMap((part) =>
		part.type === 'tool-result' ? [{ name: names.get(part.id) ?? part.id, status: part.status, text: part.text }] : [],
	);
}

function hasResults(parts: readonly PromptPart[] | undefined): boolean {
	return parts?.some(({ type }) => type === 'tool-result') ?? false;
}

/** Whether a text is answered in Japanese: it has kana or kanji. */
export function isJapanese(text: string): boolean {
	return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
}

import type { AnswerDraft, CompletionPart } from './answer-parts.ts';
import { countTokens, splitTokens } from './tokens.ts';

/** The answer with what its family writes before its first word. */
export function withLead(drafts: readonly AnswerDraft[], lead: string): readonly AnswerDraft[] {
	const first = drafts.findIndex((draft) => draft.type === 'text');
	return drafts.map((draft, index) =>
		draft.type === 'text' && index === first ? { ...draft, text: lead + draft.text } : draft,
	);
}

/** What is left of an answer after the parts already said; all of it, as a new paragraph, when they are not its beginning. */
export function restAfter(drafts: readonly AnswerDraft[], said: readonly string[]): readonly AnswerDraft[] {
	const whole = drafts.map((draft) => (draft.type === 'text' ? draft.text : '')).join('');
	let position = 0;
	for (const part of said) {
		const skipped = whole.slice(position).search(/\S/);
		const start = [position, position + Math.max(skipped, 0)].find((at) => whole.startsWith(part, at));
		const trimmed = part.trimStart();
		if (start !== undefined) position = start + part.length;
		else if (trimmed !== '' && whole.startsWith(trimmed, position)) position += trimmed.length;
		else return withLead(drafts, '\n\n');
	}
	return withoutBeginning(drafts, position);
}

function withoutBeginning(drafts: readonly AnswerDraft[], length: number): readonly AnswerDraft[] {
	let left = length;
	return drafts.flatMap((draft): readonly AnswerDraft[] => {
		if (draft.type !== 'text') return [draft];
		const cut = Math.min(left, draft.text.length);
		left -= cut;
		return cut === draft.text.length ? [] : [{ ...draft, text: draft.text.slice(cut) }];
	});
}

/** The answer up to the first stop sequence in its text, and which one that was. */
export function cutAtStop(
	drafts: readonly AnswerDraft[],
	sequences: readonly string[],
): { readonly drafts: readonly AnswerDraft[]; readonly sequence: string | null } {
	for (const [index, draft] of drafts.entries()) {
		if (draft.type !== 'text') continue;
		const cut = firstOf(draft.text, sequences);
		if (cut === null) continue;
		const before = draft.text.slice(0, cut.at);
		return {
			drafts: [...drafts.slice(0, index), ...(before === '' ? [] : [{ ...draft, text: before, citations: [] }])],
			sequence: cut.sequence,
		};
	}
	return { drafts, sequence: null };
}

function firstOf(
	text: string,
	sequences: readonly string[],
): { readonly at: number; readonly sequence: string } | null {
	let cut: { readonly at: number; readonly sequence: string } | null = null;
	for (const sequence of sequences) {
		const at = text.indexOf(sequence);
		if (at >= 0 && (cut === null || at < cut.at)) cut = { at, sequence };
	}
	return cut;
}

/** The answer in tokens, as many as there may be. What is cut in its middle loses what comes at its end. */
export function cutAtTokens(
	drafts: readonly AnswerDraft[],
	limit: number,
): { readonly parts: readonly CompletionPart[]; readonly tokens: number; readonly cut: boolean } {
	const parts: CompletionPart[] = [];
	let left = limit;
	for (const draft of drafts) {
		const size = countTokens(contentOf(draft));
		if (left === 0 && size > 0) return { parts, tokens: limit, cut: true };
		const part = partOf(draft, left, size);
		if (part !== null) parts.push(part);
		if (size > left) return { parts, tokens: limit, cut: true };
		left -= size;
	}
	return { parts, tokens: limit - left, cut: false };
}

function contentOf(draft: AnswerDraft): string {
	return draft.type === 'tool-use' ? JSON.stringify(draft.input) : draft.text;
}

function partOf(draft: AnswerDraft, left: number, size: number): CompletionPart | null {
	const whole = size <= left;
	switch (draft.type) {
		case 'text': {
			const pieces = splitTokens(draft.text).slice(0, left);
			return { type: 'text', pieces, citations: whole ? draft.citations : [] };
		}
		case 'tool-use': {
			const { id, name, input } = draft;
			const pieces = splitTokens(JSON.stringify(input)).slice(0, left);
			return { type: 'tool-use', id, name, pieces, input: whole ? input : {} };
		}
		case 'thoughts': {
			// Of hidden thoughts that were cut nothing is there to be told.
			if (draft.display !== 'shown' && !whole) return null;
			if (draft.encrypted !== null && !whole) return null;
			const shown = draft.display === 'shown' ? splitTokens(draft.text).slice(0, left) : [];
			return {
				type: 'thoughts',
				pieces: draft.encrypted !== null ? [] : draft.display === 'redacted' ? ['[REDACTED]'] : shown,
				signature: whole ? draft.signature : null,
				encrypted: draft.encrypted,
			};
		}
	}
}

import { answerTo } from './answers/answer.ts';
import type { CallContext, Prompt, PromptTurn } from './prompt.ts';
import { splitTokens } from './tokens.ts';

/** What the practice model wrote. */
export interface Completion {
	/** Joined: the text of the answer. */
	readonly pieces: readonly string[];
	readonly text: string;
	/** `end`: it had said everything; `length`: max tokens; `stop`: a stop sequence, which is not part of the text. */
	readonly end: 'end' | 'length' | 'stop';
	readonly stopSequence: string | null;
	readonly inputTokens: number;
	readonly outputTokens: number;
}

/**
 * Answers a prompt. The same prompt gives the same answer. A prefill is continued, and so is an answer that was cut and
 * that the user asks to go on with; then the whole answer is the one that would have come in one piece.
 * `lead` is what the model's family writes before its first word.
 */
export function complete(prompt: Prompt, context: CallContext, lead: string, defaultMaxTokens: number): Completion {
	const { asked, said } = withoutContinuations(prompt);
	const whole = answerTo({ ...prompt, turns: asked }, context);
	const rest = said.length === 0 ? lead + whole : restAfter(whole, said);
	const stopped = cutAtStop(rest, prompt.parameters.stopSequences ?? []);
	const all = splitTokens(stopped.text);
	const limit = prompt.parameters.maxTokens ?? defaultMaxTokens;
	const pieces = all.slice(0, limit);
	const tooLong = all.length > limit;
	return {
		pieces,
		text: pieces.join(''),
		end: tooLong ? 'length' : stopped.sequence === null ? 'end' : 'stop',
		stopSequence: tooLong ? null : stopped.sequence,
		inputTokens: prompt.inputTokens,
		outputTokens: pieces.length,
	};
}

/** The stop reason as Claude Messages, Nova and Converse all write it. */
export function stopReasonOf(completion: Completion): string {
	switch (completion.end) {
		case 'end':
			return 'end_turn';
		case 'length':
			return 'max_tokens';
		case 'stop':
			return 'stop_sequence';
	}
}

/** "Continue exactly where you stopped, …" in either language, or nothing but "go on" in either language. */
const GO_ON =
	/^\s*(continue exactly where you stopped\b.*|直前の回答が途切れたところから、.*|(please )?(continue|go on)|続けて(ください|下さい)?|続きを?(お願いします|書いて(ください|下さい)?|どうぞ)?)[\s.!。！]*$/is;

/** The turns that were really asked, and what the assistant has already said of the answer to the last of them. */
function withoutContinuations(prompt: Prompt): {
	readonly asked: readonly PromptTurn[];
	readonly said: readonly string[];
} {
	const said = prompt.prefill === null || prompt.prefill === '' ? [] : [prompt.prefill];
	let asked = prompt.turns;
	for (;;) {
		const partial = asked.at(-2);
		const last = asked.at(-1);
		if (partial?.role !== 'assistant' || last === undefined || !GO_ON.test(last.text)) return { asked, said };
		said.unshift(partial.text);
		asked = asked.slice(0, -2);
	}
}

/** What is left of an answer after the parts already said; all of it, as a new paragraph, when they are not its beginning. */
function restAfter(whole: string, said: readonly string[]): string {
	let position = 0;
	for (const part of said) {
		const skipped = whole.slice(position).search(/\S/);
		const start = [position, position + Math.max(skipped, 0)].find((at) => whole.startsWith(part, at));
		const trimmed = part.trimStart();
		if (start !== undefined) position = start + part.length;
		else if (trimmed !== '' && whole.startsWith(trimmed, position)) position += trimmed.length;
		else return `\n\n${whole}`;
	}
	return whole.slice(position);
}

function cutAtStop(
	text: string,
	sequences: readonly string[],
): { readonly text: string; readonly sequence: string | null } {
	let cut: { readonly at: number; readonly sequence: string } | null = null;
	for (const sequence of sequences) {
		const at = text.indexOf(sequence);
		if (at >= 0 && (cut === null || at < cut.at)) cut = { at, sequence };
	}
	return cut === null ? { text, sequence: null } : { text: text.slice(0, cut.at), sequence: cut.sequence };
}

import type { CompletionPart, PracticeStop } from './answer-parts.ts';
import { cutAtStop, cutAtTokens, restAfter, withLead } from './cut-answer.ts';
import { draftAnswer } from './draft-answer.ts';
import { outputRoom } from './models.ts';
import type { CallContext, Prompt, PromptTurn } from './prompt.ts';
import type { CacheTtl } from './prompt-parts.ts';
import type { ServiceRun } from './tools/service-run.ts';
import { serviceRun } from './tools/service-run.ts';
import { wishedStop } from './wished-stop.ts';

/** What the practice model wrote. */
export interface Completion {
	/** What the service ran itself before the answer; null: nothing. Converse alone tells it. */
	readonly service: ServiceRun | null;
	/** All of it. A family whose body has only text takes `pieces` and `text`, which are those of the text parts. */
	readonly parts: readonly CompletionPart[];
	readonly pieces: readonly string[];
	readonly text: string;
	/** For a family that knows no more: `end`: it had said everything; `length`: max tokens; `stop`: a stop sequence, which is not part of the text. */
	readonly end: 'end' | 'length' | 'stop';
	readonly stopReason: PracticeStop;
	readonly stopSequence: string | null;
	/** Without those that a cache saved or kept. */
	readonly inputTokens: number;
	readonly outputTokens: number;
	readonly cache: CacheUse;
}

/** Tokens of a prompt that were read from a cache, and written to one. */
export interface CacheUse {
	readonly read: number;
	readonly written: readonly { readonly ttl: CacheTtl; readonly tokens: number }[];
}

export const NO_CACHE: CacheUse = { read: 0, written: [] };

/**
 * Answers a prompt. The same prompt gives the same answer. A prefill is continued, and so is an answer that was cut and
 * that the user asks to go on with; then the whole answer is the one that would have come in one piece.
 * `lead` is what the model's family writes before its first word.
 */
export function complete(prompt: Prompt, context: CallContext, lead: string, defaultMaxTokens: number): Completion {
	const { asked, said } = withoutContinuations(prompt);
	const answered = { ...prompt, turns: asked };
	const drafts = draftAnswer(answered, context);
	const led = said.length > 0 ? restAfter(drafts, said) : withLead(drafts, lead);
	const stopped = cutAtStop(led, prompt.parameters.stopSequences ?? []);
	const { limit, reason } = outputRoom(prompt, context.model, defaultMaxTokens);
	const service = serviceRun(answered, context);
	const { parts, tokens, cut } = cutAtTokens(stopped.drafts, limit);
	const pieces = parts.flatMap((part) => (part.type === 'text' ? part.pieces : []));
	const stopReason = cut ? reason : stopped.sequence === null ? ownReason(answered, parts) : 'stop_sequence';
	return {
		service,
		parts,
		pieces,
		text: pieces.join(''),
		end: cut ? 'length' : stopped.sequence === null ? 'end' : 'stop',
		stopReason,
		stopSequence: cut ? null : stopped.sequence,
		inputTokens: prompt.inputTokens,
		outputTokens: tokens,
		cache: NO_CACHE,
	};
}

/** Why an answer ends that nothing cut. */
function ownReason(prompt: Prompt, parts: readonly CompletionPart[]): PracticeStop {
	if (parts.some((part) => part.type === 'tool-use')) return 'tool_use';
	return wishedStop(prompt) ?? 'end_turn';
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

import type { PracticeStop } from './answer-parts.ts';
import type { Prompt } from './prompt.ts';
import { questionOf } from './question.ts';

/** Ends that no request can bring about by itself here: they are to be had by asking for them. */
const WISHES = [
	'content_filtered',
	'malformed_model_output',
	'malformed_tool_use',
	'model_context_window_exceeded',
	'pause_turn',
] as const satisfies readonly PracticeStop[];

/** `stop reason: content_filtered`, `stopReason=…`, 「停止理由: …」. */
const WISH = /(?:\bstop[\s_-]?reason|停止理由|終了理由)\s{0,5}(?:[:=：]|は|is)?\s{0,5}[`"“「]?([a-z_]+)/iu;

/** Documented by Anthropic: a question with it is refused. */
const MAGIC_REFUSAL = 'ANTHROPIC_MAGIC_STRING_TRIGGER_REFUSAL_';

/** The end that a question asks for by its name, or null. `refusal` is Claude's own word for `content_filtered`. */
export function wishedStop(prompt: Prompt): (typeof WISHES)[number] | null {
	const question = questionOf(prompt);
	if (question.includes(MAGIC_REFUSAL)) return 'content_filtered';
	const name = WISH.exec(question)?.[1]?.toLowerCase();
	if (name === 'refusal') return 'content_filtered';
	return WISHES.find((wish) => wish === name) ?? null;
}

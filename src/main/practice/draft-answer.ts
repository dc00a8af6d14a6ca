import type { AnswerDraft } from './answer-parts.ts';
import { answerTo, citedAnswers } from './answers/answer.ts';
import { wordsFor } from './answers/words-for.ts';
import { isJsonObject } from './json.ts';
import type { CallContext, Prompt } from './prompt.ts';
import { questionOf } from './question.ts';
import { encryptThoughts, signThoughts } from './thoughts/signature.ts';
import { chooseTools } from './tools/choose-tools.ts';
import { toolUseId } from './tools/tool-use-id.ts';
import { valueMaker } from './tools/value-maker.ts';
import { wishedStop } from './wished-stop.ts';

/** Documented by Anthropic for tests of encrypted thoughts; real models of today may pass over it. */
const MAGIC_REDACTION = 'ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING_';

/** The whole answer: thoughts, then uses of tools or text. */
export function draftAnswer(prompt: Prompt, context: CallContext): readonly AnswerDraft[] {
	const question = questionOf(prompt);
	const words = wordsFor(question);
	const chosen = wishedStop(prompt) === null ? chooseTools(prompt) : { tools: [], forced: false };
	const thoughts = thoughtsOf(
		prompt,
		question,
		chosen.tools.map(({ name }) => name),
	);
	if (chosen.tools.length === 0) return [...thoughts, ...draftText(prompt, context)];
	const make = valueMaker(question);
	const uses = chosen.tools.map(({ name, schema }, index): AnswerDraft => {
		const input = make(schema, name, 'required');
		return {
			type: 'tool-use',
			id: toolUseId(context.format, [JSON.stringify(prompt.turns), name, String(index)]),
			name,
			input: isJsonObject(input) ? input : {},
		};
	});
	// A forced use comes without a word before it, as Claude's does (Anthropic: tool use, forcing).
	const intro = words.toolIntro(chosen.tools.map(({ name }) => name));
	return [...thoughts, ...(chosen.forced ? [] : [textDraft(intro)]), ...uses];
}

/** The text of the answer alone: JSON where the request gives a schema. */
function draftText(prompt: Prompt, context: CallContext): readonly AnswerDraft[] {
	const question = questionOf(prompt);
	const wish = wishedStop(prompt);
	if (wish !== null) return [textDraft(wordsFor(question).wished(wish))];
	if (prompt.outputSchema !== null) {
		return [textDraft(JSON.stringify(valueMaker(question)(prompt.outputSchema, 'answer', 'all')))];
	}
	const cited = citedAnswers(prompt).map(
		({ text, citation }): AnswerDraft => ({ type: 'text', text, citations: [citation] }),
	);
	return [textDraft(answerTo(prompt, context)), ...cited];
}

function thoughtsOf({ thinking, turns }: Prompt, question: string, tools: readonly string[]): readonly AnswerDraft[] {
	if (thinking === null) return [];
	const { display, signed, thorough = false, begun = '' } = thinking;
	const words = wordsFor(question);
	const whole = words.thoughts(question, turns.length, tools) + (thorough ? words.moreThoughts : '');
	const text = whole.startsWith(begun) ? whole.slice(begun.length) : whole;
	if (signed && question.includes(MAGIC_REDACTION)) {
		return [{ type: 'thoughts', text, display, signature: null, encrypted: encryptThoughts(text) }];
	}
	const shown = display === 'shown' ? text : '';
	return [{ type: 'thoughts', text, display, signature: signed ? signThoughts(shown, text) : null, encrypted: null }];
}

function textDraft(text: string): AnswerDraft {
	return { type: 'text', text, citations: [] };
}

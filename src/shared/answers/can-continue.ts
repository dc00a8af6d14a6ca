import type { ContentBlock, ToolUseBlock } from '../model/content.ts';
import { pendingTools, textOf } from '../model/content.ts';
import type { Turn } from '../model/conversation.ts';
import { isStreaming } from '../model/operation.ts';
import type { StopKind } from './stop-reason.ts';
import { isCutOff, stopKind } from './stop-reason.ts';
import { toolInputJson } from './tool-input.ts';

type Answered = Pick<Turn, 'state' | 'answer' | 'exchanges'>;

/** Ends after which results of tools can be given; after any other, what the model asked for was held back or is broken. */
const LETS_ANSWER: ReadonlySet<StopKind> = new Set(['tool', 'finished', 'sequence', 'length', 'other']);

/** Ends of a whole response that is no whole answer. */
const BROKEN: ReadonlySet<StopKind> = new Set(['malformed', 'error', 'cancelled', 'paused']);

/**
 * Where a whole response was cut off at its limit of tokens; null: it was not. `thoughts`: before any word of what the
 * call was to say, told or not. Only with `text` can a further call go on: `thoughts` and `tool-use` want a larger limit.
 * What DeepSeek-R1 thinks is text in this: its own prompt may end there.
 */
export function cutWithin({ state, answer, exchanges }: Answered): 'text' | 'thoughts' | 'tool-use' | null {
	if (state !== 'complete' || !isCutOff(exchanges.at(-1)?.stopReason ?? null)) return null;
	const last = answer?.content.at(-1);
	if (last?.type === 'text' || (last?.type === 'reasoning' && takesOpenThoughts(exchanges))) return 'text';
	if (last?.type !== 'tool-use') return 'thoughts';
	return isJson(last.input) && tellsInputAsText(exchanges.at(-1)) ? null : 'tool-use';
}

/**
 * Whether the input of a tool's use comes as text, which shows that it is whole. In the whole answers of Converse, Claude
 * and Nova it is a value whatever came of it, an empty one at worst: at the limit it is not to be trusted (Anthropic:
 * handling stop reasons).
 */
function tellsInputAsText(exchange: Answered['exchanges'][number] | undefined): boolean {
	if (exchange === undefined || isStreaming(exchange.operation)) return true;
	return exchange.family === 'openai-chat' || exchange.family === 'mistral-chat';
}

/**
 * The uses of tools for whose results a turn waits, in their order. Empty where one of them can't be answered, because
 * what the model wrote is no JSON, or because its answer was held back.
 */
export function toolsWaiting(turn: Answered): readonly ToolUseBlock[] {
	if (turn.state !== 'complete' || turn.answer === null || cutWithin(turn) !== null) return [];
	if (!LETS_ANSWER.has(endOf(turn))) return [];
	const pending = pendingTools(turn.answer.content);
	return pending.every(({ input }) => isJson(toolInputJson(input))) ? pending : [];
}

/**
 * Whether a further call could go on with a turn's answer: it was cut off at its limit, or what arrived of it is not all.
 * Whether the turn is the last one is for the caller to know. A cut within thoughts or a tool's input is gone on with
 * from the results before it, where there are any; what was cut is then asked for anew.
 */
export function canContinue(turn: Answered): boolean {
	const content = turn.answer?.content ?? [];
	switch (turn.state) {
		case 'complete': {
			const cut = cutWithin(turn);
			if (cut === 'text' || content.at(-1)?.type === 'tool-result') return true;
			if (BROKEN.has(endOf(turn))) return hasSoundPart(content);
			return cut !== null && content.some(({ type }) => type === 'tool-result');
		}
		case 'stopped':
		case 'incomplete':
		case 'interrupted':
			return hasSoundPart(content) || goesOnFrom(turn).at(-1)?.type === 'reasoning';
		case 'running':
		case 'failed':
			return false;
	}
}

/** Whether a turn can be asked for anew: it has no whole answer that would be lost from sight. */
export function canRetry(turn: Answered): boolean {
	if (turn.state !== 'complete') return turn.state !== 'running';
	const cut = cutWithin(turn);
	if (cut === 'thoughts' || cut === 'tool-use') return true;
	return BROKEN.has(endOf(turn)) || pendingTools(turn.answer?.content ?? []).length > 0;
}

/**
 * What a further call can go on from: an answer without uses of tools that have no result, and without thoughts at its
 * end, which no message may end with.
 */
export function soundPart(content: readonly ContentBlock[]): readonly ContentBlock[] {
	const pending = new Set<ContentBlock>(pendingTools(content));
	const answered = content.filter((block) => !pending.has(block));
	const end = answered.findLastIndex(({ type }) => type !== 'reasoning');
	return answered.slice(0, end + 1);
}

/** The same of a turn. Thoughts at the end of DeepSeek-R1's answer stay, where its own prompt was sent: it may end there. */
export function goesOnFrom({ answer, exchanges }: Pick<Turn, 'answer' | 'exchanges'>): readonly ContentBlock[] {
	const content = answer?.content ?? [];
	return content.at(-1)?.type === 'reasoning' && takesOpenThoughts(exchanges) ? content : soundPart(content);
}

function takesOpenThoughts(exchanges: Turn['exchanges']): boolean {
	return exchanges.at(-1)?.family === 'deepseek-r1';
}

function hasSoundPart(content: readonly ContentBlock[]): boolean {
	const sound = soundPart(content);
	return sound.some(({ type }) => type === 'tool-result') || textOf(sound).trim() !== '';
}

/** How the last call of a turn ended; one that told no reason has finished. */
function endOf({ exchanges }: Answered): StopKind {
	const reason = exchanges.at(-1)?.stopReason ?? null;
	return reason === null ? 'finished' : stopKind(reason);
}

/** Whether a text is JSON: the input of a tool that was cut is not. */
export function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

import { appendPart } from '../../../shared/answers/append-part.ts';
import type { Masker } from '../../../shared/masking/mask-text.ts';
import type { AnswerPart, ContentBlock } from '../../../shared/model/content.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { TurnEvent } from '../../../shared/model/turn-event.ts';
import { maskDeep } from './mask-value.ts';

/** A word can be private as soon as it is whole: until then it waits, but no longer than this; UTF-16 units. */
const LONGEST_WORD = 300;

/** So much before a word is looked at, whether it tells that the word is private; UTF-16 units. */
const LEAD = 2000;

/** A word at the end of a text. In the JSON of a tool's input, quotes and brackets end one, too. */
const OPEN_WORD = /[!-~•…]+$/;
const OPEN_JSON_WORD = /[!#-+\-./0-Z\\^-z|~•…]+$/;

/** A block that comes piece by piece. */
type Streamed = Extract<ContentBlock, { type: 'text' | 'reasoning' | 'tool-use' }>;

/**
 * What a window is told of a turn, masked. The last word of what streams (a text, thoughts, the input of a tool), and
 * what a known name of several words begins with, is held back until the next one begins, or something else does, so that nothing private is seen while it is still half there.
 */
export async function* maskTurnEvents(events: AsyncIterable<TurnEvent>, masker: Masker): AsyncGenerator<TurnEvent> {
	let content: readonly ContentBlock[] = [];
	/** How much of the last block was told. */
	let told = 0;

	/** What was not yet told of the last block, up to a place in it. */
	function* rest(seq: number, block: Streamed, to: number): Generator<TurnEvent> {
		const text = partOf(wordsOf(block), told, to, masker);
		told = to;
		if (text !== '') yield eventOf(seq, block, text);
	}

	for await (const event of events) {
		if (event.type === 'snapshot') {
			content = event.turn.answer?.content ?? [];
			const last = streamedAtEnd(content);
			told = last === null ? 0 : wholeWords(last, 0, masker);
			yield { ...event, turn: last === null ? masked(event.turn, masker) : upTo(event.turn, last, told, masker) };
		} else if (event.type === 'text' || event.type === 'part') {
			const part: AnswerPart = event.type === 'text' ? event : event.part;
			const before = streamedAtEnd(content);
			const next = appendPart(content, part);
			const goesOn = isPiece(part) && next.length === content.length;
			if (before !== null && !goesOn) yield* rest(event.seq, before, wordsOf(before).length);
			if (next.length !== content.length) told = 0;
			content = next;
			const last = streamedAtEnd(content);
			if (!isPiece(part)) {
				// What it ends was told before, also where a source has made a block of its own of a text's end.
				told = last === null ? 0 : wordsOf(last).length;
				yield { seq: event.seq, type: 'part', part: maskDeep(asShown(part, before, masker), masker) as typeof part };
			} else if (last !== null) yield* rest(event.seq, last, wholeWords(last, told, masker));
		} else {
			yield maskDeep(event, masker) as TurnEvent;
		}
	}
}

/** Whether a part is one of several of its block. */
function isPiece(part: AnswerPart): part is Extract<AnswerPart, { type: 'text' | 'reasoning' | 'tool-input' }> {
	return part.type === 'text' || part.type === 'reasoning' || part.type === 'tool-input';
}

/** A source of so many characters, as many as they are with their masks. */
function asShown(part: AnswerPart, before: Streamed | null, masker: Masker): AnswerPart {
	if (part.type !== 'citation' || part.length === undefined || before?.type !== 'text') return part;
	const { length } = before.text;
	return { ...part, length: partOf(before.text, Math.max(0, length - part.length), length, masker).length };
}

function streamedAtEnd(content: readonly ContentBlock[]): Streamed | null {
	const last = content.at(-1);
	return last?.type === 'text' || last?.type === 'reasoning' || last?.type === 'tool-use' ? last : null;
}

function wordsOf(block: Streamed): string {
	return block.type === 'tool-use' ? block.input : block.text;
}

function eventOf(seq: number, block: Streamed, text: string): TurnEvent {
	if (block.type === 'text') return { seq, type: 'text', text };
	const part = block.type === 'reasoning' ? ({ type: 'reasoning', text } as const) : toolInput(text);
	return { seq, type: 'part', part };
}

function toolInput(json: string) {
	return { type: 'tool-input', json } as const;
}

function masked(turn: Turn, masker: Masker): Turn {
	return maskDeep(turn, masker) as Turn;
}

/** A turn with its answer's last block up to a place in it, while it runs. */
function upTo(turn: Turn, last: Streamed, to: number, masker: Masker): Turn {
	const { answer, ...rest } = masked(turn, masker);
	if (turn.state !== 'running' || answer === null) return { ...rest, answer };
	const text = partOf(wordsOf(last), 0, to, masker);
	const cut = answer.content.map((block, at) => {
		if (at < answer.content.length - 1) return block;
		if (block.type === 'tool-use') return { ...block, input: text };
		return block.type === 'text' || block.type === 'reasoning' ? { ...block, text } : block;
	});
	return { ...rest, answer: { ...answer, content: cut } };
}

/** Up to where the words of a block are whole, and no known name has begun; not before `told`. */
function wholeWords(block: Streamed, told: number, masker: Masker): number {
	const text = wordsOf(block);
	const rest = text.slice(Math.max(told, text.length - LONGEST_WORD));
	const open = (block.type === 'tool-use' ? OPEN_JSON_WORD : OPEN_WORD).exec(rest)?.[0].length ?? 0;
	const whole = open === LONGEST_WORD ? text.length : text.length - open;
	const cut = Math.min(whole, masker.begun(text));
	const begin = Math.max(0, text.length - LEAD);
	// A name of several words, of which the last one goes on.
	const cutThrough = masker.find(text.slice(begin)).find(({ start, end }) => begin + start < cut && cut < begin + end);
	return Math.max(told, cutThrough === undefined ? cut : begin + cutThrough.start);
}

/** A part of a text as it is masked within all of it. */
function partOf(text: string, from: number, to: number, masker: Masker): string {
	let result = '';
	let at = from;
	const begin = Math.max(0, text.lastIndexOf(' ', from - LEAD), text.lastIndexOf('\n', from - LEAD));
	// A value that is still half there must not be taken for a whole one.
	for (const { start, end, text: mask } of masker.masks(text.slice(begin, to))) {
		if (begin + end <= from) continue;
		result += text.slice(at, Math.max(at, begin + start));
		// A mask that began before was told then.
		if (begin + start >= from) result += mask;
		at = begin + end;
	}
	return result + text.slice(at, to);
}

import type { Masker } from '../../../shared/masking/mask-text.ts';
import { textOf } from '../../../shared/model/content.ts';
import type { TurnEvent } from '../../../shared/model/turn-event.ts';
import { maskDeep } from './mask-value.ts';

/** A word can be private as soon as it is whole: until then it waits, but no longer than this; characters. */
const LONGEST_WORD = 300;

/** So much before a word is looked at, whether it tells that the word is private; characters. */
const LEAD = 2000;

/**
 * What a window is told of a turn, masked. The last word of a streaming text is held back until the next one begins, so
 * that nothing private is seen while it is still half there.
 */
export async function* maskTurnEvents(events: AsyncIterable<TurnEvent>, masker: Masker): AsyncGenerator<TurnEvent> {
	let text = '';
	/** How much of the text was told. */
	let told = 0;
	for await (const event of events) {
		if (event.type === 'snapshot') {
			text = event.turn.answer === null ? '' : textOf(event.turn.answer.content);
			told = wholeWords(text, 0);
			yield { ...event, turn: withAnswer(event.turn, masker, partOf(text, 0, told, masker)) };
		} else if (event.type === 'text') {
			text += event.text;
			const whole = wholeWords(text, told);
			const next = partOf(text, told, whole, masker);
			told = whole;
			if (next !== '') yield { ...event, text: next };
		} else {
			if (event.type === 'ended' && told === 0) text = '';
			yield maskDeep(event, masker) as TurnEvent;
		}
	}
}

type Turn = Extract<TurnEvent, { type: 'snapshot' }>['turn'];

function withAnswer(turn: Turn, masker: Masker, text: string): Turn {
	const masked = maskDeep(turn, masker) as Turn;
	if (turn.state !== 'running' || masked.answer === null) return masked;
	return { ...masked, answer: { ...masked.answer, content: [{ type: 'text', text }] } };
}

/** Up to where the words of a text are whole, not before `told`. */
function wholeWords(text: string, told: number): number {
	const rest = text.slice(Math.max(told, text.length - LONGEST_WORD));
	const open = /[!-~•…]+$/.exec(rest)?.[0].length ?? 0;
	return open === LONGEST_WORD ? text.length : Math.max(told, text.length - open);
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

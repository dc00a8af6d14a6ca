import { formatBeginning, formatJson } from '../../../shared/json-format.ts';
import { base64InLine } from './base64-span.ts';
import { bytesOfBase64, textOfBytes } from './body-text.ts';

/** What is to be read: bytes as they come from main, or a text. */
export type Source = { readonly base64: string } | { readonly text: string };

/** A body as far as it has been read and laid out. */
export interface Reading {
	/** The text laid out, cut at ends of lines. More are added to these until it is `done`. */
	readonly pieces: readonly string[];
	readonly done: boolean;
	/** Whether it is JSON; as it seems until it is `done`. Else the text is as it came. */
	readonly json: boolean;
	/** Whether the bytes are UTF-8. */
	readonly utf8: boolean;
	/** Whether a viewer can afford to colour it. */
	readonly coloured: boolean;
	/** All bytes, once it is `done`; null: a text was read. */
	readonly bytes: Uint8Array | null;
}

/** What of a source is read at once, before the first picture; base64 characters (four for three bytes) or characters. */
const BEGINNING = 65_536;
/** About as much of a text is given to a viewer at once: some milliseconds. Characters. */
const PIECE = 262_144;
/** Longer texts are shown without colours: colouring a place needs all of the text before it parsed. Characters. */
const LONGEST_COLOURED = 8_000_000;
const LONGEST_COLOURED_LINE = 200_000;

/** A short source is read at once; of a longer one the beginning, as it will most likely look in the end. */
export function readBeginning(source: Source): Reading {
	const size = sizeOf(source);
	if (size <= BEGINNING) return readAll(source);
	const { text, utf8 } = decode(sliced(source), true);
	const json = utf8 && /^\s*[{[]/.test(text);
	const asFarAsItGoes = json ? formatBeginning(text) : text;
	const lines = asFarAsItGoes.lastIndexOf('\n') + 1;
	// A line that was cut off is left out, unless it is most of what there is.
	const inOneLine = lines < asFarAsItGoes.length / 2;
	const shown = inOneLine ? asFarAsItGoes : asFarAsItGoes.slice(0, lines);
	const whole = (asFarAsItGoes.length * size) / BEGINNING;
	// Of a string without an end each character would be parsed in vain.
	const coloured = json && whole <= LONGEST_COLOURED && !inOneLine;
	return { pieces: [shown], done: false, json, utf8, coloured, bytes: null };
}

/** Reads all of a source. Takes as long as it is: longer ones are read in a worker. */
export function readAll(source: Source): Reading {
	const { bytes, text, utf8 } = decode(source, false);
	const { text: shown, valid } = utf8 ? formatJson(text) : { text, valid: false };
	const coloured = valid && shown.length <= LONGEST_COLOURED && !hasLongLine(shown, LONGEST_COLOURED_LINE, isBase64);
	return { pieces: piecesOf(shown), done: true, json: valid, utf8, coloured, bytes };
}

/** Reads all of a source without laying it out: what is shown where no worker can be had. */
export function readPlain(source: Source): Reading {
	const { bytes, text, utf8 } = decode(source, false);
	return { pieces: piecesOf(text), done: true, json: false, utf8, coloured: false, bytes };
}

/** Cuts a text at ends of lines into pieces that a viewer takes one after the other; a long line stays whole. */
export function piecesOf(text: string): readonly string[] {
	const pieces: string[] = [];
	for (let start = 0; start < text.length; ) {
		const end = text.indexOf('\n', start + PIECE);
		const next = end < 0 ? text.length : end + 1;
		pieces.push(text.slice(start, next));
		start = next;
	}
	return pieces;
}

/** Whether a line of the text has more characters than `limit`, but for those that don't count. */
export function hasLongLine(text: string, limit: number, doesNotCount = (_: string) => false): boolean {
	let start = 0;
	while (text.length - start > limit) {
		const end = text.indexOf('\n', start);
		const next = end < 0 ? text.length : end;
		if (next - start > limit && !doesNotCount(text.slice(start, next))) return true;
		start = next + 1;
	}
	return false;
}

/** A placeholder stands in its place: as one token it is soon parsed. */
function isBase64(line: string): boolean {
	return base64InLine(line) !== null;
}

function sizeOf(source: Source): number {
	return 'text' in source ? source.text.length : source.base64.length;
}

function sliced(source: Source): Source {
	return 'text' in source ? { text: source.text.slice(0, BEGINNING) } : { base64: source.base64.slice(0, BEGINNING) };
}

function decode(source: Source, isCut: boolean) {
	if ('text' in source) return { bytes: null, text: source.text, utf8: true };
	const bytes = bytesOfBase64(source.base64);
	const { text, valid } = textOfBytes(bytes, isCut);
	return { bytes, text, utf8: valid };
}
